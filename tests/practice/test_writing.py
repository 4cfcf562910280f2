from datetime import timedelta

import pytest

from practice.saving import PaceEvent, Splice, SpliceMismatch
from practice.service import GRACE
from practice.storage import UnknownRecord
from scorer.prompts import UnknownPrompt
from tests.practice.fakes import START, make_practice, typed


def test_a_draft_takes_its_prompt_along(practice):
    draft = practice.start("floods", mode="exam", parent_id="p", sitting_id="s")
    assert practice.get_draft(draft.id) == draft
    assert (draft.prompt_text, draft.max_marks, draft.word_limit) == ("Discuss floods.", 15, 225)
    assert (draft.parent_id, draft.sitting_id, draft.learner) == ("p", "s", "local")


@pytest.mark.parametrize(
    ("mode", "deadline"),
    [
        ("relaxed", None),
        ("practice", START + timedelta(minutes=7)),
        ("exam", START + timedelta(minutes=7)),
    ],
)
def test_the_mode_sets_the_clock(practice, mode, deadline):
    assert practice.start("rivers", mode=mode).deadline == deadline


def test_an_unknown_prompt_names_the_nearest(practice):
    with pytest.raises(UnknownPrompt, match="nearest are rivers"):
        practice.start("river")


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        pytest.param("one\r\ntwo\n", "one\ntwo\n", id="line ends"),
        pytest.param("a\x00b", "a\ufffdb", id="nul"),
        pytest.param("a\ud83db", "a\ufffdb", id="unpaired surrogate"),
        pytest.param("नदी 🌊 e\u0301\t", "नदी 🌊 e\u0301\t", id="everything else stays"),
    ],
)
def test_text_is_stored_as_it_was_typed(practice, sent, stored):
    draft = practice.start("rivers", initial_text=sent)
    assert practice.get_draft(draft.id).text == stored
    receipt = practice.save_draft(draft.id, typed(sent))
    assert practice.get_draft(draft.id).text == stored
    assert receipt.text == (None if sent == stored else stored)


def test_a_save_is_acknowledged_with_its_revision_and_the_time(practice, hands):
    draft = practice.start("rivers")
    hands.wait(seconds=2)
    receipt = practice.save_draft(draft.id, typed("Rivers"))
    assert (receipt.rev, receipt.status, receipt.text) == (1, "writing", None)
    assert (receipt.deadline, receipt.server_now) == (draft.deadline, START + timedelta(seconds=2))


def test_a_repeated_save_is_stored_once(practice):
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("One"))
    practice.save_draft(draft.id, typed("One two", seq=2, base_rev=1))
    receipt = practice.save_draft(draft.id, typed("One"))
    assert (receipt.rev, receipt.text) == (2, "One two")
    assert practice.get_draft(draft.id).text == "One two"


def test_a_splice_extends_the_revision_it_names(practice):
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("Rivers"))
    splice = Splice(at=6, deleted=0, inserted=" flood", base_length=6, length=12)
    practice.save_draft(draft.id, typed(None, seq=2, base_rev=1, splice=splice))
    assert practice.get_draft(draft.id).text == "Rivers flood"


def test_a_splice_of_an_unknown_revision_stores_nothing(practice):
    draft = practice.start("rivers")
    splice = Splice(at=0, deleted=0, inserted="x", base_length=9, length=10)
    with pytest.raises(SpliceMismatch):
        practice.save_draft(draft.id, typed(None, base_rev=4, splice=splice))
    assert practice.get_draft(draft.id).rev == 0


def test_two_pages_lose_nothing_to_each_other(practice):
    draft = practice.start("rivers", initial_text="Rivers flood.")
    practice.save_draft(draft.id, typed("Rivers flood. Always.", client_id="left"))
    receipt = practice.save_draft(draft.id, typed("Big rivers flood.", client_id="right"))
    assert receipt.text == practice.get_draft(draft.id).text == "Big rivers flood. Always."


def test_open_drafts_come_back_the_latest_touched_first(practice, hands):
    first, second = practice.start("rivers"), practice.start("floods")
    hands.wait(seconds=1)
    practice.save_draft(first.id, typed("Rivers"))
    assert [draft.id for draft in practice.open_drafts()] == [first.id, second.id]
    practice.submit(first.id)
    assert [draft.id for draft in practice.open_drafts()] == [second.id]


