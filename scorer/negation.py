"""Which words of a text stand under a negation."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scorer.language import load_english
from scorer.phrases import PhraseIndex
from scorer.text import negator_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scorer.clauses import Clauses
    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.text import Span

KEY = "negate "
"""Beginning of the keys under which negating phrases are found; their scope follows."""
REACH = 12
"""Tokens that a negation reaches at most."""
LIMITED_WITHIN = 8
"""Tokens within which an adverb limits a negation: "does not shift chains overnight"."""
_STOPPING = {"phrase", "condition"}


class Negations:
    """The negations of one text, each with the tokens in its scope.

    Parameters
    ----------
    reading : Reading
    hits : sequence of Hit
        The longest words and phrases that say something of direction or negation;
        negating ones have keys that begin with ``KEY``.
    clauses : Clauses
    """

    def __init__(self, reading: Reading, hits: Sequence[Hit], clauses: Clauses) -> None:
        self._reading = reading
        self._clauses = clauses
        turns = sorted(self._turns(hits))
        self._scopes = [scope for span in reading.sentences for scope in self._reaches(span, turns)]
        self._negated = _turned(len(reading.tokens), self._scopes)

    def negated(self, place: int) -> bool:
        """Whether an odd number of negations has the token in scope."""
        return self._negated[place]

    def negates_in(self, span: Span) -> bool:
        """Whether anything in a range of tokens is negated."""
        return any(self._negated[slice(*span)])

    def denies(self, hit: Hit) -> bool:
        """Whether negations outside a phrase turn it; "no licence" is not denied by its *no*."""
        own = sum(hit.first <= at < hit.last and hit.first in places for at, places in self._scopes)
        return self._negated[hit.first] != (own % 2 == 1)

    def _turns(self, hits: Sequence[Hit]) -> Iterator[tuple[int, str]]:
        """Yield the place and the kind of scope of everything that negates."""
        covered = {place for hit in hits for place in range(hit.first, hit.last)}
        for hit in hits:
            if hit.key.startswith(KEY) and not self._is_compound(hit):
                scope = hit.key.removeprefix(KEY)
                yield (hit.first if scope == "before" else hit.last - 1, scope)
        for place, token in enumerate(self._reading.tokens):
            if token.stem in negator_stems() and place not in covered:
                yield (place, "after")

    def _is_compound(self, hit: Hit) -> bool:
        """Whether a *no* is part of a word or a number: "no-go areas", "no. 1"."""
        following = self._reading.tokens[hit.last : hit.last + 1]
        if hit.last - hit.first > 1 or not following:
            return False
        return self._reading.gaps[hit.last] == "-" or following[0].word.isdigit()

    def _reaches(
        self, span: Span, turns: Sequence[tuple[int, str]]
    ) -> Iterator[tuple[int, frozenset[int]]]:
        """Yield the negations of a sentence with the tokens in their scope."""
        inside = [turn for turn in turns if span.start <= turn[0] < span.end]
        for turn in _without_necessities(inside):
            places = frozenset(self._scope(turn, span))
            if not self._is_limited(turn, places):
                yield (turn[0], places)

    def _scope(self, turn: tuple[int, str], sentence: Span) -> Iterable[int]:
        at, kind = turn
        if kind == "whole":
            return range(at + 1, sentence.end)
        reach = range(max(sentence.start, at - REACH), at + 1)
        if kind != "before":
            reach = range(at, self._end_of_scope(turn, min(sentence.end, at + REACH + 1)))
        return (place for place in reach if self._clauses.together(at, place))

    def _end_of_scope(self, turn: tuple[int, str], end: int) -> int:
        at, kind = turn
        for place in range(at + 1, end):
            if self._reading.tokens[place].stem == "nor" or self._clauses.begins_anew(place):
                return place
            if kind in _STOPPING and place in self._clauses.commas:
                return place
        return end

    def _is_limited(self, turn: tuple[int, str], places: frozenset[int]) -> bool:
        """Whether only the manner is denied, which is criticism and no denial."""
        at, kind = turn
        near = self._reading.tokens[at : at + LIMITED_WITHIN + 1]
        return kind == "after" and any(
            at + hit.first in places for hit in _limiting_index().find(near)
        )


def _without_necessities(turns: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Leave out what says that something is needed: "without lithium it cannot run"."""
    skipped: set[int] = set()
    for number, (at, kind) in enumerate(turns):
        others = [
            other
            for other, (place, other_kind) in enumerate(turns)
            if other_kind != "condition" and abs(place - at) <= REACH
        ]
        if kind == "condition" and others:
            skipped |= {number, min(others, key=lambda other: abs(turns[other][0] - at))}
    return (turn for number, turn in enumerate(turns) if number not in skipped)


def _turned(count: int, scopes: Sequence[tuple[int, frozenset[int]]]) -> list[bool]:
    """Return for every token whether it is negated, once or three times."""
    negated = [False] * count
    for _, places in scopes:
        for place in places:
            negated[place] = not negated[place]
    return negated


@cache
def _limiting_index() -> PhraseIndex:
    return PhraseIndex([("limit", words) for words in load_english().limits], filler=0)
