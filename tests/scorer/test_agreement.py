"""The scorer against examiners' marks."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.agreement import compare_with_examiners, measure_agreement
from scorer.agreement.cases import Case, distinct_words, length, naive_cosine
from scorer.agreement.graded import GradedAnswer, load_graded
from scorer.agreement.rendering import agreement_lines
from scorer.agreement.statistics import (
    binary_kappa,
    mean_error,
    pearson,
    quadratic_kappa,
    spearman,
    within_groups,
    without_covariates,
)
from scorer.agreement.tags import compare_tags, found_tags
from scorer.bank import Bank
from scorer.issues import DataFileError
from scorer.prompts import UnknownPrompt
from scorer.scoring import score_answer
from tests.scorer.samples import flood_rubric, write_bank

RUBRIC = flood_rubric()
SENTENCES = RUBRIC.plain_answer.split(". ")


def graded(**changes) -> GradedAnswer:
    """Return a graded answer to the prompt on floods."""
    parts = {
        "id": "a",
        "prompt": "urban-floods",
        "answer": RUBRIC.plain_answer,
        "max_marks": 10,
        "marks": (6.0, 6.5),
    }
    return GradedAnswer(**(parts | changes))


def case(share=0.5, **changes) -> Case:
    """Return a graded answer that the scorer gave a share of the marks."""
    report = score_answer("Rain.", RUBRIC)
    report = replace(report, hundredths=round(share * 1000), max_marks=10)
    return Case(graded=graded(**changes), rubric=RUBRIC, report=report)


def floats(*values):
    """Return an array of numbers."""
    return np.array(values, dtype=float)


@pytest.mark.parametrize(
    ("one", "two", "rank", "linear"),
    [
        pytest.param((1, 2, 3), (2, 4, 6), 1.0, 1.0, id="the same order, evenly"),
        pytest.param((1, 2, 3), (1, 2, 9), 1.0, 0.918, id="the same order, unevenly"),
        pytest.param((1, 2, 3), (3, 2, 1), -1.0, -1.0, id="the opposite order"),
        pytest.param((1, 1, 3), (1, 2, 3), 0.866, 0.866, id="a tie"),
        pytest.param((1, 1, 1), (1, 2, 3), None, None, id="one side does not vary"),
        pytest.param((1,), (1,), None, None, id="one answer"),
    ],
)
def test_correlations(one, two, rank, linear):
    assert spearman(floats(*one), floats(*two)) == pytest.approx(rank, abs=0.001)
    assert pearson(floats(*one), floats(*two)) == pytest.approx(linear, abs=0.001)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=2, max_size=30))
def test_quadratic_kappa_is_what_scikit_learn_computes(pairs):
    from sklearn.metrics import cohen_kappa_score

    one, two = zip(*pairs, strict=True)
    ours = quadratic_kappa(floats(*one), floats(*two))
    if len({*one, *two}) == 1:
        assert ours is None
    else:
        theirs = cohen_kappa_score(one, two, weights="quadratic", labels=range(21))
        assert ours == pytest.approx(theirs)


def test_yes_and_no_have_a_kappa_too():
    yes, no = np.array([True, True]), np.array([False, False])
    assert binary_kappa(np.array([True, False]), np.array([True, False])) == 1
    assert binary_kappa(np.array([True, False]), np.array([False, True])) == -1
    assert binary_kappa(yes, yes) is None
    assert binary_kappa(yes, no) == 0


def test_centring_leaves_no_group_above_another():
    centred = within_groups(floats(1, 3, 10, 30), ["a", "a", "b", "b"])
    assert centred.tolist() == [-1, 1, -10, 10]


def test_what_length_explains_is_taken_out():
    lengths = floats(-1, 0, 1).reshape(-1, 1)
    assert without_covariates(floats(-2, 0, 2), lengths).tolist() == [0, 0, 0]
    assert without_covariates(floats(1, -2, 1), lengths).tolist() == [1, -2, 1]


def test_error_is_the_mean_distance():
    assert mean_error(floats(1, 2), floats(2, 4)) == 1.5


def test_baselines_are_shares_of_the_limit():
    one = case(answer="rain rain drains fall")
    assert length(one) == 4 / 100
    assert distinct_words(one) == 3 / 100


def test_the_naive_cosine_of_the_model_answer_is_one():
    assert naive_cosine(case(answer=RUBRIC.model_answer)) == pytest.approx(1)
    assert naive_cosine(case(answer="xylophone")) == 0


def test_an_even_scorer_agrees_with_itself():
    shares = [0.1, 0.3, 0.4, 0.6, 0.8]
    answers = ["rain", "rain falls", "drains clog up", "lakes are lost today", "a b c d e f"]
    cases = [
        case(share=share, id=str(at), answer=answers[at], marks=(10 * share,), kind="stock")
        for at, share in enumerate(shares)
    ]
    agreement = measure_agreement(cases)
    (prompt,) = agreement.prompts
    scorer = agreement.overall[0]
    assert (prompt.name, scorer.name, scorer.n) == ("urban-floods", "scorer", 5)
    for figures in (prompt, scorer):
        perfect = (figures.spearman, figures.beyond_length, figures.pearson, figures.kappa)
        assert perfect == pytest.approx((1, 1, 1, 1))
        assert (figures.error, figures.error_share, figures.bias) == pytest.approx((0, 0, 0))
    assert [kind.kind for kind in agreement.kinds] == ["stock"]
    assert agreement.tags is None


def test_bias_has_a_direction():
    generous = measure_agreement([case(share=0.8, marks=(6.0,)), case(share=0.5, marks=(4.0,))])
    assert generous.overall[0].bias == pytest.approx(0.15)
    assert generous.overall[0].error == pytest.approx(1.5)


def test_length_itself_has_nothing_beyond_length():
    cases = [case(answer="rain " * n, marks=(n,), id=str(n)) for n in range(1, 6)]
    figures = {row.name: row for row in measure_agreement(cases).overall}
    assert figures["length"].spearman == pytest.approx(1)
    assert figures["length"].beyond_length is None
    assert figures["scorer"].spearman is None


def test_the_widest_disagreement_comes_first():
    cases = [case(id="near", share=0.6), case(id="far", share=0.0)]
    assert [one.id for one in measure_agreement(cases).worst] == ["far", "near"]


def test_marks_are_compared_on_the_examiners_scale():
    (worst,) = measure_agreement([case(share=0.5, max_marks=20, marks=(10,))]).worst
    assert (worst.examiners, worst.scorer) == (10, 10)


def test_tags_of_found_points_are_compared_with_every_examiners():
    report = score_answer(SENTENCES[1] + ".", RUBRIC)
    assert found_tags(RUBRIC, report) == {"C2"}
    answer = graded(tags=(("C2", "other"), ("C1", "C2")))
    agreement = compare_tags([(answer, RUBRIC, report)])
    assert agreement.scorer.n == 6
    assert (agreement.scorer.precision, agreement.scorer.recall) == (1, 2 / 3)
    assert agreement.scorer.f1 == pytest.approx(0.8)
    assert agreement.examiners.n == 3


def test_one_examiner_has_nobody_to_agree_with():
    report = score_answer("Rain.", RUBRIC)
    assert compare_tags([(graded(tags=(("C1",),)), RUBRIC, report)]).examiners is None


LINE = {"id": "a", "prompt": "urban-floods", "answer": "Rain.", "max_marks": 10, "marks": [1, 2]}


@pytest.mark.parametrize(
    ("changes", "marks", "tags"),
    [
        pytest.param({}, (1, 2), (), id="two examiners"),
        pytest.param({"marks": 3}, (3,), (), id="one examiner"),
        pytest.param({"marks": 0}, (0,), (), id="no marks awarded"),
        pytest.param({"tags": ["x"]}, (1, 2), (("x",),), id="one list of tags"),
        pytest.param({"tags": [["x"], []]}, (1, 2), (("x",), ()), id="a list per examiner"),
        pytest.param({"wrong_claims": ["y"]}, (1, 2), (), id="more than is needed"),
    ],
)
def test_graded_answers_are_read(tmp_path, changes, marks, tags):
    path = tmp_path / "graded.jsonl"
    path.write_text(json.dumps(LINE | changes) + "\n\n")
    (answer,) = load_graded(path)
    assert (answer.marks, answer.tags) == (marks, tags)


def test_bad_lines_of_a_graded_file_are_told_at_once(tmp_path):
    path = tmp_path / "graded.jsonl"
    broken = ({"marks": []}, {"marks": None}, {"max_marks": 0}, {"answer": 3})
    bad = ["{", "[]", *(json.dumps(LINE | changes) for changes in broken)]
    path.write_text("\n".join([json.dumps(LINE), *bad]))
    with pytest.raises(DataFileError) as caught:
        load_graded(path)
    assert [issue.line for issue in caught.value.issues] == [2, 3, 4, 5, 6, 7]
    assert all("G01 not a graded answer" in str(issue) for issue in caught.value.issues)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        pytest.param(b"", "G02", id="nothing"),
        pytest.param(b"\n \n", "G02", id="blank lines"),
        pytest.param(b"\xff\xfe\x00", "G01", id="no text"),
        pytest.param(b"[" * 200_000, "G01", id="lists without end"),
        pytest.param(json.dumps(LINE | {"marks": float("nan")}).encode(), "G01", id="no number"),
        pytest.param(json.dumps(LINE | {"max_marks": float("inf")}).encode(), "G01", id="no end"),
    ],
)
def test_a_file_without_graded_answers_is_an_issue(tmp_path, content, code):
    path = tmp_path / "graded.jsonl"
    path.write_bytes(content)
    with pytest.raises(DataFileError) as caught:
        load_graded(path)
    assert [issue.code for issue in caught.value.issues] == [code]


def test_a_line_ends_only_where_json_lines_end_it(tmp_path):
    path = tmp_path / "graded.jsonl"
    answer = "Rain.\u2028Drains.\x85Lakes."
    path.write_text(json.dumps(LINE | {"answer": answer}, ensure_ascii=False), encoding="utf-8")
    (graded_answer,) = load_graded(path)
    assert graded_answer.answer == answer


def test_an_unknown_prompt_is_named(tmp_path):
    path = tmp_path / "graded.jsonl"
    path.write_text(json.dumps(LINE | {"prompt": "floods"}))
    with pytest.raises(UnknownPrompt, match="nearest are urban-floods"):
        compare_with_examiners(path, Bank.at(write_bank(tmp_path)))


def test_the_tables_name_their_rows(tmp_path):
    path = tmp_path / "graded.jsonl"
    rows = [
        LINE | {"kind": "normal", "tags": [["C2"], ["C2"]]},
        LINE | {"answer": RUBRIC.plain_answer, "marks": [6, 6], "tags": [["C1", "C2"], []]},
        LINE | {"kind": "thin", "marks": [0, 0]},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    text = "\n".join(agreement_lines(compare_with_examiners(path, Bank.at(write_bank(tmp_path)))))
    for name in (
        "urban-floods",
        "scorer's coverage",
        "length",
        "normal",
        "thin",
        "examiner and examiner",
    ):
        assert name in text
    assert "–" in text


def test_a_table_without_second_examiner_leaves_that_row_out():
    lines = agreement_lines(measure_agreement([case(tags=(("C1",),))]))
    assert "examiner and examiner" not in "\n".join(lines)
