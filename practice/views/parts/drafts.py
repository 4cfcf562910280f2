"""Answers that are being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element, join
from practice.sharing import shared_practice
from practice.views.parts.page import show
from practice.views.parts.sitting_start import show_open_sittings
from practice.views.places import link
from practice.wording import MODES, describe_day, shorten
from scorer import count_words

if TYPE_CHECKING:
    from practice.attempts import Draft


def show_open_drafts() -> None:
    """Show what is being written, each with a way back to it; nothing if there is none."""
    _offer_undo()
    drafts = [draft for draft in shared_practice().open_drafts() if draft.sitting_id is None]
    if not drafts and not shared_practice().open_sittings():
        return
    with st.container(key="open_drafts", gap="small"):
        show(element("p", "Still being written", class_="mp-eyebrow"))
        show_open_sittings()
        for draft in drafts:
            _show_draft(draft)


def _show_draft(draft: Draft) -> None:
    mode, _ = MODES[draft.mode]
    words = f"{count_words(draft.text)} words"
    show(
        join(
            element("p", shorten(draft.prompt_text), class_="mp-row-title"),
            element(
                "p", " · ".join((mode, describe_day(draft.started_at), words)), class_="mp-meta"
            ),
        )
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        link("write" if draft.medium == "typed" else "paper", "Go on writing", draft=draft.id)
        st.button(
            "Set aside", key=f"aside_{draft.id}", type="tertiary", on_click=_set_aside, args=[draft]
        )


def _set_aside(draft: Draft) -> None:
    shared_practice().discard(draft.id)
    st.session_state.set_aside = draft.id


def _offer_undo() -> None:
    draft_id = st.session_state.get("set_aside")
    if draft_id is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="undo_aside"):
        show(element("p", "The draft was set aside.", class_="mp-meta"))
        st.button("Undo", key="take_up", type="tertiary", on_click=_take_up, args=[draft_id])


def _take_up(draft_id: str) -> None:
    shared_practice().take_up(draft_id)
    del st.session_state.set_aside
