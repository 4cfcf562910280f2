"""Keyword groups found in the windows of an answer."""

from __future__ import annotations

import pytest

from scorer.matching import GroupTable
from scorer.phrases import PhraseIndex
from scorer.reading import read_text
from scorer.rubric import KeywordGroup
from scorer.text import Span

CONCEPTS = PhraseIndex([("@rain", "cloudburst"), ("@rain", "heavy rain")])


def find(answer, *groups):
    """Return the reading and the hits of groups given as tuples of alternatives."""
    reading = read_text(answer, CONCEPTS)
    table = GroupTable([KeywordGroup(any=alternatives) for alternatives in groups])
    return reading, table.find(reading)


@pytest.mark.parametrize(
    ("alternatives", "answer", "met"),
    [
        pytest.param(
            ("drain", "sewer"), "Sewers are choked.", True, id="one alternative is enough"
        ),
        pytest.param(("storm water",), "Storm-fed water.", True, id="a phrase"),
        pytest.param(
            ("clear|clean drains|sewers",), "Clean the sewers.", True, id="any of several words"
        ),
        pytest.param(("clear|clean drains|sewers",), "Clear lakes.", False, id="a word of none"),
        pytest.param(("@rain",), "A cloudburst.", True, id="a term by any form"),
        pytest.param(("@rain", "drizzle"), "A drizzle.", True, id="a term or a word"),
        pytest.param(("@hail",), "Hail.", False, id="a term that the lexicon lacks"),
        pytest.param(("drain",), "Roads are choked.", False, id="nothing"),
        pytest.param(("drain",), "", False, id="no answer"),
    ],
)
def test_a_group_is_met_by_any_of_its_alternatives(alternatives, answer, met):
    reading, hits = find(answer, alternatives)
    assert bool(hits.met.any()) is met
    assert bool(hits.inside(0, Span(0, len(reading.tokens)))) is met


def test_groups_are_met_window_by_window():
    reading, hits = find("Drains fill. Lakes shrink.", ("drain",), ("lake",))
    assert len(reading.windows) == 3
    assert hits.met.tolist() == [[True, False, True], [False, True, True]]
    assert [hits.meets(1, window) for window in range(3)] == [False, True, True]


def test_two_groups_may_share_an_alternative():
    _, hits = find("Drains.", ("drain",), ("drain", "sewer"))
    assert hits.met.tolist() == [[True], [True]]


def test_hits_are_told_by_window_and_in_order():
    reading, hits = find("Drains and sewers fill. A drain overflows.", ("sewer", "drain"))
    whole = Span(0, len(reading.tokens))
    assert [hit.key for hit in hits.inside(0, whole)] == ["drain", "sewer", "drain"]
    assert [hit.key for hit in hits.inside(0, reading.sentences[0])] == ["drain", "sewer"]
    assert hits.inside(0, Span(4, 4)) == []


def test_a_phrase_across_two_sentences_belongs_to_their_pair_only():
    _, hits = find("After the storm. Water stays.", ("storm water",))
    assert hits.met.tolist() == [[False, False, True]]


def test_no_groups_are_no_rows():
    _, hits = find("Drains.")
    assert hits.met.shape == (0, 1)
