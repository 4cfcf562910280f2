from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.history import DimensionCoverage
from practice.progress import (
    TREND_FROM,
    coverage_by_dimension,
    effort,
    marks_over_time,
    pace,
    pace_trend,
    summarise,
    trend,
)
from tests.practice.fakes import START, answer
from tests.practice.test_suggesting import make_row


def make_rows(shares, **changes):
    """Return one row per share, a day apart, the last one newest."""
    days = len(shares)
    rows = (make_row("rivers", share, days - number, number) for number, share in enumerate(shares))
    return [replace(row, **changes) for row in rows]


def test_marks_come_in_order_of_time():
    rows = make_rows([0.2, None, 0.4])
    points = marks_over_time(reversed(rows))
    assert [(point.attempt_id, point.marks, point.percent) for point in points] == [
        ("rivers0", 2.0, 20.0),
        ("rivers2", 4.0, 40.0),
    ]


def test_a_line_needs_ten_first_answers():
    rising = [number / 20 for number in range(TREND_FROM)]
    assert trend(marks_over_time(make_rows(rising[:-1]))) == ()
    start, end = trend(marks_over_time(make_rows(rising)))
    assert (start.percent, end.percent) == (pytest.approx(0.0), pytest.approx(45.0))
    assert end.submitted_at - start.submitted_at == timedelta(days=9)


def test_rewrites_are_kept_out_of_the_line():
    first = make_rows([0.5] * TREND_FROM)
    rewrites = make_rows([1.0] * 5, parent_id="first")
    assert trend(marks_over_time(rewrites + first[:-1])) == ()
    assert {end.percent for end in trend(marks_over_time(first + rewrites))} == {50.0}


def test_answers_of_one_moment_make_no_line():
    rows = [replace(row, submitted_at=START) for row in make_rows([0.5] * TREND_FROM)]
    assert trend(marks_over_time(rows)) == ()


@given(st.lists(st.floats(0, 1), min_size=TREND_FROM, max_size=30))
def test_the_line_stays_on_the_scale(shares):
    assert all(0 <= end.percent <= 100 for end in trend(marks_over_time(make_rows(shares))))


def test_dimensions_of_the_same_title_count_as_one():
    def covered(*parts):
        return tuple(DimensionCoverage(id=t, title=t, coverage=c) for t, c in parts)

    rows = [
        replace(make_row("rivers"), dimensions=covered(("Causes", 0.25), ("Limits", 1.0))),
        replace(make_row("floods"), dimensions=covered(("Causes", 0.75))),
        make_row("tides", None),
    ]
    assert [(mean.title, mean.percent, mean.answers) for mean in coverage_by_dimension(rows)] == [
        ("Causes", 50.0, 2),
        ("Limits", 100.0, 1),
    ]


@pytest.mark.parametrize(
    ("changes", "speed"),
    [
        pytest.param({"words": 150, "minutes": 7.5}, 20.0, id="in time"),
        pytest.param(
            {"words": 150, "minutes": 10.0, "overtime_minutes": 2.5}, 20.0, id="overtime is apart"
        ),
        pytest.param({"mode": "relaxed"}, None, id="relaxed"),
        pytest.param({"medium": "paper"}, None, id="paper"),
        pytest.param({"minutes": 0.0}, None, id="no time at all"),
    ],
)
def test_speed_is_told_only_where_it_means_something(changes, speed):
    [row] = make_rows([0.5], **changes)
    assert effort([row])[0].words_per_minute == speed


def test_pace_is_told_of_first_answers_against_the_clock():
    rows = [
        *make_rows([0.5, 0.5], words=140, overtime_minutes=2.0, minutes=9.0),
        *make_rows([0.5], parent_id="first"),
        *make_rows([0.5], mode="relaxed"),
    ]
    assert [(each.words_per_minute, each.overtime_minutes) for each in pace(rows)] == [
        (20.0, 2.0),
        (20.0, 2.0),
    ]


@pytest.mark.parametrize(("answers", "ends"), [(TREND_FROM - 1, []), (TREND_FROM, [0.0, 9.0])])
def test_a_line_through_the_pace_needs_ten_answers_too(answers, ends):
    rows = make_rows([0.5] * answers)
    late = [replace(row, overtime_minutes=float(n)) for n, row in enumerate(rows)]
    late = [replace(row, minutes=row.minutes + row.overtime_minutes) for row in late]
    line = pace_trend(pace(late), "overtime_minutes")
    assert [end.value for end in line] == pytest.approx(ends)


def test_the_practice_so_far(practice, hands):
    first = answer(practice, "rivers", "one two three")
    hands.wait(days=1)
    draft = practice.start("rivers", parent_id=first.id)
    hands.wait(minutes=6)
    practice.submit(draft.id)
    relaxed = practice.start("floods", mode="relaxed")
    hands.wait(hours=30)
    practice.submit(relaxed.id)
    summary = summarise(practice.attempts())
    assert (summary.answers, summary.rewrites, summary.prompts) == (3, 1, 2)
    assert (summary.minutes, summary.words) == (6.0, 3)
    assert summary.days == 3
    assert summarise(practice.outlines()) == summary


def test_no_attempts_make_no_rows():
    assert (marks_over_time([]), trend([]), coverage_by_dimension([]), effort([])) == ((),) * 4
    assert summarise([]).answers == 0
