"""One question, with its marking points for those who want to see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import Markup, element, join
from practice.sharing import shared_practice
from practice.views.parts.own_sharing import leave_if_removed, offer_own_actions
from practice.views.parts.page import (
    show,
    show_demands,
    show_heading,
    show_nothing_yet,
    show_question,
    show_section,
    show_size,
)
from practice.views.places import link, start_on_paper, start_writing

if TYPE_CHECKING:
    from scorer.prompts import Prompt
    from scorer.rubric import Dimension, Rubric, Source


def show_page() -> None:
    """Show the question that the address names."""
    prompt_id = _find_wanted()
    if prompt_id is None:
        show_heading("Question")
        show_nothing_yet("No question is chosen", "Choose one from the question bank.")
        link("questions", "Question bank")
        return
    _show(shared_practice().catalogue.get_prompt(prompt_id))


def _find_wanted() -> str | None:
    prompt_id = st.query_params.get("id")
    if prompt_id is None and "draft" in st.query_params:
        # The way back from an answer that was started here (see places.go).
        return shared_practice().get_draft(st.query_params["draft"]).prompt_id
    return prompt_id


def _show(prompt: Prompt) -> None:
    is_own = shared_practice().catalogue.is_own(prompt.id)
    if is_own:
        leave_if_removed(prompt.id)
    show_heading("Question")
    show_question(prompt)
    show_size(prompt, prompt.paper)
    show_demands(prompt)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if st.button("Start writing", type="primary", key="start"):
            start_writing(prompt.id)
        if st.button("Write on paper", key="start_paper"):
            start_on_paper(prompt.id)
        link("marking", "Mark copies", prompt=prompt.id)
        link("questions", "Every question")
    if is_own:
        offer_own_actions(prompt)
    if prompt.syllabus:
        show_section("Where it stands in the syllabus")
        show(element("ul", *(element("li", line) for line in prompt.syllabus)))
    if st.toggle("Show the marking points (better after your first try)", key="points"):
        _show_points(shared_practice().catalogue.get_rubric(prompt.id))


def _show_points(rubric: Rubric) -> None:
    for dimension in rubric.dimensions:
        show_section(dimension.title)
        show(_points(dimension))
    cited = _cited(rubric)
    if not (cited or rubric.as_of):
        return
    show_section("Sources")
    if rubric.as_of:
        show(element("p", f"Facts checked to {rubric.as_of}.", class_="mp-meta"))
    show(element("ul", *map(_source, cited), class_="mp-plain-list"))


def _points(dimension: Dimension) -> Markup:
    return element("ul", *(element("li", point.statement) for point in dimension.points))


def _cited(rubric: Rubric) -> list[Source]:
    """Return the sources that this question uses; the list is its whole topic's."""
    used = {point.source for point in rubric.points}
    used |= {claim.source for claim in rubric.misconceptions}
    used |= {fact.source for fact in rubric.facts}
    return [source for source in rubric.sources if source.id in used]


def _source(source: Source) -> Markup:
    title = element("a", source.title, href=source.url) if source.url else join(source.title)
    return element("li", title, f", {source.publisher}, {source.date}")
