import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from practice.service.drafting import JOURNAL_KEPT
from practice.storage import StorageUnavailable
from practice.storage.engine import Database
from practice.storage.schema import attempts, drafts, pace_events, reports, revisions
from tests.practice.fakes import (
    GOOD_ANSWER,
    Hands,
    answer,
    make_practice,
    typed,
)


def at_once(count, act):
    """Run the same thing in several threads that start together."""
    start = Barrier(count)

    def run(number):
        start.wait()
        return act(number)

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(run, range(count)))


def count(url, table):
    with Database(url).reading() as connection:
        return connection.scalar(select(func.count()).select_from(table))


def test_a_draft_becomes_the_attempt_of_its_id(practice):
    draft = practice.start("floods", parent_id="p", sitting_id="s")
    practice.save_draft(draft.id, typed(GOOD_ANSWER))
    attempt = practice.submit(draft.id)
    assert attempt.id == draft.id
    assert (attempt.prompt_id, attempt.prompt_text) == ("floods", "Discuss floods.")
    assert (attempt.max_marks, attempt.word_limit) == (15, 225)
    assert (attempt.parent_id, attempt.sitting_id) == ("p", "s")
    assert practice.review(draft.id).attempt == attempt


def test_a_submitted_draft_is_still_found(practice, hands, url):
    attempt = answer(practice)
    draft = practice.get_draft(attempt.id)
    assert (draft.status, draft.text, draft.rev) == ("submitted", GOOD_ANSWER, 1)
    hands.wait(days=JOURNAL_KEPT.days + 1)
    answer(practice, "floods")
    assert count(url, drafts) == 1
    forgotten = practice.get_draft(attempt.id)
    assert (forgotten.status, forgotten.text) == ("submitted", GOOD_ANSWER)
    practice.save_draft(attempt.id, typed("An old page wakes up."))
    assert len(practice.review(attempt.id).late_texts) == 1


def test_submitting_again_changes_nothing(practice, hands, url):
    attempt = answer(practice)
    hands.wait(minutes=1)
    assert practice.submit(attempt.id) == attempt
    assert count(url, reports) == 1


def test_submitting_in_two_threads_makes_one_attempt(practice, url):
    draft = practice.start("rivers", initial_text=GOOD_ANSWER)
    first, second = at_once(2, lambda _: practice.submit(draft.id))
    assert first == second
    assert (count(url, attempts), count(url, reports)) == (1, 1)
    assert practice.review(draft.id).status == "scored"


def test_no_acknowledged_save_is_lost_to_a_submission(practice):
    draft = practice.start("rivers")

    def write(number):
        if number == 0:
            practice.submit(draft.id)
        else:
            practice.save_draft(draft.id, typed(f"word{number}", client_id=f"page{number}"))

    at_once(9, write)
    review = practice.review(draft.id)
    kept = " ".join([review.attempt.final_text, *(late.text for late in review.late_texts)])
    assert {f"word{number}" for number in range(1, 9)} <= set(kept.split())


def test_many_writers_at_once_keep_their_own_texts(practice):
    ids = [practice.start("rivers").id for _ in range(8)]

    def write(number):
        for seq in range(1, 6):
            save = typed(f"{number} " * seq, seq=seq, base_rev=seq - 1)
            assert practice.save_draft(ids[number], save).rev == seq

    at_once(8, write)
    assert [practice.get_draft(key).text for key in ids] == [f"{n} " * 5 for n in range(8)]


def test_the_journal_is_pruned(practice, url):
    draft = practice.start("rivers")
    for seq in range(1, 6):
        practice.save_draft(draft.id, typed("word " * seq, seq=seq, base_rev=seq - 1))
    practice.submit(draft.id)
    with Database(url).reading() as connection:
        texts = connection.scalars(select(revisions.c.text).order_by(revisions.c.rev)).all()
    assert texts == [None] * 5 + ["word " * 5]
    assert count(url, pace_events) == 0


@pytest.mark.parametrize("table", [attempts, reports])
def test_what_was_submitted_can_never_be_changed(practice, url, table):
    answer(practice)
    with pytest.raises(IntegrityError, match="never changes"), Database(url).writing() as tables:
        tables.execute(table.update().values(id=7))


def test_if_nothing_can_be_stored_the_draft_is_as_it_was(practice, monkeypatch):
    draft = practice.start("rivers", initial_text=GOOD_ANSWER)

    def full(*_):
        raise StorageUnavailable("full")

    with monkeypatch.context() as broken:
        broken.setattr("practice.storage.reports.Reports.await_report", full)
        with pytest.raises(StorageUnavailable):
            practice.submit(draft.id)
    assert practice.get_draft(draft.id) == draft
    assert practice.attempts() == ()


DIES_WHILE_SCORING = """
import os, sys
from tests.practice.fakes import Hands, answer, make_practice
practice = make_practice(sys.argv[1], Hands(), score=lambda *_: os._exit(9))
answer(practice)
"""

DIES_BEFORE_IT_IS_STORED = """
import os, sys
from practice.storage.reports import Reports
from tests.practice.fakes import Hands, answer, make_practice
Reports.await_report = lambda *_: os._exit(9)
answer(make_practice(sys.argv[1], Hands()))
"""


def run_until_it_dies(script, url):
    done = subprocess.run([sys.executable, "-c", script, url], check=False)
    assert done.returncode == 9


def test_an_answer_survives_death_between_storing_and_scoring(url):
    run_until_it_dies(DIES_WHILE_SCORING, url)
    practice = make_practice(url, Hands())
    [row] = practice.attempts()
    assert (row.status, row.marks) == ("unscored", None)
    assert practice.score_pending() == 1
    review = practice.review(row.id)
    assert (review.status, review.attempt.in_time_text) == ("scored", GOOD_ANSWER)


def test_a_draft_survives_death_in_the_middle_of_its_submission(url):
    run_until_it_dies(DIES_BEFORE_IT_IS_STORED, url)
    practice = make_practice(url, Hands())
    [draft] = practice.open_drafts()
    assert (draft.status, draft.text) == ("writing", GOOD_ANSWER)
    assert practice.attempts() == ()
    assert practice.submit(draft.id).final_text == GOOD_ANSWER


def test_a_restart_does_not_move_the_bell(practice, url, hands):
    draft = practice.start("rivers")
    hands.wait(minutes=2)
    restarted = make_practice(url, hands)
    assert restarted.get_draft(draft.id).deadline - restarted.now() == timedelta(minutes=5)
