"""Deleting an attempt: asks first, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show
from practice.wording import shorten

if TYPE_CHECKING:
    from practice.history import AttemptRow


@st.dialog("Delete this answer?")
def ask_before_deleting(row: AttemptRow) -> None:
    """Ask whether an attempt is to be deleted, and do it if so."""
    show(element("p", shorten(row.prompt_text)))
    show(element("p", "Its marks and your notes on it go with it.", class_="mp-meta"))
    with st.container(horizontal=True):
        if st.button(
            "Delete it", key="delete_now", type="primary", on_click=_delete, args=[row.id]
        ):
            st.rerun()
        if st.button("Keep it", key="keep"):
            st.rerun()


def _delete(attempt_id: str) -> None:
    shared_practice().delete(attempt_id)
    st.session_state.last_deleted = attempt_id


def offer_undo() -> None:
    """Show a way to bring back what was deleted last."""
    attempt_id = st.session_state.get("last_deleted")
    if attempt_id is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="undo_delete"):
            show(element("p", "The answer was deleted.", class_="mp-meta"))
            st.button("Undo", key="undo", type="tertiary", on_click=_restore, args=[attempt_id])


def _restore(attempt_id: str) -> None:
    shared_practice().restore(attempt_id)
    del st.session_state.last_deleted
