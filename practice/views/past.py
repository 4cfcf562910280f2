"""Every answer that was handed in."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final, get_args

import streamlit as st

from practice.history import AttemptFilter, Order
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.deleting import ask_before_deleting, offer_undo
from practice.views.parts.page import show, show_heading, show_nothing_yet
from practice.views.parts.taking_out import show_exports, show_objections
from practice.views.places import link
from practice.wording import MODES, describe_day, describe_marks, shorten

if TYPE_CHECKING:
    from practice.history import AttemptRow

PAGE_SIZE: Final = 20
_FILTERS: Final = ("search", "question", "how", "order", "first_only")
ORDERS: Final[dict[Order, str]] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "highest": "Highest marks first",
    "lowest": "Lowest marks first",
}


def keep_filters() -> None:
    """Keep the filters while another page is open; each page calls this."""
    for key in _FILTERS:
        if key in st.session_state:
            # What a page does not show is forgotten unless it is set.
            st.session_state[key] = st.session_state[key]


def show_page() -> None:
    """Show the attempts that fit, page by page."""
    practice = shared_practice()
    has_any = practice.count_attempts() > 0
    show_heading("Past attempts")
    offer_undo()
    if not has_any:
        show_nothing_yet("Nothing here yet", "Your answers appear here once you hand them in.")
        link("start", "Answer tonight's question")
        return
    wanted = _ask_wishes()
    found = practice.count_attempts(wanted)
    if found:
        _show_rows(wanted, found)
    else:
        show_nothing_yet("No answer fits", "Take one of the filters away.")
    show_objections()
    show_exports()


def _show_rows(wanted: AttemptFilter, found: int) -> None:
    show(element("p", "1 answer" if found == 1 else f"{found} answers", class_="mp-meta"))
    rows = st.container(gap="small")
    first = PAGE_SIZE * (_ask_page(found) - 1)
    with rows:
        for row in shared_practice().attempts(replace(wanted, limit=PAGE_SIZE, offset=first)):
            _show_row(row)


def _ask_wishes() -> AttemptFilter:
    practice = shared_practice()
    prompts = {prompt.id: prompt for prompt in practice.catalogue.prompts}
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        search = st.text_input("Search", key="search", placeholder="A word in question or answer")
        prompt_id = st.selectbox(
            "Question",
            list(prompts),
            index=None,
            placeholder="Any",
            format_func=lambda each: shorten(prompts[each].text),
            key="question",
        )
        mode = st.selectbox(
            "Mode",
            list(MODES),
            index=None,
            placeholder="Any",
            format_func=lambda each: MODES[each][0],
            key="how",
            width=180,
        )
        order = st.selectbox(
            "Order",
            get_args(Order),
            format_func=lambda each: ORDERS[each],
            key="order",
            width=220,
        )
        first_only = st.toggle("Without rewrites", key="first_only")
    return AttemptFilter(
        search=search, prompt_id=prompt_id, mode=mode, order=order, first_only=first_only
    )


def _ask_page(found: int) -> int:
    pages = ceil(found / PAGE_SIZE)
    return st.pagination(pages, key="page") if pages > 1 else 1


def _show_row(row: AttemptRow) -> None:
    about = [describe_day(row.submitted_at), MODES[row.mode][0], f"{row.words} words"]
    if row.parent_id is not None:
        about.append("rewrite")
    with st.container(key=f"row_{row.id}", gap=None):
        link("feedback", row.prompt_text, attempt=row.id)
        with st.container(horizontal=True, vertical_alignment="center"):
            marks = element("b", describe_marks(row.marks, row.max_marks))
            show(element("p", marks, " · " + " · ".join(about), class_="mp-meta"))
            if st.button("Delete", key=f"delete_{row.id}", type="tertiary"):
                ask_before_deleting(row)
