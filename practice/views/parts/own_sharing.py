"""Own questions on their way to other people, and theirs on the way here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.own_form import fill
from practice.views.parts.page import show
from practice.views.places import go, link
from practice.wording import shorten
from scorer.issues import DataFileError
from scorer.short_form import LONGEST, parse_short

if TYPE_CHECKING:
    from scorer.prompts import Prompt


def offer_import(slot: str) -> None:
    """Show where a question that somebody shared can be dropped; it fills the fields."""
    with st.expander("Open a question that somebody shared"):
        file = st.file_uploader(
            "A question as one text file", "txt", key="own_import", max_upload_size=1
        )
        if file is None:
            return
        text = file.getvalue()[: 4 * LONGEST].decode("utf-8-sig", errors="replace")
        try:
            question = parse_short(text, file.name)
        except DataFileError as error:
            for issue in error.issues:
                st.error(f"Line {issue.line}: {issue.problem}. {issue.remedy.capitalize()}.")
            return
        show(element("p", shorten(question.text), class_="mp-row-title"))
        st.button("Put it into the fields below", key="own_take", on_click=fill,
                  args=[slot, question])  # fmt: skip


def leave_if_removed(prompt_id: str) -> None:
    """Go back to the bank from a question that has just been deleted."""
    if st.session_state.get("removed_question") == prompt_id:
        go("questions")


def offer_own_actions(prompt: Prompt) -> None:
    """Show what can be done with an own question beside answering it."""
    text = shared_practice().export_question(prompt.id)
    if text is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        link("own", "Edit", id=prompt.id)
        st.download_button(
            "Share as one file", text, f"{prompt.id}.txt", "text/plain", key="own_export",
            on_click="ignore",
        )  # fmt: skip
        if st.button("Delete", key="own_delete", type="tertiary"):
            ask_before_removing(prompt)


@st.dialog("Delete this question?")
def ask_before_removing(prompt: Prompt) -> None:
    """Ask whether an own question is to go, and take it out of the bank if so."""
    show(element("p", shorten(prompt.text)))
    show(element("p", "Your answers to it stay, with their marks.", class_="mp-meta"))
    with st.container(horizontal=True):
        if st.button(
            "Delete it", key="own_delete_now", type="primary", on_click=_remove, args=[prompt.id]
        ):
            st.rerun()
        if st.button("Keep it", key="own_keep"):
            st.rerun()


def _remove(prompt_id: str) -> None:
    shared_practice().remove_question(prompt_id)
    st.session_state.removed_question = prompt_id


def offer_bringing_back() -> None:
    """Show a way to bring back the question that was deleted last."""
    prompt_id = st.session_state.get("removed_question")
    if prompt_id is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="undo_removal"):
            show(element("p", "The question was deleted.", class_="mp-meta"))
            st.button("Undo", key="own_undo", type="tertiary", on_click=_bring_back,
                      args=[prompt_id])  # fmt: skip


def _bring_back(prompt_id: str) -> None:
    shared_practice().restore_question(prompt_id)
    del st.session_state.removed_question
