from datetime import timedelta

import pytest

from practice.sittings import Visit, choose_set, time_spent
from practice.storage import UnknownRecord
from scorer.prompts import UnknownPrompt
from tests.practice.fakes import GOOD_ANSWER, PROMPTS, START, answer, typed

MINUTE = timedelta(minutes=1)


@pytest.fixture
def sitting(practice):
    return practice.start_sitting(["rivers", "floods"], "exam", "Two questions")


def spent(practice, sitting):
    lines = practice.summarise_sitting(sitting.id).lines
    return [line.spent / MINUTE for line in lines]


def test_all_answers_of_a_sitting_share_one_clock(practice, sitting):
    drafts = [practice.get_draft(place.answer_id) for place in sitting.places]
    assert {draft.deadline for draft in drafts} == {START + timedelta(minutes=18)}
    assert {draft.sitting_id for draft in drafts} == {sitting.id}
    assert [place.minutes for place in sitting.places] == [6.5, 10.5]


@pytest.mark.parametrize(("prompts", "mode"), [(["rivers"], "exam"), (["rivers"] * 2, "relaxed")])
def test_a_sitting_needs_two_questions_and_a_clock(practice, prompts, mode):
    with pytest.raises(ValueError, match="at least two questions"):
        practice.start_sitting(prompts, mode)


def test_a_sitting_with_an_unknown_question_begins_nothing(practice):
    with pytest.raises(UnknownPrompt):
        practice.start_sitting(["rivers", "river"])
    assert practice.open_drafts() == ()
    assert practice.sittings() == ()


def test_time_is_noted_where_it_was_spent(practice, sitting, hands):
    first, second = (place.answer_id for place in sitting.places)
    hands.wait(minutes=1)
    for answer_id, minutes in [(first, 5), (second, 4), (second, 2), (first, 1), (None, 1)]:
        practice.turn_to(sitting.id, answer_id)
        hands.wait(minutes=minutes)
    assert spent(practice, sitting) == [6, 6]
    assert practice.summarise_sitting(sitting.id).reading == 2 * MINUTE
    found = next(each for each in practice.sittings() if each.id == sitting.id)
    assert [visit.answer_id for visit in found.visits] == [first, second, first, None]


def test_an_answer_took_the_time_that_was_spent_on_it(practice, sitting, hands):
    first, second = (place.answer_id for place in sitting.places)
    for answer_id, minutes in [(first, 5), (second, 9), (first, 3)]:
        practice.turn_to(sitting.id, answer_id)
        practice.save_draft(answer_id, typed(GOOD_ANSWER))
        hands.wait(minutes=minutes)
    practice.hand_in_sitting(sitting.id)
    rows = {row.id: row.minutes for row in practice.attempts()}
    assert rows == {first: 8, second: 9}
    assert sum(outline.minutes for outline in practice.outlines()) == 17
    assert practice.review(first).time_taken == 8 * MINUTE


def test_overtime_in_a_sitting_is_that_of_the_answer_written_then(practice, hands):
    sitting = practice.start_sitting(["rivers", "floods"])
    first, second = (place.answer_id for place in sitting.places)
    practice.turn_to(sitting.id, first)
    hands.wait(minutes=10)
    practice.turn_to(sitting.id, second)
    hands.wait(minutes=10)
    practice.save_draft(second, typed(GOOD_ANSWER))
    practice.hand_in_sitting(sitting.id)
    times = [practice.review(place.answer_id).sat for place in sitting.places]
    assert [(time.spent / MINUTE, time.late / MINUTE) for time in times] == [(10, 0), (10, 2)]
    rows = {row.id: row.overtime_minutes for row in practice.attempts()}
    assert rows == {first: 0, second: 2}


def test_nobody_turns_to_an_answer_of_another_sitting(practice, sitting):
    with pytest.raises(UnknownRecord):
        practice.turn_to(sitting.id, "elsewhere")
    with pytest.raises(UnknownRecord):
        practice.turn_to("none", None)


def test_handing_in_closes_every_answer_and_adds_up(practice, sitting, hands):
    first, second = (place.answer_id for place in sitting.places)
    practice.turn_to(sitting.id, first)
    practice.save_draft(first, typed(GOOD_ANSWER))
    hands.wait(minutes=6)
    practice.submit(first)
    practice.turn_to(sitting.id, second)
    hands.wait(minutes=2)
    assert not practice.summarise_sitting(sitting.id).is_over
    practice.hand_in_sitting(sitting.id)
    summary = practice.summarise_sitting(sitting.id)
    assert summary.is_over
    assert [line.time_share for line in summary.lines] == [0.75, 0.25]
    assert summary.marks == summary.lines[0].marks == practice.review(first).report.marks
    assert [line.marks_share for line in summary.lines] == [1.0, 0.0]
    assert summary.max_marks == 25
    assert practice.open_sittings() == ()


def test_the_bell_hands_in_every_answer_of_an_exam(practice, sitting, hands):
    practice.turn_to(sitting.id, sitting.places[1].answer_id)
    hands.wait(minutes=30)
    practice.score_pending()
    summary = practice.summarise_sitting(sitting.id)
    assert summary.is_over
    assert spent(practice, sitting) == [0, 18]
    assert summary.lines[0].marks_share is None


def test_a_sitting_is_found_again(practice, sitting, url, hands):
    assert practice.open_sittings() == practice.sittings() == (sitting,)


@pytest.mark.parametrize(
    ("count", "attempted", "ids"),
    [
        (2, set(), ["tides", "floods"]),
        (2, {"tides"}, ["rivers", "floods"]),
        (3, {"tides", "floods", "rivers"}, ["tides", "rivers", "floods"]),
    ],
)
def test_a_set_prefers_what_is_new_and_begins_with_the_shorter(count, attempted, ids):
    chosen = choose_set(PROMPTS, attempted, ["floods", "tides", "rivers"], count)
    assert [prompt.id for prompt in chosen] == ids


@pytest.mark.parametrize(
    ("minutes", "result"),
    [
        ([], {None: 10}),
        ([(2, "a")], {None: 2, "a": 8}),
        ([(2, "a"), (12, "b")], {None: 2, "a": 8, "b": 0}),
        ([(-1, "a")], {None: 0, "a": 11}),
    ],
)
def test_time_is_spent_until_the_next_visit_or_the_end(minutes, result):
    visits = [Visit(at=START + at * MINUTE, answer_id=key) for at, key in minutes]
    times = time_spent(visits, START, START + 10 * MINUTE)
    assert {key: time / MINUTE for key, time in times.items()} == result


def test_a_single_answer_belongs_to_no_sitting(practice):
    assert answer(practice).sitting_id is None
    assert practice.sittings() == ()
