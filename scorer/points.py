"""How far an answer makes each rubric point, and with which words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from scorer.concepts import concept_index
from scorer.coverage import PhrasingMatrix
from scorer.matching import GroupHits, GroupTable
from scorer.rubric import Rubric  # noqa: TC001 -- the cache's key
from scorer.text import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.rubric import GroupRole, KeywordGroup, RubricPoint

PHRASED_ENOUGH = 0.5
"""Coverage of a phrasing that is as good as all of it when the groups are met."""
CREDIT = ((0.5, 0.0), (1.0, 1.0))
"""Coverage earned by the strength of a point with keyword groups, linear in between."""
PLAIN_CREDIT = ((0.0, 0.0), (0.15, 0.02), (0.85, 1.0))
"""Coverage earned by a point with phrasings only, after the chance correction. Weak
resemblance earns a trace, so that it still ranks above none."""
CHANCE_SHARE = 0.35
"""How much of the coverage shared with the other points is taken for chance."""
WHOLE_SHARE = 0.25
"""Weight of the whole answer beside the best window, for a point with phrasings only:
what one sentence begins another may finish."""
DEPTH_SHARE = 0.4
"""Share of a point's coverage that is earned by mechanism and specifics."""


@dataclass(frozen=True, slots=True)
class PointMatch:
    """The best evidence for one point."""

    point: RubricPoint
    coverage: float
    """0 to 1."""
    window: Span | None
    """Range of tokens; None if nothing in the answer resembles the point."""
    groups_met: tuple[str, ...]
    groups_not_met: tuple[str, ...]
    depth: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """Every point measured in every window of one answer."""

    hits: GroupHits
    phrased: NDArray[np.float64]
    """Coverage by the best phrasing, shape (n_points, n_windows)."""
    strength: NDArray[np.float64]
    """Phrasings and keyword groups together, of the same shape."""

    def hits_of(self, groups: Sequence[int], window: Span) -> list[Hit]:
        """Return the hits of some groups that lie inside a window."""
        return [hit for group in groups for hit in self.hits.inside(group, window)]


