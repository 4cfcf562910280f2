"""Which keyword groups of a rubric are met in which windows of an answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scorer.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        found = sorted(
            (group, hit.first, hit.last, hit)
            for hit in (*reading.hits, *self._index.find(reading.tokens))
            for group in self._groups_of.get(hit.key, ())
        )
        by_group: list[list[Hit]] = [[] for _ in self.groups]
        for group, _, _, hit in found:
            by_group[group].append(hit)
        met = _met([row[:3] for row in found], len(self.groups), reading.windows)
        return GroupHits(tuple(map(tuple, by_group)), met)


def _met(
    found: Sequence[tuple[int, int, int]], group_count: int, windows: Sequence[Span]
) -> NDArray[np.bool_]:
    met = np.zeros((group_count, len(windows)), dtype=bool)
    if found and windows:
        groups, firsts, lasts = np.array(found).T
        starts, ends = np.array(windows).T
        inside = (firsts[:, None] >= starts) & (lasts[:, None] <= ends)
        np.logical_or.at(met, groups, inside)
    return met
