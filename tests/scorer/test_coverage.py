"""TF-IDF coverage of phrasings by the windows of an answer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.coverage import PhrasingMatrix
from scorer.phrases import PhraseIndex
from scorer.reading import read_text
from scorer.rubric import RubricPoint

CONCEPTS = PhraseIndex([("@rain", "cloudburst"), ("@rain", "heavy rain"), ("@sewer", "sewer")])
ASKED = "Why do cities flood?"
STATEMENT = "Concrete keeps rainfall from soaking into soil."


def point(id, statement, *phrasings):
    return RubricPoint(id=id, statement=statement, phrasings=phrasings)


def coverage(answer, *points, asked=ASKED) -> list[float]:
    """Return each point's best coverage in any window."""
    matrix = PhrasingMatrix(points, asked, CONCEPTS)
    measured = matrix.measure(matrix.find(read_text(answer, CONCEPTS)))
    return [float(row.max(initial=0.0)) for row in measured]


def of(answer, statement=STATEMENT, **options) -> float:
    return coverage(answer, point("p", statement), **options)[0]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(STATEMENT, "Rainfall is soaking soil.", id="more of the words"),
        pytest.param(
            "Concrete and rainfall.", "Keeps from into.", id="content over function words"
        ),
        pytest.param(
            "Keeps rainfall from soaking into soil.",
            "Into soil from soaking rainfall keeps.",
            id="order",
        ),
        pytest.param("Concrete keeps rainfall.", "Concrette keeps rainfal.", id="right spelling"),
        pytest.param("Concrette keeps rain.", "Mud keeps rain.", id="near spelling over none"),
        pytest.param("Concrete.", "Conceding.", id="a short shared beginning is chance"),
    ],
)
def test_coverage_rises_with_what_is_said(better, worse):
    assert of(better) > of(worse)


def test_a_phrasing_repeated_is_covered_in_full():
    assert of(STATEMENT) == pytest.approx(1.0)


def test_words_may_be_spread_over_two_neighbouring_sentences_only():
    near = "Concrete keeps rainfall out. It is not soaking into soil."
    far = "Concrete keeps rainfall out. Nobody minds. It is not soaking into soil."
    assert of(near) > of(far)


def test_a_shared_beginning_counts_for_something():
    statement = "A shortage of sewers."
    assert (
        of("A surfeit.", statement) < of("A shortfall.", statement) < of("A shortage.", statement)
    )


def test_length_costs_nothing():
    longer = STATEMENT.rstrip(".") + " in towns that grew without any plan at all."
    assert of(longer) >= of(STATEMENT) - 1e-9


def test_the_best_phrasing_counts():
    twice = point("p", "A drain is choked.", STATEMENT)
    assert coverage(STATEMENT, twice) == pytest.approx([1.0])


def test_a_concept_is_one_word_in_any_form():
    assert of("A cloudburst.", "Heavy rain.") == pytest.approx(of("Heavy rain.", "Heavy rain."))


def test_the_questions_own_words_earn_little():
    assert of("Cities flood.", "Cities flood for want of drains.") < 0.3
    assert of("Cities flood.", "Cities flood for want of drains.", asked="Explain.") > 0.3


def test_words_that_every_point_has_say_less():
    points = [point("a", "Rainfall on concrete."), point("b", "Rainfall on lakes.")]
    common, rare = coverage("Rainfall.", *points)[0], coverage("Concrete.", *points)[0]
    assert common < rare


def test_a_negation_is_neither_lost_nor_decisive():
    statement = "Drains without covers."
    assert 0 < of("Without.", statement) < of("Covers.", statement)


@pytest.mark.parametrize("answer", ["", "…", "कंक्रीट", "Cricket."])
def test_what_says_nothing_of_a_point_covers_nothing(answer):
    assert of(answer) == 0


def test_what_stands_in_no_sentence_covers_nothing():
    assert of("%", "A share in per cent.") == 0


@pytest.mark.parametrize("statement", ["", "…"])
def test_a_point_without_words_is_never_covered(statement):
    assert of("Anything at all.", statement) == 0
    assert coverage("Anything.", point("a", statement), point("b", "Anything."))[0] == 0


def test_no_points_are_no_rows():
    assert coverage("Rainfall.") == []


@given(st.lists(st.sampled_from(f"{STATEMENT} sewer lake. no ".split(" "))).map(" ".join))
def test_coverage_lies_between_nothing_and_all(answer):
    values = coverage(answer, point("a", STATEMENT), point("b", "The sewer is not a lake."))
    assert all(0 <= value <= 1 for value in values)