class PointTable:
    """The points of a rubric, ready to be found in answers."""

    def __init__(self, rubric: Rubric) -> None:
        self.points = rubric.points
        self.concepts = concept_index(rubric.lexicon)
        self._matrix = PhrasingMatrix(self.points, rubric.prompt_text, self.concepts)
        self.groups = GroupTable([group for point in self.points for group in point.keywords])
        owners = [at for at, point in enumerate(self.points) for _ in point.keywords]
        self._own = [
            [group for group, owner in enumerate(owners) if owner == at]
            for at in range(len(self.points))
        ]
        self._core = self._averaging("actor", "object", "relation")
        self._objects = self._averaging("object")
        self._plain = [at for at, core in enumerate(self._core) if not core.any()]
        self.object_groups = self._numbers_of("object")
        self.relation_groups = self._numbers_of("relation")
        """Numbers of the groups that name each point's object, and its relation."""

    def locate(self, reading: Reading) -> Located:
        """Measure every point in every window of an answer."""
        hits = self.groups.find(reading)
        phrased = self._matrix.measure(reading)
        share = self._core @ hits.met
        strength = np.sqrt(np.minimum(1.0, phrased / PHRASED_ENOUGH) * share)
        nameless = self._objects.any(axis=1, keepdims=True) & (self._objects @ hits.met == 0)
        strength[nameless] = 0.0
        if self._plain:
            whole = self._matrix.measure_whole(reading)
            blended = (1 - WHOLE_SHARE) * phrased + WHOLE_SHARE * whole
            strength[self._plain] = _chance_corrected(blended)[self._plain]
        return Located(hits, phrased, strength)

    def _averaging(self, *roles: GroupRole) -> NDArray[np.float64]:
        """Return rows that average each point's groups of these roles."""
        rows = np.zeros((len(self.points), len(self.groups.groups)))
        for row, numbers in zip(rows, self._numbers_of(*roles), strict=True):
            row[numbers] = 1 / max(1, len(numbers))
        return rows

    def _numbers_of(self, *roles: GroupRole) -> list[list[int]]:
        groups = self.groups.groups
        return [[at for at in own if groups[at].role in roles] for own in self._own]

    def match(
        self,
        reading: Reading,
        located: Located,
        barred: NDArray[np.bool_],
        misstated: Sequence[Span] = (),
    ) -> tuple[PointMatch, ...]:
        """Return the best evidence for every point, in rubric order.

        Barred windows, of shape (n_points, n_windows), earn nothing; misstated
        sentences, whose figures are wrong, make no point specific.
        """
        strength = np.where(barred, 0.0, located.strength)
        return tuple(
            self._match(at, reading, located.hits, strength[at], misstated)
            for at in range(len(self.points))
        )

    def _match(
        self,
        at: int,
        reading: Reading,
        hits: GroupHits,
        strength: NDArray[np.float64],
        misstated: Sequence[Span],
    ) -> PointMatch:
        best = int(strength.argmax()) if strength.size else 0
        top = float(strength[best]) if strength.size else 0.0
        made = _credit(top, PLAIN_CREDIT if at in self._plain else CREDIT)
        if not made:
            return _unmatched(self.points[at])
        window = reading.windows[best]
        near = _with_neighbours(reading, window)
        groups = [(self.groups.groups[number], number) for number in self._own[at]]
        met = [
            group
            for group, number in groups
            if _counts(hits.inside(number, near if group.deepens else window), group, misstated)
        ]
        depth = tuple(sorted({group.role for group in met if group.deepens}))
        wanted = {group.role for group, _ in groups if group.deepens}
        return PointMatch(
            point=self.points[at],
            coverage=made * _depth_factor(depth, wanted),
            window=window,
            groups_met=tuple(group.any[0] for group in met),
            groups_not_met=tuple(group.any[0] for group, _ in groups if group not in met),
            depth=depth,
        )


@lru_cache(maxsize=64)
def point_table(rubric: Rubric) -> PointTable:
    """Return the rubric's points, compiled once per rubric."""
    return PointTable(rubric)


def _counts(hits: Sequence[Hit], group: KeywordGroup, misstated: Sequence[Span]) -> bool:
    """Whether hits meet a group; a scheme named with a wrong figure is nothing specific."""
    if group.role != "specific":
        return bool(hits)
    return any(not any(one.start <= hit.first < one.end for one in misstated) for hit in hits)


def _credit(strength: float, knots: Sequence[tuple[float, float]]) -> float:
    strengths, earned = zip(*knots, strict=True)
    return float(np.interp(strength, strengths, earned))


def _unmatched(point: RubricPoint) -> PointMatch:
    lacking = tuple(group.any[0] for group in point.keywords)
    return PointMatch(point, 0.0, None, (), lacking, ())


def _chance_corrected(phrased: NDArray[np.float64]) -> NDArray[np.float64]:
    """Discount what the answer shares with the other points by chance."""
    if len(phrased) < 2 or not phrased.size:
        return phrased
    best = phrased.max(axis=1)
    noise = CHANCE_SHARE * (best.sum() - best) / (len(best) - 1)
    corrected: NDArray[np.float64] = (phrased - noise[:, None]) / (1 - noise[:, None]).clip(1e-9)
    return corrected


def _with_neighbours(reading: Reading, window: Span) -> Span:
    """Return the window with the sentences before and after it."""
    before = [s.start for s in reading.sentences if s.end <= window.start][-1:]
    after = [s.end for s in reading.sentences if s.start >= window.end][:1]
    return Span(*(before or [window.start]), *(after or [window.end]))


def _depth_factor(depth: Collection[str], wanted: Collection[str]) -> float:
    lacking = len(wanted) - len(depth)
    return 1.0 - DEPTH_SHARE * lacking / len(wanted) if wanted else 1.0
