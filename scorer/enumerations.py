"""Words that are strung together as the items of long enumerations."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.reading import Reading
    from scorer.text import Span

ITEM_TOKENS = 5
"""Longer stretches between two commas say something."""
ITEMS = 6
"""So many short items in a row, two or three more than an example needs."""
_STOPS = frozenset(",/:(")
_CONNECTIVES = frozenset(("and", "or", "with"))


def enumerated_tokens(reading: Reading) -> int:
    """Return how many tokens of a text are items of long enumerations."""
    return sum(
        sum(run)
        for sentence in reading.sentences
        for short, items in groupby(_items(reading, sentence), ITEM_TOKENS.__ge__)
        if short and len(run := list(items)) >= ITEMS
    )


def _items(reading: Reading, sentence: Span) -> Iterator[int]:
    """Yield the length of every stretch of a sentence between commas and connectives."""
    length = 0
    for place in range(*sentence):
        connects = reading.stems[place] in _CONNECTIVES
        if length and (connects or not _STOPS.isdisjoint(reading.gaps[place])):
            yield length
            length = 0
        length += not connects
    if length:
        yield length
