"""Headings, questions and empty states, the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import Markup, element, join
from practice.wording import describe_size

if TYPE_CHECKING:
    from scorer.prompts import Prompt


def show_heading(title: str, intro: str = "") -> None:
    """Show the heading of a page."""
    st.title(title, anchor=False)
    if intro:
        show(element("p", intro, class_="mp-intro"))


def show_section(title: str) -> None:
    """Show the heading of a part of a page."""
    st.header(title, anchor=False)


def show(markup: Markup) -> None:
    """Show HTML."""
    st.html(markup)


def show_question(prompt: Prompt) -> None:
    """Show a question as the paper prints it."""
    show_printed(prompt.text, prompt.words, prompt.marks)


def show_printed(text: str, words: int, marks: int) -> None:
    """Show the text of a question as the paper prints it."""
    show(
        element(
            "div",
            element("p", text, class_="mp-question-text"),
            element(
                "p",
                element("span", f"(Answer in {words} words)"),
                element("b", str(marks), title="marks"),
                class_="mp-question-foot",
            ),
            class_="mp-question",
        )
    )


def show_demands(prompt: Prompt) -> None:
    """Show the parts of a question that must each be answered, if they are known."""
    if not prompt.demands:
        return
    items = (element("li", demand.text) for demand in prompt.demands)
    show(
        join(
            element("p", "To answer", class_="mp-eyebrow"),
            element("ol", *items, class_="mp-demands"),
        )
    )


def show_size(prompt: Prompt, *more: str) -> None:
    """Show how much a question asks for, on one line."""
    parts = (describe_size(prompt.marks, prompt.words, prompt.minutes), *more)
    show(element("p", " · ".join(filter(None, parts)), class_="mp-meta"))


def show_nothing_yet(title: str, what_to_do: str) -> None:
    """Show that there is nothing to see yet, and what would change that."""
    show(element("div", element("h2", title), element("p", what_to_do), class_="mp-empty"))


def draw_bar(title: str, percent: float) -> Markup:
    """Return an item of a list that says how full something is, in figures and as a bar."""
    full = f"{percent:.0f}%"
    return element(
        "li",
        element("span", title),
        element("span", full, class_="mp-bar-value"),
        element("span", element("i", style=f"width:{full}"), class_="mp-bar", aria_hidden="true"),
    )
