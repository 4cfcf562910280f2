"""What would have paid most: the few improvements to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scorer.scale import load_scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.report import PointScore, ScoreReport
    from scorer.rubric import Dimension, Rubric

ImprovementKind = Literal["correct", "answer", "limit", "deepen", "add"]
WORTH_NAMING = 0.05
"""Marks below which a gain is shown without its number: near the top all are small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """One thing to do better next time."""

    kind: ImprovementKind
    title: str
    advice: str
    gain: float
    """Marks that it could add, before rounding."""


def best_improvements(
    report: ScoreReport, rubric: Rubric, count: int = 3
) -> tuple[Improvement, ...]:
    """Return what would have paid most, the most valuable first.

    What contradicts the facts comes before all else, even where it took
    nothing away because nothing was earned. A point in a part of the answer
    that is full already would add nothing, and is not named; nor is a second
    point on the same matter before the first of another.

    Parameters
    ----------
    report : ScoreReport
    rubric : Rubric
        The one that the report was made with.
    count : int, optional
    """
    found = [*_corrections(report), *_limits(report), *_points(report, rubric)]
    ranked = sorted(found, key=lambda each: (each.kind != "correct", -each.gain))
    return tuple(ranked[:count])


def _corrections(report: ScoreReport) -> Iterator[Improvement]:
    correction = _first_correction(report)
    if correction:
        taken = (line.marks for line in report.ledger if line.ref == "wrong_statements")
        yield Improvement(
            kind="correct",
            title="Put right what contradicts the facts",
            advice=correction,
            gain=-sum(taken),
        )


def _limits(report: ScoreReport) -> Iterator[Improvement]:
    """Yield whatever took marks away, with what it took."""
    for line in report.ledger:
        if line.kind != "cap" or line.ref == "wrong_statements" or not line.hundredths:
            continue
        kind, title, advice = _told(line.ref, line.why, report)
        yield Improvement(kind=kind, title=title, advice=advice, gain=-line.marks)


def _told(ref: str, why: str, report: ScoreReport) -> tuple[ImprovementKind, str, str]:
    demand = next((each for each in report.demands if ref == f"demand {each.id}"), None)
    if demand is not None:
        return "answer", "Answer every part of the question", f"Nothing was found on: {demand.text}"
    return "limit", "Lift the limit on your marks", why


def _first_correction(report: ScoreReport) -> str:
    corrections = (
        *(finding.correction for finding in report.misconceptions),
        *(fact.correction for fact in report.facts if fact.verdict == "wrong"),
        *(point.correction for point in report.points if point.status == "contradicted"),
    )
    return next((each for each in corrections if each), "")


def _points(report: ScoreReport, rubric: Rubric) -> Iterator[Improvement]:
    scored = {point.id: point for point in report.points}
    for dimension in rubric.dimensions:
        gains = [
            (_gain(report, rubric, dimension, scored, point.id), scored[point.id])
            for point in dimension.points
            if scored[point.id].status in ("missing", "partial")
        ]
        if gains:
            gain, best = max(gains, key=lambda pair: pair[0])
            if gain > 0:
                yield _advise(best, dimension, gain)


def _advise(point: PointScore, dimension: Dimension, gain: float) -> Improvement:
    partly = point.status == "partial"
    return Improvement(
        kind="deepen" if partly else "add",
        title=f"{'Deepen' if partly else 'Add to'}: {dimension.title}",
        advice=point.feedback or point.statement,
        gain=gain,
    )


def _gain(
    report: ScoreReport,
    rubric: Rubric,
    dimension: Dimension,
    scored: dict[str, PointScore],
    point_id: str,
) -> float:
    """Return the marks that one point, made in full, would add before any limit."""

    def filled(raised: str | None) -> float:
        made = (
            point.weight * (1.0 if point.id == raised else scored[point.id].coverage)
            for point in dimension.points
        )
        return min(1.0, sum(made) / dimension.saturation)

    share = dimension.weight / sum(each.weight for each in rubric.dimensions)
    better = min(1.0, report.coverage + share * (filled(point_id) - filled(None)))
    scale = load_scale()
    return (scale.share(better) - scale.share(report.coverage)) * report.max_marks
