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
    capitals: frozenset[str]
    """Stems that must stand in capitals."""


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
            capitals = frozenset(token.stem for token in tokens if token.capitals)
            self._entries[stems[0]].append(_Entry(key, stems, capitals))

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Yield every hit, by position; hits may overlap."""
        stems = [token.stem for token in tokens]
        for first, stem in enumerate(stems):
            for entry in self._entries.get(stem, ()):
                last = first + 1 if len(entry.stems) == 1 else self._match(entry, stems, first)
                if last and (not entry.capitals or _written_alike(entry, tokens[first:last])):
                    yield Hit(entry.key, first, last)

    def _match(self, entry: _Entry, stems: Sequence[str], first: int) -> int:
        """Return the end of the match that begins at ``first``, or 0."""
        at = first + 1
        for stem in entry.stems[1:]:
            window = stems[at : at + 1 + self._filler]
            if stem not in window:
                return 0
            at += window.index(stem) + 1
        return at


def _written_alike(entry: _Entry, tokens: Sequence[Token]) -> bool:
    """Whether every stem that must stand in capitals does."""
    written = {token.stem for token in tokens if token.capitals}
    return entry.capitals <= written


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
