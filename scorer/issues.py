"""Issues: what is wrong in a data file, where, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Place = tuple[str | int, ...]
"""Keys and list positions that lead from a file's top to one of its values."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong at a place that has not been looked up as a line yet."""

    place: Place
    code: str
    problem: str
    remedy: str


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """Something wrong in a data file."""

    path: str
    line: int
    code: str
    """Stable: a letter for the family and a number."""
    problem: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.code} {self.problem}; {self.remedy}"


class WrongUse(Exception):
    """What was asked for cannot be done; the message says what can."""


class DataFileError(ValueError):
    """A data file cannot be read; holds every issue found in it.

    Attributes
    ----------
    issues : tuple of Issue
        In the order of their lines.
    """

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(sorted(issues))
        super().__init__("\n".join(map(str, self.issues)))


def nearest_names(name: str, known: Iterable[str], cutoff: float = 0.6) -> tuple[str, ...]:
    """Return up to three known names, the most similar first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(name, list(known), n=3, cutoff=cutoff))
