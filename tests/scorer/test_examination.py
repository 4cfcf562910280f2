"""What is found in an answer, and which of its sentences may earn."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.examination import examine
from scorer.rubric import Claim, Dimension, KeywordGroup, Misconception
from tests.scorer.samples import DRAINS, LAKES, SEALED, flood_rubric
from tests.scorer.test_contradictions import WETLANDS

CLAIM = Claim(
    id="drains_help",
    kind="direction",
    statement="Clear drains reduce floods.",
    correction="Clear drains reduce floods.",
    object=("flooding",),
    direction="down",
)
MYTH = Misconception(
    id="drains_are_lakes",
    statement="Councils should clear drains, which are lakes.",
    keywords=(KeywordGroup(any=("which are lakes",)),),
    correction="They are not.",
)
CLEAR = "Councils should clear the drains of silt before the monsoon."


def of(*points, **changes):
    dimensions = (Dimension(id="all", title="All", points=points),)
    return flood_rubric(dimensions=dimensions, **changes)


def coverages(answer, rubric) -> dict[str, float]:
    return {match.point.id: match.coverage for match in examine(answer, rubric).matches}


@pytest.mark.parametrize(
    ("answer", "earns"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param(CLEAR, True, id="the point"),
        pytest.param(CLEAR.replace("should", "should not"), False, id="the point denied"),
        pytest.param("Councils should clear drains, which are lakes.", False, id="a wrong claim"),
        pytest.param(
            "Clear the sewers, because clean sewers worsen flooding.",
            False,
            id="a claim turned round",
        ),
        pytest.param(
            "Drains, silt, plastic, monsoon, clear, sweep, desilt, sewers, rain, lakes, ponds, "
            "tanks, wetlands, concrete, cement, soil, runoff, garbage, city, councils, June, May, "
            "water, channels, storm",
            False,
            id="a string of names",
        ),
        pytest.param(f"They are lakes. {CLEAR}", True, id="beside a harmless sentence"),
    ],
)
def test_only_sentences_that_say_something_right_earn(answer, earns):
    rubric = of(DRAINS, LAKES, misconceptions=(MYTH,), claims=(CLAIM,))
    assert (coverages(answer, rubric)["clean_drains"] > 0) is earns


def test_the_questions_own_sentence_earns_nothing():
    asked = of(DRAINS, LAKES, prompt_text=CLEAR)
    assert coverages(CLEAR, of(DRAINS, LAKES))["clean_drains"] > 0
    assert coverages(CLEAR, asked) == {"clean_drains": 0, "lost_lakes": 0}


def test_a_wrong_sentence_spoils_the_pairs_it_is_in_and_no_more():
    rubric = of(DRAINS, LAKES, misconceptions=(MYTH,))
    wrong = "Councils should clear drains, which are lakes."
    assert coverages(f"{wrong} {CLEAR}", rubric)["clean_drains"] > 0


def test_a_surely_contradicted_point_earns_nothing():
    rubric = of(WETLANDS, LAKES)
    said = "Wetlands that hold storm water belong to the cities."
    opposite = "Cities reduce the wetlands that hold storm water."
    assert coverages(said, rubric)["more_wetlands"] > 0
    assert coverages(f"{said}\n{opposite}", rubric)["more_wetlands"] == 0


def test_an_unsure_contradiction_costs_nothing():
    rubric = of(WETLANDS, LAKES)
    said = "Wetlands that hold storm water belong to the cities."
    found = examine(f"{said}\nBuilders reduce marshes.", rubric)
    assert not found.contradictions[0].sure
    assert found.matches[0].coverage == coverages(said, rubric)["more_wetlands"]
    assert found.wrong_places == frozenset()


def test_a_sentence_that_is_wrong_twice_counts_once():
    rubric = of(DRAINS, SEALED, misconceptions=(MYTH,), claims=(CLAIM,))
    wrong = "Councils should clear drains, which are lakes and worsen flooding."
    found = examine(f"It rains. {wrong}", rubric)
    assert [one.id for one in found.misconceptions] == ["drains_are_lakes", "drains_help"]
    assert found.wrong_places == {len("It rains. ")}


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        ("", 0),
        ("It rains. It pours.", 0),
        ("It does not rain. It pours.", 0.5),
        ("Not here. Never there.", 1),
    ],
)
def test_the_share_of_denials_is_told(answer, share):
    assert examine(answer, flood_rubric()).denied == share


def test_figures_are_checked():
    found = examine("Bengaluru is 20% built-up.", flood_rubric())
    assert [(fact.id, fact.verdict) for fact in found.facts] == [("built_up", "wrong")]


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("The pitch was dry.", 0, id="another topic"),
        pytest.param(f"{CLEAR}. The pitch was dry.", 0.5, id="one of two"),
        pytest.param(f"{CLEAR}.", 1, id="a point"),
    ],
)
def test_the_share_of_sentences_that_bear_on_points_is_told(answer, share):
    assert examine(answer, of(DRAINS)).bearing == share


@pytest.mark.parametrize(("share", "depth"), [("93", ("specific",)), ("20", ())])
def test_a_wrong_figure_makes_nothing_specific(share, depth):
    shares = KeywordGroup(any=("per cent",), role="specific")
    sealed = replace(SEALED, keywords=(*SEALED.keywords, shares))
    answer = f"Paved ground cannot absorb rain: {share} per cent of Bengaluru is built-up."
    (match,) = examine(answer, of(sealed)).matches
    assert match.coverage > 0
    assert match.depth == depth
