"""A text read once: tokens, sentences, windows and the concepts in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

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


class Unit(NamedTuple):
    """A word, or several that name one concept."""

    feature: str
    """``@concept`` or a stem."""
    first: int


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
        features: list[str | None] = [*self.stems]
        for hit in longest(self.hits):
            features[hit.first : hit.last] = [hit.key, *[None] * (hit.last - hit.first - 1)]
        return [Unit(feature, first) for first, feature in enumerate(features) if feature]

    @cached_property
    def stems(self) -> list[str]:
        """The stem of every token."""
        return [token.stem for token in self.tokens]

    @cached_property
    def gaps(self) -> list[str]:
        """What stands between every token and the one before it; nothing before the first."""
        between = (self.text[one.end : two.start] for one, two in pairwise(self.tokens))
        return ["", *between][: len(self.tokens)]

    @cached_property
    def _windows_at(self) -> list[int]:
        """For every token, the windows that hold it, as the bits of a number."""
        windows = [0] * len(self.tokens)
        for number, window in enumerate(self.windows):
            for place in range(*window):
                windows[place] |= 1 << number
        return windows

    def windows_with(self, hit: Hit) -> int:
        """Return the numbers of the windows that hold a hit, as the bits of a number."""
        return self._windows_at[hit.first] & self._windows_at[hit.last - 1]

    def with_neighbours(self, window: Span) -> Span:
        """Return a window with the sentences before and after it."""
        behind = bisect_right(self.sentences, window.start, key=attrgetter("end"))
        beyond = bisect_left(self.sentences, window.end, key=attrgetter("start"))
        last = len(self.sentences) - 1
        return Span(self.sentences[max(behind - 1, 0)].start, self.sentences[min(beyond, last)].end)

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
