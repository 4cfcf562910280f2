"""The fields of an own question, with what is to be said about them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from practice.markup import Markup, element
from practice.views.parts.page import show
from practice.wording import describe_points
from scorer.linting.short import lint_short
from scorer.short_form import ShortQuestion, usual_minutes, usual_words
from scorer.short_points import parse_points

if TYPE_CHECKING:
    from scorer.issues import Issue

_FIELDS: Final = ("text", "marks", "words", "minutes", "topic", "points", "model_answer")
_EMPTY: Final = ShortQuestion(text="", points="")
_EXAMPLE: Final = """\
# Causes
Paved ground keeps the rain from soaking in: concrete, sealed surface
Lakes and wetlands were built over, so water has nowhere to wait

# Remedies
Storm drains are cleaned before the monsoon: desilting"""
_SYNTAX: Final = (
    "One point per line, as a sentence. After a colon, other words for it, with commas between "
    "them. A line that begins with # is the heading of a part. What is said below keeps up while "
    "you type."
)


def ask_question(slot: str, saved: ShortQuestion | None = None) -> ShortQuestion:
    """Show the fields and what the checks say; return what stands in them."""
    fill(slot, saved or _EMPTY, keep=True)
    st.text_area(
        "Question", key=_key(slot, "text"), height=100, max_chars=4000, persist_state="session"
    )
    _ask_size(slot)
    st.text_area(
        "What a good answer says",
        key=_key(slot, "points"),
        height=320,
        max_chars=60_000,
        placeholder=_EXAMPLE,
        persist_state="session",
    )
    show(element("p", _SYNTAX, class_="mp-meta"))
    question = _read(slot)
    _show_checks(question)
    with st.expander("A model answer, if you have one"):
        st.text_area(
            "Model answer", key=_key(slot, "model_answer"), max_chars=20_000, height=200,
            persist_state="session",
        )  # fmt: skip
    return question


def fill(slot: str, question: ShortQuestion, *, keep: bool = False) -> None:
    """Put a question into the fields, or only into those that are not there yet."""
    values = asdict(question)
    for name in _FIELDS:
        if not keep or _key(slot, name) not in st.session_state:
            st.session_state[_key(slot, name)] = values[name]


def forget(slot: str) -> None:
    """Let the fields begin with what is saved when they are shown next."""
    for name in _FIELDS:
        st.session_state.pop(_key(slot, name), None)


def has_points(question: ShortQuestion) -> bool:
    """Whether there is anything that an answer could make."""
    return any(dimension.points for dimension in parse_points(question.points))


def _ask_size(slot: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input(
            "Marks", 1, 250, key=_key(slot, "marks"), width=120, on_change=_follow_marks,
            args=[slot], persist_state="session",
        )  # fmt: skip
        st.number_input(
            "Word limit", 1, 5000, key=_key(slot, "words"), step=10, width=140,
            persist_state="session",
        )  # fmt: skip
        st.number_input(
            "Minutes", 1.0, 600.0, key=_key(slot, "minutes"), step=1.0, format="%g", width=130,
            persist_state="session",
        )  # fmt: skip
        st.text_input(
            "Topic", key=_key(slot, "topic"), max_chars=60, placeholder="Cities", width=200,
            persist_state="session",
        )  # fmt: skip


def _follow_marks(slot: str) -> None:
    marks = st.session_state[_key(slot, "marks")]
    st.session_state[_key(slot, "words")] = usual_words(marks)
    st.session_state[_key(slot, "minutes")] = usual_minutes(marks)


def _read(slot: str) -> ShortQuestion:
    values: dict[str, Any] = {name: st.session_state[_key(slot, name)] for name in _FIELDS}
    return ShortQuestion(**values)


def _show_checks(question: ShortQuestion) -> None:
    if not question.points.strip():
        return
    dimensions = parse_points(question.points)
    told = element("p", describe_points(dimensions, question.words), class_="mp-meta")
    advice = element("ul", *map(_tell, lint_short(question)), class_="mp-plain-list")
    show(element("div", told, advice, role="status", class_="mp-advice"))


def _tell(issue: Issue) -> Markup:
    where = element("b", f"Line {issue.line}")
    return element("li", where, f": {issue.problem}. ", element("i", f"{_capital(issue.remedy)}."))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _key(slot: str, name: str) -> str:
    live = "live_" if name in ("text", "points", "model_answer") else ""
    return f"{live}own_{name}_{slot}"
