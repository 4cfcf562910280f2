"""Rows of progress as charts. Colours and fonts come from the page's theme."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import altair as alt

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from practice.progress import Effort, MarksPoint, TrendPoint

_WHEN = alt.X("submitted_at:T", title=None, axis=alt.Axis(format="%d %b", labelFlush=False))
_PERCENT_SCALE = alt.Scale(domain=(0, 100))
_HEIGHT = 260


def marks_chart(points: Sequence[MarksPoint], line: Sequence[TrendPoint] = ()) -> alt.LayerChart:
    """Draw marks over time, rewrites as triangles, and a line if there is one.

    Parameters
    ----------
    points : sequence of MarksPoint
    line : sequence of TrendPoint, optional
        From `practice.progress.trend`; empty while it would only show chance.
    """
    dots = (
        alt.Chart(_values(points))
        .mark_point(size=90, filled=True)
        .encode(
            x=_WHEN,
            y=alt.Y("percent:Q", title="Marks, % of the maximum", scale=_PERCENT_SCALE),
            shape=alt.Shape(
                "kind:N",
                title=None,
                scale=alt.Scale(
                    domain=["First answer", "Rewrite"], range=["circle", "triangle-up"]
                ),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[
                alt.Tooltip("prompt_text:N", title="Question"),
                alt.Tooltip("submitted_at:T", title="Submitted", format="%d %b %Y, %H:%M"),
                alt.Tooltip("marks:Q", title="Marks"),
                alt.Tooltip("max_marks:Q", title="of"),
            ],
        )
        .transform_calculate(kind="datum.is_rewrite ? 'Rewrite' : 'First answer'")
    )
    trend = (
        alt.Chart(_values(line))
        .mark_line(strokeDash=[6, 4])
        .encode(x=_WHEN, y=alt.Y("percent:Q", scale=_PERCENT_SCALE))
    )
    return alt.LayerChart(layer=[dots, trend] if line else [dots], height=_HEIGHT)


def words_chart(efforts: Sequence[Effort]) -> alt.LayerChart:
    """Draw the words of each answer with a tick at its limit."""
    base = alt.Chart(_values(efforts)).encode(x=_WHEN)
    words = base.mark_bar(size=10).encode(
        y=alt.Y("words:Q", title="Words"),
        tooltip=[
            alt.Tooltip("prompt_text:N", title="Question"),
            alt.Tooltip("words:Q", title="Words"),
            alt.Tooltip("word_limit:Q", title="Limit"),
        ],
    )
    limits = base.mark_tick(thickness=2, size=18).encode(y="word_limit:Q")
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
        .mark_bar(size=10)
        .encode(
            x=_WHEN,
            y=alt.Y("spent:Q", title="Minutes"),
            opacity=alt.Opacity(
                "part:N",
                title=None,
                scale=alt.Scale(domain=["In time", "After the bell"], range=[1, 0.4]),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=[
                alt.Tooltip("prompt_text:N", title="Question"),
                alt.Tooltip("part:N", title="When"),
                alt.Tooltip("spent:Q", title="Minutes", format=".1f"),
            ],
        )
        .properties(height=_HEIGHT)
    )
    return chart


def _values(
    rows: Iterable[MarksPoint | TrendPoint | Effort],
) -> alt.InlineData:
    return alt.InlineData(values=[_plain(asdict(row)) for row in rows])


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }
