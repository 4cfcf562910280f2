"""Notes and tags, beside a line of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show
from practice.wording import shorten

if TYPE_CHECKING:
    from practice.history import AttemptRow


@st.dialog("Notes and tags")
def ask_for_labels(row: AttemptRow) -> None:
    """Let the learner read and write notes on an answer, and give it tags."""
    practice = shared_practice()
    show(element("p", shorten(row.prompt_text), class_="mp-meta"))
    for note in practice.review(row.id).remarks.notes:
        show(element("p", note.text, class_="mp-own-note"))
    st.multiselect(
        "Tags",
        sorted({*practice.all_tags(), *row.tags}),
        default=row.tags,
        accept_new_options=True,
        placeholder="Choose one or type a new one",
        key=f"tags_{row.id}",
    )
    st.text_area("A new note", key=f"note_{row.id}", height=90)
    if st.button("Keep", key="keep_labels", type="primary", on_click=_keep, args=[row.id]):
        st.rerun()


def _keep(attempt_id: str) -> None:
    practice = shared_practice()
    practice.set_tags(attempt_id, st.session_state[f"tags_{attempt_id}"])
    text = st.session_state[f"note_{attempt_id}"]
    if text.strip():
        practice.add_note(attempt_id, text)
