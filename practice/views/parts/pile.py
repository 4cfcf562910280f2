"""A pile of copies: whose it is, the next one, and those that are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.copies import Copy, list_copies
from practice.editor.paper import print_button
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.checklist import read_ticks
from practice.views.parts.page import show, show_section
from practice.wording import describe_marks

if TYPE_CHECKING:
    from scorer.rubric import Rubric

_OPENED = "opened_copy"
_NUMBER = "copy_number"


def slot_of_pile(prompt_id: str) -> tuple[str, Copy | None]:
    """Return what the fields of the copy on the screen are called, and the copy if it is known."""
    opened = st.session_state.get(_OPENED)
    copies = shared_practice().copies(prompt_id)
    copy = next((each for each in copies if each.id == opened), None)
    number = st.session_state.setdefault(_NUMBER, 0)
    return f"copy{number}", copy


def ask_label(slot: str, copy: Copy | None) -> str:
    """Show the field for the name or roll number."""
    return st.text_input(
        "Name or roll number", copy.label if copy else "", key=_label_key(slot), max_chars=80
    )


def offer_next(rubric: Rubric, slot: str, copy: Copy | None) -> None:
    """Show the button that keeps this copy and clears the screen for the next."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="sheet_end"):
        st.button(
            "Next copy",
            key=f"next_{slot}",
            type="primary",
            shortcut="Ctrl+Enter",
            on_click=_keep,
            args=[rubric, slot, copy],
        )
        print_button()


def _keep(rubric: Rubric, slot: str, copy: Copy | None) -> None:
    practice = shared_practice()
    said = st.session_state.get(_label_key(slot), "").strip()
    label = said or f"Copy {len(practice.copies(rubric.id)) + 1}"
    practice.keep_copy(rubric.id, label, read_ticks(rubric, slot), copy.id if copy else None)
    _open(None)


def _label_key(slot: str) -> str:
    return f"label_{slot}"


def show_pile(prompt_id: str) -> None:
    """Show the copies that are marked, each of which can be opened again."""
    copies = shared_practice().copies(prompt_id)
    if not copies:
        return
    show_section(f"Marked so far: {len(copies)}")
    for copy in copies:
        with st.container(horizontal=True, vertical_alignment="center", key=f"row_{copy.id}"):
            marks = element("b", describe_marks(copy.marks, copy.max_marks))
            show(element("p", f"{copy.label} · ", marks, class_="mp-own-note"))
            st.button(
                "Open", key=f"open_{copy.id}", type="tertiary", on_click=_open, args=[copy.id]
            )
            st.button(
                "Remove",
                key=f"remove_{copy.id}",
                type="tertiary",
                on_click=shared_practice().remove_copy,
                args=[copy.id],
            )
    st.download_button(
        "Export the list as CSV", list_copies(copies), "copies.csv", "text/csv", key="copies_csv",
        on_click="ignore",
    )  # fmt: skip


def _open(copy_id: str | None) -> None:
    # Fields of another name begin with what is known of the copy, or empty.
    st.session_state[_NUMBER] = st.session_state.get(_NUMBER, 0) + 1
    st.session_state[_OPENED] = copy_id
