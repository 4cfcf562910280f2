"""The scorer's English as the rest of the scorer asks for it."""

from __future__ import annotations

import pytest

from scorer.language import load_english

ENGLISH = load_english()
DIRECTION = {relation.id: relation.direction for relation in ENGLISH.relations}


def test_english_is_read_once():
    assert load_english() is load_english()


@pytest.mark.parametrize(
    ("relation", "direction"), [("increase", 1), ("reduce", -1), ("depend", 0), ("lead", 0)]
)
def test_relations_have_a_direction(relation, direction):
    assert DIRECTION[relation] == direction


def test_a_negating_phrase_says_what_it_negates():
    scopes = {one.phrase: one.scope for one in ENGLISH.negating_phrases}
    assert set(scopes.values()) == {"before", "after", "phrase", "condition", "whole"}
    assert (scopes["far from"], scopes["is a myth"]) == ("after", "before")


def test_spelling_leads_from_american_to_british():
    assert ENGLISH.spelling["program"] == "programme"
    assert "programme" not in ENGLISH.spelling


def test_number_words_are_digits():
    assert ENGLISH.numbers["seven"] == "7"


@pytest.mark.parametrize(
    ("words", "word"),
    [
        pytest.param(ENGLISH.burdens, "dependence", id="burdens"),
        pytest.param(ENGLISH.negators, "without", id="negators"),
        pytest.param(ENGLISH.breakers, "but", id="words that begin a clause"),
        pytest.param(ENGLISH.hypotheses, "if", id="hypotheses"),
        pytest.param(ENGLISH.after_cues, "builds on", id="cues of what came after"),
        pytest.param(ENGLISH.before_cues, "replaced by", id="cues of what came before"),
        pytest.param(ENGLISH.criticism, "limited", id="criticism"),
        pytest.param(ENGLISH.judgement_cues, "on balance", id="judgement"),
        pytest.param(ENGLISH.stop_words, "the", id="function words"),
        pytest.param(ENGLISH.stems, "mineral", id="stems that are given"),
    ],
)
def test_a_family_of_words_has_its_first_member(words, word):
    assert word in words
