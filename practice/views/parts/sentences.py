"""Rewriting one sentence: which one, and what was said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import Markup, element
from practice.rewriting import choose_sentence, cut_sentence, find_sentence, list_sentences
from practice.sharing import shared_practice
from practice.views.parts.page import show
from practice.views.parts.sheet import sign_note
from practice.views.places import start_writing
from practice.wording import shorten

if TYPE_CHECKING:
    from practice.attempts import Attempt, Draft
    from practice.highlighting import MarginNote
    from practice.history import Review
    from practice.rewriting import OldSentence


def offer_sentences(review: Review) -> None:
    """Offer each sentence of an answer for rewriting."""
    sentences = list_sentences(review)
    if not sentences:
        return
    with st.expander("Rewrite one sentence"):
        number = st.selectbox(
            "Which sentence",
            range(len(sentences)),
            index=choose_sentence(sentences),
            format_func=lambda each: f"{each + 1}. {shorten(sentences[each].text)}",
            key="sentence",
        )
        old = sentences[number]
        show(_sentence(old))
        _offer(review.attempt, number, cut_sentence(review.attempt.in_time_text, old))


def show_sentence_to_rewrite(draft: Draft, number: str | None) -> None:
    """Show the sentence that a rewrite is about; nothing if the address names none."""
    if draft.parent_id is None or number is None:
        return
    old = find_sentence(shared_practice().review(draft.parent_id), number)
    if old is not None:
        show(element("p", "The sentence to rewrite", class_="mp-eyebrow"))
        show(_sentence(old))


def _offer(attempt: Attempt, number: int, without: str) -> None:
    with st.container(horizontal=True):
        if st.button("Change its words", key="rewrite_sentence"):
            _start(attempt, attempt.in_time_text, number)
        if st.button("Say it afresh", key="rewrite_sentence_blank"):
            _start(attempt, without, number)
    show(element("p", "The rest of your answer stays, and no clock runs.", class_="mp-meta"))


def _start(attempt: Attempt, text: str, number: int) -> None:
    start_writing(
        attempt.prompt_id, "relaxed", parent_id=attempt.id, text=text, sentence=str(number)
    )


def _sentence(old: OldSentence) -> Markup:
    notes = map(_note, old.notes)
    return element("blockquote", element("p", old.text), *notes, class_="mp-old-sentence")


def _note(note: MarginNote) -> Markup:
    parts = (f"{sign_note(note)}.", note.title, note.comment)
    return element("p", " ".join(filter(None, parts)), class_="mp-comment")
