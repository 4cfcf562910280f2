"""Two answers to the same question, side by side: words, points and parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from practice.diffing import diff_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta

    from practice.attempts import Attempt
    from practice.diffing import Piece
    from practice.history import Review
    from scorer.report import PointScore, PointStatus, ScoreReport

RANKS: Final[dict[PointStatus, int]] = {
    "contradicted": 0,
    "missing": 1,
    "partial": 2,
    "covered": 3,
}
"""The statuses of a point, from the worst to the best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointChange:
    """A marking point that one answer makes more fully than the other."""

    statement: str
    before: PointStatus
    after: PointStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionChange:
    """How full one part of the answer was, and is: 0 to 1."""

    title: str
    before: float
    after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What two reports say differently. Points that only one rubric has are left out."""

    marks: float
    gained: tuple[PointChange, ...]
    lost: tuple[PointChange, ...]
    kept: int
    """Points that both answers make, neither more nor less."""
    dimensions: tuple[DimensionChange, ...]
    same_version: bool
    """Whether the same scorer, rubric and scale made both reports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two answers."""

    attempt: Attempt
    time_taken: timedelta
    report: ScoreReport | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What became of one answer in another."""

    before: Side
    after: Side
    changes: Changes | None
    """None unless both are marked."""


def compare(before: Review, after: Review) -> Comparison:
    """Return what changed from one answer to another."""
    first, second = pair_reports(before, after)
    left, right = diff_words(before.attempt.in_time_text, after.attempt.in_time_text)
    return Comparison(
        before=_side(before, first, left),
        after=_side(after, second, right),
        changes=find_changes(first, second) if first and second else None,
    )


def _side(review: Review, report: ScoreReport | None, pieces: tuple[Piece, ...]) -> Side:
    return Side(attempt=review.attempt, time_taken=review.time_taken, report=report, pieces=pieces)


def pair_reports(before: Review, after: Review) -> tuple[ScoreReport | None, ScoreReport | None]:
    """Return one report of each, of the newest version that marked both if there is one."""
    theirs = {stored.report.signature: stored.report for stored in after.reports}
    for stored in before.reports:
        if stored.report.signature in theirs:
            return stored.report, theirs[stored.report.signature]
    return before.report, after.report


def find_changes(before: ScoreReport, after: ScoreReport) -> Changes:
    """Return what two reports on answers to the same question say differently."""
    later = {point.id: point for point in after.points}
    pairs = [(point, later[point.id]) for point in before.points if point.id in later]
    return Changes(
        marks=after.marks - before.marks,
        gained=_changed((one, two) for one, two in pairs if _rank(one) < _rank(two)),
        lost=_changed((one, two) for one, two in pairs if _rank(one) > _rank(two)),
        kept=sum(_rank(one) == _rank(two) >= RANKS["partial"] for one, two in pairs),
        dimensions=_dimensions(before, after),
        same_version=before.signature == after.signature,
    )


def _changed(pairs: Iterable[tuple[PointScore, PointScore]]) -> tuple[PointChange, ...]:
    return tuple(
        PointChange(statement=two.statement, before=one.status, after=two.status)
        for one, two in pairs
    )


def _dimensions(before: ScoreReport, after: ScoreReport) -> tuple[DimensionChange, ...]:
    later = {dimension.id: dimension.coverage for dimension in after.dimensions}
    return tuple(
        DimensionChange(title=each.title, before=each.coverage, after=later[each.id])
        for each in before.dimensions
        if each.id in later
    )


def _rank(point: PointScore) -> int:
    return RANKS[point.status]
