"""Where the clauses of a text begin."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scorer.language import load_english
from scorer.text import stem

if TYPE_CHECKING:
    from scorer.reading import Reading
    from scorer.text import Token

JOINING = frozenset({"and", "or", "&"})
"""Stems that join the members of a list."""
PASSIVE = frozenset("is are was were be been being get gets got".split())
MODALS = frozenset("will would can could may might must should have has had".split())
SUBJECT_REACH = 6
"""Tokens within which the verb of a clause follows its subject."""
ASIDE = 2
"""Tokens in brackets that leave a clause whole."""
_PURPOSE = ["so", "that"]
_ADVERBS = frozenset({"therefore"})
"""Words that begin a clause only behind a mark: "It therefore moves on"."""
_RELATIVE = frozenset("that which who whom whose to".split())


class Clauses:
    """The clause borders and commas of one text, by the tokens behind them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._borders = _borders(reading)
        self.commas = frozenset(
            at for at in range(len(reading.tokens)) if "," in gap_before(reading, at)
        )

    def together(self, one: int, two: int) -> bool:
        """Whether no clause border stands between two tokens."""
        low, high = sorted((one, two))
        return not any(low < border <= high for border in self._borders)

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


def gap_before(reading: Reading, place: int) -> str:
    """Return what stands between a token and the one before it."""
    if not place:
        return ""
    return reading.text[reading.tokens[place - 1].end : reading.tokens[place].start]


def _borders(reading: Reading) -> list[int]:
    aside = _asides(reading)
    return [
        place
        for place, token in enumerate(reading.tokens)
        if _breaks(token, gap_before(reading, place))
        or [one.word for one in reading.tokens[place : place + 2]] == _PURPOSE
        or (place not in aside and any(mark in gap_before(reading, place) for mark in "()"))
    ]


def _breaks(token: Token, gap: str) -> bool:
    """Whether a word or the mark before it begins a clause."""
    if any(mark in gap for mark in ";:—"):
        return True
    if token.word in _ADVERBS:
        return bool(gap.strip())
    return token.stem in _breaker_stems() or (token.stem == "so" and "," in gap)


def _asides(reading: Reading) -> set[int]:
    """Return where short brackets, such as those of an acronym, open and close."""
    opening = [at for at in range(len(reading.tokens)) if "(" in gap_before(reading, at)]
    return {
        place
        for at in opening
        for close in range(at + 1, min(at + ASIDE, len(reading.tokens) - 1) + 1)
        if ")" in gap_before(reading, close)
        for place in (at, close)
    }


@cache
def _breaker_stems() -> frozenset[str]:
    return frozenset(map(stem, load_english().breakers))
