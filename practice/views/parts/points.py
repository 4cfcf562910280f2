"""Marking points that were not found, and the learner's objections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.highlighting import not_found
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.objecting import ask_where
from practice.views.parts.page import show, show_section
from practice.wording import quote_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from practice.history import Review
    from practice.remarks import Dispute
    from scorer.report import PointScore, ScoreReport

SHOWN: Final = 6
"""So many stand open; twenty would bury what comes after them."""


def show_not_found(review: Review, report: ScoreReport) -> None:
    """Show what was not found; the learner may have said it in other words."""
    points = not_found(report)
    show_section("Not found")
    show(
        element(
            "p",
            "You may have said some of these in words this tool does not know. Say so: it is kept "
            "with your answer and helps to teach the tool."
            if points
            else "Every marking point was found.",
            class_="mp-intro",
        )
    )
    said = {each.point_id: each for each in review.remarks.disputes if each.kind == "said_this"}
    first, rest = points[:SHOWN], points[SHOWN:]
    with st.container(key="not_found", gap="small"):
        _show_points(review, first, said)
    if rest:
        with st.expander(f"{len(rest)} more"):
            _show_points(review, rest, said)
    ask_for_other_points(review)


def _show_points(
    review: Review, points: Sequence[PointScore], said: Mapping[str | None, Dispute]
) -> None:
    for point in points:
        _show_point(review, point, said.get(point.id))


def _show_point(review: Review, point: PointScore, objection: Dispute | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"point_{point.id}"):
        show(
            element(
                "div",
                element("p", point.statement, class_="mp-note-title"),
                element("p", point.feedback, class_="mp-comment") if point.feedback else None,
                element("p", quote_words(objection.words), class_="mp-quote")
                if objection and objection.words
                else None,
                class_="mp-point",
            )
        )
        if objection is None:
            if st.button("I said this", key=f"said_{point.id}"):
                ask_where(review, point)
        else:
            st.button(
                "✓ You said this. Undo",
                key=f"unsaid_{point.id}",
                type="tertiary",
                on_click=shared_practice().withdraw_dispute,
                args=[objection.id],
            )


def ask_for_other_points(review: Review) -> None:
    """Let the learner keep good points that no marking point stands for."""
    others = [each for each in review.remarks.disputes if each.kind == "other_point"]
    with st.expander("I made another good point"):
        if others:
            show(element("ul", *(element("li", each.words) for each in others)))
        with st.form("other_point", clear_on_submit=True, border=False):
            words = st.text_input("The point, in your words")
            if st.form_submit_button("Keep it") and words.strip():
                shared_practice().dispute(review.attempt.id, None, "other_point", words)
                st.rerun()
