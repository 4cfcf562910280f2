"""Which keyword groups of a rubric are met in which windows of an answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scorer.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.rubric import KeywordGroup
    from scorer.text import Span


@dataclass(frozen=True, slots=True)
class GroupHits:
    """Where the keyword groups of a rubric were found in one answer."""

    by_group: tuple[tuple[Hit, ...], ...]
    """Hits of each group, by position."""
    met: NDArray[np.bool_]
    """Shape (n_groups, n_windows)."""

    def inside(self, group: int, window: Span) -> list[Hit]:
        """Return a group's hits that lie inside a window."""
        return [
            hit
            for hit in self.by_group[group]
            if window.start <= hit.first and hit.last <= window.end
        ]


class GroupTable:
    """The keyword groups of a rubric, ready to be found in answers."""

    def __init__(self, groups: Sequence[KeywordGroup]) -> None:
        self.groups = tuple(groups)
        self._groups_of: defaultdict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(groups):
            for alias in group.any:
                self._groups_of[alias].append(number)
        written_out = [alias for alias in self._groups_of if not alias.startswith("@")]
        self._index = PhraseIndex([(alias, alias) for alias in written_out])

    def find(self, reading: Reading) -> GroupHits:
        """Locate every group in an answer."""
        by_group: list[list[Hit]] = [[] for _ in self.groups]
        for hit in (*reading.hits, *self._index.find(reading.tokens)):
            for group in self._groups_of.get(hit.key, ()):
                by_group[group].append(hit)
        met = np.array([_windows_with(hits, reading.windows) for hits in by_group], dtype=bool)
        return GroupHits(
            tuple(tuple(sorted(hits, key=lambda hit: hit.first)) for hits in by_group),
            met.reshape(len(self.groups), len(reading.windows)),
        )


def _windows_with(hits: Iterable[Hit], windows: Sequence[Span]) -> list[bool]:
    ranges = [(hit.first, hit.last) for hit in hits]
    return [
        any(window.start <= first and last <= window.end for first, last in ranges)
        for window in windows
    ]
