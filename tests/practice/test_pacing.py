from dataclasses import replace
from datetime import timedelta

import pytest

from practice.attempts import TimeRecord
from practice.pacing import MOST_COLUMNS, trace_pace
from practice.saving import PaceEvent
from practice.telling_pace import explain_pace, tell_column, tell_pace
from tests.practice.fakes import START
from tests.practice.test_wording import ATTEMPT

EVENTS = (("first_key", 20, 0), ("words", 60, 10), ("idle", 65, 40), ("words", 180, 45))
ANSWER = "word " * 60


def record(*events):
    return TimeRecord(
        attempt_id="a",
        events=tuple(PaceEvent(kind=kind, at=at, value=value) for kind, at, value in events),
    )


def attempt(seconds, **more):
    ended = START + timedelta(seconds=seconds)
    fields = {"started_at": START, "submitted_at": ended, "deadline": None, "word_limit": 100}
    return replace(ATTEMPT, **fields | {"in_time_text": ANSWER, "final_text": ANSWER} | more)


def test_every_minute_has_a_column_and_the_last_ends_with_the_answer():
    columns = trace_pace(attempt(200), record(*EVENTS))
    assert [column.words for column in columns] == [10, 10, 45, 60]
    assert columns[-1].until == pytest.approx(200 / 60)
    assert [column.height for column in columns] == [10, 10, 45, 60]


def test_a_minute_mostly_without_a_key_is_at_rest():
    columns = trace_pace(attempt(200), record(*EVENTS))
    assert [column.at_rest for column in columns] == [False, True, False, False]


def test_pasted_words_stand_in_their_minute():
    columns = trace_pace(attempt(120), record(("paste", 70, 30), ("paste", 119, 4)))
    assert [column.pasted for column in columns] == [0, 34]


def test_what_begins_after_the_bell_is_set_apart():
    late = attempt(180, deadline=START + timedelta(seconds=120))
    columns = trace_pace(late, record(*EVENTS))
    assert [column.after_bell for column in columns] == [False, False, True]


@pytest.mark.parametrize("hours", [0.6, 3, 200])
def test_a_long_evening_still_fits(hours):
    columns = trace_pace(attempt(hours * 3600), record(*EVENTS))
    assert 1 < len(columns) <= MOST_COLUMNS
    assert columns[-1].until == pytest.approx(hours * 60)


@pytest.mark.parametrize("events", [None, record()])
def test_without_a_record_there_is_no_chart(events):
    assert trace_pace(attempt(200), events) == ()


def test_no_column_is_higher_than_the_chart():
    columns = trace_pace(attempt(120), record(("words", 60, 250)))
    assert [column.height for column in columns] == [100, 24]


def test_the_chart_is_told_to_those_who_do_not_see_it():
    columns = trace_pace(attempt(120), record(("words", 60, 10), ("paste", 61, 5)))
    assert tell_pace(columns) == "Words on the page after so many minutes. 1: 10, 2: 60"
    assert tell_column(columns[1]) == "After 2 min: 60 words, 5 pasted"


def test_only_signs_that_occur_are_explained():
    plain = trace_pace(attempt(60), record(("first_key", 1, 0)))
    assert explain_pace(plain) == "Words on the page, from the start to the end."
    rest = trace_pace(attempt(60), record(("idle", 1, 50)))
    assert "striped" in explain_pace(rest)
