"""Runs of words, by which one text is known to be copied from another."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scorer.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    Shingle = tuple[str, ...]
    """Stems that stand in a row."""

ASKED = 3
"""So many words in a row count as copied from the question."""
MODEL = 5
"""And so many from the model answer."""


def shingles(stems: Sequence[str], size: int) -> frozenset[Shingle]:
    """Return every run of so many stems."""
    return frozenset(zip(*(stems[at:] for at in range(size)), strict=False))


@lru_cache(maxsize=256)
def shingles_of(text: str, size: int) -> frozenset[Shingle]:
    """Return the same of a text that is looked at again and again."""
    return shingles([token.stem for token in tokenize(text)], size)
