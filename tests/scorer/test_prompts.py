"""Prompts and directives: load, get, find, filter."""

from __future__ import annotations

import pytest

from scorer.bank import Bank
from scorer.prompts import (
    UnknownPrompt,
    filter_prompts,
    find_directive,
    find_prompt,
    get_prompt,
    load_directives,
    load_prompts,
    load_topics,
)
from tests.scorer.samples import PROMPTS_YAML, write_bank

SECOND = PROMPTS_YAML.replace("topic: cities", "topic: rivers").replace(
    "urban-floods", "dry-rivers"
)


@pytest.fixture
def bank(tmp_path):
    """Return a bank of two topics."""
    return Bank.at(write_bank(tmp_path, **{"prompts/rivers.yaml": SECOND}))


def test_prompts_know_their_topic(bank):
    assert [(prompt.id, prompt.topic) for prompt in load_prompts(bank)] == [
        ("urban-floods", "cities"),
        ("dry-rivers", "rivers"),
    ]


def test_topics_have_titles(bank):
    assert [topic.title for topic in load_topics(bank)] == ["Indian cities", "Indian cities"]


def test_a_prompt_is_got_by_its_id(bank):
    prompt = get_prompt("urban-floods", bank)
    assert (prompt.marks, prompt.words, prompt.minutes) == (10, 100, 7)
    assert [demand.id for demand in prompt.demands] == ["causes", "measures"]
    assert find_prompt("urban-floods", bank) == prompt


def test_an_unknown_prompt_names_the_nearest(bank):
    with pytest.raises(UnknownPrompt, match="'urban-flood'; nearest are urban-floods") as caught:
        get_prompt("urban-flood", bank)
    assert caught.value.prompt_id == "urban-flood"
    assert caught.value.nearest[0] == "urban-floods"
    assert find_prompt("urban-flood", bank) is None


def test_even_a_hopeless_id_gets_suggestions():
    with pytest.raises(UnknownPrompt, match=r"nearest are \w+"):
        get_prompt("%%%")


@pytest.mark.parametrize(
    ("wish", "ids"),
    [
        pytest.param({}, {"urban-floods", "dry-rivers"}, id="no wish, every prompt"),
        pytest.param({"marks": 15}, set(), id="marks"),
        pytest.param({"topic": "rivers"}, {"dry-rivers"}, id="topic"),
        pytest.param({"directive": "discuss"}, {"urban-floods", "dry-rivers"}, id="directive"),
        pytest.param({"tag": "water", "topic": "cities"}, {"urban-floods"}, id="two wishes"),
        pytest.param({"tag": "fire"}, set(), id="tag"),
        pytest.param({"text": "CITIES FLOOD"}, {"urban-floods", "dry-rivers"}, id="text"),
        pytest.param({"text": "deserts"}, set(), id="text that no prompt has"),
    ],
)
def test_filters_add_up(bank, wish, ids):
    assert {prompt.id for prompt in filter_prompts(load_prompts(bank), **wish)} == ids


def test_a_bank_without_directives_has_the_installed_ones(bank):
    assert load_directives(bank) == load_directives()


def test_a_bank_may_bring_its_own_directives(tmp_path):
    own = "directives: [{id: sing, family: descriptive, asks: A, moves: [b], conclusion: C}]"
    bank = Bank.at(write_bank(tmp_path, **{"prompts/directives.yaml": own}))
    assert [directive.id for directive in load_directives(bank)] == ["sing"]
    assert find_directive("sing", bank).conclusion == "C"
    assert [topic.topic for topic in load_topics(bank)] == ["cities"]


@pytest.mark.parametrize(
    ("word", "family", "judgement"),
    [
        ("discuss", "analytical", False),
        ("explain", "clarificatory", False),
        ("critically examine", "evaluative", True),
        ("evaluate", "evaluative", True),
        ("describe", "descriptive", False),
    ],
)
def test_a_directive_says_what_it_asks(word, family, judgement):
    directive = find_directive(word)
    assert (directive.family, directive.judgement) == (family, judgement)


def test_no_guidance_is_none():
    assert find_directive("sing") is None


@pytest.mark.parametrize("directive", load_directives(), ids=lambda directive: directive.id)
def test_every_directive_says_how_to_move_and_how_to_end(directive):
    assert len(directive.moves) >= 2
    assert directive.asks.endswith(".")
    assert directive.conclusion.endswith(".")
    assert directive.judgement or not directive.id.startswith("critically")
