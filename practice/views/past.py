"""Every answer that was handed in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from practice.filters import NOWHERE, PAGE_SIZE
from practice.history import AttemptFilter
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.deleting import ask_before_deleting, offer_undo
from practice.views.parts.filters import ask_filters, ask_page, follow_address, write_address
from practice.views.parts.labelling import ask_for_labels
from practice.views.parts.page import show, show_heading, show_nothing_yet
from practice.views.parts.sitting_start import show_past_sittings
from practice.views.parts.taking_out import offer_import, show_exports, show_objections
from practice.views.places import link
from practice.wording import (
    describe_both_marks,
    describe_day,
    describe_labels,
    describe_length,
    describe_mode,
)

if TYPE_CHECKING:
    from practice.filters import Place
    from practice.history import AttemptRow


def show_page() -> None:
    """Show the attempts that fit, page by page."""
    practice = shared_practice()
    show_heading("Past attempts")
    offer_undo()
    if not practice.count_attempts() and not practice.count_attempts(AttemptFilter(deleted=True)):
        _show_nothing_yet()
        offer_import()
        return
    follow_address()
    place = ask_filters()
    found = practice.count_attempts(place.wanted())
    if found:
        place = _show_rows(place, found)
    elif place == NOWHERE:
        _show_nothing_yet()
    else:
        show_nothing_yet("No answer fits", "Take one of the filters away.")
    write_address(place)
    show_past_sittings()
    link("again", "Mark answers again with the marking points of today")
    show_objections()
    show_exports(place)


def _show_nothing_yet() -> None:
    show_nothing_yet("Nothing here yet", "Your answers appear here once you hand them in.")
    link("start", "Answer tonight's question")


def _show_rows(place: Place, found: int) -> Place:
    show(element("p", "1 answer" if found == 1 else f"{found:,} answers", class_="mp-meta"))
    rows = st.container(gap="small")
    place = ask_page(place, found)
    first = PAGE_SIZE * (place.page - 1)
    with rows:
        for row in shared_practice().attempts(
            replace(place.wanted(), limit=PAGE_SIZE, offset=first)
        ):
            _show_row(row, deleted=place.deleted)
    return place


def _show_row(row: AttemptRow, *, deleted: bool) -> None:
    length = describe_length(row.words, row.medium)
    about = [describe_day(row.submitted_at), describe_mode(row), length]
    marks = element("b", describe_both_marks(row))
    with st.container(key=f"row_{row.id}", gap="xsmall"):
        link("feedback", row.prompt_text, attempt=row.id)
        show(element("p", marks, " · " + " · ".join(about), class_="mp-meta"))
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            labels = describe_labels(row.tags, row.notes)
            if st.button(labels, key=f"labels_{row.id}", type="tertiary"):
                ask_for_labels(row)
            if deleted:
                restore = shared_practice().restore
                st.button(
                    "Bring back",
                    key=f"restore_{row.id}",
                    type="tertiary",
                    on_click=restore,
                    args=[row.id],
                )
            elif st.button("Delete", key=f"delete_{row.id}", type="tertiary"):
                ask_before_deleting(row)
