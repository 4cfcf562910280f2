"""Two answers to the same question, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.history import AttemptFilter
from practice.markup import element
from practice.pairing import find_pairs, pair_up
from practice.service import DifferentQuestions
from practice.sharing import shared_practice
from practice.telling_changes import label_attempt, tell_marks
from practice.views.parts.changes import show_point_changes, show_table, show_words
from practice.views.parts.page import (
    show,
    show_heading,
    show_nothing_yet,
    show_printed,
    show_section,
)
from practice.views.places import link
from practice.wording import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.comparing import Comparison
    from practice.history import AttemptRow


def show_page() -> None:
    """Show the two attempts that the address names as ``a`` and ``b``."""
    show_heading("Compare")
    first, second = (st.query_params.get(name) for name in ("a", "b"))
    if first and second:
        _compare(first, second)
    elif first or second:
        _compare_with_another(first or second or "")
    else:
        _offer_questions()


def _compare(first: str, second: str) -> None:
    try:
        comparison = shared_practice().compare(first, second)
    except DifferentQuestions:
        show_nothing_yet("Two different questions", "Choose two answers to the same question.")
        link("feedback", "The first answer", attempt=first)
        link("feedback", "The second answer", attempt=second)
        return
    attempt = comparison.after.attempt
    show_printed(attempt.prompt_text, attempt.word_limit, attempt.max_marks)
    _ask_which(attempt.prompt_id, first, second)
    _show(comparison)


def _compare_with_another(attempt_id: str) -> None:
    prompt_id = shared_practice().review(attempt_id).attempt.prompt_id
    pair = pair_up(_attempts(prompt_id), attempt_id)
    if pair is not None:
        _compare(pair[0].id, pair[1].id)
        return
    show_nothing_yet("One answer only", "Answer this question again, or rewrite your answer.")
    link("feedback", "Back to the feedback", attempt=attempt_id)


def _offer_questions() -> None:
    pairs = find_pairs(_attempts())
    if not pairs:
        show_nothing_yet("Nothing to compare yet", "Answer a question twice, or rewrite an answer.")
        link("past", "Past attempts")
        return
    show_section("Questions that you answered more than once")
    for older, newer in pairs:
        st.button(
            shorten(newer.prompt_text),
            key=f"pair_{newer.prompt_id}",
            type="tertiary",
            on_click=_open,
            args=[older.id, newer.id],
        )


def _ask_which(prompt_id: str, first: str, second: str) -> None:
    rows = {row.id: row for row in _attempts(prompt_id)}
    if not {first, second} <= rows.keys():
        return  # A deleted answer can be looked at, but is not offered.
    # The address decides, also after somebody has followed a link to two others.
    st.session_state.first, st.session_state.second = first, second
    with st.container(horizontal=True, vertical_alignment="bottom", key="which"):
        for label, key in (("First answer", "first"), ("Second answer", "second")):
            st.selectbox(
                label,
                list(rows),
                format_func=lambda each: label_attempt(rows[each]),
                key=key,
                on_change=_follow,
            )
        st.button("Swap", key="swap", on_click=_open, args=[second, first])


def _show(comparison: Comparison) -> None:
    show_section("What changed")
    show(element("p", tell_marks(comparison), class_="mp-intro"))
    if comparison.changes is not None:
        if not comparison.changes.same_version:
            show(element("p", _OTHER_VERSION, class_="mp-caveat"))
        show_point_changes(comparison.changes)
    show_table(comparison)
    show_words(comparison)
    with st.container(horizontal=True, gap="medium"):
        link("feedback", "Feedback on the first", attempt=comparison.before.attempt.id)
        link("feedback", "Feedback on the second", attempt=comparison.after.attempt.id)


_OTHER_VERSION = (
    "These answers were marked by different versions of this tool or its marking points. "
    "Part of the difference may come from that."
)


def _attempts(prompt_id: str | None = None) -> Sequence[AttemptRow]:
    return shared_practice().attempts(AttemptFilter(prompt_id=prompt_id, order="oldest"))


def _follow() -> None:
    _open(st.session_state.first, st.session_state.second)


def _open(first: str, second: str) -> None:
    st.query_params.from_dict({"a": first, "b": second})
