"""The filters of past attempts: kept in the session, written into the address."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Any, Final, get_args

import streamlit as st

from practice.filters import NAMES, PAGE_SIZE, Place, read_place, write_place
from practice.history import Order
from practice.sharing import shared_practice
from practice.wording import MODES, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

ORDERS: Final[dict[Order, str]] = {
    "newest": "Newest first",
    "oldest": "Oldest first",
    "highest": "Highest marks first",
    "lowest": "Lowest marks first",
}
_ADDRESS: Final = "address_of_past"
_AWAY: Final = "away_from_past"


def keep_filters(*, away: bool) -> None:
    """Keep the filters while another page is open; each page calls this.

    Parameters
    ----------
    away : bool
        Whether it is another page.
    """
    for key in NAMES:
        if key in st.session_state:
            # What a page does not show is forgotten unless it is set.
            st.session_state[key] = st.session_state[key]
    if away:
        st.session_state[_AWAY] = True


def follow_address() -> None:
    """Take the filters from an address that has been opened, or gone back to.

    Whoever comes from another page by its menu finds the filters as they were.
    """
    came_from_elsewhere = st.session_state.pop(_AWAY, _ADDRESS not in st.session_state)
    said = _find_said()
    if said != st.session_state.get(_ADDRESS) and (said or not came_from_elsewhere):
        place = read_place(said)
        for key in NAMES:
            st.session_state[key] = getattr(place, key)
        st.session_state[_ADDRESS] = said


def ask_filters() -> Place:
    """Show the filters and return what is wanted, on the first page of it."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        search = st.text_input(
            "Search",
            key="search",
            placeholder="Words of question, answer or note",
            on_change=_begin_again,
        )
        question = _choose("question", "Question", _find_questions(), width="stretch")
        how = _choose("how", "Mode", {mode: names[0] for mode, names in MODES.items()}, width=155)
        tags = shared_practice().all_tags()
        tag = _choose("tag", "Tag", dict(zip(tags, tags, strict=True)), width=155) if tags else None
        order: Order = st.selectbox(
            "Order",
            get_args(Order),
            format_func=lambda each: ORDERS[each],
            key="order",
            width=220,
            on_change=_begin_again,
        )
        first_only = st.toggle("Without rewrites", key="first_only", on_change=_begin_again)
        deleted = st.toggle("Deleted answers", key="deleted", on_change=_begin_again)
    return Place(
        search=search,
        question=question,
        how=how,
        tag=tag,
        order=order,
        first_only=first_only,
        deleted=deleted,
    )


def ask_page(place: Place, found: int) -> Place:
    """Let the learner turn the pages of a list; return where the list is open."""
    pages = max(1, ceil(found / PAGE_SIZE))
    if pages == 1:
        return place
    st.session_state["page"] = min(st.session_state.get("page", 1), pages)
    return replace(place, page=st.pagination(pages, key="page"))


def write_address(place: Place) -> None:
    """Let the address say what is shown."""
    wanted = write_place(place)
    st.session_state[_ADDRESS] = wanted
    # On the way back from an answer the address names it for a moment (see places.go):
    # writing there would lead forward again.
    if wanted != _find_said() and not {"attempt", "draft"} & set(st.query_params):
        st.query_params.from_dict(wanted)


def _find_said() -> dict[str, str]:
    return {name: st.query_params[name] for name in NAMES if name in st.query_params}


def _begin_again() -> None:
    st.session_state["page"] = 1


def _find_questions() -> dict[str, str]:
    return {prompt.id: shorten(prompt.text) for prompt in shared_practice().catalogue.prompts}


def _choose(key: str, label: str, names: dict[Any, str], width: Any) -> Any:
    options: Sequence[Any] = list(names)
    if st.session_state.get(key) not in options:
        # An address may name what is there no longer.
        st.session_state[key] = None
    return st.selectbox(
        label,
        options,
        index=None,
        placeholder="Any",
        format_func=lambda each: names[each],
        key=key,
        width=width,
        on_change=_begin_again,
    )
