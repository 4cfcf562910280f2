"""Saying that a point was made after all, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.rewriting import list_sentences
from practice.sharing import shared_practice
from practice.views.parts.page import show
from practice.wording import shorten

if TYPE_CHECKING:
    from practice.history import Review
    from scorer.report import PointScore


@st.dialog("I said this")
def ask_where(review: Review, point: PointScore) -> None:
    """Ask in which sentence a point was made, and keep the answer."""
    show(element("p", point.statement, class_="mp-row-title"))
    sentences = [sentence.text for sentence in list_sentences(review)]
    st.selectbox(
        "In which sentence?",
        sentences,
        index=None,
        placeholder="Choose it, or leave this open",
        format_func=shorten,
        key=f"where_{point.id}",
    )
    show(
        element(
            "p",
            "It is kept beside the tool's mark, which stays, and can help to teach the tool.",
            class_="mp-meta",
        )
    )
    attempt_id = review.attempt.id
    if st.button(
        "Keep it", key="keep_said", type="primary", on_click=_keep, args=[attempt_id, point.id]
    ):
        st.rerun()


def _keep(attempt_id: str, point_id: str) -> None:
    chosen = st.session_state.get(f"where_{point_id}")
    shared_practice().dispute(attempt_id, point_id, words=chosen or "")
