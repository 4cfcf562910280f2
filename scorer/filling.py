"""From the coverage of points to that of dimensions, demands and the whole rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.report import DemandScore, DimensionScore

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scorer.rubric import Dimension, Rubric


def fill_dimensions(rubric: Rubric, covered: Mapping[str, float]) -> tuple[DimensionScore, ...]:
    """Return how full every dimension is.

    Parameters
    ----------
    rubric : Rubric
    covered : mapping
        Coverage of every point of the rubric, 0 to 1, by its id.
    """
    whole = sum(dimension.weight for dimension in rubric.dimensions)
    return tuple(
        DimensionScore(
            id=dimension.id,
            title=dimension.title,
            weight=dimension.weight / whole,
            coverage=_filled(dimension, covered),
        )
        for dimension in rubric.dimensions
    )


def whole_coverage(dimensions: Sequence[DimensionScore]) -> float:
    """Return the coverage of the rubric, 0 to 1."""
    return min(1.0, sum(one.weight * one.coverage for one in dimensions))


def meet_demands(rubric: Rubric, covered: Mapping[str, float]) -> tuple[DemandScore, ...]:
    """Return how far every demand is met, by the best two of its points."""
    scores = []
    for demand in rubric.demands:
        mine = (covered[point.id] for point in rubric.points if point.demand == demand.id)
        best = sorted(mine)[-2:]
        coverage = sum(best) / max(1, len(best))
        scores.append(DemandScore(id=demand.id, text=demand.text, coverage=coverage))
    return tuple(scores)


def share_out(
    rubric: Rubric, covered: Mapping[str, float], dimensions: Sequence[DimensionScore]
) -> list[float]:
    """Return every point's share of the marks: what its dimension earned, by its part in it."""
    filled = {dimension.id: dimension.weight * dimension.coverage for dimension in dimensions}
    made = dict.fromkeys(filled, 0.0)
    for dimension, point in rubric.pairs():
        made[dimension.id] += point.weight * covered[point.id]
    return [
        filled[dimension.id] * point.weight * covered[point.id] / (made[dimension.id] or 1.0)
        for dimension, point in rubric.pairs()
    ]


def _filled(dimension: Dimension, covered: Mapping[str, float]) -> float:
    made = sum(point.weight * covered[point.id] for point in dimension.points)
    return min(1.0, made / dimension.saturation) if dimension.points else 0.0
