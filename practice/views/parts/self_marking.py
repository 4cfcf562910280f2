"""Marking one's own answer before the tool's marks are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.selfmarking import running_difference, tell_difference, tell_own_marks
from practice.sharing import shared_practice
from practice.views.parts.answer import show_plain_answer
from practice.views.parts.page import show, show_section
from practice.views.places import link
from practice.wording import describe_day, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from practice.history import Review

_SHOWN = 5
"""So many answers are listed with both marks."""


def offer_marking_first() -> None:
    """Let the learner choose to mark the answer before the tool's marks are shown."""
    st.toggle(
        "Let me mark it myself before I see the marks",
        value=shared_practice().marks_first(),
        key="mark_first",
        persist_state="session",
    )


def ways_to_feedback() -> dict[str, str]:
    """Return what the feedback page's address says of the learner's choice."""
    return {"mark": "first"} if st.session_state.get("mark_first") else {}


def has_to_mark_first(review: Review) -> bool:
    """Whether the learner wants to mark this answer and has not yet."""
    return st.query_params.get("mark") == "first" and review.remarks.self_mark is None


def find_left_to_mark(attempt_ids: Iterable[str]) -> list[Review]:
    """Return those of some answers that the learner wants to mark and has not yet."""
    return [*filter(has_to_mark_first, map(shared_practice().review, attempt_ids))]


def ask_own_marks(review: Review, left: int = 1) -> None:
    """Show the answer without any marks, and ask for the learner's own.

    Parameters
    ----------
    review : Review
    left : int, optional
        How many answers are still to be marked, this one among them.
    """
    highest = review.attempt.max_marks
    show_section("Your own marks first")
    show(element("p", "Read your answer once more, as a stranger would.", class_="mp-intro"))
    show_plain_answer(review)
    key = f"own_marks_{review.attempt.id}"
    st.slider(f"Marks of {highest}", 0.0, float(highest), highest / 2, 0.5, key=key)
    with st.container(horizontal=True):
        st.button(
            "Keep mine, show the tool's",
            key="keep_own_marks",
            type="primary",
            on_click=_keep,
            args=[review.attempt.id, left],
        )
        st.button("Skip this", key="skip_own_marks", type="tertiary", on_click=_go_on)


def show_own_marks(review: Review) -> None:
    """Show what the learner gave, beside the tool's marks; nothing if they gave none."""
    mine = review.remarks.self_mark
    if mine is None:
        return
    tools = review.report.marks if review.report else None
    said = tell_own_marks(mine.marks, tools)
    running = running_difference(shared_practice().marked_twice())
    show(
        element(
            "p",
            " ".join((said, tell_difference(running) if running else "")),
            class_="mp-own-marks",
        )
    )


def show_running_difference() -> None:
    """Show how the learner's marks lie to the tool's so far; nothing if there are none."""
    pairs = shared_practice().marked_twice()
    running = running_difference(pairs)
    if running is None:
        return
    show_section("Your marks and this tool's")
    show(element("p", tell_difference(running)))
    for pair in pairs[:_SHOWN]:
        both = f"you {pair.mine:.1f}, this tool {pair.tools:.1f} of {pair.max_marks}"
        question = shorten(pair.prompt_text, 50)
        label = f"{describe_day(pair.submitted_at)}: {both}: {question}"
        link("feedback", label, attempt=pair.attempt_id)


def _keep(attempt_id: str, left: int) -> None:
    shared_practice().mark_myself(attempt_id, st.session_state[f"own_marks_{attempt_id}"])
    if left == 1:
        _go_on()


def _go_on() -> None:
    st.query_params.pop("mark", None)
