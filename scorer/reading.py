"""A text read once: tokens, sentences, windows and the concepts in them."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from scorer.phrases import longest
from scorer.report import EvidenceSpan
from scorer.text import Span, split_sentences, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scorer.phrases import Hit, PhraseIndex
    from scorer.text import Token

SENTENCE_TOKENS = 60
"""A run of words longer than this is read in pieces."""
PAIR_TOKENS = 44
"""Two neighbouring sentences are also read together up to this length."""
HEADING_TOKENS = 4
"""A line of so few words, or one that ends in a colon, heads the next."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, or several that name one concept."""

    feature: str
    """``@concept`` or a stem."""
    first: int
    last: int


@dataclass(frozen=True)
class Reading:
    """A text with everything the scorer looks for already located."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Span, ...]
    """Ranges of tokens, in order, together all of them."""
    windows: tuple[Span, ...]
    """Every sentence, then every short enough pair of neighbours.

    Two lines are read together only if the first heads the second: one bullet does
    not finish what another begins.
    """
    hits: tuple[Hit, ...]
    """Every concept found; they may overlap."""

    @cached_property
    def units(self) -> list[Unit]:
        """The text as concepts and, where there is none, stems."""
        units = [Unit(hit.key, hit.first, hit.last) for hit in longest(self.hits)]
        taken = {place for unit in units for place in range(unit.first, unit.last)}
        units += [
            Unit(token.stem, place, place + 1)
            for place, token in enumerate(self.tokens)
            if place not in taken
        ]
        return sorted(units, key=lambda unit: unit.first)

    def characters(self, window: Span) -> Span:
        """Return the range of characters that a range of tokens covers."""
        return Span(self.tokens[window.start].start, self.tokens[window.end - 1].end)

    def evidence(self, window: Span) -> EvidenceSpan:
        """Return the learner's words in a range of tokens."""
        start, end = self.characters(window)
        return EvidenceSpan(start=start, end=end, text=self.text[start:end])


def read_text(text: str, concepts: PhraseIndex) -> Reading:
    """Read a text, looking for the concepts of an index."""
    tokens = tokenize(text)
    sentences = tuple(_token_ranges(tokens, split_sentences(text)))
    windows = (*sentences, *_pairs(sentences, tokens, text))
    return Reading(text, tokens, sentences, windows, tuple(concepts.find(tokens)))


def _token_ranges(tokens: Sequence[Token], sentences: Sequence[Span]) -> Iterator[Span]:
    starts = [token.start for token in tokens]
    for sentence in sentences:
        first = bisect_left(starts, sentence.start)
        last = bisect_left(starts, sentence.end)
        yield from _pieces(first, last)


def _pieces(first: int, last: int) -> Iterator[Span]:
    """Cut what is too long for a sentence into even pieces."""
    count = -(-(last - first) // SENTENCE_TOKENS)
    for piece in range(count):
        start, end = (first + (last - first) * at // count for at in (piece, piece + 1))
        yield Span(start, end)


def _pairs(sentences: Sequence[Span], tokens: Sequence[Token], text: str) -> Iterator[Span]:
    for one, two in pairwise(sentences):
        gap = text[tokens[one.end - 1].end : tokens[two.start].start]
        heads = ":" in gap or one.end - one.start <= HEADING_TOKENS
        if two.end - one.start <= PAIR_TOKENS and (heads or "\n" not in gap):
            yield Span(one.start, two.end)
