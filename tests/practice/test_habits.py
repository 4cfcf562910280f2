from dataclasses import replace

import pytest

from practice.exercises import suggest_exercise
from practice.habits import TOLD, find_gaps, find_habits
from practice.history import Review, StoredReport
from scorer import score_answer
from scorer.prompts import Directive
from tests.practice.fakes import (
    GOOD_ANSWER,
    START,
    answer,
    make_prompt,
    make_rubric,
    typed,
)
from tests.practice.test_suggesting import make_row
from tests.practice.visiting import html, visit

RUBRIC = make_rubric("rivers")
LONG = GOOD_ANSWER + " Drains and streets and rain and plastic, in 2005 and later." * 8
ENDED = f"It rains.\n\n{LONG}\n\nOn balance, the drains matter most of all."


def with_sides(*sides):
    """Return the rubric with a side for each of its two points."""
    dimensions = tuple(
        replace(dimension, points=(replace(dimension.points[0], side=side),))
        for dimension, side in zip(RUBRIC.dimensions, sides, strict=True)
    )
    return replace(RUBRIC, dimensions=dimensions)


def with_parts(*ids):
    parts = zip(RUBRIC.dimensions, ids, strict=True)
    return replace(RUBRIC, dimensions=tuple(replace(each, id=part) for each, part in parts))


@pytest.fixture
def attempt(practice):
    return answer(practice)


def reviewed(attempt, text=ENDED, rubric=RUBRIC, **changes):
    attempt = replace(attempt, in_time_text=text, final_text=text)
    stored = StoredReport(report=score_answer(text, rubric), rubric=rubric, created_at=START)
    return Review(attempt=replace(attempt, **changes), status="scored", reports=(stored,))


ONE_SIDE = LONG.replace(
    "Old drains are choked with silt and plastic, because nobody cleans them", "x"
)


@pytest.mark.parametrize(
    ("text", "rubric", "gaps"),
    [
        pytest.param(ENDED, RUBRIC, set(), id="nothing is missing"),
        pytest.param(LONG, RUBRIC, {"no_judgement"}, id="no conclusion"),
        pytest.param(
            ENDED, with_sides("support", "judgement"), set(), id="a judgement that is asked for"
        ),
        pytest.param(
            "It rains.\n\n" + ONE_SIDE + "\n\nOn balance, yes indeed.",
            with_sides("support", "judgement"),
            {"no_judgement"},
            id="a conclusion without the judgement that is asked for",
        ),
        pytest.param(ENDED, with_sides("support", "limit"), set(), id="both sides"),
        pytest.param(
            "It rains.\n\n" + ONE_SIDE + "\n\nOn balance, yes indeed.",
            with_sides("support", "limit"),
            {"one_sided"},
            id="one side",
        ),
        pytest.param(
            "It rains.\n\n" + ONE_SIDE + "\n\nOn balance, yes indeed.",
            with_parts("ground", "limits"),
            {"one_sided"},
            id="nothing on the limits",
        ),
        pytest.param(ENDED.replace("2005", "then"), RUBRIC, {"no_figures"}, id="no figures"),
        pytest.param(
            "1. " + ENDED.replace("2005", "then"), RUBRIC, {"no_figures"}, id="a list number"
        ),
        pytest.param("", RUBRIC, {"under_length"}, id="empty"),
        pytest.param("2005. " + GOOD_ANSWER, RUBRIC, {"no_judgement", "under_length"}, id="short"),
    ],
)
def test_gaps_are_found(attempt, text, rubric, gaps):
    assert find_gaps(reviewed(attempt, text, rubric)) == gaps


def test_writing_on_after_the_bell_is_a_gap(attempt):
    assert find_gaps(reviewed(attempt, final_text=ENDED + " More.")) == {"overtime"}


def test_of_an_answer_without_marks_only_time_and_length_are_known(attempt):
    unmarked = replace(reviewed(attempt, "Rain."), reports=())
    assert find_gaps(unmarked) == {"under_length"}


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param([LONG, LONG, LONG, ENDED, ENDED], {"no_judgement": 3}, id="three of five"),
        pytest.param([LONG, LONG, ENDED, ENDED, ENDED], {}, id="two of five"),
        pytest.param([LONG, LONG, ENDED, ENDED, ENDED, LONG], {}, id="the sixth does not count"),
        pytest.param([LONG, LONG, LONG], {"no_judgement": 3}, id="three of three"),
        pytest.param([""] * 4, {"under_length": 4}, id="empty answers"),
        pytest.param([], {}, id="none"),
    ],
)
def test_three_of_the_last_five_make_a_habit(attempt, texts, found):
    habits = find_habits([reviewed(attempt, text) for text in texts])
    assert {habit.gap: len(habit.attempts) for habit in habits} == found


