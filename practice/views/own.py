"""A question of one's own: any topic, with the points that a good answer makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.editor.live import keep_up
from practice.sharing import shared_practice
from practice.views.parts.own_form import ask_question, forget, has_points
from practice.views.parts.own_sharing import offer_import
from practice.views.parts.own_trial import show_trial
from practice.views.parts.page import show_heading, show_nothing_yet
from practice.views.places import go, link, start_writing
from scorer.issues import DataFileError

if TYPE_CHECKING:
    from scorer.short_form import ShortQuestion

NEW = "new"
"""Where the fields of a question that is not saved yet are kept."""
_HOW = (
    "Any subject, any paper. Write the question and, line by line, what a good answer would say. "
    "It is marked like the questions that came with the app and stays on this computer."
)


def show_page() -> None:
    """Show the fields of a new question, or of the one that the address names."""
    prompt_id = st.query_params.get("id")
    saved = shared_practice().find_question(prompt_id) if prompt_id else None
    if prompt_id and saved is None:
        show_heading("My question")
        show_nothing_yet("This question cannot be edited here", "It was not made on this page.")
        link("questions", "Question bank")
        return
    show_heading("Edit my question" if saved else "My question", "" if saved else _HOW)
    keep_up()
    slot = prompt_id or NEW
    if saved is None:
        offer_import(slot)
    question = ask_question(slot, saved)
    _offer_saving(question, slot, prompt_id)
    show_trial(question, slot)


def _offer_saving(question: ShortQuestion, slot: str, prompt_id: str | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        practise = st.button("Save and start writing", type="primary", key="own_practise")
        save = st.button("Save a new version" if prompt_id else "Save", key="own_save")
        link("questions", "Question bank")
    if not (practise or save):
        return
    if not question.text.strip():
        st.error("The question itself is missing. Write it in the first field.")
    elif not has_points(question):
        st.error("Write at least one point that a good answer makes: without one nothing is found.")
    else:
        _save(question, slot, prompt_id, practise=practise)


def _save(question: ShortQuestion, slot: str, prompt_id: str | None, *, practise: bool) -> None:
    try:
        kept = shared_practice().save_question(question, prompt_id)
    except DataFileError as error:
        st.error(f"It was not saved: {error.issues[0].problem}; {error.issues[0].remedy}.")
        return
    forget(slot)
    if practise:
        start_writing(kept)
    go("question", id=kept)
