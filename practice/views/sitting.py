"""Several questions under one clock: the paper, each answer, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.editor import answer_editor
from practice.exchange import page_channel
from practice.markup import element
from practice.sharing import shared_practice
from practice.tokens import sign_draft
from practice.views.parts.page import show, show_heading, show_nothing_yet, show_printed
from practice.views.parts.self_marking import (
    ask_own_marks,
    find_left_to_mark,
    offer_marking_first,
    ways_to_feedback,
)
from practice.views.parts.sitting_sums import show_summary
from practice.views.places import link
from practice.wording import describe_clock_time, describe_duration

if TYPE_CHECKING:
    from practice.sittings import SittingLine, SittingSummary


def show_page() -> None:
    """Show the sitting that the address names, where the learner is in it."""
    sitting_id = st.query_params.get("sitting")
    if sitting_id is None:
        show_heading("Sitting")
        show_nothing_yet("No sitting is chosen", "Begin one, or open one of the past.")
        link("practise", "Practise")
        return
    summary = shared_practice().summarise_sitting(sitting_id)
    if summary.is_over:
        _show_outcome(summary)
    else:
        _show_paper(summary)


def _show_outcome(summary: SittingSummary) -> None:
    """Show what came of it, once the learner has marked every answer if they wanted to."""
    numbers = {line.answer_id: number for number, line in enumerate(summary.lines, start=1)}
    left = find_left_to_mark(numbers)
    if not left:
        show_summary(summary)
        return
    attempt = left[0].attempt
    show_heading(summary.sitting.title, f"Answer {numbers[attempt.id]} of {len(numbers)}")
    show_printed(attempt.prompt_text, attempt.word_limit, attempt.max_marks)
    ask_own_marks(left[0], len(left))


def _show_paper(summary: SittingSummary) -> None:
    sitting = summary.sitting
    number = _find_number(len(summary.lines))
    line = summary.lines[number - 1] if number else None
    shared_practice().turn_to(sitting.id, line.answer_id if line else None)
    show_heading(sitting.title, f"The bell rings at {describe_clock_time(sitting.deadline)}.")
    _show_ways(summary, number)
    if line is None:
        _show_questions(summary)
    elif line.is_open:
        _write(line)
    else:
        show_nothing_yet("This answer is handed in", "Turn to another question.")


def _find_number(highest: int) -> int:
    """Return the number of the question that the address names; 0 is the list of all."""
    said = st.query_params.get("answer", "")
    return int(said) if said in {str(number) for number in range(1, highest + 1)} else 0


def _show_ways(summary: SittingSummary, current: int) -> None:
    with st.container(horizontal=True, key="ways", gap="small"):
        st.button(
            "All questions",
            key="way_0",
            on_click=_turn,
            args=[0],
            type="secondary" if current else "primary",
        )
        for number, line in enumerate(summary.lines, start=1):
            sign = "" if line.is_open else " ✓"
            st.button(
                f"{number}{sign}",
                key=f"way_{number}",
                on_click=_turn,
                args=[number],
                type="primary" if number == current else "secondary",
                help=line.prompt_text,
            )


def _turn(number: int) -> None:
    if number:
        st.query_params["answer"] = str(number)
    else:
        st.query_params.pop("answer", None)


def _show_questions(summary: SittingSummary) -> None:
    for number, line in enumerate(summary.lines, start=1):
        with st.container(key=f"paper_{number}", gap=None):
            show_printed(f"{number}. {line.prompt_text}", line.word_limit, line.max_marks)
            show(element("p", _describe_line(line), class_="mp-meta"))
    show(
        element(
            "p",
            "Read them all, choose where to begin, and keep to the minutes of each. You can turn "
            "to another question at any time; every answer is kept.",
            class_="mp-aside",
        )
    )
    offer_marking_first()
    with st.popover("Hand everything in"):
        show(element("p", "Answers cannot be changed after that.", class_="mp-meta"))
        st.button(
            "Hand in all answers",
            key="hand_in",
            type="primary",
            on_click=_hand_in,
            args=[summary.sitting.id],
        )


def _hand_in(sitting_id: str) -> None:
    shared_practice().hand_in_sitting(sitting_id)
    st.query_params.update(ways_to_feedback())


def _describe_line(line: SittingLine) -> str:
    parts = [
        f"{describe_duration(line.budget.total_seconds())} to write",
        f"{describe_duration(line.spent.total_seconds())} spent",
        f"{line.words} words" if line.is_open else "handed in",
    ]
    return " · ".join(parts)


def _write(line: SittingLine) -> None:
    practice = shared_practice()
    draft = practice.get_draft(line.answer_id)
    show_printed(draft.prompt_text, draft.word_limit, draft.max_marks)
    show(element("p", _describe_line(line), class_="mp-meta"))
    event = answer_editor(
        draft,
        practice.catalogue.get_prompt(draft.prompt_id),
        sign_draft(practice.secret(), draft.learner, draft.id),
        f"editor_{draft.id}",
        channel=page_channel(practice, draft.id),
    )
    if event is not None:
        st.query_params.update(ways_to_feedback())
        st.rerun()
