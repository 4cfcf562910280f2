from dataclasses import replace
from datetime import timedelta

import pytest

from practice.history import AttemptRow, DimensionCoverage
from practice.suggesting import suggest
from scorer.loading import MissingFile
from tests.practice.fakes import (
    PROMPTS,
    START,
    answer,
    make_catalogue,
    make_practice,
    make_prompt,
)


def make_row(prompt_id, share=0.5, days_ago=0, number=0):
    """Return an attempt of a ten-mark prompt; ``share`` None means unscored."""
    return AttemptRow(
        id=f"{prompt_id}{number}",
        prompt_id=prompt_id,
        prompt_text="",
        max_marks=10,
        word_limit=150,
        mode="practice",
        medium="typed",
        submitted_at=START - timedelta(days=days_ago),
        minutes=7.0,
        overtime_minutes=0.0,
        words=150,
        status="unscored" if share is None else "scored",
        marks=None if share is None else 10 * share,
    )


def suggested(rows, prompts=PROMPTS):
    return suggest(prompts, rows, START)


def test_a_beginner_gets_a_short_one():
    prompts = (make_prompt("long", minutes=11), make_prompt("short", minutes=7))
    assert suggested([], prompts).prompt_id == "short"


def test_without_prompts_there_is_nothing_to_suggest():
    assert suggest((), (), START) is None


def test_what_is_new_comes_first():
    suggestion = suggested([make_row("rivers", 0.1), make_row("floods", 0.1)])
    assert suggestion.prompt_id == "tides"
    assert suggestion.why == "You have not tried this one yet."


def test_among_the_new_the_weakest_topic_comes_first():
    prompts = (
        make_prompt("a", tags=("sea",)),
        make_prompt("b", tags=("water", "sea")),
        make_prompt("strong", tags=("sea",)),
        make_prompt("weak", tags=("water",)),
    )
    rows = [make_row("strong", 0.8), make_row("weak", 0.2), make_row("weak", 0.4, number=1)]
    rows.append(make_row("strong", None, number=1))
    suggestion = suggested(rows, prompts)
    assert suggestion.prompt_id == "b"
    assert suggestion.why == "New to you, on water: there you have earned 30% so far."


@pytest.mark.parametrize(
    ("rows", "prompt_id", "why"),
    [
        pytest.param(
            [("rivers", 0.6, 2), ("floods", 0.35, 2), ("tides", 0.6, 2)],
            "floods",
            "Your last answer, 2 days ago, earned 3.5 of 10: beat it.",
            id="what went worst",
        ),
        pytest.param(
            [("rivers", 0.5, 0), ("floods", 0.5, 0), ("tides", 0.5, 20)],
            "tides",
            "Your last answer, 20 days ago, earned 5 of 10: beat it.",
            id="what was left longest",
        ),
        pytest.param(
            [("rivers", 0.2, 9), ("rivers", 0.9, 1), ("floods", 0.5, 1), ("tides", 0.9, 1)],
            "floods",
            "Your last answer, a day ago, earned 5 of 10: beat it.",
            id="the last answer counts",
        ),
        pytest.param(
            [("rivers", 0.5, 0), ("floods", None, 0), ("tides", 0.5, 0)],
            "floods",
            "You last answered this within the last day.",
            id="without marks",
        ),
    ],
)
def test_when_nothing_is_new(rows, prompt_id, why):
    suggestion = suggested([make_row(*row, number=number) for number, row in enumerate(rows)])
    assert (suggestion.prompt_id, suggestion.why) == (prompt_id, why)


def test_an_answer_to_a_prompt_that_is_gone_does_no_harm():
    assert suggested([make_row("gone", 0.1)]).prompt_id == "rivers"


def test_the_suggestion_moves_on_once_it_is_answered(practice):
    seen = set()
    for _ in PROMPTS:
        suggestion = practice.suggest_prompt()
        answer(practice, suggestion.prompt_id)
        seen.add(suggestion.prompt_id)
    assert seen == {prompt.id for prompt in PROMPTS}


def filled(row, **parts):
    dimensions = (
        DimensionCoverage(id=each, title=each.title(), coverage=c) for each, c in parts.items()
    )
    return replace(row, dimensions=tuple(dimensions))


def test_among_the_new_the_one_with_the_weakest_dimension_comes_first():
    rows = [
        filled(make_row("rivers"), causes=0.2, limits=0.4),
        filled(make_row("rivers", number=1), causes=0.6, limits=0.0),
    ]
    parts = {"floods": {"causes"}, "tides": {"limits"}}
    suggestion = suggest(PROMPTS, rows, START, parts)
    assert suggestion.prompt_id == "tides"
    assert "“Limits”" in suggestion.why
    assert "20%" in suggestion.why


@pytest.mark.parametrize("parts", [{}, {"floods": {"other"}}, {"floods": {"full"}}])
def test_a_dimension_that_no_new_prompt_has_or_that_is_full_decides_nothing(parts):
    rows = [filled(make_row("rivers"), limits=0.2, full=0.9)]
    assert "part like" not in suggest(PROMPTS, rows, START, parts).why


def test_when_nothing_is_new_the_emptiest_part_is_named():
    rows = [
        filled(make_row("rivers"), causes=0.9),
        filled(make_row("floods"), causes=0.9, limits=0.1),
        filled(make_row("tides"), causes=0.9),
    ]
    suggestion = suggested(rows)
    assert suggestion.prompt_id == "floods"
    assert suggestion.why.endswith("earned 5 of 10, least for “Limits”: beat it.")


def test_a_rubric_that_cannot_be_read_stops_no_suggestion(url, hands):
    def broken(prompt_id):
        raise MissingFile("none")

    practice = make_practice(url, hands, catalogue=make_catalogue(broken))
    answer(practice, "rivers")
    assert practice.suggest_prompt().prompt_id in {"floods", "tides"}
    practice.close()
