"""Choosing a question and how to answer it."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import streamlit as st

from practice.choosing import Wishes, choose_prompts, list_choices
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.drafts import show_open_drafts
from practice.views.parts.page import show, show_heading, show_nothing_yet
from practice.views.parts.sitting_start import offer_sitting
from practice.views.places import link, start_on_paper, start_writing
from practice.wording import MODES, describe_kind, describe_size

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from practice.attempts import Mode
    from scorer.prompts import Prompt


def show_page() -> None:
    """Show the questions that fit, each with a button."""
    practice = shared_practice()
    attempted = practice.attempted_prompts()
    show_heading("Practise", "Choose a question. The clock starts when you do.")
    show_open_drafts()
    offer_sitting()
    mode = _ask_mode()
    start = _ask_where()
    fitting = choose_prompts(practice.catalogue.prompts, _ask_wishes(), attempted)
    if not fitting:
        show_nothing_yet("No question fits", "Take one of the filters away.")
        link("own", "Add a question of your own")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if st.button("Surprise me", key="surprise"):
            start(random.choice(fitting).id, mode)  # noqa: S311, a question, not a key
        link("own", "Add a question of your own")
    for prompt in fitting:
        if _show_choice(prompt, is_new=prompt.id not in attempted):
            start(prompt.id, mode)


def _ask_mode() -> Mode:
    mode = st.segmented_control(
        "How",
        list(MODES),
        default="practice",
        required=True,
        format_func=lambda each: MODES[each][0],
        key="mode",
    )
    chosen: Mode = mode or "practice"
    show(element("p", MODES[chosen][1], class_="mp-meta"))
    return chosen


def _ask_where() -> Callable[[str, Mode], NoReturn]:
    on_paper = st.toggle("On paper, with only the question and the clock here", key="on_paper")
    return start_on_paper if on_paper else start_writing


def _ask_wishes() -> Wishes:
    choices = list_choices(shared_practice().catalogue.prompts)
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        marks = st.selectbox(
            "Marks", choices.marks, index=None, placeholder="Any", key="marks", width=130
        )
        directive = st.selectbox(
            "Command word", choices.directives, index=None, placeholder="Any", key="word", width=210
        )
        tag = st.selectbox(
            "Topic", choices.tags, index=None, placeholder="Any", key="topic", width=210
        )
        only_new = st.toggle("Not yet attempted", key="only_new")
    return Wishes(marks=marks, directive=directive, tag=tag, only_new=only_new)


def _show_choice(prompt: Prompt, *, is_new: bool) -> bool:
    """Show one question; return whether it was chosen."""
    size = describe_size(prompt.marks, prompt.words, prompt.minutes)
    known = "new to you" if is_new else "attempted before"
    kind = describe_kind(is_own=shared_practice().catalogue.is_own(prompt.id))
    with st.container(key=f"choice_{prompt.id}", gap="xsmall"):
        show(element("p", prompt.text, class_="mp-row-title"))
        with st.container(horizontal=True, vertical_alignment="center"):
            show(element("p", " · ".join((*kind, size, known)), class_="mp-meta"))
            return st.button("Start", key=f"start_{prompt.id}")
