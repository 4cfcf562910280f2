"""Beginning a sitting, and going back to one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.markup import element
from practice.sharing import shared_practice
from practice.sittings import choose_set, list_topics, plan_minutes
from practice.views.parts.page import show
from practice.views.places import go, link
from practice.wording import MODES, describe_day

if TYPE_CHECKING:
    from practice.attempts import Mode
    from scorer.prompts import Prompt

_SIZES: Final = {"two": "Two questions", "five": "A set of five", "topic": "A whole topic"}
_COUNTS: Final = {"two": 2, "five": 5}
_MODES: Final[tuple[Mode, ...]] = ("practice", "exam")


def offer_sitting() -> None:
    """Offer several questions under one clock."""
    with st.expander("Several questions under one clock"):
        size = st.segmented_control(
            "How many",
            list(_SIZES),
            default="two",
            required=True,
            format_func=lambda each: _SIZES[each],
            key="size",
        )
        topics = list_topics(shared_practice().catalogue.prompts)
        topic = None
        if size == "topic" and len(topics) > 1:
            topic = st.selectbox("Topic", topics, key="sitting_topic")
        mode: Mode = st.radio(
            "At the bell",
            _MODES,
            format_func=lambda each: MODES[each][1],
            key="sitting_mode",
        )
        prompts = _choose(size or "two", topic)
        minutes = f"{len(prompts)} questions, {plan_minutes(prompts):g} minutes"
        show(element("p", f"{minutes}; half a minute of each is for reading.", class_="mp-meta"))
        if st.button("Begin the sitting", key="begin", type="primary", disabled=len(prompts) < 2):
            ids = [prompt.id for prompt in prompts]
            sitting = shared_practice().start_sitting(ids, mode, _SIZES[size or "two"])
            go("sitting", sitting=sitting.id)


def show_open_sittings() -> None:
    """Show the sittings that are not handed in, each with a way back to it."""
    for sitting in shared_practice().open_sittings():
        with st.container(key=f"draft_{sitting.id}", gap="small"):
            about = f"{MODES[sitting.mode][0]} · {describe_day(sitting.started_at)}"
            show(element("p", sitting.title, class_="mp-row-title"))
            show(element("p", about, class_="mp-meta"))
            link("sitting", "Go on with the sitting", sitting=sitting.id)


def show_past_sittings() -> None:
    """Show every sitting, with the way to what came of it."""
    sittings = shared_practice().sittings()
    if sittings:
        with st.expander(f"Sittings ({len(sittings)})"):
            for sitting in sittings:
                label = f"{sitting.title}, {describe_day(sitting.started_at)}"
                link("sitting", label, sitting=sitting.id)


def _choose(size: str, topic: str | None) -> tuple[Prompt, ...]:
    practice = shared_practice()
    prompts = practice.catalogue.prompts
    if size == "topic":
        chosen = topic or list_topics(prompts)[0]
        return tuple(prompt for prompt in prompts if prompt.topic == chosen)
    attempted = practice.attempted_prompts()
    return choose_set(prompts, attempted, _shuffled(prompts), _COUNTS[size])


def _shuffled(prompts: tuple[Prompt, ...]) -> list[str]:
    """Return ids in an order that stays the same until the page is opened anew."""
    seed = st.session_state.setdefault("sitting_seed", random.random())  # noqa: S311, no key
    ids = [prompt.id for prompt in prompts]
    random.Random(seed).shuffle(ids)  # noqa: S311, questions, not keys
    return ids
