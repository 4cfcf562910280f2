from dataclasses import replace

import pytest

from practice.improving import best_improvements
from scorer import load_scale, score_answer
from scorer.report import FactFinding, LedgerLine, MisconceptionFinding
from scorer.rubric import Demand
from tests.practice.fakes import GOOD_ANSWER, make_rubric

RUBRIC = make_rubric("rivers")
EMPTY = score_answer("Nothing to do with it.", RUBRIC)
FULL = score_answer(GOOD_ANSWER, RUBRIC)


def cap(ref, hundredths=-80, why="the reason"):
    return LedgerLine(label="Limit", hundredths=hundredths, why=why, kind="cap", ref=ref)


def with_caps(report, *caps, **more):
    return replace(report, ledger=(*report.ledger, *caps), **more)


def test_every_part_that_has_nothing_offers_one_point():
    found = best_improvements(EMPTY, RUBRIC)
    assert [each.kind for each in found if each.kind == "add"] == ["add", "add"]
    assert {each.title for each in found} >= {"Add to: Ground", "Add to: Public works"}


def test_the_gain_is_what_the_scale_gives_for_the_point():
    add = next(each for each in best_improvements(EMPTY, RUBRIC) if each.kind == "add")
    scale = load_scale()
    assert add.gain == pytest.approx(
        RUBRIC.max_marks * (scale.share(EMPTY.coverage + 0.5) - scale.share(EMPTY.coverage))
    )


def test_a_full_answer_needs_no_improvement():
    whole = tuple(replace(each, status="covered", coverage=1.0) for each in FULL.points)
    assert best_improvements(replace(FULL, coverage=1.0, points=whole), RUBRIC) == ()


def test_a_part_that_is_full_asks_for_nothing_more():
    enough = replace(
        RUBRIC,
        dimensions=(replace(RUBRIC.dimensions[0], full_at=1.0, points=RUBRIC.points),),
    )
    one = (
        replace(EMPTY.points[0], status="covered", coverage=1.0),
        replace(EMPTY.points[1], status="missing", coverage=0.0),
    )
    assert best_improvements(replace(EMPTY, coverage=1.0, points=one, ledger=()), enough) == ()


def test_what_was_taken_away_comes_first_if_it_weighs_most():
    wrong = MisconceptionFinding(
        id="m", statement="s", evidence=None, correction="TRUST is no trade agreement."
    )
    report = with_caps(EMPTY, cap("wrong_statements", -500), misconceptions=(wrong,))
    first = best_improvements(report, RUBRIC)[0]
    assert (first.kind, first.advice, first.gain) == ("correct", wrong.correction, 5.0)


@pytest.mark.parametrize("lost", [0, -10])
def test_what_contradicts_the_facts_comes_first_whatever_it_took_away(lost):
    wrong = MisconceptionFinding(
        id="m", statement="s", evidence=None, correction="TRUST is no trade agreement."
    )
    caps = [cap("wrong_statements", lost)] if lost else []
    first, *others = best_improvements(with_caps(EMPTY, *caps, misconceptions=(wrong,)), RUBRIC)
    assert (first.kind, first.gain) == ("correct", -lost / 100)
    assert "correct" not in {each.kind for each in others}


def test_a_wrong_figure_is_corrected_too():
    fact = FactFinding(id="f", about="a", verdict="wrong", evidence=None, correction="It is 70.")
    report = with_caps(EMPTY, cap("wrong_statements", -500), facts=(fact,))
    assert best_improvements(report, RUBRIC)[0].advice == "It is 70."


@pytest.mark.parametrize(
    ("ref", "kind", "advice"),
    [
        ("demand causes", "answer", "Nothing was found on: Say why."),
        ("copied_model", "limit", "the reason"),
    ],
)
def test_every_limit_is_named(ref, kind, advice):
    assert RUBRIC.demands == (Demand(id="causes", text="Say why."),)
    first = best_improvements(with_caps(FULL, cap(ref)), RUBRIC)[0]
    assert (first.kind, first.advice) == (kind, advice)


def test_no_more_are_named_than_wanted():
    assert len(best_improvements(EMPTY, RUBRIC, count=1)) == 1
