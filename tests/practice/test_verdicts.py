from dataclasses import replace

import pytest

from practice.verdicts import explain_scale, find_caveats, read_verdict, tell_why
from scorer import load_scale, score_answer
from scorer.report import LedgerLine
from scorer.ticking import mark_ticks
from tests.practice.fakes import GOOD_ANSWER, make_rubric

RUBRIC = make_rubric("rivers")
REPORT = replace(score_answer("", RUBRIC), hundredths=400, marks_range=(3.0, 5.0))
SCALES = [
    pytest.param(
        replace(load_scale(), knots=((0.0, 0.0), (1.0, ceiling)), calibrated=calibrated),
        id=f"ceiling {ceiling}, {'calibrated' if calibrated else 'provisional'}",
    )
    for ceiling in (0.57, 0.7, 1.0)
    for calibrated in (False, True)
]


def test_a_verdict_reads_as_the_house_writes_marks():
    verdict = read_verdict(REPORT, load_scale())
    assert (verdict.marks, verdict.out_of, verdict.likely) == ("4.0", "10", "3 to 5")
    assert (verdict.low_at, verdict.marks_at, verdict.high_at) == (30, 40, 50)


@pytest.mark.parametrize("scale", SCALES)
def test_a_verdict_says_what_a_complete_answer_gets(scale):
    verdict = read_verdict(REPORT, scale)
    assert verdict.ceiling_at == pytest.approx(100 * scale.ceiling)
    assert f"{scale.ceiling * 10:.1f} of 10" in verdict.scale


def test_marks_on_an_earlier_scale_are_not_measured_by_todays():
    verdict = read_verdict(REPORT, replace(load_scale(), digest="another"))
    assert verdict.ceiling_at is None
    assert "earlier version" in verdict.scale
    assert f"{load_scale().ceiling * 10:.1f}" not in verdict.scale


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("marks", [10, 15])
def test_the_scale_is_explained_from_the_scale_itself(scale, marks):
    name, share = scale.bands[-2]
    text = explain_scale(scale, marks)
    assert name in text
    assert f"{share * marks:.1f} of {marks}" in text
    assert f"{scale.ceiling * marks:.1f}" in text


@pytest.mark.parametrize("scale", SCALES)
def test_no_scale_claims_to_be_an_examiners(scale):
    for text in (explain_scale(scale, 10), read_verdict(REPORT, scale).scale):
        assert "practice scale, not UPSC's" in text
        assert ("calibrated on machine-marked answers" in text) is scale.calibrated
        assert ("not yet calibrated" in text) is not scale.calibrated
        assert "examiner" not in text


@pytest.mark.parametrize(
    ("answer", "codes"),
    [("Rain falls.", []), ("बारिश होती है और नदियाँ भर जाती हैं।", ["another_script"])],
)
def test_only_what_would_have_the_marks_misread_stands_beside_them(answer, codes):
    assert [each.code for each in find_caveats(score_answer(answer, RUBRIC))] == codes


def test_a_verdict_says_where_the_marks_come_from():
    report = score_answer(GOOD_ANSWER.partition(" Old")[0], RUBRIC)
    assert tell_why(report) == (
        "Your words make 1 of the 2 points looked for. Least was found on “Public works”."
    )


def test_a_sheet_that_nobody_read_is_made_of_ticks():
    ticked = mark_ticks(RUBRIC, {RUBRIC.points[0].id: 1.0})
    assert tell_why(ticked).startswith("The ticks make 1 of the 2 points looked for.")
    assert tell_why(score_answer("", RUBRIC)).startswith("Your words make 0 of the 2")


def test_a_part_that_is_full_is_not_called_the_emptiest():
    full = tuple(replace(each, coverage=1.0) for each in REPORT.dimensions)
    assert "Least" not in tell_why(replace(REPORT, dimensions=full))
    assert "Least" not in tell_why(replace(REPORT, dimensions=()))


def test_points_made_in_part_and_limits_are_told():
    points = tuple(replace(each, status="partial") for each in REPORT.points)
    cap = LedgerLine(label="Limit", hundredths=-80, why="The words repeat.", kind="cap", ref="x")
    nothing = replace(cap, hundredths=0)
    told = tell_why(replace(REPORT, words=9, points=points, ledger=(cap, nothing)))
    assert told.startswith("Your words make 0 of the 2 points looked for, and 2 more in part.")
    assert told.endswith("0.8 taken off: the words repeat.")
    assert told.count("taken off") == 1
