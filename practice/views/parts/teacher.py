"""A teacher's marks and comments: they stand before the tool's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import Markup, element
from practice.sharing import shared_practice
from practice.views.parts.page import show
from practice.wording import describe_day

if TYPE_CHECKING:
    from practice.history import Review
    from practice.remarks import TeacherMark


def show_teacher_marks(review: Review) -> None:
    """Show what teachers gave, the latest first; nothing if none did."""
    given = tuple(reversed(review.remarks.teacher_marks))
    if not given:
        return
    highest = review.attempt.max_marks
    show(element("div", *(_verdict(mark, highest) for mark in given), class_="mp-marks"))
    if review.reports:
        show(element("p", "This tool", class_="mp-eyebrow"))


def ask_for_teacher_marks(review: Review) -> None:
    """Offer a form for the marks and the comment of somebody who has read the answer."""
    highest = review.attempt.max_marks
    with (
        st.expander("A teacher's marks"),
        st.form("teacher", clear_on_submit=True, border=False),
    ):
        name = st.text_input("Who marked it", key="teacher_name")
        marks = st.number_input(
            f"Marks of {highest}", 0.0, float(highest), value=None, step=0.5, key="teacher_marks"
        )
        comment = st.text_area("Comment", height=90, key="teacher_comment")
        if st.form_submit_button("Keep it") and marks is not None:
            shared_practice().add_teacher_mark(review.attempt.id, marks, name, comment)
            st.rerun()


def _verdict(mark: TeacherMark, highest: int) -> Markup:
    who = mark.teacher or "A teacher"
    return element(
        "div",
        element("p", f"{who} · {describe_day(mark.created_at)}", class_="mp-eyebrow"),
        element(
            "p",
            element("b", f"{mark.marks:.1f}", class_="mp-number"),
            element("span", f"of {highest}", class_="mp-out-of"),
            class_="mp-verdict",
        ),
        element("p", mark.comment, class_="mp-own-note") if mark.comment else None,
    )
