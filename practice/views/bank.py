"""Every question there is."""

from __future__ import annotations

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show, show_heading
from practice.views.places import link
from practice.wording import describe_size


def show_page() -> None:
    """Show all questions, each with a link to its own page."""
    show_heading("Question bank")
    for prompt in shared_practice().catalogue.prompts:
        with st.container(key=f"bank_{prompt.id}", gap=None):
            link("question", prompt.text, id=prompt.id)
            size = describe_size(prompt.marks, prompt.words, prompt.minutes)
            show(element("p", " · ".join((size, *prompt.tags)), class_="mp-meta"))
