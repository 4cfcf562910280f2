"""Attempts as rows for tables and charts. First answers and rewrites are kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean, linear_regression
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from practice.history import AttemptOutline, AttemptRow, DimensionCoverage

Measure = Literal["words_per_minute", "overtime_minutes"]

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
class PacePoint:
    """How fast one first answer was written against the clock."""

    attempt_id: str
    prompt_text: str
    submitted_at: datetime
    words_per_minute: float
    overtime_minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePoint:
    """One end of the line through the pace of first answers."""

    submitted_at: datetime
    value: float


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
    """None where the time says nothing: a relaxed answer, or one on paper.
    The speed of the hand is another one: see `paper_speed`."""


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
    line = _fit([(point.submitted_at, point.percent) for point in first])
    return tuple(
        TrendPoint(submitted_at=moment, percent=min(100.0, value)) for moment, value in line
    )


def pace(rows: Iterable[AttemptRow]) -> tuple[PacePoint, ...]:
    """Return the pace of every first answer that was typed against the clock, oldest first."""
    return tuple(
        PacePoint(
            attempt_id=row.id,
            prompt_text=row.prompt_text,
            submitted_at=row.submitted_at,
            words_per_minute=speed,
            overtime_minutes=row.overtime_minutes,
        )
        for row in _oldest_first(rows)
        if row.parent_id is None and (speed := _speed(row)) is not None
    )


def pace_trend(points: Sequence[PacePoint], measure: Measure) -> tuple[LinePoint, ...]:
    """Return both ends of the line that fits a measure best; empty as in `trend`."""
    line = _fit([(point.submitted_at, getattr(point, measure)) for point in points])
    return tuple(LinePoint(submitted_at=moment, value=value) for moment, value in line)


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


def summarise(rows: Sequence[AttemptRow | AttemptOutline]) -> Summary:
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


def paper_speed(rows: Iterable[AttemptRow]) -> tuple[float, int] | None:
    """Return the words a minute on paper, and in how many answers; None without any.

    Only sheets that were typed up have words. Speed at the keyboard is kept apart.
    """
    sheets = [row for row in rows if row.medium == "paper" and row.words and row.minutes > 0]
    if not sheets:
        return None
    return sum(row.words for row in sheets) / sum(row.minutes for row in sheets), len(sheets)


def _speed(row: AttemptRow) -> float | None:
    within_the_time = row.minutes - row.overtime_minutes
    if row.mode == "relaxed" or row.medium == "paper" or within_the_time <= 0:
        return None
    return row.words / within_the_time


def _fit(points: Sequence[tuple[datetime, float]]) -> tuple[tuple[datetime, float], ...]:
    """Return both ends of the line of least squares, never below zero."""
    if len(points) < TREND_FROM or points[0][0] == points[-1][0]:
        return ()
    start = points[0][0]
    times = [(moment - start).total_seconds() for moment, _ in points]
    slope, intercept = linear_regression(times, [value for _, value in points])
    ends = ((points[0][0], times[0]), (points[-1][0], times[-1]))
    return tuple((moment, max(0.0, intercept + slope * time)) for moment, time in ends)


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()
