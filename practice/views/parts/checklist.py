"""The marking points as a checklist, its total, and the sheet that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.markup import Markup, element
from practice.views.parts.page import show, show_section
from practice.wording import describe_marks
from scorer.ticking import HALF, WHOLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scorer.report import PointScore, ScoreReport
    from scorer.rubric import Rubric

_SIGNS: Final[Mapping[float, str]] = {HALF: "½", WHOLE: "✓"}


def ask_ticks(rubric: Rubric, slot: str, before: Mapping[str, float]) -> dict[str, float]:
    """Show every point with a half and a whole tick; return what is ticked.

    Parameters
    ----------
    rubric : Rubric
    slot : str
        Names the answer whose ticks these are.
    before : mapping
        What is ticked at first.
    """
    for dimension in rubric.dimensions:
        show_section(dimension.title)
        for point in dimension.points:
            st.segmented_control(
                point.statement,
                (HALF, WHOLE),
                default=before.get(point.id),
                format_func=lambda tick: _SIGNS[tick],
                key=_tick_key(slot, point.id),
            )
    return read_ticks(rubric, slot)


def read_ticks(rubric: Rubric, slot: str) -> dict[str, float]:
    """Return what is ticked at this moment, for a callback: its page may be older than that."""
    ticks = {point.id: st.session_state.get(_tick_key(slot, point.id)) for point in rubric.points}
    return {name: tick for name, tick in ticks.items() if tick}


def show_total(report: ScoreReport) -> None:
    """Show what the ticks are worth so far."""
    ticked = sum(point.coverage > 0 for point in report.points)
    marks = element("b", describe_marks(report.marks, report.max_marks))
    count = f" · {ticked} of {len(report.points)} points · {report.band}"
    show(element("p", marks, count, role="status", class_="mp-running"))


def show_ticks(report: ScoreReport) -> None:
    """Show what was ticked and what was not."""
    show_section("Your ticks")
    show(element("ul", *map(_ticked, report.points), class_="mp-checks"))


def show_sheet(rubric: Rubric, report: ScoreReport, label: str) -> None:
    """Add the marking sheet, which only paper shows."""
    by_id = {point.id: point for point in report.points}
    parts = (
        element(
            "div",
            element("h3", dimension.title),
            *(_line(by_id[point.id]) for point in dimension.points),
        )
        for dimension in rubric.dimensions
    )
    marked = any(point.coverage for point in report.points)
    total = describe_marks(report.marks, report.max_marks) if marked else f"of {report.max_marks}"
    head = element(
        "p",
        element("span", f"Name or roll number: {label or '…' * 12}"),
        element("b", f"Marks: {total}" if marked else f"Marks: ……… {total}"),
        class_="mp-paper-head",
    )
    question = element("p", f"{rubric.prompt_text} ({rubric.word_limit} words)")
    show(
        element(
            "div",
            head,
            question,
            element("div", *parts, class_="mp-paper-points"),
            class_="mp-paper",
            aria_hidden="true",
        )
    )


def _tick_key(slot: str, point_id: str) -> str:
    return f"tick_{slot}_{point_id}"


def _ticked(point: PointScore) -> Markup:
    sign, label = {HALF: ("½", "half a tick"), WHOLE: ("✓", "ticked")}.get(
        point.coverage, ("○", "not ticked")
    )
    advice = element("div", point.feedback, class_="mp-comment")
    return element(
        "li",
        element("b", sign, aria_hidden="true"),
        f"{point.statement} ",
        element("i", label),
        advice if point.feedback and not point.coverage else None,
    )


def _line(point: PointScore) -> Markup:
    sign = _SIGNS.get(point.coverage, "☐")
    return element("p", element("b", sign), f" {point.statement}")
