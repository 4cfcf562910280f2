"""How the marks add up, line by line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.ledger import Cap, split_hundredths, write_ledger
from scorer.report import DimensionScore
from scorer.scale import STEP
from tests.scorer.test_scale import SCALE

STRAIGHT = replace(SCALE, knots=((0.0, 0.0), (1.0, 1.0)))
HALVING = Cap(code="halving", label="Half", why="half of it goes", share=0.5)


def dimensions(*parts):
    """Return dimensions from (weight, coverage)."""
    return tuple(
        DimensionScore(id=f"d{at}", title=f"D{at}", weight=weight, coverage=coverage)
        for at, (weight, coverage) in enumerate(parts)
    )


def lines(*parts, caps=(), scale=STRAIGHT, max_marks=10):
    ledger = write_ledger(dimensions(*parts), caps, scale, max_marks)
    return [(line.kind, line.hundredths) for line in ledger]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(
            lines((0.6, 1.0), (0.4, 0.5)),
            [("dimension", 600), ("dimension", 200), ("map", 0), ("rounding", 0)],
            id="dimensions by weight and coverage",
        ),
        pytest.param(
            lines((0.5, 0.5), (0.5, 0.5), scale=SCALE),
            [("dimension", 250), ("dimension", 250), ("map", -100), ("rounding", 0)],
            id="the map takes the rest",
        ),
        pytest.param(
            lines((1.0, 0.8), caps=(HALVING, HALVING)),
            [("dimension", 800), ("map", 0), ("cap", -400), ("cap", -200), ("rounding", 0)],
            id="each cap takes its share of what is left",
        ),
        pytest.param(
            lines((1.0, 0.72)),
            [("dimension", 720), ("map", 0), ("rounding", -20)],
            id="down to the half mark",
        ),
        pytest.param(
            lines((1.0, 0.725)),
            [("dimension", 725), ("map", 0), ("rounding", 25)],
            id="a quarter is rounded up",
        ),
        pytest.param(
            lines((1.0, 0.0), caps=(HALVING,)),
            [("dimension", 0), ("map", 0), ("cap", 0), ("rounding", 0)],
            id="nothing",
        ),
        pytest.param(lines(), [("map", 0), ("rounding", 0)], id="no dimensions"),
    ],
)
def test_every_step_is_a_line(written, expected):
    assert written == expected


def test_lines_say_what_they_belong_to_and_why():
    first, mapped, capped, rounded = write_ledger(dimensions((1.0, 0.5)), [HALVING], SCALE, 10)
    assert (first.label, first.ref) == ("D0", "d0")
    assert "50%" in first.why
    assert "10.00" in first.why
    assert "60%" in mapped.why
    assert (capped.label, capped.why, capped.ref) == ("Half", "half of it goes", "halving")
    assert "half mark" in rounded.why


SHARES = st.floats(0, 1)
PARTS = st.lists(st.tuples(SHARES, SHARES), max_size=6)
CAPS = st.lists(st.builds(lambda share: replace(HALVING, share=share), SHARES), max_size=3)


@given(PARTS, CAPS, st.sampled_from([10, 15, 20]))
def test_the_lines_add_up_to_marks_in_halves(parts, caps, max_marks):
    whole = sum(weight for weight, _ in parts) or 1.0
    scores = [(weight / whole, coverage) for weight, coverage in parts]
    total = sum(hundredths for _, hundredths in lines(*scores, caps=caps, max_marks=max_marks))
    assert total % STEP == 0
    assert 0 <= total <= 100 * max_marks


@pytest.mark.parametrize(
    ("total", "shares", "parts"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (100, [2, 1], [67, 33]),
        (0, [1, 2], [0, 0]),
        (50, [0, 0], [0, 0]),
        (7, [], []),
        (1, [0.2, 0.8], [0, 1]),
    ],
)
def test_hundredths_are_split_by_shares(total, shares, parts):
    assert split_hundredths(total, shares) == parts


@given(st.integers(0, 2000), st.lists(st.floats(0.001, 1), min_size=1, max_size=20))
def test_the_parts_add_up_and_none_is_a_hundredth_off(total, shares):
    parts = split_hundredths(total, shares)
    assert sum(parts) == total
    exact = [total * share / sum(shares) for share in shares]
    assert all(abs(part - value) <= 1 for part, value in zip(parts, exact, strict=True))
