"""Sentences that turn a claim round, and sentences that leave it alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.claims import ClaimTable, claim_table
from scorer.polarity import Polarity
from scorer.reading import read_text
from scorer.rubric import Claim
from tests.scorer.samples import flood_rubric

URBAN_FLOODS = flood_rubric()
DRAINS = Claim(
    id="culverts_kept",
    kind="direction",
    statement="Culverts are to be built.",
    correction="Build culverts.",
    relation=("@block", "@reduce", "@close"),
    object=("culverts",),
    unless=("last century", "@criticise"),
)
PONDS = Claim(
    id="ponds_store",
    kind="direction",
    statement="Ponds lower floods.",
    correction="Ponds lower floods.",
    subject=("ponds",),
    object=("floods",),
    direction="down",
)
MAYOR = Claim(
    id="city_leads",
    kind="roles",
    statement="The city leads the flood council.",
    correction="The city leads it.",
    wrong=("army", "navy"),
    relation=("@lead", "@fund"),
    object=("council",),
)
COUNCIL = Claim(
    id="council_no_court",
    kind="identity",
    statement="The council advises.",
    correction="It is no court.",
    subject=("council",),
    wrong=("court", "no help"),
    about=("city", "council"),
)
PLAN = Claim(
    id="map_first",
    kind="order",
    statement="The map came before the plan.",
    correction="The map came first.",
    subject=("map",),
    object=("plan",),
)


def found_in(answer: str, *claims: Claim) -> list[str]:
    table = ClaimTable(replace(URBAN_FLOODS, claims=claims))
    reading = read_text(answer, table.concepts)
    return [finding.id for finding in table.find(reading, Polarity(reading))]


@pytest.mark.parametrize("answer", [
    pytest.param("The council blocks culverts.", id="active"),
    pytest.param("Culverts are blocked.", id="passive"),
    pytest.param("The city should close down culverts.", id="wrong advice"),
])  # fmt: skip
def test_the_other_direction_turns_a_claim(answer):
    assert found_in(answer, DRAINS) == ["culverts_kept"]


@pytest.mark.parametrize("answer", [
    pytest.param("The council builds culverts.", id="the right direction"),
    pytest.param("The council does not build culverts.", id="criticism"),
    pytest.param("The council must not block culverts.", id="a warning"),
    pytest.param("The council weakens culverts.", id="not one of the relations"),
    pytest.param("It builds culverts and blocks culverts.", id="both"),
    pytest.param("Culverts matter.", id="no direction"),
    pytest.param("Culverts were blocked in the last century.", id="silenced by words"),
    pytest.param("Experts criticise that culverts are blocked.", id="silenced by a family"),
    pytest.param("Does the council block culverts?", id="a question"),
    pytest.param("If the council blocks culverts, streets fill.", id="a hypothesis"),
    pytest.param("The council may block culverts.", id="a guess"),
])  # fmt: skip
def test_a_direction_is_left_alone(answer):
    assert found_in(answer, DRAINS) == []


@pytest.mark.parametrize(("answer", "found"), [
    pytest.param("Ponds increase floods.", ["ponds_store"], id="its subject"),
    pytest.param("Storms increase floods.", [], id="another subject"),
    pytest.param("Ponds reduce floods.", [], id="right"),
])  # fmt: skip
def test_a_direction_may_ask_for_a_subject(answer, found):
    assert found_in(answer, PONDS) == found


@pytest.mark.parametrize("answer", [
    pytest.param("The army leads the council.", id="active"),
    pytest.param("The council is led by the army.", id="passive"),
    pytest.param("The council works under the leadership of the army.", id="under"),
    pytest.param("The council, under army leadership, met.", id="under, the actor first"),
    pytest.param("The army-led council met.", id="compound"),
    pytest.param("The council is financed by the city, the navy and others.", id="in a list"),
])  # fmt: skip
def test_a_wrong_actor_turns_a_claim(answer):
    assert found_in(answer, MAYOR) == ["city_leads"]


@pytest.mark.parametrize("answer", [
    pytest.param("The city leads the council.", id="the right actor"),
    pytest.param("The army does not lead the council.", id="denied"),
    pytest.param("The army is led by the council.", id="the roles are right"),
    pytest.param("Trust in the army leads the council.", id="not the subject"),
    pytest.param("Its army, with plans led by others, met the council.", id="an aside"),
    pytest.param("The army left, while the city leads the council.", id="another clause"),
    pytest.param("The council is led by the city against the army.", id="not the agent"),
    pytest.param("The council is led, the army says.", id="no agent"),
    pytest.param("The council stands between the army and leaders.", id="no role"),
    pytest.param("The army helps to end the lead of rivals in the north over the council.",
                 id="too far"),
    pytest.param("The army leads the reduction of pressure on the council.", id="of a burden"),
    pytest.param("The army stopped the lead of the council.", id="undone"),
    pytest.param("Leadership and the army council.", id="no order"),
])  # fmt: skip
def test_roles_are_left_alone(answer):
    assert found_in(answer, MAYOR) == []


@pytest.mark.parametrize("answer", [
    pytest.param("The council is a court.", id="copula"),
    pytest.param("The council was set up as a high court.", id="as"),
    pytest.param("The council, which is a court, met.", id="relative clause"),
    pytest.param("The council, a court, met.", id="apposition"),
    pytest.param("The council, the court of last year, met.", id="apposition with the"),
    pytest.param("The council (a court) met.", id="brackets"),
    pytest.param("The court (council) met.", id="brackets, the name first"),
    pytest.param("A court called the council met.", id="called"),
    pytest.param("As a court, the council met.", id="as, the name first"),
    pytest.param("The council is no help.", id="a name with a negation"),
])  # fmt: skip
def test_a_wrong_name_turns_a_claim(answer):
    assert found_in(answer, COUNCIL) == ["council_no_court"]


@pytest.mark.parametrize("answer", [
    pytest.param("They met the council, the court and others.", id="a list"),
    pytest.param("They met the council, the court", id="a list that ends the text"),
    pytest.param("The council is not a court.", id="denied"),
    pytest.param("The council is more than a court.", id="compared"),
    pytest.param("The council is bound by the court.", id="another relation"),
    pytest.param("The council is seen as a court.", id="an opinion"),
    pytest.param("The council, the court and the mayor met.", id="a list"),
    pytest.param("Unlike a court, the council met.", id="unlike"),
    pytest.param("The court met the council.", id="the name is another subject"),
    pytest.param("The council met the court.", id="no copula"),
    pytest.param("A member of the council is a court clerk.", id="not the subject"),
    pytest.param("The council met; a court is near.", id="another clause"),
    pytest.param("The court council met.", id="nothing between"),
])  # fmt: skip
def test_names_are_left_alone(answer):
    assert found_in(answer, COUNCIL) == []


def test_a_claim_speaks_only_about_its_matter():
    elsewhere = replace(COUNCIL, about=("village",))
    assert found_in("The council is a court.", elsewhere) == []


@pytest.mark.parametrize(("answer", "found"), [
    pytest.param("The map replaced the plan.", ["map_first"], id="replaced"),
    pytest.param("The map has now replaced the plan.", ["map_first"], id="a word between"),
    pytest.param("The plan was replaced by the map.", ["map_first"], id="passive"),
    pytest.param("The plan replaced the map.", [], id="right"),
    pytest.param("The map was replaced by the plan.", [], id="right, passive"),
    pytest.param("The map never replaced the plan.", [], id="denied"),
    pytest.param("The map, which replaced a chart, shaped the plan.", [], id="another pair"),
    pytest.param("The map and the plan were printed.", [], id="no order"),
    pytest.param("The map replaced charts of every river, canal, pond, lake, tank, bridge, street,"
                 " lane, field, park and market before the plan.", [], id="too far"),
])  # fmt: skip
def test_an_order_is_turned(answer, found):
    assert found_in(answer, PLAN) == found


def findings_in(answer: str, *claims: Claim) -> list[tuple[str, str]]:
    table = ClaimTable(replace(URBAN_FLOODS, claims=claims))
    reading = read_text(answer, table.concepts)
    found = table.find(reading, Polarity(reading))
    return [(finding.id, finding.evidence.text) for finding in found]


def test_a_claim_is_found_in_every_sentence_that_turns_it():
    answer = "Rain fell. The army leads the council. The navy leads the council."
    assert findings_in(answer, MAYOR) == [
        ("city_leads", "The army leads the council"),
        ("city_leads", "The navy leads the council"),
    ]


def test_two_claims_of_a_sentence_are_both_found():
    answer = "The army leads the council and the map replaced the plan."
    assert [name for name, _ in findings_in(answer, MAYOR, PLAN)] == ["city_leads", "map_first"]


def test_the_same_correction_is_given_once_for_a_sentence():
    again = replace(MAYOR, id="city_leads_again")
    answer = "The army leads the council."
    assert findings_in(answer, MAYOR, again) == [("city_leads", "The army leads the council")]


def test_a_topic_without_claims_finds_none():
    assert found_in("The army leads the council.") == []


def test_a_rubric_is_compiled_once():
    assert claim_table(URBAN_FLOODS) is claim_table(URBAN_FLOODS)
