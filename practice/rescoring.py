"""Marks before and after a newer version: side by side, with what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

_PARTS: Final[Mapping[str, str]] = {
    "scorer": "the tool",
    "rubric": "the marking points",
    "lexicon": "the topic's words",
    "scale": "the scale",
    "ticks": "the ticks",
}
_SHOWN: Final = 6
"""So many signs of a digest tell two versions apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What one report awarded, and the signature of what made it."""

    marks: float
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """An attempt that has been marked more than once."""

    attempt_id: str
    prompt_text: str
    submitted_at: datetime
    max_marks: int
    before: Marked
    after: Marked

    @property
    def difference(self) -> float:
        """Marks gained, or lost if negative."""
        return self.after.marks - self.before.marks

    def what_changed(self) -> tuple[str, ...]:
        """Say which parts of the signature differ."""
        before, after = _read(self.before.signature), _read(self.after.signature)
        return tuple(
            f"{_PARTS[key]} ({before.get(key, '')[:_SHOWN]} → {after.get(key, '')[:_SHOWN]})"
            for key in _changes(before, after)
        )


def follow_same_rules(one: str, other: str) -> bool:
    """Whether the reports of two signatures follow the same rules, whatever was ticked."""
    return set(_changes(_read(one), _read(other))) <= {"ticks"}


def _read(signature: str) -> Mapping[str, str]:
    pairs = (part.partition(":") for part in signature.split("|"))
    return {name: version for name, _, version in pairs}


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [key for key in _PARTS if before.get(key) != after.get(key)]
