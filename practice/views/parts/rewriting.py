"""After the feedback: another go, notes of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.history import AttemptFilter
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show, show_section
from practice.views.parts.sentences import offer_sentences
from practice.views.places import go, link, start_writing

if TYPE_CHECKING:
    from practice.attempts import Attempt
    from practice.history import Review


def show_rewriting(review: Review) -> None:
    """Offer another go at the same question."""
    attempt = review.attempt
    show_section("Write it again")
    show(
        element(
            "p",
            "People write many answers and rewrite few; the second version is where it sticks. "
            "Rewrites are kept apart from first answers in your progress.",
            class_="mp-intro",
        )
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if attempt.final_text and st.button(
            "Rewrite from this text", key="rewrite", type="primary"
        ):
            _rewrite(attempt, attempt.final_text)
        if st.button("Start from a blank page", key="rewrite_blank"):
            _rewrite(attempt, "")
        if attempt.parent_id is not None and st.button(
            "See the answer that this one rewrites", key="parent", type="tertiary"
        ):
            go("feedback", attempt=attempt.parent_id)
        if shared_practice().count_attempts(AttemptFilter(prompt_id=attempt.prompt_id)) > 1:
            link("compare", "Compare with another answer", a=attempt.id)
    if attempt.final_text:
        offer_sentences(review)


def show_own_notes(review: Review) -> None:
    """Show the learner's own notes, with a field for another."""
    with st.expander(f"Notes to yourself ({len(review.remarks.notes)})"):
        for note in review.remarks.notes:
            with st.container(horizontal=True, vertical_alignment="center"):
                show(element("p", note.text, class_="mp-own-note"))
                st.button(
                    "Remove",
                    key=f"remove_{note.id}",
                    type="tertiary",
                    on_click=shared_practice().remove_note,
                    args=[note.id],
                )
        with st.form("own_note", clear_on_submit=True, border=False):
            text = st.text_area("A note", height=90)
            if st.form_submit_button("Keep it") and text.strip():
                shared_practice().add_note(review.attempt.id, text)
                st.rerun()


def _rewrite(attempt: Attempt, text: str) -> None:
    start_writing(attempt.prompt_id, attempt.mode, parent_id=attempt.id, text=text)
