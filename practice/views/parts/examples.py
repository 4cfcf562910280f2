"""Answers to learn from: the next step up, then a model answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.telling_changes import tell_example
from practice.views.parts.page import show, show_section
from practice.views.parts.sheet import Sheet

if TYPE_CHECKING:
    from practice.history import Review
    from scorer.rubric import Rubric

_SHEET: Final = Sheet(prefix="example-", is_own=False)


def show_example(review: Review) -> None:
    """Show the answer just above the learner's, with what it adds."""
    example = shared_practice().find_example(review)
    if example is None:
        return
    show_section("The next step up")
    show(element("p", tell_example(example), class_="mp-intro"))
    show(_SHEET.draw(example.segments, example.notes))


def show_model_answer(rubric: Rubric) -> None:
    """Show a model answer, then the same in everyday words, behind a click."""
    if not rubric.model_answer:
        return
    with st.expander("A model answer"):
        show(element("p", "Written for this tool; one good answer among many.", class_="mp-meta"))
        show(element("div", rubric.model_answer, class_="mp-answer"))
        if rubric.plain_answer:
            show(element("p", "The same in everyday words", class_="mp-eyebrow"))
            show(element("div", rubric.plain_answer, class_="mp-answer"))
