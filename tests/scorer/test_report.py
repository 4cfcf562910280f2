"""Reports as plain data, there and back."""

from __future__ import annotations

import json

import pytest

from scorer.report import ScoreReport
from scorer.scoring import score_answer
from tests.scorer.samples import DRAINS, LAKES, flood_rubric
from tests.scorer.test_contradictions import WETLANDS
from tests.scorer.test_misconceptions import PUMPS

ANSWER = (
    "Cities flood when lakes are filled.\n"
    "Bengaluru is 20% built-up. Bigger pumps alone keep a city dry.\n"
    "Cities reduce the wetlands that hold storm water.\n"
    "On balance, clear the drains of silt before June."
)


@pytest.fixture(scope="module")
def report():
    """Return a report in which no part is empty."""
    causes, measures = flood_rubric().dimensions
    points = (WETLANDS, LAKES)
    rubric = flood_rubric(
        dimensions=(
            type(causes)(id="causes", title="Causes", points=points),
            type(measures)(id="measures", title="Measures", points=(DRAINS,)),
        ),
        misconceptions=(PUMPS,),
    )
    return score_answer(ANSWER, rubric)


def test_the_sample_has_every_part(report):
    assert report.facts
    assert report.misconceptions
    assert report.advisories
    assert any(point.contradiction for point in report.points)
    assert report.structure.conclusion_start


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        pytest.param(
            lambda plain: plain,
            "marks max_marks marks_range coverage band words signature dimensions points ledger "
            "advisories",
            id="report",
        ),
        pytest.param(
            lambda plain: plain["dimensions"][0], "id title weight coverage", id="dimension"
        ),
        pytest.param(
            lambda plain: plain["points"][1],
            "id dimension statement status coverage marks evidence",
            id="point",
        ),
        pytest.param(
            lambda plain: plain["points"][1]["evidence"][0], "start end text", id="evidence"
        ),
        pytest.param(lambda plain: plain["ledger"][0], "label marks why", id="ledger line"),
        pytest.param(lambda plain: plain["advisories"][0], "code message effect", id="advisory"),
        pytest.param(
            lambda plain: plain["signature"], "scorer rubric lexicon scale", id="signature"
        ),
    ],
)
def test_plain_data_has_the_promised_keys(report, part, keys):
    assert set(keys.split()) <= set(part(report.to_dict()))


def test_plain_data_is_what_json_can_hold(report):
    plain = report.to_dict()
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain


def test_parse_after_dump_is_identity(report):
    assert ScoreReport.from_dict(json.loads(json.dumps(report.to_dict()))) == report


def test_marks_are_hundredths_for_people(report):
    plain = report.to_dict()
    assert plain["marks"] == report.marks == report.hundredths / 100
    assert [row["marks"] for row in plain["points"]] == [one.marks for one in report.points]
    assert [row["marks"] for row in plain["ledger"]] == [line.marks for line in report.ledger]


@pytest.mark.parametrize(
    "change",
    [{"words": "many"}, {"points": None}, {"marks_range": [1]}, {"ledger": [{"label": "x"}]}],
    ids=lambda change: next(iter(change)),
)
def test_what_is_no_report_is_refused(report, change):
    with pytest.raises(ValueError, match=next(iter(change))):
        ScoreReport.from_dict(report.to_dict() | change)


def test_an_absent_field_is_named(report):
    plain = report.to_dict()
    del plain["band"]
    with pytest.raises(ValueError, match="band"):
        ScoreReport.from_dict(plain)


def test_a_signature_fits_a_line(report):
    text = str(report.signature)
    assert text.startswith("scorer:")
    assert text.count("|") == 3
    assert report.signature.rubric in text
