"""One sentence of an answer with the words of one claim found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorer.phrases import Hit
    from scorer.polarity import Polarity
    from scorer.reading import Reading
    from scorer.text import Span, Token


def words(text: str) -> frozenset[str]:
    """Return the words of a string as a set."""
    return frozenset(text.split())


DETERMINERS = words("a an the its their our his such any")
_PREPOSITIONS = words("in on upon from against with of than over toward via through without about")
_POSSESSIVES = words("its their our his")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the slots of a claim that were found in it."""

    span: Span
    slots: dict[str, list[Hit]]
    reading: Reading
    polarity: Polarity

    def between(self, one: Hit, two: Hit) -> Sequence[Token]:
        """Return the tokens between two hits."""
        return self.reading.tokens[one.last : two.first]

    def before(self, hit: Hit) -> Sequence[Token]:
        """Return the sentence's tokens up to a hit."""
        return self.reading.tokens[self.span.start : hit.first]

    def after(self, hit: Hit) -> Sequence[Token]:
        """Return the sentence's tokens behind a hit."""
        return self.reading.tokens[hit.last : self.span.end]

    def word(self, place: int) -> str:
        """Return a word by its place in the answer."""
        return self.reading.tokens[place].word

    def gap(self, one: Hit, two: Hit) -> str:
        """Return the text between two hits."""
        tokens = self.reading.tokens
        return self.reading.text[tokens[one.last - 1].end : tokens[two.first].start]

    def asserted(self, hit: Hit) -> bool:
        """Whether no negation turns the hit."""
        return not self.polarity.denies(hit)

    def together(self, one: Hit, two: Hit) -> bool:
        """Whether two hits stand in one clause."""
        return self.polarity.together(one.first, two.first)

    def is_subject(self, hit: Hit) -> bool:
        """Whether the hit is neither a possessive nor behind a preposition."""
        possessive = self.word(hit.first) in _POSSESSIVES
        return not possessive and not self.preceded(hit, _PREPOSITIONS)

    def preceded(self, hit: Hit, by: frozenset[str]) -> bool:
        """Whether one of the words stands before the hit, a determiner apart."""
        place = hit.first - 1
        while place >= self.span.start and self.word(place) in DETERMINERS:
            place -= 1
        return place >= self.span.start and self.word(place) in by
