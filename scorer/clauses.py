"""Where the clauses of a text begin."""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from scorer.language import load_english
from scorer.text import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorer.reading import Reading

JOINING = frozenset({"and", "or", "&"})
"""Stems that join the members of a list."""
PASSIVE = frozenset("is are was were be been being get gets got".split())
MODALS = frozenset("will would can could may might must should have has had".split())
SUBJECT_REACH = 6
"""Tokens within which the verb of a clause follows its subject."""
ASIDE = 2
"""Tokens in brackets that leave a clause whole."""
_MARKS = frozenset(";:—")
_SO = "so"
_ADVERBS = frozenset({"therefore"})
"""Words that begin a clause only behind a mark: "It therefore moves on"."""
_RELATIVE = frozenset("that which who whom whose to".split())


class Clauses:
    """The clauses and commas of one text, by tokens."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.commas = frozenset(at for at, gap in enumerate(reading.gaps) if "," in gap)
        """The tokens that follow a comma."""
        starts = {place for place in _candidates(reading) if _begins(place, reading)}
        starts |= _brackets(reading.gaps)
        self._numbers = list(accumulate(at in starts for at in range(len(reading.tokens))))

    def together(self, one: int, two: int) -> bool:
        """Whether no clause border stands between two tokens."""
        return self._numbers[one] == self._numbers[two]

    def begins_anew(self, place: int) -> bool:
        """Whether a comma or *and* begins a clause with a subject of its own.

        "No money is promised, Beijing can drop prices" is two statements.
        """
        tokens = self._reading.tokens
        if tokens[place].stem in JOINING:
            place += 1
        elif place not in self.commas:
            return False
        for at, token in enumerate(tokens[place : place + SUBJECT_REACH]):
            if token.word in _RELATIVE or (at and place + at in self.commas):
                return False
            if token.word in PASSIVE or token.word in MODALS:
                return at > 0
        return False


def _candidates(reading: Reading) -> list[int]:
    """Return the tokens that may begin a clause: few, so that it costs little to look closer."""
    starters = _starters()
    marked = zip(reading.gaps, reading.stems, strict=True)
    return [at for at, (gap, stem) in enumerate(marked) if gap != " " or stem in starters]


@cache
def _starters() -> frozenset[str]:
    return _breaker_stems() | {stem(word) for word in (*_ADVERBS, _SO)}


@cache
def _breaker_stems() -> frozenset[str]:
    return frozenset(map(stem, load_english().breakers))


def _begins(place: int, reading: Reading) -> bool:
    """Whether a word or the mark before it begins a clause."""
    token, gap = reading.tokens[place], reading.gaps[place]
    if not _MARKS.isdisjoint(gap):
        return True
    if token.word in _ADVERBS:
        return bool(gap.strip())
    if token.stem == _SO and "," in gap:
        return True
    following = reading.tokens[place + 1 : place + 2]
    purpose = token.word == _SO and [one.word for one in following] == ["that"]
    return purpose or token.stem in _breaker_stems()


def _brackets(gaps: Sequence[str]) -> set[int]:
    """Return where brackets open and close, but for short ones, such as those of an acronym."""
    aside = _asides(gaps)
    return {at for at, gap in enumerate(gaps) if at not in aside and ("(" in gap or ")" in gap)}


def _asides(gaps: Sequence[str]) -> set[int]:
    return {
        place
        for opening, gap in enumerate(gaps)
        if "(" in gap
        for closing, other in enumerate(gaps[opening + 1 : opening + 1 + ASIDE], opening + 1)
        if ")" in other
        for place in (opening, closing)
    }
