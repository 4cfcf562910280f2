"""One answer, one rubric, one report."""

from __future__ import annotations

from dataclasses import replace

import pytest

import scorer
from scorer import scoring
from scorer.rubric import Demand, Dimension, RubricPoint
from scorer.scale import load_scale
from scorer.scoring import score_answer, score_answers
from tests.scorer.samples import DRAINS, LAKES, SEALED, flood_rubric
from tests.scorer.test_contradictions import WETLANDS
from tests.scorer.test_scale import SCALE

RUBRIC = flood_rubric()
CLEAR = DRAINS.statement
FILLED = LAKES.statement


def by_id(parts):
    return {part.id: part for part in parts}


def points(answer, **changes):
    return by_id(score_answer(answer, flood_rubric(**changes)).points)


def test_a_report_has_every_part_of_the_rubric_in_its_order():
    report = score_answer(CLEAR, RUBRIC)
    assert report.rubric_id == "urban-floods"
    assert [one.id for one in report.points] == [point.id for point in RUBRIC.points]
    assert [one.dimension for one in report.points] == ["causes", "causes", "measures"]
    assert [one.id for one in report.dimensions] == ["causes", "measures"]
    assert [one.id for one in report.demands] == ["causes", "measures"]
    assert [one.weight for one in report.dimensions] == pytest.approx([2 / 3, 1 / 3])
    assert (report.max_marks, report.word_limit, report.as_of) == (10, 100, "2026-06-02")


@pytest.mark.parametrize("answer", ["", " \n\t", "…"])
def test_an_empty_answer_is_no_error_and_covers_nothing(answer):
    report = score_answer(answer, RUBRIC)
    assert (report.marks, report.coverage, report.words) == (0, 0, 0)
    assert {point.status for point in report.points} == {"missing"}
    assert all(not point.evidence for point in report.points)
    assert report.band == load_scale().band(0)


def test_what_a_point_earned_comes_with_its_words():
    point = points(f"It rains. {CLEAR}")["clean_drains"]
    (evidence,) = point.evidence
    assert evidence.text == CLEAR.rstrip(".")
    assert (point.status, point.groups_met, point.groups_not_met) == (
        "covered",
        ("drains", "desilt"),
        (),
    )
    assert point.marks == point.hundredths / 100 > 0
    assert (point.statement, point.feedback) == (DRAINS.statement, DRAINS.feedback)
    assert (point.demand, point.correction) == ("measures", DRAINS.correction)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        pytest.param("", "missing", id="nothing"),
        pytest.param("Wetlands that hold storm water.", "covered", id="said"),
        pytest.param(
            "Cities reduce the wetlands that hold storm water.", "contradicted", id="its opposite"
        ),
        pytest.param("Builders reduce marshes.", "missing", id="perhaps its opposite"),
    ],
)
def test_a_point_has_a_status(answer, status):
    dimensions = (Dimension(id="d", title="D", points=(WETLANDS, LAKES)),)
    assert points(answer, dimensions=dimensions)["more_wetlands"].status == status


def test_a_point_made_in_part_is_partial():
    half = RubricPoint(id="half", statement=DRAINS.statement, phrasings=DRAINS.phrasings)
    dimensions = (Dimension(id="d", title="D", points=(half, LAKES)),)
    point = points("Clearing sewers of silt is good.", dimensions=dimensions)["half"]
    assert point.status == "partial"
    assert scoring.PARTIAL_FROM <= point.coverage < scoring.COVERED_FROM


def test_a_sure_contradiction_is_a_cap_with_its_reason():
    dimensions = (Dimension(id="d", title="D", points=(WETLANDS, LAKES)),)
    report = score_answer(
        "Cities reduce the wetlands that hold storm water.", flood_rubric(dimensions=dimensions)
    )
    assert report.points[0].contradiction.sure
    assert [line.ref for line in report.ledger if line.kind == "cap"] == ["wrong_statements"]


@pytest.mark.parametrize(
    ("full_at", "coverage"),
    [(None, 0.5), (1, 1.0), pytest.param(0.5, 1.0, id="never more than full")],
)
def test_a_dimension_is_filled_by_its_points(full_at, coverage):
    dimension = Dimension(id="d", title="D", full_at=full_at, points=(DRAINS, LAKES))
    report = score_answer(CLEAR, flood_rubric(dimensions=(dimension,)))
    assert report.dimensions[0].coverage == pytest.approx(coverage)
    assert report.coverage == pytest.approx(coverage)


def test_heavier_points_fill_a_dimension_more():
    heavy = Dimension(id="d", title="D", points=(replace(DRAINS, weight=3), LAKES))
    report = score_answer(CLEAR, flood_rubric(dimensions=(heavy,)))
    assert report.coverage == pytest.approx(0.75)


def test_dimensions_weigh_as_they_say():
    assert score_answer(CLEAR, RUBRIC).coverage == pytest.approx(1 / 3)


