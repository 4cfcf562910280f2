"""The pages' addresses, and the way from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NoReturn

import streamlit as st

from practice.sharing import shared_practice

if TYPE_CHECKING:
    from collections.abc import Callable

    from practice.attempts import Mode

PlaceName = Literal[
    "start",
    "practise",
    "past",
    "progress",
    "questions",
    "question",
    "own",
    "write",
    "paper",
    "marking",
    "feedback",
    "compare",
    "sitting",
    "again",
    "phone",
]
_TITLES: dict[PlaceName, str] = {
    "start": "Start",
    "practise": "Practise",
    "past": "Past attempts",
    "progress": "Progress",
    "questions": "Question bank",
    "question": "Question",
    "own": "My question",
    "write": "Write",
    "paper": "On paper",
    "marking": "Tick the points",
    "feedback": "Feedback",
    "compare": "Compare",
    "sitting": "Sitting",
    "again": "Mark again",
    "phone": "Open on my phone",
}
_NOT_IN_THE_MENU = (
    "paper",
    "marking",
    "question",
    "write",
    "feedback",
    "compare",
    "sitting",
    "again",
    "phone",
)


def _elsewhere() -> None:
    """Stand in for a page: a link needs its address only."""


def build_page(place: PlaceName, show: Callable[[], None] = _elsewhere) -> st.Page:
    """Return a page for the menu, or as the target of a link."""
    return st.Page(
        show,
        title=_TITLES[place],
        url_path=place,
        default=place == "start",
        visibility="hidden" if place in _NOT_IN_THE_MENU else "visible",
    )


def go(place: PlaceName, **query: str) -> NoReturn:
    """Leave for another page.

    On the way back the browser stops once in between: at this page, but with
    the other's query. What it means there is for this page to know.
    """
    st.switch_page(build_page(place), query_params=query)


def link(place: PlaceName, label: str, **query: str) -> None:
    """Show a link to another page.

    A link from a page to itself would change what is shown but not the address.
    """
    st.page_link(build_page(place), label=label, query_params=query)


def start_writing(
    prompt_id: str,
    mode: Mode = "practice",
    parent_id: str | None = None,
    text: str = "",
    **query: str,
) -> NoReturn:
    """Begin an answer and leave for the page on which it is written."""
    draft = shared_practice().start(prompt_id, mode, parent_id=parent_id, initial_text=text)
    go("write", draft=draft.id, **query)


def start_on_paper(prompt_id: str, mode: Mode = "practice") -> NoReturn:
    """Begin an answer on paper and leave for the page that shows its clock."""
    draft = shared_practice().start(prompt_id, mode, medium="paper")
    go("paper", draft=draft.id)
