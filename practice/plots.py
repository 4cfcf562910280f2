"""Rows of progress as charts. Colours and fonts come from the page's theme."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd  # noqa: F401, see below

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from practice.progress import (
        Effort,
        LinePoint,
        MarksPoint,
        Measure,
        PacePoint,
        TrendPoint,
    )

# Another thread may be importing pandas for the scorer. Altair uses whatever of pandas it finds in
# memory, even half of it; to import it here is to wait for the whole.

_HEIGHT = 260
_DAY_MS = 86_400_000


def marks_chart(points: Sequence[MarksPoint], line: Sequence[TrendPoint] = ()) -> alt.LayerChart:
    """Draw marks over time, rewrites as triangles, and a line if there is one.

    Parameters
    ----------
    points : sequence of MarksPoint
    line : sequence of TrendPoint, optional
        From `practice.progress.trend`; empty while it would only show chance.
    """
    when, percent = _when(points), alt.Scale(domain=(0, 100))
    dots = (
        alt.Chart(_values(points))
        .mark_point(size=90, filled=True)
        .encode(
            x=when,
            y=alt.Y("percent:Q", title="Marks, % of the maximum", scale=percent),
            shape=alt.Shape(
                "kind:N",
                title=None,
                scale=alt.Scale(
                    domain=["First answer", "Rewrite"], range=["circle", "triangle-up"]
                ),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[
                *_which(),
                alt.Tooltip("marks:Q", title="Marks"),
                alt.Tooltip("max_marks:Q", title="of"),
            ],
        )
        .transform_calculate(kind="datum.is_rewrite ? 'Rewrite' : 'First answer'")
    )
    trend = (
        alt.Chart(_values(line))
        .mark_line(strokeDash=[6, 4])
        .encode(x=when, y=alt.Y("percent:Q", scale=percent))
    )
    return alt.LayerChart(layer=[dots, trend] if line else [dots], height=_HEIGHT)


def pace_chart(
    points: Sequence[PacePoint], measure: Measure, title: str, line: Sequence[LinePoint] = ()
) -> alt.LayerChart:
    """Draw the pace of first answers over time, and a line if there is one."""
    when = _when(points)
    dots = (
        alt.Chart(_values(points))
        .mark_point(size=90, filled=True)
        .encode(
            x=when,
            y=alt.Y(f"{measure}:Q", title=title, scale=alt.Scale(zero=True)),
            tooltip=[*_which(), alt.Tooltip(f"{measure}:Q", title=title, format=".1f")],
        )
    )
    trend = alt.Chart(_values(line)).mark_line(strokeDash=[6, 4]).encode(x=when, y=alt.Y("value:Q"))
    return alt.LayerChart(layer=[dots, trend] if line else [dots], height=_HEIGHT)


def words_chart(efforts: Sequence[Effort]) -> alt.LayerChart:
    """Draw the words of each answer with a tick at its limit."""
    base = alt.Chart(_values(efforts)).encode(x=_one_by_one())
    words = base.mark_bar().encode(
        y=alt.Y("words:Q", title="Words"),
        tooltip=[
            *_which(),
            alt.Tooltip("words:Q", title="Words"),
            alt.Tooltip("word_limit:Q", title="Limit"),
        ],
    )
    limits = base.mark_tick(thickness=3).encode(y="word_limit:Q", opacity=alt.value(0.6))
    return alt.LayerChart(layer=[words, limits], height=_HEIGHT)


def minutes_chart(efforts: Sequence[Effort]) -> alt.Chart:
    """Draw the minutes of each answer, overtime set apart."""
    chart: alt.Chart = (
        alt.Chart(_values(efforts))
        .transform_calculate(
            within="datum.minutes - datum.overtime_minutes", after="datum.overtime_minutes"
        )
        .transform_fold(["within", "after"], as_=["part", "spent"])
        .transform_calculate(part="datum.part == 'after' ? 'After the bell' : 'In time'")
        .mark_bar()
        .encode(
            x=_one_by_one(),
            y=alt.Y("spent:Q", title="Minutes"),
            opacity=alt.Opacity(
                "part:N",
                title=None,
                scale=alt.Scale(domain=["In time", "After the bell"], range=[1, 0.4]),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[
                *_which(),
                alt.Tooltip("part:N", title="When"),
                alt.Tooltip("spent:Q", title="Minutes", format=".1f"),
            ],
        )
        .properties(height=_HEIGHT)
    )
    return chart


def _when(points: Sequence[MarksPoint] | Sequence[PacePoint]) -> alt.X:
    """Return an axis of days, or of hours while all is of one day."""
    days = {_local_day(point.submitted_at) for point in points}
    axis = (
        alt.Axis(format="%d %b", tickMinStep=_DAY_MS, labelOverlap=True)
        if len(days) > 1
        else alt.Axis(format="%H:%M", labelOverlap=True)
    )
    return alt.X("submitted_at:T", title=None, axis=axis)


def _one_by_one() -> alt.X:
    """Return an axis with one place per answer, so that those of one evening stand apart."""
    axis = alt.Axis(labelAngle=0, labelOverlap=True)
    return alt.X("number:O", title="Answers, oldest first", axis=axis)


def _which() -> tuple[alt.Tooltip, ...]:
    return (
        alt.Tooltip("prompt_text:N", title="Question"),
        alt.Tooltip("submitted_at:T", title="Submitted", format="%d %b %Y, %H:%M"),
    )


def _local_day(moment: datetime) -> date:
    return moment.astimezone().date()


def _values(
    rows: Iterable[MarksPoint | TrendPoint | PacePoint | LinePoint | Effort],
) -> alt.InlineData:
    numbered = enumerate(rows, start=1)
    return alt.InlineData(
        values=[{"number": number} | _plain(asdict(row)) for number, row in numbered]
    )


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }
