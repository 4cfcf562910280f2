"""Checks that score answers: each fires on its kind and is silent on a sound rubric."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.files import Exemplar
from scorer.linting import earned, unearned
from scorer.linting.measured import MEASURED_CHECKS
from scorer.linting.subjects import RubricSubject
from scorer.rubric import Dimension, KeywordGroup, Misconception
from scorer.scoring import score_answer
from tests.scorer.samples import DRAINS, LAKES, SEALED, flood_rubric


def found(check, rubric, **facts) -> list[str]:
    """Return the codes of what one check finds in a rubric."""
    subject = RubricSubject(name=rubric.id, rubric=rubric, **facts)
    return [finding.code for finding in check(subject)]


def of_points(*points):
    """Return the rubric on floods with one dimension of these points."""
    return flood_rubric(dimensions=(Dimension(id="all", title="All", points=points),))


def made_by(word, *points):
    """Return points that a single word makes."""
    group = KeywordGroup(any=(word,))
    return tuple(
        replace(one, statement=f"{word}.", phrasings=(), keywords=(group,)) for one in points
    )


UNREACHABLE = replace(DRAINS, keywords=(KeywordGroup(any=("quicksilver mirror",)),))
PROMISE = replace(
    made_by("promise", SEALED)[0], statement="Three decades later the promise is half kept."
)
WRONG_FIGURE = flood_rubric().model_answer.replace("93 per cent", "20 per cent")
TWIN = replace(flood_rubric(), id="flash-floods")


@pytest.mark.parametrize(
    ("check", "rubric", "code"),
    [
        pytest.param(
            earned.lint_model_coverage,
            flood_rubric(model_answer="It rains."),
            "M01",
            id="a thin model answer",
        ),
        pytest.param(
            earned.lint_model_errors,
            flood_rubric(model_answer=WRONG_FIGURE),
            "M02",
            id="a wrong model answer",
        ),
        pytest.param(
            earned.lint_plain_coverage,
            flood_rubric(plain_answer="Water comes up and stays."),
            "M03",
            id="a thin plain answer",
        ),
        pytest.param(
            unearned.lint_prompt_text,
            flood_rubric(
                prompt_text="Explain.", dimensions=of_points(*made_by("explain", SEALED)).dimensions
            ),
            "M04",
            id="a prompt that answers itself",
        ),
        pytest.param(
            unearned.lint_shuffled_keywords,
            of_points(*made_by("cement", SEALED)),
            "M05",
            id="keywords that make points without a sentence",
        ),
        pytest.param(
            unearned.lint_other_topic, of_points(PROMISE), "M06", id="points on another topic"
        ),
        pytest.param(
            earned.lint_reachable_dimensions,
            of_points(UNREACHABLE),
            "M10",
            id="a point that its own sentences do not make",
        ),
    ],
)
def test_a_flaw_is_measured(check, rubric, code):
    assert found(check, rubric) == [code]


@pytest.mark.parametrize("check", MEASURED_CHECKS, ids=lambda check: check.__doc__[:3])
def test_a_sound_rubric_measures_well(check):
    assert found(check, flood_rubric()) == []


@pytest.mark.parametrize("check", MEASURED_CHECKS, ids=lambda check: check.__doc__[:3])
def test_answers_that_are_not_written_yet_are_another_checks_matter(check):
    unfinished = flood_rubric(model_answer="", plain_answer="")
    assert found(check, unfinished, others=(unfinished,)) == []


def test_a_misconception_must_earn_nothing():
    unseen = KeywordGroup(any=("quicksilver mirror",))
    wrong = Misconception(
        id="lakes", statement=LAKES.phrasings[2], keywords=(unseen,), correction="No."
    )
    rubric = flood_rubric(misconceptions=(wrong,))
    assert found(unearned.lint_misconceptions, rubric) == ["M07"]


def test_another_prompts_model_answer_must_earn_much_less():
    strange = flood_rubric(id="droughts", model_answer="The monsoon failed.")
    others = (TWIN, strange)
    assert found(unearned.lint_other_prompts, flood_rubric(), others=others) == ["M08"]


def test_one_word_must_not_make_two_points():
    rubric = of_points(*made_by("flood", SEALED, LAKES))
    assert found(unearned.lint_single_aliases, rubric) == ["M09", "M09"]


def test_a_points_own_sentence_must_not_read_as_its_opposite():
    sentence = "20 per cent of Bengaluru is built-up."
    rubric = of_points(replace(SEALED, id="built_up", phrasings=(sentence,)))
    assert found(earned.lint_own_sentences, rubric) == ["M11"]


@pytest.mark.parametrize(
    ("distance", "codes"), [pytest.param(0, [], id="near"), pytest.param(3, ["M12"], id="far")]
)
def test_exemplars_must_be_marked_as_by_their_author(distance, codes):
    answer = flood_rubric().plain_answer
    marks = score_answer(answer, flood_rubric()).marks + distance
    exemplar = Exemplar(id="good_1", quality="good", marks=marks, answer=answer)
    assert found(earned.lint_exemplar_marks, flood_rubric(), exemplars=(exemplar,)) == codes


@pytest.mark.parametrize(
    ("marks", "codes"), [pytest.param(1.5, ["M13"], id="far"), pytest.param(1.0, [], id="near")]
)
def test_exemplars_must_keep_their_order(marks, codes):
    worse = Exemplar(id="good_1", quality="good", marks=marks, answer="It rains and rains.")
    better = Exemplar(id="thin_1", quality="thin", marks=0.5, answer=flood_rubric().plain_answer)
    exemplars = (worse, better)
    assert found(earned.lint_exemplar_order, flood_rubric(), exemplars=exemplars) == codes
