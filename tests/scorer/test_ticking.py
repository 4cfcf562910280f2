"""Marks from ticks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer import Dimension, Rubric, RubricPoint, load_rubric, load_scale
from scorer.report import ScoreReport
from scorer.rubric import Demand
from scorer.ticking import find_ticks, mark_ticks

POINTS = tuple(RubricPoint(id=f"p{n}", statement=f"Point {n}") for n in range(6))
RUBRIC = Rubric(
    id="r",
    prompt_text="Discuss.",
    max_marks=10,
    word_limit=150,
    dimensions=(
        Dimension(id="a", title="A", full_at=2, points=POINTS[:4]),
        Dimension(id="b", title="B", points=POINTS[4:]),
    ),
)
ALL = {point.id: 1.0 for point in POINTS}


@pytest.mark.parametrize(
    ("ticks", "coverage"),
    [
        pytest.param({}, 0.0, id="nothing"),
        pytest.param({"p0": 0.5}, 0.125, id="half a tick"),
        pytest.param({"p0": 1}, 0.25, id="one tick"),
        pytest.param({"p0": 1, "p1": 1, "p2": 1, "p3": 1}, 0.5, id="a full dimension"),
        pytest.param(ALL, 1.0, id="everything"),
        pytest.param({"p0": 7, "p1": -3, "p2": 0.2, "p3": 0.7}, 0.375, id="odd values"),
        pytest.param({"other": 1}, 0.0, id="unknown point"),
    ],
)
def test_ticks_fill_dimensions_as_coverage_does(ticks, coverage):
    report = mark_ticks(RUBRIC, ticks)
    assert report.coverage == pytest.approx(coverage)
    mapped = load_scale().share(coverage) * 10
    assert report.marks == pytest.approx(mapped, abs=0.25)


@given(st.dictionaries(st.sampled_from(sorted(ALL)), st.sampled_from([0.0, 0.5, 1.0])))
def test_every_line_adds_up_and_more_ticks_never_cost(ticks):
    report = mark_ticks(RUBRIC, ticks)
    assert sum(line.hundredths for line in report.ledger) == report.hundredths
    before_rounding = sum(one.hundredths for one in report.ledger if one.kind != "rounding")
    assert sum(point.hundredths for point in report.points) == before_rounding
    assert mark_ticks(RUBRIC, ticks | {"p5": 1.0}).hundredths >= report.hundredths
    assert find_ticks(report) == {name: value for name, value in ticks.items() if value}
    assert ScoreReport.from_dict(report.to_dict()) == report


def test_a_part_left_out_costs_what_it_costs_any_answer():
    from dataclasses import replace

    points = (replace(POINTS[0], demand="x"), replace(POINTS[1], demand="y"))
    demands = (Demand(id="x", text="Say x"), Demand(id="y", text="Say y"))
    dimensions = (Dimension(id="a", title="A", points=points),)
    rubric = replace(RUBRIC, dimensions=dimensions, demands=demands)
    report = mark_ticks(rubric, {"p0": 1})
    assert [line.ref for line in report.ledger if line.kind == "cap"] == ["demand y"]


def test_other_ticks_have_another_signature():
    signatures = {str(mark_ticks(RUBRIC, ticks).signature) for ticks in ({}, {"p0": 1}, {"p1": 1})}
    assert len(signatures) == 3


def test_all_ticks_of_an_installed_rubric_earn_the_scales_ceiling():
    report = mark_ticks(rubric := load_rubric("pharma-api"), {p.id: 1 for p in rubric.points})
    assert report.marks == pytest.approx(load_scale().ceiling * 10, abs=0.25)
