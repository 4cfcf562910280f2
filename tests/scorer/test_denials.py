"""Windows that name a point only to deny it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.denials import denial_table
from scorer.points import point_table
from scorer.polarity import Polarity
from scorer.reading import read_text
from scorer.rubric import Dimension
from tests.scorer.samples import DRAINS, LAKES, flood_rubric

CLEAR = "Councils should clear the drains"
LACKING = replace(
    LAKES,
    statement="Cities lack lakes, which were filled.",
    phrasings=("No ponds were left; all were filled.", "Tanks are absent where once they were."),
)


def denied(answer, *points):
    """Return the quoted windows that deny the first point."""
    rubric = flood_rubric(dimensions=(Dimension(id="all", title="All", points=points),))
    table = point_table(rubric)
    reading = read_text(answer, table.concepts)
    windows = denial_table(rubric).find(reading, Polarity(reading), table.locate(reading))
    return [
        reading.evidence(window).text
        for window, barred in zip(reading.windows, windows[0], strict=True)
        if barred
    ]


@pytest.mark.parametrize(
    ("answer", "windows"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(CLEAR, [], id="said"),
        pytest.param("Do not clear the drains", ["Do not clear the drains"], id="denied"),
        pytest.param(
            "It is a myth that we clear the drains",
            ["It is a myth that we clear the drains"],
            id="called a myth",
        ),
        pytest.param(
            "Clearing the drains is negligible", ["Clearing the drains is negligible"], id="small"
        ),
        pytest.param("Nobody minds. It rains", [], id="a negation elsewhere"),
        pytest.param("Lakes are never filled", [], id="another point denied"),
        pytest.param(f"{CLEAR}, but not only in May", [], id="a negation of another clause"),
        pytest.param("Do not fail to clear the drains", [], id="twice denied is said"),
    ],
)
def test_a_sentence_that_denies_a_point_does_not_make_it(answer, windows):
    assert denied(answer, DRAINS, LAKES) == windows


def test_a_pair_that_holds_a_denial_is_a_denial():
    assert denied(f"It rains. Never clear the drains. {CLEAR}.", DRAINS) == [
        "Never clear the drains",
        "It rains. Never clear the drains",
        f"Never clear the drains. {CLEAR}",
    ]


def test_half_of_what_names_a_point_is_enough_to_deny_it():
    answer = "Drains are wide, and nobody ought to sweep or desilt them"
    assert denied(answer, DRAINS) == [answer]


def test_a_point_about_a_lack_cannot_be_denied_by_a_not():
    answer = "There are no lakes and no ponds any more"
    assert denied(answer, LACKING) == []
    assert denied(answer, replace(LACKING, statement="Lakes store water.", phrasings=()))


def test_a_phrasing_with_a_not_is_said_and_not_denied():
    said = "Never let drains choke, clear them every May."
    answer = "Never let the drains choke; clear them in May"
    assert denied("Never clear the drains in May", DRAINS) != []
    assert denied(answer, replace(DRAINS, phrasings=(*DRAINS.phrasings, said))) == []


def test_deniable_points_are_worked_out_once():
    assert denial_table(flood_rubric()) is denial_table(flood_rubric())
