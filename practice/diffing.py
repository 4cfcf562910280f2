"""Two texts, word by word: what only one of them has."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Span = tuple[bool, int, int]

# White space goes with the word before it, so that it alone changes nothing.
_WORD = re.compile(r"^\s+|\w+(?:[’'.,-]\w+)*\s*|[^\w\s]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one text."""

    text: str
    changed: bool
    """Whether the other text lacks it."""


def diff_words(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces, which make up the texts."""
    left, right = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, [*map(str.strip, left)], [*map(str.strip, right)])
    steps = matcher.get_opcodes()
    return (
        tuple(_pieces(left, ((tag != "equal", i, j) for tag, i, j, _, _ in steps))),
        tuple(_pieces(right, ((tag != "equal", i, j) for tag, _, _, i, j in steps))),
    )


def _pieces(words: Sequence[str], spans: Iterable[Span]) -> Iterator[Piece]:
    for changed, start, end in spans:
        if end > start:
            yield Piece("".join(words[start:end]), changed)
