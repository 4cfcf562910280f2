"""How the marks add up, and what else was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.describing import CANNOT_JUDGE, describe_answer
from practice.markup import Markup, element
from practice.views.parts.pace import show_pace
from practice.views.parts.page import draw_bar, show, show_section
from practice.wording import judge_demand, signed, tell_time, tell_unverified

if TYPE_CHECKING:
    from practice.history import Review
    from scorer.report import Advisory, DemandScore, DimensionScore, LedgerLine, ScoreReport


def show_checks(report: ScoreReport, answer: str) -> None:
    """Show the parts of the question, the parts of the answer, and the notes."""
    if report.demands:
        show_section("What was asked")
        show(element("ul", *map(_demand, report.demands), class_="mp-checks"))
    show_fullness(report)
    show_section("Notes")
    remarks = (tell_unverified(report), *describe_answer(report, answer))
    notes = (
        *map(_advisory, report.advisories),
        *(element("li", remark) for remark in remarks if remark),
    )
    show(element("ul", *notes, class_="mp-plain-list"))


def show_fullness(report: ScoreReport) -> None:
    """Show how full every part of the answer is."""
    show_section("How full each part is")
    show(element("ul", *map(_bar, report.dimensions), class_="mp-bars"))


def show_limits() -> None:
    """Show what no report of this tool says."""
    show_section("What this tool cannot judge")
    items = (element("li", each) for each in CANNOT_JUDGE)
    show(element("ul", *items, class_="mp-plain-list"))


def show_sums(report: ScoreReport) -> None:
    """Show every line that the marks are made of."""
    show_section("How the marks add up")
    total = element(
        "tr",
        element("th", "Marks", scope="row"),
        element("td", f"{report.marks:.2f}", class_="mp-sum"),
        element("td", f"of {report.max_marks}"),
        class_="mp-total",
    )
    show(
        element(
            "table",
            element("caption", "Each line adds to the marks or takes from them."),
            element("tbody", *map(_line, report.ledger), total),
            class_="mp-sums",
        )
    )


def show_time(review: Review) -> None:
    """Show how the time was used."""
    show_section("Your time")
    lines = tell_time(review)
    pairs = (element("div", element("dt", name), element("dd", value)) for name, value in lines)
    show(element("dl", *pairs, class_="mp-facts"))
    show_pace(review)
    st.space("small")


def _demand(demand: DemandScore) -> Markup:
    sign, label = judge_demand(demand)
    return element(
        "li", element("b", sign, aria_hidden="true"), f" {demand.text} ", element("i", label)
    )


def _bar(dimension: DimensionScore) -> Markup:
    return draw_bar(dimension.title, 100 * dimension.coverage)


def _advisory(advisory: Advisory) -> Markup:
    return element("li", advisory.message, element("i", f" Effect: {advisory.effect}."))


def _line(line: LedgerLine) -> Markup:
    return element(
        "tr",
        element("th", line.label, scope="row"),
        element("td", signed(line.marks), class_="mp-sum"),
        element("td", line.why),
    )
