"""Known wrong claims, found where an answer makes them."""

from __future__ import annotations

import pytest

from scorer.misconceptions import misconception_table
from scorer.reading import read_text
from scorer.rubric import KeywordGroup, Misconception
from tests.scorer.samples import flood_rubric

PUMPS = Misconception(
    id="pumps",
    statement="Bigger pumps alone keep a city dry.",
    phrasings=("All that a city needs against floods is pumps.",),
    keywords=(KeywordGroup(any=("pump",)), KeywordGroup(any=("alone", "all that", "only"))),
    correction="Pumps help only where water can drain.",
)
RAIN = Misconception(
    id="rain",
    statement="Nothing but exceptional cloudbursts makes towns flood.",
    correction="Paving and lost lakes decide the size of a flood.",
)
LAKES = Misconception(
    id="lakes",
    statement="Lakes play no part in floods.",
    correction="Lakes hold water back.",
)


def find(answer, *known):
    table = misconception_table(flood_rubric(misconceptions=known))
    return table.find(read_text(answer, table.concepts))


def ids(answer, *known) -> list[str]:
    return [finding.id for finding in find(answer, *known)]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("…", [], id="no words"),
        pytest.param("Drains need covers.", [], id="something else"),
        pytest.param("Bigger pumps alone keep a city dry.", ["pumps"], id="the claim"),
        pytest.param("All that a city needs is pumps.", ["pumps"], id="in other words"),
        pytest.param("Bigger pumps alone do not keep a city dry.", [], id="denied"),
        pytest.param("Lakes play no part in floods.", ["lakes"], id="put with a negation"),
        pytest.param("Bigger pumps keep a city dry.", [], id="without a keyword"),
        pytest.param("Pumps were only switched on in July by staff.", [], id="keywords only"),
        pytest.param("Bigger pumps. Alone they keep a city dry.", [], id="over two sentences"),
        pytest.param(
            "Nothing but exceptional cloudbursts makes towns flood.",
            ["rain"],
            id="no keywords, word for word",
        ),
        pytest.param("Exceptional cloudbursts flood towns in June.", [], id="no keywords, in part"),
        pytest.param(
            f"{RAIN.statement} {PUMPS.statement}",
            ["pumps", "rain"],
            id="two in the order of the rubric",
        ),
    ],
)
def test_a_wrong_claim_is_found_where_it_is_made(answer, found):
    assert ids(answer, PUMPS, RAIN, LAKES) == found


def test_the_sentence_closest_to_the_claim_is_shown_with_its_correction():
    (finding,) = find(f"Pumps alone keep it dry. {PUMPS.statement}", PUMPS)
    assert finding.evidence.text == PUMPS.statement.rstrip(".")
    assert (finding.statement, finding.correction) == (PUMPS.statement, PUMPS.correction)


def test_a_rubric_may_know_none():
    assert find("Bigger pumps alone keep a city dry.") == ()


def test_misconceptions_are_compiled_once():
    assert misconception_table(flood_rubric()) is misconception_table(flood_rubric())
