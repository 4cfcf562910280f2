from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from practice.attempts import Attempt, TimeRecord
from practice.history import Review
from practice.saving import PaceEvent
from practice.sittings import AnswerTime
from practice.wording import (
    describe_duration,
    describe_marks,
    judge_demand,
    quote_words,
    shorten,
    shorten_quote,
    signed,
    tell_time,
    tell_unverified,
)
from scorer import score_answer
from scorer.report import DemandScore
from tests.scorer.samples import flood_rubric

START = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)
ATTEMPT = Attempt(
    id="a",
    prompt_id="p",
    prompt_text="Discuss.",
    max_marks=10,
    word_limit=150,
    mode="practice",
    started_at=START,
    deadline=START + timedelta(minutes=7),
    submitted_at=START + timedelta(minutes=6, seconds=5),
    ended_by="learner",
    in_time_text="",
    final_text="",
)


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0 s"), (59.4, "59 s"), (60, "1 min 00 s"), (425, "7 min 05 s")]
)
def test_a_duration_is_told_in_minutes_and_seconds(seconds, text):
    assert describe_duration(seconds) == text


@pytest.mark.parametrize(
    ("coverage", "label"), [(0.0, "not found"), (0.3, "partly answered"), (0.6, "answered")]
)
def test_a_part_of_the_question_is_judged_in_words(coverage, label):
    sign, words = judge_demand(DemandScore(id="d", text="t", coverage=coverage))
    assert words == label
    assert sign


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("- one two", "one two"),
        ("one\n\ntwo", "one two"),
        (" ".join(map(str, range(20))), "0 1 2 3 4 5 6 … 15 16 17 18 19"),
    ],
)
def test_a_long_quote_shows_how_it_begins_and_ends(quote, text):
    assert shorten_quote(quote) == text


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("Rain falls", "Your words: “Rain falls”"),
        ("Rain falls. Rivers rise", "Your words, taken together: “Rain falls. Rivers rise”"),
        ("rain\n- rivers", "Your words, taken together: “rain - rivers”"),
    ],
)
def test_a_quote_says_whether_it_took_more_than_one_sentence(quote, text):
    assert quote_words(quote) == text


def test_a_long_line_is_cut_at_a_word():
    assert shorten("one two three", longest=9) == "one two …"
    assert shorten("one two", longest=9) == "one two"


def test_marks_have_their_sign_and_may_be_absent():
    assert [signed(0.5), signed(-3.89)] == ["+0.50", "−3.89"]
    assert [describe_marks(4, 10), describe_marks(None, 10)] == ["4.0 of 10", "not marked yet"]


def told(attempt, **beside):
    return tell_time(Review(attempt=attempt, status="unscored", **beside))


def test_time_within_the_bell_is_told_against_what_was_allowed():
    assert told(ATTEMPT) == (
        ("Time taken", "6 min 05 s"),
        ("Time allowed", "7 min 00 s"),
    )


def test_time_without_a_clock_has_no_limit():
    assert told(replace(ATTEMPT, deadline=None)) == (("Time taken", "6 min 05 s"),)


def test_overtime_and_the_bell_are_told():
    late = replace(ATTEMPT, submitted_at=START + timedelta(minutes=8), ended_by="bell")
    assert dict(told(late)) == {
        "Time taken": "8 min 00 s",
        "Time allowed": "7 min 00 s",
        "After the bell": "1 min 00 s",
        "Handed in": "by the bell",
    }


def test_in_a_sitting_the_time_of_this_answer_is_told_against_its_plan():
    minutes = [timedelta(minutes=count) for count in (8, 2, 6.5)]
    sat = AnswerTime(**dict(zip(("spent", "late", "planned"), minutes, strict=True)))
    record = TimeRecord(attempt_id="a", events=(PaceEvent(kind="first_key", at=900.0, value=0),))
    assert told(ATTEMPT, sat=sat, time_record=record) == (
        ("Time taken", "8 min 00 s"),
        ("Planned in the sitting", "6 min 30 s"),
        ("After the bell", "2 min 00 s"),
    )
    on_time = replace(sat, late=timedelta())
    assert "After the bell" not in dict(told(ATTEMPT, sat=on_time))


def test_how_the_time_was_used_is_told_from_its_record():
    events = [
        ("first_key", 20.0, 0),
        ("idle", 50.0, 31),
        ("idle", 90.0, 12),
        ("paste", 95.0, 40),
        ("clock_paused", 99.0, 61),
        ("clock_jumped", 99.5, -3600),
    ]
    record = TimeRecord(
        attempt_id="a",
        events=tuple(PaceEvent(kind=kind, at=at, value=value) for kind, at, value in events),
    )
    assert told(ATTEMPT, time_record=record)[2:] == (
        ("First word after", "20 s"),
        ("Longest rest", "31 s"),
        ("Clock paused", "1 min 01 s"),
        ("Words pasted", "40"),
        ("Computer's clock moved", "60 min 00 s, not counted"),
    )


@pytest.mark.parametrize(
    ("answer", "quoted"),
    [
        pytest.param("The city lost 12% of its lakes and Rs 3 crore.", True, id="two figures"),
        pytest.param("The city lost its lakes in 2021.", False, id="none"),
    ],
)
def test_figures_that_could_not_be_checked_are_named(answer, quoted):
    told = tell_unverified(score_answer(answer, flood_rubric()))
    assert (told is not None) is quoted
    assert not quoted or ("“12%”, “3 crore”" in told and "not counted" in told)
