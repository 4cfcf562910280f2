"""How far an answer makes each point."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scorer.points import point_table
from scorer.reading import read_text
from scorer.rubric import Dimension, KeywordGroup, RubricPoint
from tests.scorer.samples import DRAINS, LAKES, SEALED, flood_rubric

BARE = replace(DRAINS, keywords=())
EXPLAINED = replace(
    DRAINS,
    keywords=(
        *DRAINS.keywords,
        KeywordGroup(any=("so that water runs",), role="mechanism"),
        KeywordGroup(any=("June",), role="specific"),
    ),
)
MADE = "Desilt the drains before the monsoon and keep rubbish out."


def matches(answer, *points, barred=()):
    """Match an answer against a rubric of these points; barred windows by their number."""
    rubric = flood_rubric(dimensions=(Dimension(id="all", title="All", points=points),))
    table = point_table(rubric)
    reading = read_text(answer, table.concepts)
    located = table.locate(reading)
    closed = np.zeros(located.strength.shape, dtype=bool)
    closed[:, list(barred)] = True
    return reading, table.match(reading, located, closed)


def coverage(answer, *points) -> float:
    return matches(answer, *points)[1][0].coverage


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(MADE, "Drains run through the city.", id="said over named"),
        pytest.param(MADE, "Councils should desilt before the monsoon.", id="the object is needed"),
        pytest.param(
            "Clear the sewers of silt and plastic before June.",
            "Sewers are long.",
            id="a phrasing counts like the statement",
        ),
        pytest.param(MADE, "", id="something over nothing"),
    ],
)
@pytest.mark.parametrize("other", [LAKES, SEALED])
def test_a_point_is_made_by_saying_it(better, worse, other):
    assert coverage(better, DRAINS, other) > coverage(worse, DRAINS, other)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("", id="nothing"),
        pytest.param("…", id="no words"),
        pytest.param("Cricket is a game of bat and ball.", id="another subject"),
        pytest.param(
            "Somebody should desilt and clear and sweep before the monsoon.",
            id="all but the object",
        ),
    ],
)
def test_a_point_not_made_has_no_evidence(answer):
    _, (match,) = matches(answer, DRAINS)
    assert match.coverage == 0
    assert match.window is None
    assert match.groups_met == match.depth == ()
    assert match.groups_not_met == ("drains", "desilt")


def test_groups_met_are_told_apart_from_groups_not_met():
    _, (match,) = matches("Storm water channels carry silt and plastic away in June.", DRAINS)
    assert match.groups_met == ("drains",)
    assert match.groups_not_met == ("desilt",)


def test_evidence_is_the_window_that_says_it_best():
    reading, (match, _) = matches(f"Drains are long. {MADE} Lakes are deep.", DRAINS, LAKES)
    assert reading.evidence(match.window).text == MADE.rstrip(".")


@pytest.mark.parametrize(
    ("answer", "evidence"),
    [
        pytest.param(
            "Desilt drains, keep them wide. Do it before the monsoon.",
            "Desilt drains, keep them wide",
            id="one that says nearly as much",
        ),
        pytest.param(
            "The drains are old. Desilt them before the monsoon.",
            "The drains are old. Desilt them before the monsoon",
            id="two where one says too little",
        ),
    ],
)
def test_evidence_is_no_longer_than_it_must_be(answer, evidence):
    reading, (match,) = matches(answer, DRAINS)
    assert reading.evidence(match.window).text == evidence


def test_a_barred_window_earns_nothing():
    answer = f"{MADE}\n" + "Cricket is a game of bat and ball. " * 5
    assert matches(answer, DRAINS)[1][0].coverage > 0
    number = len(matches(answer, DRAINS)[0].sentences)
    assert matches(answer, DRAINS, barred=(0, number))[1][0].coverage == 0


@pytest.mark.parametrize(
    ("answer", "depth"),
    [
        pytest.param(MADE, (), id="named"),
        pytest.param(f"{MADE} Do it in June.", ("specific",), id="made concrete, next sentence"),
        pytest.param(f"Do it in June. {MADE}", ("specific",), id="made concrete, sentence before"),
        pytest.param(
            f"{MADE} It is for June, so that water runs off.",
            ("mechanism", "specific"),
            id="explained and made concrete",
        ),
        pytest.param(f"{MADE} Nobody minds. Nobody helps. Do it in June.", (), id="too far away"),
    ],
)
def test_depth_is_found_near_the_point(answer, depth):
    assert matches(answer, EXPLAINED)[1][0].depth == depth


def test_credit_rises_with_depth():
    named = coverage(MADE, EXPLAINED)
    concrete = coverage(f"{MADE} Do it in June.", EXPLAINED)
    explained = coverage(f"{MADE} Do it in June, so that water runs off.", EXPLAINED)
    assert 0 < named < concrete < explained <= 1


def test_evidence_is_the_sentence_that_earns_most_with_its_depth():
    deep = "Desilt the drains in June, so that water runs off."
    assert coverage(MADE, DRAINS) >= coverage(deep, DRAINS)
    reading, (match,) = matches(f"{MADE}\nNobody minds.\nNobody helps.\n{deep}", EXPLAINED)
    assert reading.evidence(match.window).text == deep.rstrip(".")
    assert match.coverage == coverage(deep, EXPLAINED)


def test_depth_alone_makes_no_point():
    assert coverage("In June, so that water runs off.", EXPLAINED) == 0


@pytest.mark.parametrize("answer", [*BARE.sentences, MADE])
def test_phrasings_alone_make_a_point(answer):
    assert coverage(answer, BARE, LAKES) > 0.3


def test_phrasings_alone_still_give_a_graded_coverage():
    half, whole = "Clearing sewers of silt is good.", BARE.phrasings[0]
    assert 0 < coverage(half, BARE, LAKES) < coverage(whole, BARE, LAKES) <= 1


def test_what_the_answer_shares_with_every_point_is_taken_for_chance():
    """A point alone has nothing to compare chance with."""
    twin = RubricPoint(id="twin", statement=BARE.statement, phrasings=BARE.phrasings)
    half = "Clearing sewers of silt is good."
    assert coverage(half, BARE, twin) < coverage(half, BARE)


def test_a_rubric_is_compiled_once():
    assert point_table(flood_rubric()) is point_table(flood_rubric())


def test_hits_are_told_by_group_and_window():
    table = point_table(flood_rubric())
    reading = read_text("Drains fill. Lakes were filled.", table.concepts)
    located = table.locate(reading)
    (drains,) = table.object_groups[2]
    assert [hit.key for hit in located.hits_of([drains], reading.sentences[0])] == ["drains"]
    assert located.hits_of([drains], reading.sentences[1]) == []
    assert [len(groups) for groups in table.relation_groups] == [1, 1, 1]
