"""Marking answers again, and what that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.markup import Markup, element, join
from practice.sharing import shared_practice
from practice.views.parts.page import show, show_heading, show_nothing_yet, show_section
from practice.views.places import link
from practice.wording import describe_day, describe_marks, shorten, signed

if TYPE_CHECKING:
    from practice.rescoring import Remarked

SHOWN: Final = 100
"""Lines of the table; the rest are told in one sentence."""


def show_page() -> None:
    """Offer to mark outdated attempts again, and show the marks before and after."""
    show_heading(
        "Mark again",
        "When marking points are improved, earlier answers keep their marks until you mark them "
        "again. Every earlier report is kept.",
    )
    outdated = shared_practice().outdated()
    if outdated:
        _offer(outdated)
    else:
        show_nothing_yet(
            "Nothing to mark again", "Every answer was marked by the version of today."
        )
    remarked = shared_practice().remarked()
    if remarked:
        _show_table(remarked)
    link("past", "Past attempts")


def _offer(outdated: tuple[str, ...]) -> None:
    count = "1 answer was" if len(outdated) == 1 else f"{len(outdated)} answers were"
    show(element("p", f"{count} marked by an earlier version."))
    if st.button("Mark them again", key="again", type="primary"):
        practice = shared_practice()
        bar = st.progress(0.0, "Marking …")
        failed = 0
        for number, attempt_id in enumerate(outdated, start=1):
            failed += not practice.score_again(attempt_id)
            bar.progress(number / len(outdated), f"Marked {number} of {len(outdated)}")
        if failed:
            st.error(f"{failed} could not be marked again and keep the marks they had.")
        else:
            st.rerun()


def _show_table(remarked: tuple[Remarked, ...]) -> None:
    show_section("Before and after")
    show(element("p", "Your answers are the same: only the rules have changed.", class_="mp-meta"))
    names = ("Answer", "Before", "After", "Difference", "What changed")
    table = element(
        "table",
        element("thead", element("tr", *(element("th", name, scope="col") for name in names))),
        element("tbody", *map(_row, remarked[:SHOWN])),
        class_="mp-sums mp-figures",
    )
    show(
        element(
            "div",
            table,
            class_="mp-wide",
            tabindex="0",
            role="region",
            aria_label="Marks before and after",
        )
    )
    if len(remarked) > SHOWN:
        show(element("p", f"And {len(remarked) - SHOWN} more.", class_="mp-meta"))


def _row(each: Remarked) -> Markup:
    title = element(
        "a",
        shorten(each.prompt_text, 60),
        href=f"feedback?attempt={each.attempt_id}",
        target="_self",
    )
    cells = (
        describe_marks(each.before.marks, each.max_marks),
        describe_marks(each.after.marks, each.max_marks),
        signed(each.difference),
    )
    return element(
        "tr",
        element("th", title, f", {describe_day(each.submitted_at)}", scope="row"),
        join(*(element("td", cell) for cell in cells)),
        element("td", ", ".join(each.what_changed()), class_="mp-why"),
    )
