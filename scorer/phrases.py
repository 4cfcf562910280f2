"""Finding many phrases in a text at once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from scorer.text import is_abbreviation, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scorer.text import Token

Key = TypeVar("Key")


class Hit(NamedTuple):
    """A phrase found in a text, as a half-open range of tokens."""

    key: str
    first: int
    last: int


class _Entry(NamedTuple):
    key: str
    others: tuple[str, ...]
    """Stems after the first two."""
    capitals: tuple[str, ...]
    """Stems that must stand in capitals."""


def compared_stems(phrase: str) -> tuple[tuple[str, bool], ...]:
    """Return the stems of a phrase, and which of them match only words in capitals."""
    return tuple(
        (token.stem, is_abbreviation(phrase[token.start : token.end])) for token in tokenize(phrase)
    )


class PhraseIndex:
    """Phrases by their first two stems, so that few are looked at; several may share a key.

    A phrase matches in order, on stems, with at most ``filler`` foreign words
    between two of its own. A word written in capitals (US, EV) matches only capitals,
    also in the plural (EVs).
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], *, filler: int = 1) -> None:
        self._filler = filler
        self._words: defaultdict[str, list[_Entry]] = defaultdict(list)
        self._longer: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
        for key, phrase in phrases:
            self._add(key, phrase)

    def _add(self, key: str, phrase: str) -> None:
        compared = compared_stems(phrase)
        capitals = tuple(stem for stem, needed in compared if needed)
        first, *others = [stem for stem, _ in compared] or [""]
        entry = _Entry(key, tuple(others[1:]), capitals)
        if others:
            self._longer[first, others[0]].append(entry)
        elif first:
            self._words[first].append(entry)

    def find(self, tokens: Sequence[Token]) -> Iterator[Hit]:
        """Yield every hit, single words first; hits may overlap."""
        capitals = [token.stem if token.capitals else "" for token in tokens]
        for entry, first, last in self._matches([token.stem for token in tokens]):
            if not entry.capitals or {*entry.capitals}.issubset(capitals[first:last]):
                yield Hit(entry.key, first, last)

    def _matches(self, stems: Sequence[str]) -> Iterator[tuple[_Entry, int, int]]:
        for first, entries in _looked_up(self._words, stems):
            for entry in entries:
                yield entry, first, first + 1
        for gap in range(1, self._filler + 2):
            for first, entries in _looked_up(self._longer, zip(stems, stems[gap:], strict=False)):
                second = first + gap
                if stems[second] in stems[first + 1 : second]:
                    continue  # found where it stands nearer
                for entry in entries:
                    last = self._match(entry, stems, second + 1)
                    if last:
                        yield entry, first, last

    def _match(self, entry: _Entry, stems: Sequence[str], at: int) -> int:
        """Return the end of the match whose third word is due at ``at``, or 0."""
        for stem in entry.others:
            window = stems[at : at + 1 + self._filler]
            if stem not in window:
                return 0
            at += window.index(stem) + 1
        return at


def _looked_up(
    table: Mapping[Key, list[_Entry]], keys: Iterable[Key]
) -> Iterator[tuple[int, list[_Entry]]]:
    """Yield the place of every key that the table has, with what it holds."""
    return ((place, found) for place, found in enumerate(map(table.get, keys)) if found)


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
