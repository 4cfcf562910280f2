"""Every question there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import Markup, element
from practice.sharing import shared_practice
from practice.views.parts.own_sharing import offer_bringing_back
from practice.views.parts.page import show, show_heading
from practice.views.places import link
from practice.wording import describe_kind, describe_size

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorer.issues import Issue


def show_page() -> None:
    """Show all questions, each with a link to its own page."""
    show_heading("Question bank")
    catalogue = shared_practice().catalogue
    link("own", "Add a question of your own, on any topic")
    offer_bringing_back()
    _show_problems(catalogue.problems)
    for prompt in catalogue.prompts:
        with st.container(key=f"bank_{prompt.id}", gap=None):
            link("question", prompt.text, id=prompt.id)
            size = describe_size(prompt.marks, prompt.words, prompt.minutes)
            kind = describe_kind(is_own=catalogue.is_own(prompt.id))
            show(element("p", " · ".join((*kind, size, *prompt.tags)), class_="mp-meta"))


def _show_problems(problems: Sequence[Issue]) -> None:
    if problems:
        with st.expander(f"Files of yours that cannot be read ({len(problems)})"):
            show(element("ul", *map(_problem, problems), class_="mp-plain-list"))


def _problem(issue: Issue) -> Markup:
    return element("li", str(issue))
