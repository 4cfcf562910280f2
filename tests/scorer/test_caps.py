"""Limits on the marks and the reasons for them."""

from __future__ import annotations

import pytest

from scorer.advisories import Warned
from scorer.caps import find_caps
from scorer.ledger import Cap
from scorer.report import Advisory, DemandScore

NOTE = Advisory(code="note", message="Only a note.", effect="none")
LIMIT = Cap(code="list", label="Limit", why="These are words in a row.", share=0.1)


def demand(id, coverage):
    return DemandScore(id=id, text=f"Discuss {id}", coverage=coverage)


def codes(warned=(), wrong=0, demands=()) -> list[str]:
    return [cap.code for cap in find_caps(warned, wrong, demands)]


@pytest.mark.parametrize(
    ("findings", "expected"),
    [
        pytest.param({}, [], id="nothing to limit"),
        pytest.param({"wrong": 2}, ["wrong_statements"], id="wrong statements"),
        pytest.param({"warned": [Warned(NOTE)]}, [], id="a note limits nothing"),
        pytest.param({"warned": [Warned(NOTE, LIMIT)]}, ["list"], id="a warning with a limit"),
        pytest.param(
            {"demands": [demand("causes", 0.5), demand("measures", 0.0)]},
            ["demand measures"],
            id="a part of the question left out",
        ),
        pytest.param(
            {"demands": [demand("causes", 0.5), demand("measures", 0.1)]}, [], id="both touched"
        ),
        pytest.param(
            {"demands": [demand("causes", 0.0), demand("measures", 0.0)]},
            [],
            id="where nothing was earned nothing is limited",
        ),
        pytest.param(
            {
                "warned": [Warned(NOTE, LIMIT)],
                "wrong": 1,
                "demands": [demand("a", 1.0), demand("b", 0.0), demand("c", 0.0)],
            },
            ["wrong_statements", "demand b", "demand c", "list"],
            id="all of them in their order",
        ),
    ],
)
def test_a_limit_is_found_for_its_cause(findings, expected):
    assert codes(**findings) == expected


def test_more_wrong_statements_never_cost_less():
    kept = [find_caps((), wrong, ())[0].share for wrong in range(1, 12)]
    assert kept == sorted(kept, reverse=True)
    assert all(0 < share <= 1 for share in kept)


@pytest.mark.parametrize(
    ("wrong", "words"), [(1, "1 statement contradicts"), (3, "3 statements contradict")]
)
def test_the_reason_counts_the_wrong_statements(wrong, words):
    cap = find_caps((), wrong, ())[0]
    assert cap.why.startswith(words)
    assert f"{cap.share:.0%}" in cap.why


def test_the_reason_quotes_the_part_left_out():
    (cap,) = find_caps((), 0, [demand("causes", 1.0), demand("measures", 0.0)])
    assert "Discuss measures" in cap.why
    assert f"{cap.share:.0%}" in cap.why
