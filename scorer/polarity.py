"""Which way a sentence turns its objects: more or less of them, asserted or denied.

A word that raises or lowers governs the object it stands by. Lowering, a burden
in between ("reduces dependence on X") and every negator in scope turn the sign;
two turns cancel out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scorer.clauses import JOINING, MODALS, PASSIVE, Clauses
from scorer.language import load_english
from scorer.negation import KEY, Negations
from scorer.phrases import PhraseIndex, longest
from scorer.text import stop_stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.text import Span

BEFORE, AFTER = 7, 5
"""Tokens between a governing word and its object: active, and passive."""
CHAIN = 3
"""Tokens between two governing words of one chain ("helps reduce")."""


class Governor(NamedTuple):
    """A directional word, by its range of tokens."""

    first: int
    last: int
    direction: int


class Bearing(NamedTuple):
    """What a governing word says of its object."""

    sign: int
    """1 for more of the object, -1 for less."""
    governor: Governor
    negated: bool
    """Whether a negation had a part in the sign."""


class Polarity:
    """The directions, burdens, negations and clause borders of one text."""

    def __init__(self, reading: Reading) -> None:
        self._tokens = reading.tokens
        found = list(_signal_index().find(reading.tokens))
        hits = longest(found)
        self._governors = [
            Governor(hit.first, hit.last, _directions()[hit.key])
            for hit in hits
            if hit.key in _directions()
        ]
        self._burdens = _burdens_among(found)
        self._clauses = Clauses(reading)
        self._negations = Negations(reading, hits, self._clauses)

    def sign(self, target: Hit, sentence: Span) -> int:
        """Return 1 for more of the target, -1 for less, 0 if nothing governs it."""
        bearing = self.find_bearing(target, sentence)
        return bearing.sign if bearing else 0

    def find_bearing(self, target: Hit, sentence: Span) -> Bearing | None:
        """Return what governs the target, or None if nothing does."""
        governor = self._governor_of(target, sentence)
        if governor is None:
            return None
        sign, head = self._chained(governor, sentence)
        negated = self.negated(head.first)
        turns = sum(self._burdens_on(governor, target)) + negated
        return Bearing(sign * (-1) ** turns, governor, negated)

    def bears_on_burden(self, governor: Governor | Hit, target: Hit) -> bool:
        """Whether a word bears not on the target but on a burden of it."""
        return any(self._burdens_on(governor, target))

    def _burdens_on(self, governor: Governor | Hit, target: Hit) -> Iterator[bool]:
        """Yield True for every burden that the governor bears on in the target's stead."""
        inside = range(target.first, target.last)
        is_burden = any(burden.first in inside for burden in self._burdens)
        for burden in self._burdens:
            between = governor.last <= burden.first and burden.last <= target.first
            compound = burden.first == target.last and not is_burden
            yield compound or (between and not self._coordinate(burden.last))

    def _coordinate(self, place: int) -> bool:
        """Whether a list goes on: "barriers and controls" is not a barrier to controls."""
        return self._tokens[place].stem in JOINING or place in self._clauses.commas

    def negated(self, place: int) -> bool:
        """Whether an odd number of negations has the token in scope."""
        return self._negations.negated(place)

    def negates_in(self, span: Span) -> bool:
        """Whether anything in a range of tokens is negated."""
        return self._negations.negates_in(span)

    def denies(self, hit: Hit) -> bool:
        """Whether negations outside a phrase turn it; "no licence" is not denied by its *no*."""
        return self._negations.denies(hit)

    def undone(self, actor: Hit, relation: Hit) -> bool:
        """Whether a lowering word stands before a relation: "it lifts the ban on research"."""
        return any(
            actor.last <= one.first
            and one.last <= relation.first
            and one.direction < 0
            and self._linked(one, relation)
            for one in self._governors
        )

    def together(self, one: int, two: int) -> bool:
        """Whether no clause border stands between two tokens."""
        return self._clauses.together(one, two)

    def _governor_of(self, target: Hit, sentence: Span) -> Governor | None:
        inside = [
            g for g in self._governors if sentence.start <= g.first and g.last <= sentence.end
        ]
        before = [
            g
            for g in inside
            if 0 <= target.first - g.last <= BEFORE and self.together(g.first, target.first)
        ]
        if before:
            return before[-1]
        after = [
            g
            for g in inside
            if 0 <= g.first - target.last <= AFTER
            and self.together(target.first, g.first)
            and self._has_subject(g, target, sentence)
        ]
        return after[0] if after else None

    def _has_subject(self, governor: Governor, target: Hit, sentence: Span) -> bool:
        """Whether the target is what happens: "controls are eased", "controls fell"."""
        between = {token.word for token in self._tokens[target.last : governor.first]}
        if between & PASSIVE:
            return True
        followed = self._tokens[governor.last : sentence.end][:1]
        bare = all(token.stem in stop_stems() and not token.capitals for token in followed)
        return between <= MODALS and bare

    def _chained(self, governor: Governor, sentence: Span) -> tuple[int, Governor]:
        """Multiply the directions of a chain; return them with the chain's head."""
        sign, head = governor.direction, governor
        for other in reversed(self._governors):
            gap = head.first - other.last
            if 0 <= gap <= CHAIN and other.first >= sentence.start:
                if not self._linked(other, head):
                    break
                sign, head = sign * other.direction, other
        return sign, head

    def _linked(self, one: Governor, other: Governor | Hit) -> bool:
        joined = any(token.stem in JOINING for token in self._tokens[one.last : other.first])
        return not joined and self.together(one.first, other.first)


def _burdens_among(hits: Sequence[Hit]) -> list[Hit]:
    """Return the burdens that are not part of a longer phrase.

    A word may be a burden and belong to a family as well: "reduces the shortage".
    """
    spans = {(hit.first, hit.last) for hit in hits if hit.last - hit.first > 1}
    return [hit for hit in hits if hit.key == "burden" and not _is_part(hit, spans)]


def _is_part(hit: Hit, spans: set[tuple[int, int]]) -> bool:
    return any(
        first <= hit.first and hit.last <= last and (first, last) != (hit.first, hit.last)
        for first, last in spans
    )


@cache
def _directions() -> dict[str, int]:
    return {"@" + one.id: one.direction for one in load_english().relations if one.direction}


@cache
def _signal_index() -> PhraseIndex:
    english = load_english()
    families = [("@" + one.id, form) for one in english.relations for form in one.forms]
    burdens = [("burden", word) for word in english.burdens]
    negating = [(KEY + one.scope, one.phrase) for one in english.negating_phrases]
    return PhraseIndex([*families, *burdens, *negating], filler=0)