@pytest.mark.parametrize("dimensions", [(), (Dimension(id="d", title="D"),)])
def test_a_rubric_without_points_is_no_error(dimensions):
    report = score_answer(CLEAR, flood_rubric(dimensions=dimensions, demands=()))
    assert (report.marks, report.coverage, report.points) == (0, 0, ())


@pytest.mark.parametrize(
    ("serving", "coverage"),
    [
        pytest.param((), 0.0, id="no point serves it"),
        pytest.param((DRAINS,), 1.0, id="one point can meet it"),
        pytest.param((DRAINS, LAKES), 0.5, id="the best two are asked for"),
        pytest.param((DRAINS, LAKES, SEALED), 0.5, id="a third is not"),
    ],
)
def test_a_demand_is_met_by_its_best_points(serving, coverage):
    ours = tuple(replace(point, demand="all") for point in serving)
    others = tuple(point for point in (DRAINS, LAKES, SEALED) if point not in serving)
    rubric = flood_rubric(
        demands=(Demand(id="all", text="Say it"),),
        dimensions=(Dimension(id="d", title="D", points=(*ours, *others)),),
    )
    assert score_answer(CLEAR, rubric).demands[0].coverage == pytest.approx(coverage)


def test_words_far_beyond_the_limit_earn_nothing():
    padding = "It rains here and there and now and then. " * 3
    report = score_answer(f"{padding}{CLEAR}", flood_rubric(word_limit=20))
    assert report.words == 27 + len(CLEAR.split())
    assert report.counted_until == len("It rains here and there and now and then. " * 2) + len(
        "It rains here and there and "
    )
    assert all(point.coverage == 0 for point in report.points)


@pytest.mark.parametrize("words", [24, 25])
def test_a_little_more_than_the_limit_is_counted(words):
    answer = " ".join(["rain"] * words)
    cut = score_answer(answer, flood_rubric(word_limit=20)).counted_until
    assert cut == (None if words == 24 else answer.rindex("rain"))


def test_a_run_without_white_space_is_cut_too():
    """One word by the rule, thousands to read."""
    answer = "rain " + "clear-the-drains-" * 1000
    report = score_answer(answer, flood_rubric(word_limit=20))
    assert report.words == 2
    assert report.counted_until == scoring.CHARACTERS * 24 + 1


def test_structure_is_that_of_the_whole_answer():
    report = score_answer(f"{CLEAR}\n" * 10, flood_rubric(word_limit=20))
    assert report.structure.paragraphs == 10


def test_findings_and_warnings_are_reported():
    report = score_answer("Rain alone is to blame. Bengaluru is 20% built-up.", RUBRIC)
    assert [fact.verdict for fact in report.facts] == ["wrong"]
    assert [finding.id for finding in report.misconceptions] == ["only_rain"]
    assert [advisory.code for advisory in report.advisories] == ["too_brief"]


def test_the_marks_are_those_of_the_scale():
    report = score_answer(f"{CLEAR} {FILLED}", RUBRIC)
    scale = load_scale()
    assert report.marks == sum(line.marks for line in report.ledger)
    assert report.band == scale.band(report.marks / 10)
    assert report.marks_range == scale.likely(report.marks, 10)


def test_a_dimensions_marks_go_to_its_own_points():
    report = score_answer(f"{SEALED.statement}\n{FILLED}\n{CLEAR}", RUBRIC)
    total = sum(point.hundredths for point in report.points)
    earned = [line.hundredths for line in report.ledger if line.kind == "dimension"]
    of_measures = by_id(report.points)["clean_drains"].hundredths
    assert of_measures / total == pytest.approx(earned[1] / sum(earned), abs=0.01)
    assert all(point.hundredths for point in report.points)


def test_points_share_out_even_a_hundredth(monkeypatch):
    """On a steep scale a trace of coverage earns more than its dimension's line shows."""
    steep = replace(SCALE, knots=((0.0, 0.0), (0.01, 0.5), (1.0, 0.6)))
    monkeypatch.setattr(scoring, "load_scale", lambda: steep)
    slight = Dimension(id="slight", title="S", weight=1 / 3000, points=(DRAINS,))
    rest = Dimension(id="rest", title="R", points=(LAKES,))
    report = score_answer(CLEAR, flood_rubric(dimensions=(rest, slight), demands=()))
    _, traced, mapped, _ = [line.hundredths for line in report.ledger]
    assert traced == 0
    assert sum(point.hundredths for point in report.points) == mapped > 0


def test_the_signature_says_what_made_the_marks():
    signature = score_answer("", RUBRIC).signature
    assert (signature.scorer, signature.rubric) == (scorer.__version__, RUBRIC.digest)
    assert (signature.lexicon, signature.scale) == (RUBRIC.lexicon.digest, load_scale().digest)


def test_several_answers_are_scored_each_by_itself():
    assert score_answers([], RUBRIC) == []
    assert score_answers(iter([CLEAR, FILLED]), RUBRIC) == [
        score_answer(CLEAR, RUBRIC),
        score_answer(FILLED, RUBRIC),
    ]
