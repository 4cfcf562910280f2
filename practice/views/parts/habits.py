"""Gaps that came back, with the answers in which they were and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.views.parts.page import show, show_section
from practice.views.places import link
from practice.wording import describe_day, shorten

if TYPE_CHECKING:
    from practice.habits import Habit
    from practice.history import Suggestion


def show_habits() -> None:
    """Show the learner's habits; nothing if there are none."""
    habits = shared_practice().habits()
    if not habits:
        return
    show_section("Habits")
    for habit in habits:
        with st.container(key=f"habit_{habit.gap}", gap="xsmall"):
            _show_habit(habit)


def show_next() -> None:
    """Show what to practise next, and why."""
    suggestion = shared_practice().suggest_prompt()
    if suggestion is not None:
        show_section("Practise next")
        _show_suggestion(suggestion)


def _show_habit(habit: Habit) -> None:
    often = f"in {len(habit.attempts)} of your last {habit.looked_at} answers"
    show(element("p", element("b", habit.title), f", {often}. {habit.advice}"))
    for attempt in habit.attempts:
        label = f"{describe_day(attempt.submitted_at)}: {shorten(attempt.prompt_text, 60)}"
        link("feedback", label, attempt=attempt.id)
    if habit.next is not None:
        show(element("p", "To practise it", class_="mp-eyebrow"))
        _show_suggestion(habit.next)


def _show_suggestion(suggestion: Suggestion) -> None:
    prompt = shared_practice().catalogue.get_prompt(suggestion.prompt_id)
    link("question", prompt.text, id=prompt.id)
    show(element("p", suggestion.why, class_="mp-meta"))
