"""What can be taken out of the app, and the objections that travel with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show, show_section
from practice.views.places import link

if TYPE_CHECKING:
    from practice.remarks import Dispute


def show_exports() -> None:
    """Offer every attempt as a file, made only when it is asked for."""
    show_section("Take your answers with you")
    practice = shared_practice()
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "Export all as CSV",
            lambda: practice.export_attempts("csv"),
            "mains-practice.csv",
            "text/csv",
            key="csv",
            on_click="ignore",
        )
        st.download_button(
            "Export all as JSON",
            lambda: practice.export_attempts("json"),
            "mains-practice.json",
            "application/json",
            key="json",
            on_click="ignore",
        )
    show(
        element("p", "JSON holds everything: answers, marks, notes, objections.", class_="mp-meta")
    )


def show_objections() -> None:
    """Show where the learner says that the tool missed something."""
    disputes = shared_practice().disputes()
    if not disputes:
        return
    with st.expander(f"Where you objected ({len(disputes)})"):
        for dispute in disputes:
            label = "I said this" if dispute.kind == "said_this" else "I made another good point"
            with st.container(horizontal=True, vertical_alignment="center"):
                show(element("p", f"{label}: {_quote(dispute)}", class_="mp-own-note"))
                link("feedback", "Open", attempt=dispute.attempt_id)


def _quote(dispute: Dispute) -> str:
    return dispute.words or _find_statement(dispute) or "a point that is no longer listed"


def _find_statement(dispute: Dispute) -> str | None:
    catalogue = shared_practice().catalogue
    if all(prompt.id != dispute.prompt_id for prompt in catalogue.prompts):
        return None
    points = catalogue.get_rubric(dispute.prompt_id).points
    return next((point.statement for point in points if point.id == dispute.point_id), None)
