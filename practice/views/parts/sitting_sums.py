"""What came of a sitting: time spent beside marks earned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.markup import Markup, element, join
from practice.views.parts.page import show, show_heading
from practice.views.places import link
from practice.wording import (
    describe_day,
    describe_marks,
    describe_share,
    describe_stopwatch,
    shorten,
)

if TYPE_CHECKING:
    from datetime import timedelta

    from practice.sittings import SittingLine, SittingSummary

_COLUMNS = ("No.", "Marks", "Time", "Planned", "Of time", "Of marks")


def show_summary(summary: SittingSummary) -> None:
    """Show every answer of a sitting, with the time it took and what it earned."""
    sitting = summary.sitting
    show_heading(sitting.title, describe_day(sitting.started_at))
    marks = describe_marks(summary.marks, summary.max_marks)
    show(element("p", element("b", marks, class_="mp-number-small"), class_="mp-verdict"))
    show(
        element(
            "p",
            "Where the share of the time is much larger than the share of the marks, the minutes "
            "would have paid more elsewhere.",
            class_="mp-meta",
        )
    )
    show(
        element(
            "div",
            element(
                "table",
                element(
                    "thead", element("tr", *(element("th", name, scope="col") for name in _COLUMNS))
                ),
                element("tbody", *map(_row, range(1, len(summary.lines) + 1), summary.lines)),
                class_="mp-sums mp-figures",
            ),
            class_="mp-wide",
            tabindex="0",
            role="region",
            aria_label="Time and marks of each answer",
        )
    )
    show(element("p", f"Reading and choosing: {_minutes(summary.reading)}.", class_="mp-meta"))
    for number, line in enumerate(summary.lines, start=1):
        link("feedback", f"{number}. {shorten(line.prompt_text)}", attempt=line.answer_id)


def _row(number: int, line: SittingLine) -> Markup:
    cells = (
        describe_marks(line.marks, line.max_marks),
        _minutes(line.spent),
        _minutes(line.budget),
        describe_share(line.time_share),
        describe_share(line.marks_share),
    )
    return element(
        "tr",
        element("th", str(number), scope="row"),
        join(*(element("td", cell) for cell in cells)),
    )


def _minutes(time: timedelta) -> str:
    return describe_stopwatch(time.total_seconds())
