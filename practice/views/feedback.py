"""One attempt: what it earned, why, and what would have earned more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.service import ScoringFailed
from practice.sharing import shared_practice
from practice.telling_changes import tell_marks
from practice.views.parts.answer import show_answer, show_plain_answer
from practice.views.parts.changes import show_point_changes
from practice.views.parts.checklist import show_ticks
from practice.views.parts.examples import show_example, show_model_answer
from practice.views.parts.marks import show_improvements, show_marks
from practice.views.parts.page import (
    show,
    show_heading,
    show_nothing_yet,
    show_printed,
    show_section,
)
from practice.views.parts.points import ask_for_other_points, show_not_found
from practice.views.parts.rewriting import show_own_notes, show_rewriting
from practice.views.parts.self_marking import ask_own_marks, has_to_mark_first, show_own_marks
from practice.views.parts.sums import show_checks, show_fullness, show_limits, show_sums, show_time
from practice.views.parts.taking_out import show_takeaway
from practice.views.parts.teacher import ask_for_teacher_marks, show_teacher_marks
from practice.views.places import link
from practice.wording import MODES, describe_day, describe_length

if TYPE_CHECKING:
    from practice.history import Review, StoredReport


def show_page() -> None:
    """Show the attempt that the address names."""
    attempt_id = _find_wanted()
    if attempt_id is None:
        show_heading("Feedback")
        show_nothing_yet("No answer is chosen", "Open one of your past attempts.")
        link("past", "Past attempts")
        return
    review = shared_practice().review(attempt_id)
    show_heading("Feedback", _describe(review))
    attempt = review.attempt
    show_printed(attempt.prompt_text, attempt.word_limit, attempt.max_marks)
    if has_to_mark_first(review):
        ask_own_marks(review)
    elif review.reports and attempt.only_on_paper:
        _show_ticked(review, review.reports[0])
    elif review.reports:
        _show_marked(review, review.reports[0])
    else:
        _show_unmarked(review)


def _find_wanted() -> str | None:
    attempt_id = st.query_params.get("attempt")
    if attempt_id is None and "draft" in st.query_params:
        # The way back from a rewrite that was started here (see places.go).
        return shared_practice().get_draft(st.query_params["draft"]).parent_id
    return attempt_id


def _describe(review: Review) -> str:
    attempt = review.attempt
    kind = "A rewrite" if attempt.parent_id else MODES[attempt.mode][0]
    deleted = " · deleted" if review.deleted else ""
    length = describe_length(attempt.words, attempt.medium)
    return f"{kind} · {describe_day(attempt.submitted_at)} · {length}{deleted}"


def _show_marked(review: Review, stored: StoredReport) -> None:
    show_teacher_marks(review)
    show_marks(stored.report)
    show_own_marks(review)
    show_improvements(stored)
    show_answer(review, stored)
    _show_changes(review.attempt.id)
    show_not_found(review, stored.report)
    show_example(review)
    show_model_answer(stored.rubric)
    show_checks(stored.report, review.attempt.in_time_text)
    show_sums(stored.report)
    show_takeaway(review.attempt.id)
    if review.attempt.sitting_id is not None:
        link("sitting", "See the whole sitting", sitting=review.attempt.sitting_id)
    show_limits()
    show_time(review)
    show_rewriting(review)
    ask_for_teacher_marks(review)
    show_own_notes(review)


def _show_ticked(review: Review, stored: StoredReport) -> None:
    show_teacher_marks(review)
    show_marks(stored.report)
    show(element("p", "Written on paper and marked by ticking.", class_="mp-meta"))
    link("marking", "Change the ticks", draft=review.attempt.id)
    show_improvements(stored)
    show_ticks(stored.report)
    ask_for_other_points(review)
    show_model_answer(stored.rubric)
    show_fullness(stored.report)
    show_sums(stored.report)
    show_time(review)
    show_rewriting(review)
    ask_for_teacher_marks(review)
    show_own_notes(review)


def _show_changes(attempt_id: str) -> None:
    comparison = shared_practice().find_rewriting(attempt_id)
    if comparison is None:
        return
    show_section("What this rewrite changed")
    show(element("p", tell_marks(comparison), class_="mp-intro"))
    if comparison.changes is not None:
        show_point_changes(comparison.changes)
    link("compare", "Compare word by word", a=comparison.before.attempt.id, b=attempt_id)


def _show_unmarked(review: Review) -> None:
    show_teacher_marks(review)
    st.warning("Your answer is stored. It could not be marked yet.", icon=":material/info:")
    if st.button("Mark it now", key="mark_now", type="primary"):
        _try_to_mark(review.attempt.id)
    if review.failure is not None:
        with st.expander("What went wrong"):
            show(element("pre", review.failure, class_="mp-plain"))
    show_plain_answer(review)
    show_time(review)
    show_rewriting(review)
    ask_for_teacher_marks(review)
    show_own_notes(review)


def _try_to_mark(attempt_id: str) -> None:
    try:
        shared_practice().score(attempt_id)
    except ScoringFailed:
        st.error("It failed again. The answer is safe; the reason is given below.")
    else:
        st.rerun()