def test_the_commonest_habit_stands_first(attempt):
    short = "It rains. Floods come."
    habits = find_habits([reviewed(attempt, text) for text in [short, short, short, LONG, ENDED]])
    assert habits[0].gap == "no_judgement"
    assert [len(habit.attempts) for habit in habits] == [4, 3, 3]


def word(name, **flags):
    return Directive(id=name, family="evaluative", asks="", moves=(), conclusion="", **flags)


DIRECTIVES = {"assess": word("assess", both_sides=True, judgement=True), "list": word("list")}
QUESTIONS = (
    make_prompt("plain", directive="list", minutes=11),
    make_prompt("weighed", directive="assess", minutes=11),
    make_prompt("short", directive="list", minutes=7),
)


@pytest.mark.parametrize(
    ("gap", "tried", "prompt_id"),
    [
        ("no_judgement", [], "weighed"),
        ("one_sided", [], "weighed"),
        ("one_sided", [("weighed", 3)], "weighed"),
        ("no_figures", [], "plain"),
        ("no_figures", [("plain", 1)], "weighed"),
        ("under_length", [("plain", 1), ("weighed", 9), ("short", 2)], "weighed"),
        ("overtime", [], "short"),
    ],
)
def test_a_question_that_trains_the_gap_is_suggested(gap, tried, prompt_id):
    rows = [make_row(prompt, days_ago=days) for prompt, days in tried]
    suggestion = suggest_exercise(gap, QUESTIONS, DIRECTIVES, rows)
    assert suggestion.prompt_id == prompt_id
    assert suggestion.why


def test_without_a_fitting_question_any_will_do():
    suggestion = suggest_exercise("one_sided", QUESTIONS[:1], DIRECTIVES, [])
    assert (suggestion.prompt_id, suggestion.why) == ("plain", "The nearest there is.")


@pytest.mark.parametrize("gap", list(TOLD))
def test_without_questions_nothing_is_suggested(gap):
    assert suggest_exercise(gap, (), DIRECTIVES, []) is None


def test_rewrites_and_answers_on_paper_make_no_habit(practice, hands):
    first = answer(practice, text="Rain.")
    for _ in range(4):
        answer(practice, text="Rain.", parent_id=first.id)
    assert practice.habits() == ()


def test_habits_come_with_their_answers_and_a_question(practice, hands):
    attempts = []
    for prompt in ("rivers", "floods", "rivers"):
        attempts.append(answer(practice, prompt, text=LONG))
        hands.wait(days=1)
    habit = next(each for each in practice.habits() if each.gap == "no_judgement")
    assert [each.id for each in habit.attempts] == [each.id for each in reversed(attempts)]
    assert habit.next is not None
    practice.delete(attempts[0].id)
    assert practice.habits() == ()


def test_progress_shows_habits_with_links_and_what_to_do_next(service, hands):
    for _ in range(3):
        answer(service, text="It rains. Floods come.")
        hands.wait(days=1)
    app = visit("progress")
    assert "Habits" in [each.value for each in app.header]
    assert "Practise next" in [each.value for each in app.header]
    page = html(app)
    assert "<b>Under length</b>, in 3 of your last 3 answers." in page
    links = [each.proto.page for each in app.get("page_link")]
    assert links.count("feedback") == 3 * sum(title in page for title, _ in TOLD.values())
    assert "question" in links


def test_a_few_answers_make_no_habit(service):
    answer(service, text="Rain.")
    assert "Habits" not in [each.value for each in visit("progress").header]


def test_overtime_in_three_answers_is_a_habit(practice, hands):
    for _ in range(3):
        draft = practice.start("rivers")
        practice.save_draft(draft.id, typed(ENDED))
        hands.wait(minutes=8)
        practice.save_draft(draft.id, typed(ENDED + " On.", seq=2, base_rev=1))
        practice.submit(draft.id)
        hands.wait(days=1)
    assert [habit.gap for habit in practice.habits()] == ["overtime"]
