"""Attempts as rows for tables and charts. First answers and rewrites are kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, linear_regression
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from practice.history import AttemptRow, DimensionCoverage

TREND_FROM = 10
"""With fewer first answers, a line would be drawn through chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksPoint:
    """The marks of one attempt."""

    attempt_id: str
    prompt_id: str
    prompt_text: str
    submitted_at: datetime
    marks: float
    max_marks: int
    percent: float
    is_rewrite: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPoint:
    """One end of the line through the marks of first answers."""

    submitted_at: datetime
    percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionMean:
    """How much of one dimension the answers covered on average."""

    title: str
    percent: float
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Words and minutes of one attempt."""

    attempt_id: str
    prompt_text: str
    submitted_at: datetime
    words: int
    word_limit: int
    minutes: float
    overtime_minutes: float
    words_per_minute: float | None
    """None where the time says nothing: a relaxed answer, or one on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The practice so far, in a few numbers."""

    answers: int
    rewrites: int
    prompts: int
    days: int
    minutes: float
    words: int


def marks_over_time(rows: Iterable[AttemptRow]) -> tuple[MarksPoint, ...]:
    """Return the marks of every scored attempt, oldest first."""
    return tuple(
        MarksPoint(
            attempt_id=row.id,
            prompt_id=row.prompt_id,
            prompt_text=row.prompt_text,
            submitted_at=row.submitted_at,
            marks=row.marks,
            max_marks=row.max_marks,
            percent=100 * row.marks / row.max_marks,
            is_rewrite=row.parent_id is not None,
        )
        for row in _oldest_first(rows)
        if row.marks is not None
    )


def trend(points: Sequence[MarksPoint]) -> tuple[TrendPoint, ...]:
    """Return both ends of the line that fits the marks of first answers best.

    Returns
    -------
    tuple of TrendPoint
        Empty with fewer than ten first answers, or all of one moment.
    """
    first = [point for point in points if not point.is_rewrite]
    if len(first) < TREND_FROM or first[0].submitted_at == first[-1].submitted_at:
        return ()
    start = first[0].submitted_at
    times = [(point.submitted_at - start).total_seconds() for point in first]
    slope, intercept = linear_regression(times, [point.percent for point in first])
    return tuple(
        TrendPoint(submitted_at=point.submitted_at, percent=_within_scale(intercept + slope * time))
        for point, time in ((first[0], times[0]), (first[-1], times[-1]))
    )


def coverage_by_dimension(rows: Iterable[AttemptRow]) -> tuple[DimensionMean, ...]:
    """Return the mean coverage of every dimension, weakest first.

    Dimensions of different rubrics count as one if they have the same title.
    """
    by_title: dict[str, list[DimensionCoverage]] = {}
    for dimension in (each for row in rows for each in row.dimensions):
        by_title.setdefault(dimension.title, []).append(dimension)
    means = (
        DimensionMean(
            title=title,
            percent=100 * fmean(dimension.coverage for dimension in found),
            answers=len(found),
        )
        for title, found in by_title.items()
    )
    return tuple(sorted(means, key=lambda mean: (mean.percent, mean.title)))


def effort(rows: Iterable[AttemptRow]) -> tuple[Effort, ...]:
    """Return the words and minutes of every attempt, oldest first."""
    return tuple(
        Effort(
            attempt_id=row.id,
            prompt_text=row.prompt_text,
            submitted_at=row.submitted_at,
            words=row.words,
            word_limit=row.word_limit,
            minutes=row.minutes,
            overtime_minutes=row.overtime_minutes,
            words_per_minute=_speed(row),
        )
        for row in _oldest_first(rows)
    )


def summarise(rows: Sequence[AttemptRow]) -> Summary:
    """Return the practice so far in a few numbers."""
    return Summary(
        answers=len(rows),
        rewrites=sum(row.parent_id is not None for row in rows),
        prompts=len({row.prompt_id for row in rows}),
        days=len({_local_day(row.submitted_at) for row in rows}),
        minutes=sum(row.minutes for row in rows if row.mode != "relaxed"),
        words=sum(row.words for row in rows),
    )


def _oldest_first(rows: Iterable[AttemptRow]) -> list[AttemptRow]:
    return sorted(rows, key=lambda row: row.submitted_at)


def _speed(row: AttemptRow) -> float | None:
    within_the_time = row.minutes - row.overtime_minutes
    if row.mode == "relaxed" or row.medium == "paper" or within_the_time <= 0:
        return None
    return row.words / within_the_time


def _within_scale(percent: float) -> float:
    return min(100.0, max(0.0, percent))


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()
