"""Marking by ticking: the points on one screen, for one's own sheet or a pile of copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.editor.paper import print_button
from practice.markup import element
from practice.sharing import shared_practice
from practice.storage import UnknownRecord
from practice.views.parts.checklist import ask_ticks, show_sheet, show_total
from practice.views.parts.page import show, show_heading, show_nothing_yet, show_printed
from practice.views.parts.pile import ask_label, offer_next, show_pile, slot_of_pile
from practice.views.places import go, link
from scorer.ticking import find_ticks

if TYPE_CHECKING:
    from practice.attempts import Draft


def show_page() -> None:
    """Show the points of the answer, or of the pile, that the address names."""
    # The way back from the feedback leads here with its attempt (see places.go).
    draft_id = st.query_params.get("draft") or st.query_params.get("attempt")
    prompt_id = st.query_params.get("prompt")
    if draft_id is not None:
        _mark_own(shared_practice().get_draft(draft_id))
    elif prompt_id is not None:
        _mark_pile(prompt_id)
    else:
        show_heading("Tick the points")
        show_nothing_yet("Nothing is chosen", "Open a question and choose to mark copies of it.")
        link("questions", "Question bank")


def _mark_own(draft: Draft) -> None:
    if draft.medium == "typed":
        raise UnknownRecord("answer on paper", draft.id)
    practice = shared_practice()
    show_heading("Tick the points", "A whole tick for a point that is made, half for one begun.")
    show_printed(draft.prompt_text, draft.word_limit, draft.max_marks)
    rubric = practice.catalogue.get_rubric(draft.prompt_id)
    total = st.container(key="total")
    ticks = ask_ticks(rubric, draft.id, _ticked_before(draft))
    report = practice.tick(draft.prompt_id, ticks)
    with total:
        show_total(report)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="sheet_end"):
        if st.button("Keep these marks", key="keep_marks", type="primary"):
            practice.lay_down(draft.id)
            practice.submit_ticked(draft.id, ticks)
            go("feedback", attempt=draft.id)
        print_button()
    show_sheet(rubric, report, "")


def _ticked_before(draft: Draft) -> dict[str, float]:
    if draft.status != "submitted":
        return {}
    report = shared_practice().review(draft.id).report
    return find_ticks(report) if report else {}


def _mark_pile(prompt_id: str) -> None:
    practice = shared_practice()
    prompt = practice.catalogue.get_prompt(prompt_id)
    rubric = practice.catalogue.get_rubric(prompt_id)
    show_heading("Mark copies", "One sheet after the other: tick what it says, go on to the next.")
    show(element("p", prompt.text, class_="mp-row-title"))
    slot, copy = slot_of_pile(prompt_id)
    label = ask_label(slot, copy)
    total = st.container(key="total")
    ticks = ask_ticks(rubric, slot, copy.ticks if copy else {})
    report = practice.tick(prompt_id, ticks)
    with total:
        show_total(report)
    offer_next(rubric, slot, copy)
    show_sheet(rubric, report, label)
    show_pile(prompt_id)
