"""An answer on paper: the question and a clock, then what becomes of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.editor.paper import paper_clock
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show, show_heading, show_nothing_yet, show_printed
from practice.views.places import go, link
from practice.wording import describe_duration

if TYPE_CHECKING:
    from practice.attempts import Draft


def show_page() -> None:
    """Show the question of the draft that the address names, and nothing to type into."""
    draft_id = st.query_params.get("draft")
    if draft_id is None:
        show_heading("On paper")
        show_nothing_yet("Nothing is being written", "Choose a question first.")
        link("practise", "Choose a question")
        return
    draft = shared_practice().get_draft(draft_id)
    if draft.status == "submitted":
        show_heading("On paper")
        show_nothing_yet("This answer is marked", "What it earned is on its own page.")
        link("feedback", "Read the feedback", attempt=draft.id)
    elif draft.medium == "typed":
        go("write", draft=draft.id)
    elif draft.laid_down_at is None:
        _show_clock(draft)
    else:
        _show_choices(draft)


def _show_clock(draft: Draft) -> None:
    show_heading("On paper")
    show_printed(draft.prompt_text, draft.word_limit, draft.max_marks)
    paper_clock(draft, shared_practice().now())
    st.button(
        "Pen down",
        key="pen_down",
        type="primary",
        on_click=_lay_down,
        args=[draft.id],
    )


def _lay_down(draft_id: str) -> None:
    shared_practice().lay_down(draft_id)


def _show_choices(draft: Draft) -> None:
    show_heading("Pen down", _tell_time(draft))
    show_printed(draft.prompt_text, draft.word_limit, draft.max_marks)
    with st.container(key="choice_type", gap="xsmall"):
        show(element("p", "Type it up", class_="mp-row-title"))
        show(
            element(
                "p",
                "As it stands on the sheet, mistakes included. No clock runs. It is marked like "
                "any answer, with your own words beside every point.",
                class_="mp-meta",
            )
        )
        link("write", "Type it up", draft=draft.id)
    with st.container(key="choice_tick", gap="xsmall"):
        show(element("p", "Tick the points", class_="mp-row-title"))
        show(
            element(
                "p",
                "Go through the marking points with the sheet beside you, in whatever language "
                "it is written. The marks are added up as for a typed answer.",
                class_="mp-meta",
            )
        )
        link("marking", "Tick the points", draft=draft.id)


def _tell_time(draft: Draft) -> str:
    assert draft.laid_down_at is not None  # noqa: S101, the page has looked
    took = (draft.laid_down_at - draft.started_at).total_seconds()
    if draft.deadline is None:
        return f"You wrote for {describe_duration(took)}."
    allowed = (draft.deadline - draft.started_at).total_seconds()
    return f"You wrote for {describe_duration(took)}; {describe_duration(allowed)} were allowed."
