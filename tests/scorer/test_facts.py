"""Figures and years near their cues."""

from __future__ import annotations

import pytest

from scorer.concepts import concept_index
from scorer.facts import fact_table
from scorer.reading import read_text
from scorer.rubric import FactCheck, KeywordGroup
from tests.scorer.samples import flood_rubric


def check(unit, *accept, id="c", unless=(), cues=("lake",)):
    return FactCheck(
        id=id,
        about="lakes",
        cues=tuple(KeywordGroup(any=(cue,)) for cue in cues),
        unit=unit,
        accept=accept,
        correction="It was otherwise.",
        unless=unless,
    )


def findings(answer, *checks):
    rubric = flood_rubric(facts=checks)
    reading = read_text(answer, concept_index(rubric.lexicon))
    return fact_table(rubric).find(reading)


def verdicts(answer, *checks) -> list[str]:
    return [finding.verdict for finding in findings(answer, *checks)]


@pytest.mark.parametrize(
    ("unit", "words", "value"),
    [
        pytest.param("percent", "70%", 70, id="a per cent sign"),
        pytest.param("percent", "70 per cent", 70, id="per cent"),
        pytest.param("percent", "70.5 percent", 70.5, id="a decimal"),
        pytest.param("percent", "70 per cents and 12 crore", 70, id="beside another unit"),
        pytest.param("year", "2021", 2021, id="a year"),
        pytest.param("year", "2021-22", 2021, id="a financial year"),
        pytest.param("rupees_crore", "Rs 16,300 crore", 16300, id="crore"),
        pytest.param("rupees_crore", "₹1.5 lakh crore", 150_000, id="lakh crore"),
        pytest.param("rupees_crore", "300 cr", 300, id="cr"),
        pytest.param("tonnes", "9,000 metric tonnes", 9000, id="tonnes"),
        pytest.param("tonnes", "12 tons", 12, id="tons"),
        pytest.param("count", "1,200 projects", 1200, id="a count"),
        pytest.param("count", "14", 14, id="a count at the end"),
    ],
)
def test_a_figure_is_read_in_its_unit(unit, words, value):
    answer = f"The lake shrank by {words}."
    assert verdicts(answer, check(unit, (value, value))) == ["right"]
    assert verdicts(answer, check(unit, (value + 1, value + 2))) == ["wrong"]


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        pytest.param("percent", "70 metres", id="no per cent"),
        pytest.param("year", "1850", id="too early for a year"),
        pytest.param("year", "12021", id="part of a longer number"),
        pytest.param("rupees_crore", "300 million", id="no crore"),
        pytest.param("count", "2030", id="a year is no count"),
        pytest.param("count", "70%", id="a share is no count"),
        pytest.param("count", "70 per cent", id="nor is it in words"),
        pytest.param("count", "1,200 crore", id="money is no count"),
        pytest.param("count", "2.5 lakh crore", id="nor is more of it"),
        pytest.param("percent", "60% or 70%", id="two figures could both be meant"),
        pytest.param("percent", "nothing", id="no figure"),
    ],
)
def test_a_check_is_silent_when_unsure(unit, words):
    assert verdicts(f"The lake shrank by {words}.", check(unit, (70, 70))) == []


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("It shrank by 70%.", [], id="no cue"),
        pytest.param("The lake shrank. It lost 70%.", [], id="a cue in another sentence"),
        pytest.param("The lake lost 70%. The lake lost 60%.", ["right", "wrong"], id="twice"),
        pytest.param("By 2030 the lake may lose 60%.", [], id="silenced"),
    ],
)
def test_a_check_speaks_where_its_cues_stand(answer, expected):
    assert verdicts(answer, check("percent", (70, 75), unless=("by 2030",))) == expected


@pytest.mark.parametrize(
    ("answer", "expected"), [("The lake lost 7%.", []), ("The lake in Pune lost 7%.", ["wrong"])]
)
def test_every_cue_must_stand_there(answer, expected):
    assert verdicts(answer, check("percent", (70, 75), cues=("lake", "Pune"))) == expected


@pytest.mark.parametrize(
    ("figure", "verdict"), [(70, "right"), (75, "right"), (76, "wrong"), (90, "right")]
)
def test_any_accepted_range_will_do(figure, verdict):
    assert verdicts(f"The lake lost {figure}%.", check("percent", (70, 75), (90, 90))) == [verdict]


def test_only_a_wrong_figure_is_corrected():
    right, wrong = findings("The lake lost 70%. The lake lost 60%.", check("percent", (70, 75)))
    assert (right.evidence.text, right.correction) == ("70%", "")
    assert (wrong.evidence.text, wrong.correction) == ("60%", "It was otherwise.")
    assert (wrong.id, wrong.about) == ("c", "lakes")


def test_checks_speak_in_the_order_of_the_rubric():
    year, share = check("year", (2021, 2021), id="year"), check("percent", (70, 70), id="share")
    found = findings("The lake lost 70% in 2021.", year, share)
    assert [finding.id for finding in found] == ["year", "share"]


def test_checks_are_compiled_once():
    assert fact_table(flood_rubric()) is fact_table(flood_rubric())
