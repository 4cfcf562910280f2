"""A comparison of two answers in the learner's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from practice.wording import MODES, describe_day, describe_duration, describe_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from practice.comparing import Comparison, DimensionChange, PointChange, Side
    from practice.examples import Example
    from practice.history import AttemptRow
    from scorer.report import PointStatus

_STATUSES: Final[Mapping[PointStatus, str]] = {
    "covered": "made",
    "partial": "partly made",
    "missing": "not found",
    "contradicted": "contradicts the facts",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table that sets two answers side by side."""

    name: str
    before: str
    after: str
    change: str
    """With its sign; empty where there is nothing to count."""


def tabulate(comparison: Comparison) -> tuple[Line, ...]:
    """Return marks, words and time of both answers, and how full each part is."""
    return tuple(_lines(comparison))


def tell_marks(comparison: Comparison) -> str:
    """Say in one sentence what became of the marks."""
    changes = comparison.changes
    if changes is None:
        return "One of the answers is not marked yet, so only the words can be compared."
    if not changes.marks:
        return "The marks are the same."
    way = "more" if changes.marks > 0 else "less"
    return f"The second answer gets {abs(changes.marks):.1f} marks {way}."


def label_attempt(row: AttemptRow) -> str:
    """Name an attempt in a list of attempts at one question."""
    kind = "Rewrite" if row.parent_id else MODES[row.mode][0]
    return f"{describe_day(row.submitted_at)} · {kind} · {describe_marks(row.marks, row.max_marks)}"


def tell_example(example: Example) -> str:
    """Say what an example is, and what is marked in it."""
    points = len(example.notes)
    added = "one point" if points == 1 else f"{points} points"
    return (
        f"An answer that its author gave {example.marks:g} of {example.max_marks}, the nearest "
        f"above yours. Marked is what it adds: {added} that yours makes less fully or not at all."
    )


def tell_point(change: PointChange) -> str:
    """Say what a marking point was and is."""
    return f"{_STATUSES[change.before]} → {_STATUSES[change.after]}"


def tell_kept(kept: int) -> str:
    """Say how many points both answers make."""
    return {0: "No point is made by both.", 1: "One point is made by both alike."}.get(
        kept, f"{kept} points are made by both alike."
    )


def _lines(comparison: Comparison) -> Iterator[Line]:
    before, after, changes = comparison.before, comparison.after, comparison.changes
    yield Line(
        name="Marks",
        before=_marks(before),
        after=_marks(after),
        change="" if changes is None else _signed(changes.marks, ".1f"),
    )
    yield Line(
        name="Words",
        before=str(before.attempt.words),
        after=str(after.attempt.words),
        change=_signed(after.attempt.words - before.attempt.words, "d"),
    )
    yield Line(name="Time", before=_time(before), after=_time(after), change="")
    if changes is not None:
        yield from map(_dimension, changes.dimensions)


def _dimension(change: DimensionChange) -> Line:
    before, after = round(100 * change.before), round(100 * change.after)
    return Line(
        name=change.title,
        before=f"{before}%",
        after=f"{after}%",
        change=_signed(after - before, "d"),
    )


def _marks(side: Side) -> str:
    return describe_marks(side.report.marks if side.report else None, side.attempt.max_marks)


def _time(side: Side) -> str:
    return describe_duration(side.time_taken.total_seconds())


def _signed(number: float, form: str) -> str:
    return format(number, "+" + form).replace("-", "−") if number else "±0"
