"""The kinds of columns that tables are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Column, Float, ForeignKey, Integer, String, Text

from practice.storage.types import UtcDateTime

if TYPE_CHECKING:
    from datetime import datetime


def word(name: str) -> Column[str]:
    """Return a column of short text that is always there."""
    return Column(name, String, nullable=False)


def text(name: str) -> Column[str]:
    """Return a column of text that is always there."""
    return Column(name, Text, nullable=False)


def count(name: str) -> Column[int]:
    """Return a column of whole numbers."""
    return Column(name, Integer, nullable=False)


def number(name: str) -> Column[float]:
    """Return a column of numbers."""
    return Column(name, Float, nullable=False)


def moment(name: str) -> Column[datetime]:
    """Return a column of moments in time."""
    return Column(name, UtcDateTime, nullable=False)


def of_attempt(*, primary_key: bool = False, index: bool = False) -> Column[str]:
    """Return the column that names the attempt a row belongs to, and goes with."""
    owner = ForeignKey("attempts.id", ondelete="CASCADE")
    return Column("attempt_id", String, owner, primary_key=primary_key, nullable=False, index=index)


def of_draft(*, primary_key: bool = False) -> Column[str]:
    """Return the column that names the draft a row belongs to, and goes with."""
    owner = ForeignKey("drafts.id", ondelete="CASCADE")
    return Column("draft_id", String, owner, primary_key=primary_key, nullable=False)
