from dataclasses import replace

import pytest

from practice.examples import find_example
from practice.history import StoredReport
from practice.service import Catalogue
from scorer import load_exemplars, load_prompts, score_answer
from scorer.files import Exemplar
from scorer.loading import MissingFile
from tests.practice.fakes import GOOD_ANSWER, PROMPTS, START, answer, make_rubric
from tests.practice.visiting import html, visit

RUBRIC = make_rubric("rivers")
PAVED, DRAINS = GOOD_ANSWER.partition(" Old")[0], "Old drains are choked with silt and plastic."


def exemplar(marks, text, quality="good"):
    return Exemplar(id=f"{quality}_{marks}", quality=quality, marks=marks, answer=text)


def stored(text):
    return StoredReport(report=score_answer(text, RUBRIC), rubric=RUBRIC, created_at=START)


def found(exemplars, marks, text=PAVED):
    return find_example(exemplars, stored(text), marks, lambda text: score_answer(text, RUBRIC))


ALL = (
    exemplar(6, GOOD_ANSWER, "strong"),
    exemplar(2, "Rain falls.", "thin"),
    exemplar(4, DRAINS),
    exemplar(3, DRAINS, "confused"),
)


@pytest.mark.parametrize(
    ("marks", "chosen"),
    [
        pytest.param(3.5, 4, id="just above"),
        pytest.param(1, 4, id="one that adds nothing, or is wrong, is passed over"),
        pytest.param(4, 6, id="equal marks are not above"),
        pytest.param(6, None, id="nothing above"),
    ],
)
def test_the_example_is_the_one_just_above_that_adds_something(marks, chosen):
    example = found(ALL, marks)
    assert (example and example.marks) == chosen


def test_what_the_example_adds_is_marked_in_its_words():
    example = found(ALL, 4)
    assert [note.title for note in example.notes] == [RUBRIC.points[1].statement]
    assert "".join(segment.text for segment in example.segments) == GOOD_ANSWER
    (marked,) = [segment.text for segment in example.segments if segment.notes]
    assert "choked with silt" in marked


def test_nothing_to_add_makes_no_example():
    assert found(ALL, 1, GOOD_ANSWER) is None


@pytest.fixture
def taught(service):
    service.catalogue._exemplars["rivers"] = ALL
    return service


def test_the_feedback_shows_the_next_step_up(taught):
    attempt = answer(taught, text=PAVED)
    marks = taught.review(attempt.id).report.marks
    assert 2 <= marks < 6
    page = html(visit("feedback", attempt=attempt.id))
    assert "the nearest above yours" in page
    assert 'id="example-note-1"' in page
    assert 'href="#example-words-1"' in page


def test_a_teachers_marks_choose_the_example(taught):
    attempt = answer(taught, text=PAVED)
    taught.add_teacher_mark(attempt.id, 5.5)
    assert taught.find_example(taught.review(attempt.id)).marks == 6
    taught.add_teacher_mark(attempt.id, 9)
    assert taught.find_example(taught.review(attempt.id)) is None


def test_an_answer_without_marks_has_no_example(taught, monkeypatch):
    monkeypatch.setattr(taught, "_score", None)
    review = taught.review(answer(taught).id)
    assert taught.find_example(replace(review, reports=())) is None


def test_a_prompt_without_exemplars_has_none():
    def missing(prompt_id):
        raise MissingFile("none")

    assert Catalogue(prompts=lambda: PROMPTS, exemplars=missing).exemplars("rivers") == ()
    assert Catalogue(prompts=lambda: PROMPTS).exemplars("rivers") == ()


@pytest.mark.parametrize("prompt", load_prompts(), ids=lambda prompt: prompt.id)
def test_every_question_of_the_bank_has_a_next_step_for_a_beginner(prompt):
    catalogue = Catalogue()
    rubric = catalogue.get_rubric(prompt.id)
    thin = min(load_exemplars(prompt.id), key=lambda each: each.marks)
    report = StoredReport(report=score_answer(thin.answer, rubric), rubric=rubric, created_at=START)
    example = find_example(
        catalogue.exemplars(prompt.id),
        report,
        report.report.marks,
        lambda text: score_answer(text, rubric),
    )
    assert example.notes
    assert example.marks > report.report.marks
