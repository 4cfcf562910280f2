from datetime import timedelta

import pytest

from practice.history import AttemptFilter
from practice.storage import UnknownRecord
from tests.practice.fakes import GOOD_ANSWER, START, answer, make_practice, typed


@pytest.fixture
def shelf(practice, hands):
    """Return a service with four attempts, by name, an hour apart."""
    ids = {}
    ids["good"] = answer(practice, "rivers").id
    hands.wait(hours=1)
    ids["empty"] = answer(practice, "floods", "", mode="exam").id
    hands.wait(hours=1)
    ids["rewrite"] = answer(practice, "rivers", "Half: " + GOOD_ANSWER[:60], parent_id="x").id
    hands.wait(hours=1)
    ids["odd"] = answer(practice, "tides", "100% of_it, ONCE for all: ज्वार", mode="relaxed").id
    practice.set_tags(ids["good"], ["Best", "monsoon"])
    practice.add_note(ids["empty"], "Came home late.")
    return practice, ids


@pytest.mark.parametrize(
    ("wishes", "names"),
    [
        pytest.param({}, "odd rewrite empty good", id="newest first"),
        pytest.param({"order": "oldest"}, "good empty rewrite odd", id="oldest first"),
        pytest.param({"limit": 2, "offset": 1}, "rewrite empty", id="a page"),
        pytest.param({"offset": 3}, "good", id="the last page"),
        pytest.param({"prompt_id": "rivers"}, "rewrite good", id="one question"),
        pytest.param({"max_marks": 15}, "empty", id="marks"),
        pytest.param({"mode": "relaxed"}, "odd", id="mode"),
        pytest.param({"status": "scored"}, "odd rewrite empty good", id="scored"),
        pytest.param({"status": "failed"}, "", id="failed"),
        pytest.param({"first_only": True}, "odd empty good", id="without rewrites"),
        pytest.param({"latest_only": True}, "odd rewrite empty", id="the newest of each question"),
        pytest.param({"tag": "Best"}, "good", id="tag"),
        pytest.param({"tag": "Bes"}, "", id="part of a tag"),
        pytest.param({"since": START + timedelta(hours=2)}, "odd rewrite", id="since"),
        pytest.param({"until": START + timedelta(hours=2)}, "empty good", id="until"),
        pytest.param({"search": "SILT"}, "good", id="in the answer"),
        pytest.param({"search": "discuss rivers"}, "rewrite good", id="in the question"),
        pytest.param({"search": "late home"}, "empty", id="in a note"),
        pytest.param({"search": "monsoon"}, "good", id="in a tag"),
        pytest.param({"search": "ज्वार"}, "odd", id="another script"),
        pytest.param({"search": "100%"}, "odd", id="per cent is a character"),
        pytest.param({"search": "of_i"}, "odd", id="underscore is a character"),
        pytest.param({"search": "concrete nowhere"}, "", id="every word must occur"),
        pytest.param({"search": "  "}, "odd rewrite empty good", id="blanks"),
        pytest.param({"deleted": True}, "", id="deleted"),
    ],
)
def test_attempts_are_found(shelf, wishes, names):
    practice, ids = shelf
    wanted = AttemptFilter(**wishes)
    rows = practice.attempts(wanted)
    assert [row.id for row in rows] == [ids[name] for name in names.split()]
    if "offset" not in wishes:
        assert practice.count_attempts(wanted) == len(rows)


def test_a_count_does_not_depend_on_the_page(shelf):
    practice, _ = shelf
    assert practice.count_attempts(AttemptFilter(limit=1, offset=3)) == 4


@pytest.mark.parametrize(("order", "reverse"), [("highest", True), ("lowest", False)])
def test_attempts_are_sorted_by_their_share_of_the_marks(shelf, order, reverse):
    practice, _ = shelf
    shares = [row.share for row in practice.attempts(AttemptFilter(order=order))]
    assert shares == sorted(shares, reverse=reverse)
    assert len(set(shares)) > 1


@pytest.mark.parametrize("order", ["highest", "lowest"])
def test_attempts_without_marks_come_last(shelf, url, hands, order):
    def broken(*_):
        raise ValueError

    unscored = answer(make_practice(url, hands, score=broken))
    rows = shelf[0].attempts(AttemptFilter(order=order))
    assert (rows[-1].id, rows[-1].share) == (unscored.id, None)


def test_a_row_tells_what_a_list_needs(practice, hands):
    draft = practice.start("rivers", sitting_id="s")
    hands.wait(minutes=6)
    practice.save_draft(draft.id, typed(GOOD_ANSWER))
    hands.wait(minutes=4)
    practice.save_draft(draft.id, typed(GOOD_ANSWER + " More.", seq=2, base_rev=1))
    practice.submit(draft.id)
    report = practice.review(draft.id).report
    [row] = practice.attempts()
    assert (row.prompt_text, row.max_marks, row.word_limit) == ("Discuss rivers.", 10, 150)
    assert (row.minutes, row.overtime_minutes) == (10.0, 3.0)
    assert (row.words, row.sitting_id) == (len(GOOD_ANSWER.split()), "s")
    assert (row.marks, row.band, row.coverage) == (report.marks, report.band, report.coverage)
    assert [(each.id, each.title, each.coverage) for each in row.dimensions] == [
        (each.id, each.title, each.coverage) for each in report.dimensions
    ]


def test_thinking_on_after_the_bell_is_not_overtime(practice, hands):
    draft = practice.start("rivers", initial_text="Done.")
    hands.wait(minutes=10)
    practice.submit(draft.id)
    assert practice.attempts()[0].overtime_minutes == 0.0


def test_a_deleted_attempt_is_out_of_sight_until_it_is_restored(practice):
    attempt = answer(practice)
    practice.dispute(attempt.id, "paving")
    practice.delete(attempt.id)
    practice.delete(attempt.id)
    assert practice.attempts() == ()
    assert practice.disputes() == ()
    assert practice.review(attempt.id).deleted
    assert [row.id for row in practice.attempts(AttemptFilter(deleted=True))] == [attempt.id]
    practice.restore(attempt.id)
    assert [row.id for row in practice.attempts()] == [attempt.id]
    assert not practice.review(attempt.id).deleted
    assert len(practice.disputes()) == 1


def test_deleting_what_is_not_there_is_refused(practice):
    with pytest.raises(UnknownRecord):
        practice.delete("nobody")


def test_a_review_holds_late_text_and_time(practice):
    attempt = answer(practice)
    practice.save_draft(attempt.id, typed(GOOD_ANSWER + " Late.", seq=2, base_rev=1))
    review = practice.review(attempt.id)
    assert [late.text for late in review.late_texts] == [GOOD_ANSWER + " Late."]
    assert review.time_record.events == ()


def test_learners_see_their_own_attempts_only(practice, url, hands):
    mine = answer(practice)
    practice.set_tags(mine.id, ["mine"])
    other = make_practice(url, hands, learner="asha")
    assert (other.attempts(), other.count_attempts(), other.all_tags()) == ((), 0, ())
    theirs = answer(other)
    assert [row.id for row in practice.attempts()] == [mine.id]
    assert [row.id for row in other.attempts()] == [theirs.id]
