"""Trying the points of a question on an answer, before anybody relies on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.history import AttemptFilter
from practice.markup import Markup, element
from practice.sharing import shared_practice
from practice.views.parts.own_form import has_points
from practice.views.parts.page import show, show_section
from practice.wording import STATUS_SIGNS, describe_day, describe_marks, quote_words, shorten

if TYPE_CHECKING:
    from scorer.report import PointScore, ScoreReport
    from scorer.short_form import ShortQuestion

_SOURCES: Final = ("Paste one", "One of mine")
_NEWEST: Final = AttemptFilter(limit=100)


def show_trial(question: ShortQuestion, slot: str) -> None:
    """Show what an answer would earn by the points as they stand."""
    show_section("Test these points")
    show(
        element(
            "p",
            "Take an answer that you know to be good, and a weak one. Where a point is not found "
            "although it was made, add the words in which it was made.",
            class_="mp-intro",
        )
    )
    answer = _ask_answer(slot)
    if answer.strip() and has_points(question):
        _show_result(shared_practice().try_question(question, answer))


def _ask_answer(slot: str) -> str:
    source = st.segmented_control(
        "The answer", _SOURCES, default=_SOURCES[0], required=True, key=f"trial_source_{slot}"
    )
    if source == _SOURCES[0]:
        return st.text_area(
            "Answer", key=f"live_trial_{slot}", height=160, max_chars=40_000,
            label_visibility="collapsed",
        )  # fmt: skip
    rows = {row.id: row for row in shared_practice().attempts(_NEWEST)}
    chosen = st.selectbox(
        "Answer",
        list(rows),
        index=None,
        placeholder="Choose one of your answers" if rows else "You have not written any yet",
        format_func=lambda each: (
            f"{describe_day(rows[each].submitted_at)} · {shorten(rows[each].prompt_text)}"
        ),
        key=f"trial_attempt_{slot}",
        label_visibility="collapsed",
    )
    return shared_practice().review(chosen).attempt.in_time_text if chosen else ""


def _show_result(report: ScoreReport) -> None:
    marks = element("b", describe_marks(report.marks, report.max_marks))
    low, high = report.marks_range
    show(element("p", marks, f", likely {low:g} to {high:g}", role="status"))
    show(element("ul", *map(_point, report.points), class_="mp-checks"))


def _point(point: PointScore) -> Markup:
    sign, label = STATUS_SIGNS[point.status]
    quote = quote_words(point.evidence[0].text) if point.evidence else ""
    found = element("div", quote, class_="mp-quote") if quote else None
    return element(
        "li",
        element("b", sign, aria_hidden="true"),
        f"{point.statement} ",
        element("i", label),
        found,
    )
