"""Figures that nobody checked."""

from __future__ import annotations

import pytest

from scorer.concepts import concept_index
from scorer.figures import find_unverified
from scorer.phrases import Hit
from scorer.reading import read_text
from scorer.report import EvidenceSpan
from scorer.scoring import score_answer
from tests.scorer.samples import flood_rubric


def unverified(answer, *, checked=(), known=()) -> list[str]:
    reading = read_text(answer, concept_index(flood_rubric().lexicon))
    return [one.text for one in find_unverified(reading, checked, known)]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Lakes shrank by 12 per cent.", ["12 per cent"], id="a share"),
        pytest.param("It cost Rs 300 crore.", ["300 crore"], id="a sum"),
        pytest.param("They gave $2.5 billion.", ["2.5 billion"], id="a sum in dollars"),
        pytest.param("Drains carry 9,000 tonnes.", ["9,000 tonnes"], id="a weight"),
        pytest.param("First 5%, then 2 crore, then 7%.", ["5%", "2 crore", "7%"], id="in order"),
        pytest.param("In 2021 three drains failed.", [], id="years and counts are left alone"),
    ],
)
def test_shares_sums_and_weights_are_found(answer, expected):
    assert unverified(answer) == expected


def test_a_figure_that_was_checked_is_not_unverified():
    span = EvidenceSpan(start=5, end=8, text="70%")
    assert unverified("Lost 70%, or 60%.", checked=[span]) == ["60%"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("70 per cent", [], id="a keyword with the figure"),
        pytest.param("lost cent", ["70 per cent"], id="a keyword without one"),
    ],
)
def test_a_figure_that_a_keyword_names_is_known(key, expected):
    assert unverified("They lost 70 per cent.", known=[Hit(key, 2, 4)]) == expected


def test_the_report_names_what_is_not_verified():
    report = score_answer("The city lost 12 per cent of its lakes.", flood_rubric())
    assert [one.text for one in report.unverified] == ["12 per cent"]
