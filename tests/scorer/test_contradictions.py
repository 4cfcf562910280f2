"""Points whose opposite an answer says, worked out from the points' own sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.contradictions import contradiction_table
from scorer.points import point_table
from scorer.polarity import Polarity
from scorer.reading import read_text
from scorer.rubric import Dimension, KeywordGroup, RubricPoint
from tests.scorer.samples import flood_rubric

WETLANDS = RubricPoint(
    id="more_wetlands",
    statement="Cities should expand the wetlands that hold storm water.",
    phrasings=("Enlarging wetlands along the river stores the monsoon.",),
    keywords=(KeywordGroup(any=("wetlands", "marshes")),),
)
RUNOFF = RubricPoint(
    id="less_runoff",
    statement="Porous paving reduces surface runoff in the streets.",
    phrasings=("Green roofs lower the runoff of a street.", "Runoff is cut by soft ground."),
    keywords=(KeywordGroup(any=("runoff",)), KeywordGroup(any=("street", "road"))),
)


def contradictions(answer, *points):
    """Return what is found, by the point's id."""
    rubric = flood_rubric(dimensions=(Dimension(id="all", title="All", points=points),))
    table = point_table(rubric)
    reading = read_text(answer, table.concepts)
    found = contradiction_table(rubric).find(reading, Polarity(reading), table.locate(reading))
    return {points[number].id: contradiction for number, contradiction in found.items()}


@pytest.mark.parametrize(
    ("answer", "contradicted"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Cities expand the wetlands.", [], id="the point"),
        pytest.param("Cities reduce the wetlands.", ["more_wetlands"], id="the opposite"),
        pytest.param("Cities do not reduce the wetlands.", [], id="the opposite denied"),
        pytest.param("Cities do not expand the wetlands.", ["more_wetlands"], id="denied"),
        pytest.param("Cities have wetlands.", [], id="no direction"),
        pytest.param("Porous paving increases runoff in the street.", ["less_runoff"], id="less"),
        pytest.param("Porous paving increases runoff.", [], id="not all objects are named"),
        pytest.param(
            "Reduce the wetlands. No: expand the wetlands.", [], id="said as well as its opposite"
        ),
        pytest.param(
            "Sadly, delay and weak plans reduce the wetlands.", [], id="criticism is no opposite"
        ),
        pytest.param("If cities reduce the wetlands, they flood.", [], id="nor is a hypothesis"),
        pytest.param(
            "Reduce the wetlands. Increase runoff in the street.",
            ["more_wetlands", "less_runoff"],
            id="two at once",
        ),
    ],
)
def test_the_opposite_of_a_point_is_found(answer, contradicted):
    assert list(contradictions(answer, WETLANDS, RUNOFF)) == contradicted


@pytest.mark.parametrize(
    ("answer", "sure"),
    [
        pytest.param("Cities reduce the wetlands that hold storm water.", True, id="close"),
        pytest.param("Reduce wetlands, say builders who sell flats.", False, id="far"),
        pytest.param(
            "Cities do not expand the wetlands that hold storm water.", False, id="a mere not"
        ),
        pytest.param("Reduce the wetlands that hold storm water.", False, id="advice"),
    ],
)
def test_only_what_is_close_to_the_point_is_surely_its_opposite(answer, sure):
    found = contradictions(answer, WETLANDS)["more_wetlands"]
    assert found.sure is sure
    assert found.evidence.text == answer.rstrip(".")
    assert found.why


def test_the_closest_sentence_is_the_evidence():
    close = "Cities reduce the wetlands that hold storm water"
    found = contradictions(f"Builders reduce marshes. {close}.", WETLANDS)
    assert found["more_wetlands"].evidence.text == close


@pytest.mark.parametrize(
    "point",
    [
        pytest.param(replace(WETLANDS, phrasings=()), id="one sentence is no evidence"),
        pytest.param(
            replace(WETLANDS, phrasings=("Cities reduce wetlands.",)), id="sentences that disagree"
        ),
        pytest.param(replace(WETLANDS, phrasings=("Wetlands.",)), id="one without direction"),
        pytest.param(replace(WETLANDS, keywords=()), id="no object"),
    ],
)
def test_a_point_that_shows_no_direction_has_no_opposite(point):
    assert contradictions("Cities reduce the wetlands.", point) == {}


def test_directions_are_worked_out_once():
    assert contradiction_table(flood_rubric()) is contradiction_table(flood_rubric())
