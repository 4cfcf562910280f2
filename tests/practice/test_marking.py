from datetime import timedelta

import pytest

from practice.history import AttemptFilter
from practice.service import ScoringFailed
from practice.service.marking import RETRY_AFTER
from practice.storage import StorageUnavailable
from scorer import score_answer
from tests.practice.fakes import (
    GOOD_ANSWER,
    answer,
    make_catalogue,
    make_practice,
    make_rubric,
    typed,
)


class Scorer:
    """The real scorer, or a broken one."""

    def __init__(self):
        self.error = None
        self.calls = 0

    def __call__(self, text, rubric):
        self.calls += 1
        if self.error:
            raise self.error
        return score_answer(text, rubric)


@pytest.fixture
def scorer():
    return Scorer()


@pytest.fixture
def practice(url, hands, scorer):
    service = make_practice(url, hands, score=scorer)
    yield service
    service.close()


def test_an_attempt_is_scored_with_its_rubric(practice):
    attempt = answer(practice)
    review = practice.review(attempt.id)
    assert review.status == "scored"
    assert review.report == score_answer(GOOD_ANSWER, make_rubric("rivers"))
    assert review.rubric == make_rubric("rivers")
    assert review.failure is None


def test_only_what_was_written_in_time_is_scored(practice, hands):
    draft = practice.start("rivers", initial_text="Nothing to the point.")
    hands.wait(minutes=8)
    practice.save_draft(draft.id, typed(GOOD_ANSWER))
    practice.submit(draft.id)
    assert practice.review(draft.id).report.words == 4


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("by zero"), RecursionError("too deep"), LookupError("no rubric")]
)
def test_an_answer_is_there_even_if_scoring_fails(practice, scorer, error, caplog):
    scorer.error = error
    attempt = answer(practice)
    review = practice.review(attempt.id)
    assert review.attempt.in_time_text == GOOD_ANSWER
    assert (review.status, review.report, review.rubric) == ("failed", None, None)
    assert review.failure == f"{type(error).__name__}: {error}"
    assert [row.status for row in practice.attempts(AttemptFilter(status="failed"))] == ["failed"]
    assert attempt.id in caplog.text


def test_scoring_can_be_tried_again(practice, scorer):
    scorer.error = ValueError("broken")
    attempt = answer(practice)
    with pytest.raises(ScoringFailed, match="ValueError: broken"):
        practice.score(attempt.id)
    scorer.error = None
    assert practice.score(attempt.id).words == len(GOOD_ANSWER.split())
    review = practice.review(attempt.id)
    assert (review.status, review.failure) == ("scored", None)


def test_submitting_again_tries_a_failed_scoring_again(practice, scorer):
    scorer.error = ValueError("broken")
    attempt = answer(practice)
    scorer.error = None
    assert practice.submit(attempt.id) == attempt
    assert practice.review(attempt.id).status == "scored"


def test_a_failure_is_not_tried_again_every_second(practice, scorer, hands):
    scorer.error = ValueError("broken")
    attempt = answer(practice)
    scorer.error = None
    assert (practice.score_pending(), scorer.calls) == (0, 1)
    hands.wait(minutes=RETRY_AFTER / timedelta(minutes=1), seconds=1)
    assert practice.score_pending() == 1
    assert practice.review(attempt.id).status == "scored"


def test_a_database_that_fails_after_submitting_leaves_the_attempt(practice, monkeypatch):
    def locked(*_):
        raise StorageUnavailable("locked")

    draft = practice.start("rivers", initial_text=GOOD_ANSWER)
    with monkeypatch.context() as broken:
        broken.setattr("practice.storage.reports.Reports.add", locked)
        practice.submit(draft.id)
    assert practice.review(draft.id).status == "unscored"
    assert practice.score_pending() == 1


def test_a_rubric_that_cannot_be_read_is_a_failure_too(url, hands):
    def missing(prompt_id):
        raise FileNotFoundError(prompt_id)

    practice = make_practice(url, hands, catalogue=make_catalogue(missing))
    attempt = answer(practice)
    assert practice.review(attempt.id).failure == "FileNotFoundError: rivers"


def test_scoring_again_with_the_same_rubric_adds_nothing(practice):
    attempt = answer(practice)
    practice.score(attempt.id)
    assert len(practice.review(attempt.id).reports) == 1


def test_scoring_again_with_a_new_rubric_keeps_the_old_report(practice, url, hands):
    attempt = answer(practice)
    hands.wait(days=1)
    newer = make_practice(
        url,
        hands,
        catalogue=make_catalogue(lambda key: make_rubric(key, statement="Rain cannot sink in.")),
    )
    newer.score(attempt.id)
    new, old = newer.review(attempt.id).reports
    assert new.report.signature.rubric != old.report.signature.rubric
    assert new.rubric.points[0].statement == "Rain cannot sink in."
    assert old.rubric == make_rubric("rivers")
    assert new.created_at - old.created_at == timedelta(days=1)
    assert newer.attempts()[0].marks == new.report.marks


def test_a_rubric_is_read_from_its_file_once(hands, url):
    read = []
    practice = make_practice(
        url, hands, catalogue=make_catalogue(lambda key: read.append(key) or make_rubric(key))
    )
    answer(practice)
    answer(practice)
    assert read == ["rivers"]
