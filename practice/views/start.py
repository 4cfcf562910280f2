"""The first page: tonight's question and one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.verdicts import explain_scale
from practice.views.parts.drafts import show_open_drafts
from practice.views.parts.page import (
    show,
    show_demands,
    show_heading,
    show_nothing_yet,
    show_question,
    show_size,
)
from practice.views.places import link, start_writing
from scorer import load_scale

if TYPE_CHECKING:
    from scorer.prompts import Prompt


def show_page() -> None:
    """Show tonight's question, and what is still being written."""
    practice = shared_practice()
    suggestion = practice.suggest_prompt()
    if suggestion is None:
        show_heading("Tonight's question")
        show_nothing_yet("There are no questions here", "Reinstall the app to bring them back.")
        return
    show_open_drafts()
    show_heading("Tonight's question", suggestion.why)
    _offer(practice.catalogue.get_prompt(suggestion.prompt_id))


def _offer(prompt: Prompt) -> None:
    show_question(prompt)
    show_size(prompt)
    show_demands(prompt)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if st.button("Start writing", type="primary", key="start"):
            start_writing(prompt.id)
        link("practise", "Choose another question")
    show(
        element(
            "p",
            "The clock starts with the button. Everything stays on this computer.",
            class_="mp-meta",
        )
    )
    show(element("p", explain_scale(load_scale(), prompt.marks), class_="mp-aside"))
    link("phone", "Open on my phone")
