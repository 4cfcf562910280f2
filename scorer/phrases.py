"""Finding many phrases in a text at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from scorer.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scorer.text import Token


class Hit(NamedTuple):
    """A phrase found in a text, as a half-open range of tokens."""

    key: str
    first: int
    last: int


class _Entry(NamedTuple):
    key: str
    stems: tuple[str, ...]
    capitals: tuple[bool, ...]


class PhraseIndex:
    """Phrases by their first stem; several may share a key.

    A phrase matches in order, on stems, with at most ``filler`` foreign words
    between two of its own. Words written in capitals (US, EV) match only capitals.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], *, filler: int = 1) -> None:
        self._filler = filler
        self._entries: defaultdict[str, list[_Entry]] = defaultdict(list)
        for key, phrase in phrases:
            self._add(key, tokenize(phrase))

    def _add(self, key: str, tokens: Sequence[Token]) -> None:
        stems = tuple(token.stem for token in tokens)
        if stems:
            capitals = tuple(token.capitals for token in tokens)
            self._entries[stems[0]].append(_Entry(key, stems, capitals))

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Yield every hit, by position; hits may overlap."""
        for first, token in enumerate(tokens):
            for entry in self._entries.get(token.stem, ()):
                last = self._match(entry, tokens, first)
                if last:
                    yield Hit(entry.key, first, last)

    def _match(self, entry: _Entry, tokens: Sequence[Token], first: int) -> int:
        """Return the end of the match that begins at ``first``, or 0."""
        at = first
        for number, (stem, capitals) in enumerate(zip(entry.stems, entry.capitals, strict=True)):
            reach = at + 1 if number == 0 else at + 1 + self._filler
            at = _seek(stem, capitals, tokens, at, reach)
            if not at:
                return 0
        return at


def _seek(stem: str, capitals: bool, tokens: Sequence[Token], start: int, stop: int) -> int:
    """Return one past the first token of this stem in the range, or 0."""
    for at in range(start, min(stop, len(tokens))):
        if tokens[at].stem == stem and (tokens[at].capitals or not capitals):
            return at + 1
    return 0


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that remain when longer ones win over those they overlap."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.first - hit.last, hit.first, hit.key)):
        places = range(hit.first, hit.last)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.first)
