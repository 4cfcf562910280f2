"""How far an answer makes each rubric point, and with which words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

import numpy as np

from scorer.concepts import concept_index
from scorer.coverage import PhrasingMatrix
from scorer.matching import GroupHits, GroupTable
from scorer.rubric import Rubric  # noqa: TC001 -- the cache's key
from scorer.sparse import sparse_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.rubric import GroupRole, KeywordGroup, RubricPoint
    from scorer.text import Span

PHRASED_ENOUGH = 0.5
"""Coverage of a phrasing that is as good as all of it when the groups are met."""
CREDIT = ((0.45, 0.0), (0.85, 1.0))
"""Coverage earned by the strength of a point with keyword groups, linear in between."""
PLAIN_CREDIT = ((0.0, 0.0), (0.15, 0.02), (0.85, 1.0))
"""Coverage earned by a point with phrasings only, after the chance correction. Weak
resemblance earns a trace, so that it still ranks above none."""
CHANCE_SHARE = 0.35
"""How much of the coverage shared with the other points is taken for chance."""
WHOLE_SHARE = 0.25
"""Weight of the whole answer beside the best window, for a point with phrasings only:
what one sentence begins another may finish."""
ALONE_SHARE = 0.9
"""A sentence that earns so much of what two of them would is the evidence by itself."""
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
        self.object_groups = self._numbers_of("object")
        self.relation_groups = self._numbers_of("relation")
        """Numbers of the groups that name each point's object, and its relation."""
        core = self._numbers_of("actor", "object", "relation")
        self._core = self._averaging(core)
        self._objects = self._averaging(self.object_groups)
        self._plain = np.array([not numbers for numbers in core], dtype=bool)
        self._named = np.array([bool(numbers) for numbers in self.object_groups], dtype=bool)

    def locate(self, reading: Reading) -> Located:
        """Measure every point in every window of an answer."""
        hits = self.groups.find(reading)
        held = self._matrix.find(reading)
        phrased = self._matrix.measure(held)
        share = self._core @ hits.met
        strength = np.sqrt(np.minimum(1.0, phrased / PHRASED_ENOUGH) * share)
        strength[self._named[:, None] & (self._objects @ hits.met == 0)] = 0.0
        if self._plain.any():
            whole = self._matrix.measure_whole(held)
            blended = (1 - WHOLE_SHARE) * phrased + WHOLE_SHARE * whole
            strength[self._plain] = _chance_corrected(blended)[self._plain]
        return Located(hits, phrased, strength)

    def _averaging(self, numbers: Sequence[Sequence[int]]) -> csr_array:
        """Return rows that average each point's groups of these numbers."""
        rows = [dict.fromkeys(own, 1 / max(1, len(own))) for own in numbers]
        return sparse_rows(rows, len(self.groups.groups))

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
        if not reading.windows:
            return tuple(map(_unmatched, self.points))
        strength = np.where(barred, 0.0, located.strength)
        plain = self._plain[:, None]
        earned = np.where(plain, _credit(strength, PLAIN_CREDIT), _credit(strength, CREDIT))
        told = [
            [
                self._match(at, made, reading, located.hits, window, misstated)
                for made, window in _promising(own, strong, len(reading.sentences))
            ]
            for at, (own, strong) in enumerate(zip(earned, strength, strict=True))
        ]
        return tuple(
            max(matches, key=attrgetter("coverage")) if matches else _unmatched(point)
            for point, matches in zip(self.points, told, strict=True)
        )

    def _match(
        self,
        at: int,
        made: float,
        reading: Reading,
        hits: GroupHits,
        best: int,
        misstated: Sequence[Span],
    ) -> PointMatch:
        """Describe the evidence that a window of an answer gives for a point."""
        near = reading.with_neighbours(reading.windows[best])
        groups = [(self.groups.groups[number], number) for number in self._own[at]]
        met = [
            group
            for group, number in groups
            if (
                _deepened(hits.inside(number, near), group, misstated)
                if group.deepens
                else hits.meets(number, best)
            )
        ]
        depth = tuple(sorted({group.role for group in met if group.deepens}))
        wanted = {group.role for group, _ in groups if group.deepens}
        return PointMatch(
            point=self.points[at],
            coverage=made * _depth_factor(depth, wanted),
            window=reading.windows[best],
            groups_met=tuple(group.name for group in met),
            groups_not_met=tuple(group.name for group, _ in groups if group not in met),
            depth=depth,
        )


@lru_cache(maxsize=64)
def point_table(rubric: Rubric) -> PointTable:
    """Return the rubric's points, compiled once per rubric."""
    return PointTable(rubric)


def _deepened(hits: Sequence[Hit], group: KeywordGroup, misstated: Sequence[Span]) -> bool:
    """Whether hits deepen a point; a scheme named with a wrong figure is nothing specific."""
    if group.role != "specific":
        return bool(hits)
    return any(not any(one.start <= hit.first < one.end for one in misstated) for hit in hits)


def _credit(
    strength: NDArray[np.float64], knots: Sequence[tuple[float, float]]
) -> NDArray[np.float64]:
    strengths, earned = zip(*knots, strict=True)
    credit: NDArray[np.float64] = np.interp(strength, strengths, earned)
    return credit


def _promising(
    earned: NDArray[np.float64], strength: NDArray[np.float64], sentences: int
) -> Iterator[tuple[float, int]]:
    """Yield what windows earn that depth may make the best, the strongest first.

    Two sentences are none of them where one says nearly as much.
    """
    most = float(earned.max())
    if most <= 0:
        return
    if earned[:sentences].max() >= ALONE_SHARE * most:
        earned, strength = earned[:sentences], strength[:sentences]
    likely = np.flatnonzero(earned >= (1 - DEPTH_SHARE) * earned.max())
    for window in likely[np.argsort(-strength[likely], kind="stable")].tolist():
        yield float(earned[window]), window


def _unmatched(point: RubricPoint) -> PointMatch:
    lacking = tuple(group.name for group in point.keywords)
    return PointMatch(point, 0.0, None, (), lacking, ())


def _chance_corrected(phrased: NDArray[np.float64]) -> NDArray[np.float64]:
    """Discount what the answer shares with the other points by chance."""
    if len(phrased) < 2 or not phrased.size:
        return phrased
    best = phrased.max(axis=1)
    noise = CHANCE_SHARE * (best.sum() - best) / (len(best) - 1)
    corrected: NDArray[np.float64] = (phrased - noise[:, None]) / (1 - noise[:, None]).clip(1e-9)
    return corrected


def _depth_factor(depth: Collection[str], wanted: Collection[str]) -> float:
    lacking = len(wanted) - len(depth)
    return 1.0 - DEPTH_SHARE * lacking / len(wanted) if wanted else 1.0
