"""What can be taken out of the app, and the objections that travel with it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.archive import NotAnArchive
from practice.filters import NOWHERE
from practice.importing import describe_import
from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show, show_section
from practice.views.places import link
from practice.wording import quote_words

if TYPE_CHECKING:
    from practice.filters import Place
    from practice.remarks import Dispute
    from practice.service.archiving import ExportFormat

_FORMATS: Final[dict[ExportFormat, tuple[str, str, str]]] = {
    "csv": ("CSV", "csv", "text/csv"),
    "json": ("JSON", "json", "application/json"),
    "markdown": ("Markdown", "md", "text/markdown"),
}


def show_exports(place: Place) -> None:
    """Offer attempts as files, made only when they are asked for, and take exports in."""
    show_section("Take your answers with you")
    is_filtered = replace(place, page=1) != NOWHERE
    which = "these" if is_filtered else "all"
    wanted = place.wanted() if is_filtered else None
    with st.container(horizontal=True, vertical_alignment="center"):
        for name, (label, ending, kind) in _FORMATS.items():
            st.download_button(
                f"Export {which} as {label}",
                partial(shared_practice().export_attempts, name, wanted),
                f"mains-practice.{ending}",
                kind,
                key=name,
                on_click="ignore",
            )
    show(
        element("p", "JSON holds everything: answers, marks, notes, objections.", class_="mp-meta")
    )
    offer_import()


def show_takeaway(attempt_id: str) -> None:
    """Offer one answer with its feedback, to be printed."""
    st.download_button(
        "Answer sheet to print (PDF)",
        lambda: shared_practice().answer_sheet(attempt_id),
        f"answer-{attempt_id[:8]}.pdf",
        "application/pdf",
        key="sheet",
        on_click="ignore",
    )


def offer_import() -> None:
    """Take in what was exported elsewhere."""
    with st.expander("Bring in answers from another computer"):
        show(element("p", "Choose a JSON file that was exported there.", class_="mp-meta"))
        with st.form("import", clear_on_submit=True, border=False):
            file = st.file_uploader("Exported file", type="json", key="exported")
            if st.form_submit_button("Bring them in") and file is not None:
                _import(file.getvalue())


def _import(content: bytes) -> None:
    try:
        brought = shared_practice().import_attempts(content.decode("utf-8-sig", "replace"))
    except NotAnArchive as refusal:
        st.error(f"Nothing was brought in: {refusal}.")
    else:
        st.success(describe_import(brought))


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
        st.download_button(
            "Export them for the rubric (YAML)",
            shared_practice().export_candidates,
            "mains-practice-candidates.yaml",
            "application/yaml",
            key="candidates",
            on_click="ignore",
        )


def _quote(dispute: Dispute) -> str:
    statement = _find_statement(dispute)
    if dispute.words and statement:
        return f"{statement} {quote_words(dispute.words)}"
    return dispute.words or statement or "a point that is no longer listed"


def _find_statement(dispute: Dispute) -> str | None:
    rubric = shared_practice().catalogue.find_rubric(dispute.prompt_id)
    points = rubric.points if rubric else ()
    return next((point.statement for point in points if point.id == dispute.point_id), None)