def test_drafts_of_another_learner_are_not_shown(practice, url, hands):
    practice.start("rivers")
    other = make_practice(url, hands, learner="asha")
    assert other.open_drafts() == ()


def test_a_discarded_draft_can_be_taken_up_again(practice):
    draft = practice.start("rivers", initial_text="Rivers")
    practice.discard(draft.id)
    assert practice.open_drafts() == ()
    with pytest.raises(UnknownRecord):
        practice.save_draft(draft.id, typed("Rivers flood"))
    assert practice.take_up(draft.id) == draft
    assert practice.open_drafts() == (draft,)


def test_a_submitted_draft_cannot_be_discarded(practice):
    draft = practice.start("rivers")
    practice.submit(draft.id)
    with pytest.raises(UnknownRecord):
        practice.discard(draft.id)
    assert practice.take_up(draft.id).status == "submitted"


@pytest.mark.parametrize("act", ["get_draft", "submit", "discard", "take_up", "score", "review"])
def test_an_unknown_id_is_refused(practice, act):
    with pytest.raises(UnknownRecord, match="'nobody'"):
        getattr(practice, act)("nobody")


def test_how_time_was_used_stays_with_the_attempt(practice):
    draft = practice.start("rivers")
    events = (
        PaceEvent(kind="words", at=60.0, value=21),
        PaceEvent(kind="first_key", at=4.5),
        PaceEvent(kind="paste", at=70.0, value=34),
    )
    practice.save_draft(draft.id, typed("One", pace=events[:2]))
    practice.save_draft(draft.id, typed("One", pace=events[:2]))
    practice.save_draft(draft.id, typed("One two", seq=2, base_rev=1, pace=events[2:]))
    practice.submit(draft.id)
    record = practice.review(draft.id).time_record
    assert record.events == (events[1], events[0], events[2])


def test_a_save_past_the_bell_goes_on_in_practice(practice, hands):
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("In time"))
    hands.wait(minutes=8)
    receipt = practice.save_draft(draft.id, typed("In time and after", seq=2, base_rev=1))
    assert receipt.status == practice.get_draft(draft.id).status == "overtime"
    attempt = practice.submit(draft.id)
    assert (attempt.in_time_text, attempt.final_text) == ("In time", "In time and after")
    assert attempt.wrote_on
    assert attempt.words == 2
    assert attempt.submitted_at == START + timedelta(minutes=8)


def test_without_writing_on_the_whole_text_counts(practice, hands):
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("In time"))
    hands.wait(minutes=20)
    attempt = practice.submit(draft.id)
    assert attempt.in_time_text == attempt.final_text == "In time"
    assert attempt.ended_by == "learner"


def test_relaxed_writing_never_ends(practice, hands):
    draft = practice.start("rivers", mode="relaxed")
    hands.wait(hours=30)
    assert practice.save_draft(draft.id, typed("Late at night")).status == "writing"
    assert practice.submit(draft.id).in_time_text == "Late at night"


def test_what_an_offline_page_wrote_in_time_counts_in_practice(practice, hands):
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("Seen"))
    hands.wait(minutes=9)
    in_time = draft.deadline - timedelta(seconds=1)
    practice.save_draft(draft.id, typed("Seen unseen", seq=2, base_rev=1, written_at=in_time))
    after = draft.deadline + timedelta(seconds=1)
    practice.save_draft(draft.id, typed("Seen unseen late", seq=3, base_rev=2, written_at=after))
    attempt = practice.submit(draft.id)
    assert (attempt.in_time_text, attempt.final_text) == ("Seen unseen", "Seen unseen late")


def test_an_offline_page_counts_beside_one_that_wrote_on(practice, hands):
    draft = practice.start("rivers", initial_text="Rivers flood.")
    hands.wait(minutes=9)
    practice.save_draft(draft.id, typed("Rivers flood. Overtime.", client_id="desk"))
    in_time = typed("Big rivers flood.", client_id="train", written_at=draft.deadline)
    practice.save_draft(draft.id, in_time)
    attempt = practice.submit(draft.id)
    assert attempt.in_time_text == "Big rivers flood."
    assert attempt.final_text == "Big rivers flood. Overtime."


