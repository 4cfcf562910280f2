"""Writing an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.editor import answer_editor
from practice.exchange import page_channel
from practice.markup import element
from practice.sharing import shared_practice
from practice.tokens import sign_draft
from practice.views.parts.page import (
    show,
    show_demands,
    show_heading,
    show_nothing_yet,
    show_printed,
)
from practice.views.parts.self_marking import offer_marking_first, ways_to_feedback
from practice.views.parts.sentences import show_sentence_to_rewrite
from practice.views.places import go, link
from scorer.prompts import find_directive

if TYPE_CHECKING:
    from practice.attempts import Draft
    from scorer.prompts import Prompt


_TYPING_UP = "As it stands on your sheet. No clock runs, and the time you took is kept."


def show_page() -> None:
    """Show the editor for the draft that the address names."""
    # The way back from the feedback on an answer leads here with its attempt (see places.go).
    draft_id = st.query_params.get("draft") or st.query_params.get("attempt")
    if draft_id is None:
        show_heading("Write")
        show_nothing_yet("Nothing is being written", "Choose a question first.")
        link("practise", "Choose a question")
        return
    draft = shared_practice().get_draft(draft_id)
    if draft.sitting_id is not None and draft.status != "submitted":
        go("sitting", sitting=draft.sitting_id)
    if draft.status == "submitted":
        _leave(draft.id)
    elif draft.medium == "paper" and draft.laid_down_at is None:
        go("paper", draft=draft.id)
    else:
        _write(draft, shared_practice().catalogue.get_prompt(draft.prompt_id))


def _write(draft: Draft, prompt: Prompt) -> None:
    practice = shared_practice()
    on_paper = draft.medium == "paper"
    show_heading("Type it up" if on_paper else "Your answer", _TYPING_UP if on_paper else "")
    show_printed(draft.prompt_text, draft.word_limit, draft.max_marks)
    show_sentence_to_rewrite(draft, st.query_params.get("sentence"))
    event = answer_editor(
        draft,
        prompt,
        sign_draft(practice.secret(), draft.learner, draft.id),
        f"editor_{draft.id}",
        channel=page_channel(practice, draft.id),
    )
    if event is not None:
        go("feedback", attempt=event.attempt_id, **ways_to_feedback())
    offer_marking_first()
    with st.expander("Help with this question"):
        _show_help(prompt)


def _leave(attempt_id: str) -> None:
    """Go on to the feedback, but only once: then the learner has come back by choice."""
    if st.session_state.get("left_for") != attempt_id:
        st.session_state.left_for = attempt_id
        go("feedback", attempt=attempt_id, **ways_to_feedback())
    show_heading("Handed in")
    show_nothing_yet("This answer is handed in", "It cannot be changed any more.")
    link("feedback", "Read the feedback", attempt=attempt_id)


def _show_help(prompt: Prompt) -> None:
    show_demands(prompt)
    word = find_directive(prompt.directive)
    if word is not None:
        show(element("p", f"“{word.id.capitalize()}”", class_="mp-eyebrow"))
        st.text(word.asks)
        show(element("ul", *(element("li", move) for move in word.moves)))
        st.text(f"Ending: {word.conclusion}")
    if prompt.hints:
        show(element("p", "Hints", class_="mp-eyebrow"))
        show(element("ul", *(element("li", hint) for hint in prompt.hints)))
