"""What the attempts say together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from practice.history import AttemptFilter
from practice.markup import element
from practice.progress import (
    TREND_FROM,
    coverage_by_dimension,
    effort,
    marks_over_time,
    pace,
    pace_trend,
    paper_speed,
    summarise,
    trend,
)
from practice.sharing import shared_practice
from practice.views.parts.charts import draw_chart
from practice.views.parts.habits import show_habits, show_next
from practice.views.parts.page import (
    draw_bar,
    show,
    show_heading,
    show_nothing_yet,
    show_section,
)
from practice.views.parts.self_marking import show_running_difference
from practice.views.places import link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.history import AttemptRow
    from practice.progress import DimensionMean, Measure

PACES: Final[dict[Measure, str]] = {
    "words_per_minute": "Words per minute",
    "overtime_minutes": "Minutes after the bell",
}
DRAWN: Final = 200
"""The newest answers that charts and means are made of; more would only be a cloud."""
SHOWN: Final = 10
"""Parts of answers that are listed, the weakest first."""


def show_page() -> None:
    """Show marks, parts of the answer, words and minutes over time."""
    rows = shared_practice().attempts(AttemptFilter(limit=DRAWN))
    show_heading("Progress")
    if not rows:
        show_nothing_yet("Nothing to show yet", "Hand in an answer and come back.")
        link("start", "Answer tonight's question")
        return
    _show_summary()
    show_next()
    show_habits()
    if len(rows) == DRAWN:
        show(element("p", f"From here on: your last {DRAWN} answers.", class_="mp-meta"))
    _show_marks(rows)
    _show_weakest(rows)
    show_running_difference()
    _show_pace(rows)
    _show_paper(rows)
    _show_effort(rows)


def _show_summary() -> None:
    summary = summarise(shared_practice().outlines())
    values = (
        ("Answers", str(summary.answers)),
        ("Of them rewrites", str(summary.rewrites)),
        ("Questions", str(summary.prompts)),
        ("Evenings", str(summary.days)),
        ("Minutes by the clock", f"{summary.minutes:,.0f}"),
        ("Words", f"{summary.words:,}"),
    )
    pairs = (element("div", element("dt", name), element("dd", value)) for name, value in values)
    show(element("dl", *pairs, class_="mp-facts"))


def _show_marks(rows: Sequence[AttemptRow]) -> None:
    show_section("Marks over time")
    from practice.plots import marks_chart  # Altair is slow to import; no other page draws

    points = marks_over_time(rows)
    line = trend(points)
    if not line:
        show(
            element(
                "p",
                f"A trend is drawn from {TREND_FROM} first answers on; with fewer it would only "
                "show chance.",
                class_="mp-meta",
            )
        )
    draw_chart(marks_chart(points, line), "Dots: marks of each answer over time")


def _show_weakest(rows: Sequence[AttemptRow]) -> None:
    weakest = coverage_by_dimension(rows)[:SHOWN]
    if weakest:
        show_section("Where the least was found")
        bars = (draw_bar(_name(mean), mean.percent) for mean in weakest)
        show(element("ul", *bars, class_="mp-bars"))


def _show_pace(rows: Sequence[AttemptRow]) -> None:
    from practice.plots import pace_chart

    points = pace(rows)
    if not points:
        return
    show_section("Pace against the clock")
    on_time = not any(point.overtime_minutes for point in points)
    for measure, title in PACES.items():
        if measure == "overtime_minutes" and on_time:
            show(element("p", "You have never written on after the bell.", class_="mp-meta"))
            continue
        draw_chart(
            pace_chart(points, measure, title, pace_trend(points, measure)),
            f"Dots: {title.lower()} of each first answer over time",
        )


def _show_paper(rows: Sequence[AttemptRow]) -> None:
    by_hand = paper_speed(rows)
    if by_hand is None:
        return
    speed, sheets = by_hand
    show_section("Pace on paper")
    told = f"{speed:.0f} words a minute, over {sheets} {'sheet' if sheets == 1 else 'sheets'}."
    show(element("p", told, class_="mp-intro"))
    show(element("p", "Typed answers are not counted here, nor sheets above.", class_="mp-meta"))


def _show_effort(rows: Sequence[AttemptRow]) -> None:
    from practice.plots import minutes_chart, words_chart

    show_section("Words and minutes")
    draw_chart(words_chart(effort(rows)), "Bars: words of each answer, with a line at its limit")
    draw_chart(minutes_chart(effort(rows)), "Bars: minutes of each answer")


def _name(mean: DimensionMean) -> str:
    return f"{mean.title} (in {mean.answers} answers)" if mean.answers > 1 else mean.title
