"""Which keyword groups of a rubric are met in which windows of an answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from scorer.alternatives import expand_alternatives
from scorer.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.rubric import KeywordGroup
    from scorer.text import Span


@dataclass(frozen=True)
class GroupHits:
    """Where the keyword groups of a rubric were found in one answer."""

    groups: tuple[KeywordGroup, ...]
    found: Sequence[list[Hit]]
    """Hits of each group, by position."""
    windows: tuple[int, ...]
    """The windows in which each group is met, as the bits of a number."""
    window_count: int

    @cached_property
    def met(self) -> NDArray[np.bool_]:
        """The same as an array of shape (n_groups, n_windows)."""
        size = -(-self.window_count // 8)
        packed = b"".join(bits.to_bytes(size, "little") for bits in self.windows)
        rows = np.frombuffer(packed, np.uint8).reshape(len(self.windows), size)
        return np.unpackbits(rows, axis=1, count=self.window_count, bitorder="little").astype(bool)

    def meets(self, group: int, window: int) -> bool:
        """Whether a group is met in the window of a number."""
        return bool(self.windows[group] >> window & 1)

    def inside(self, group: int, span: Span) -> list[Hit]:
        """Return a group's hits that lie inside a range of tokens, by position."""
        found = self.found[group]
        return [hit for hit in found if span.start <= hit.first and hit.last <= span.end]


class GroupTable:
    """The keyword groups of a rubric, ready to be found in answers."""

    def __init__(self, groups: Iterable[KeywordGroup]) -> None:
        self.groups = tuple(groups)
        self._owners: defaultdict[str, list[int]] = defaultdict(list)
        for number, group in enumerate(self.groups):
            for alias in group.any:
                self._owners[alias].append(number)
        written_out = [alias for alias in self._owners if not alias.startswith("@")]
        self._index = PhraseIndex(
            (alias, words) for alias in written_out for words in expand_alternatives(alias)
        )

    def find(self, reading: Reading) -> GroupHits:
        """Locate every group in an answer."""
        found: list[list[Hit]] = [[] for _ in self.groups]
        windows = [0] * len(self.groups)
        hits = chain(reading.hits, self._index.find(reading.tokens))
        for hit in sorted(hits, key=attrgetter("first", "last")):
            for number in self._owners.get(hit.key, ()):
                found[number].append(hit)
                windows[number] |= reading.windows_with(hit)
        return GroupHits(self.groups, found, tuple(windows), len(reading.windows))
