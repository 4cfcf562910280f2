"""What an import brought, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from practice.service.archiving import Imported


def describe_import(brought: Imported) -> str:
    """Say what an import brought."""
    parts = [f"{_count(brought.added, 'answer')} brought in"]
    if brought.already_there:
        parts.append(f"{_count(brought.already_there, 'answer')} already here")
    if brought.drafts:
        parts.append(f"{_count(brought.drafts, 'draft')} to go on with")
    return ", ".join(parts) + "."


def _count(number: int, thing: str) -> str:
    return f"1 {thing}" if number == 1 else f"{number} {thing}s"