def test_an_offline_page_counts_even_if_its_revision_is_unknown(practice, hands):
    draft = practice.start("rivers", initial_text="Rivers flood.")
    hands.wait(minutes=9)
    practice.save_draft(draft.id, typed("Rivers flood. Overtime.", client_id="desk"))
    stray = {"client_id": "train", "base_rev": 40, "written_at": draft.deadline}
    practice.save_draft(draft.id, typed("Big rivers flood.", **stray))
    attempt = practice.submit(draft.id)
    assert set(attempt.in_time_text.split()) >= {"Big", "rivers", "flood."}
    assert "Overtime." not in attempt.in_time_text
    assert "Overtime." in attempt.final_text


def test_a_stamp_from_the_future_does_not_stop_the_clock(practice):
    draft = practice.start("rivers")
    future = draft.deadline + timedelta(days=1)
    practice.save_draft(draft.id, typed("Now", written_at=future))
    assert practice.submit(draft.id).in_time_text == "Now"


@pytest.mark.parametrize("stamped", [True, False])
def test_an_exam_counts_only_what_came_in_time(practice, hands, stamped):
    draft = practice.start("rivers", mode="exam")
    practice.save_draft(draft.id, typed("In time"))
    hands.wait(minutes=7, seconds=10)
    written_at = START + timedelta(minutes=6) if stamped else None
    late = typed("In time, says the page", seq=2, base_rev=1, written_at=written_at)
    receipt = practice.save_draft(draft.id, late)
    assert (receipt.status, receipt.text) == ("submitted", None)
    review = practice.review(draft.id)
    assert review.attempt.in_time_text == review.attempt.final_text == "In time"
    assert [(text.text, text.written_at) for text in review.late_texts] == [
        ("In time, says the page", written_at)
    ]


def test_a_save_on_its_way_at_the_bell_still_counts(practice, hands):
    draft = practice.start("rivers", mode="exam")
    hands.wait(minutes=7, seconds=GRACE.total_seconds())
    practice.save_draft(draft.id, typed("Just in time"))
    attempt = practice.submit(draft.id)
    assert attempt.in_time_text == "Just in time"
    assert (attempt.ended_by, attempt.submitted_at) == ("bell", draft.deadline)


def test_an_exam_ends_with_nobody_connected(practice, hands):
    draft = practice.start("rivers", mode="exam")
    other = practice.start("floods", mode="practice")
    practice.save_draft(draft.id, typed("In time"))
    hands.wait(minutes=7, seconds=1)
    assert practice.score_pending() == 0
    hands.wait(minutes=20)
    assert practice.score_pending() == 2
    review = practice.review(draft.id)
    assert (review.attempt.ended_by, review.attempt.submitted_at) == ("bell", draft.deadline)
    assert review.status == "scored"
    assert practice.get_draft(other.id).status == "overtime"
    assert practice.score_pending() == 0


def test_a_late_text_is_kept_once(practice):
    draft = practice.start("rivers", initial_text="Rivers")
    practice.submit(draft.id)
    for save in (typed("Rivers flood"), typed("Rivers flood"), typed("Rivers", seq=2)):
        practice.save_draft(draft.id, save)
    late_texts = practice.review(draft.id).late_texts
    assert [late.text for late in late_texts] == ["Rivers flood"]


def test_a_lost_acknowledgement_is_not_late_text(practice):
    """The page repeats a save that was in the attempt when it was submitted."""
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("One"))
    practice.save_draft(draft.id, typed("One two", seq=2, base_rev=1))
    practice.submit(draft.id)
    practice.save_draft(draft.id, typed("One"))
    assert practice.review(draft.id).late_texts == ()


def test_a_late_splice_needs_the_newest_revision(practice):
    draft = practice.start("rivers", initial_text="Rivers")
    practice.save_draft(draft.id, typed("Rivers flood"))
    practice.submit(draft.id)
    old = Splice(at=6, deleted=0, inserted="!", base_length=6, length=7)
    with pytest.raises(SpliceMismatch):
        practice.save_draft(draft.id, typed(None, seq=2, base_rev=0, splice=old))
    new = Splice(at=12, deleted=0, inserted="!", base_length=12, length=13)
    practice.save_draft(draft.id, typed(None, seq=3, base_rev=1, splice=new))
    assert [late.text for late in practice.review(draft.id).late_texts] == ["Rivers flood!"]


def test_a_change_of_the_system_clock_stands_in_the_time_record(practice, hands):
    draft = practice.start("rivers")
    hands.wait(seconds=30)
    hands.set_wall(hours=1)
    practice.score_pending()
    practice.submit(draft.id)
    assert practice.review(draft.id).time_record.events == (
        PaceEvent(kind="clock_jumped", at=30.0, value=3600),
    )
