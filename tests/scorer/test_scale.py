"""From coverage to marks: the map, its bands, the expected error."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.scale import STEP, Scale, load_scale

SCALE = Scale(
    knots=((0.0, 0.0), (0.5, 0.4), (1.0, 0.6)),
    expected_error=0.1,
    bands=(("begun", 0.0), ("half way", 0.3), ("there", 0.6)),
    source="a table of the tests",
    as_of="2026-01-01",
    calibrated=False,
    digest="0" * 12,
)
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("coverage", "share"),
    [(0.0, 0.0), (0.25, 0.2), (0.5, 0.4), (0.75, 0.5), (1.0, 0.6), (1.2, 0.6)],
)
def test_marks_follow_the_line_from_knot_to_knot(coverage, share):
    assert SCALE.share(coverage) == pytest.approx(share)


def test_full_coverage_earns_the_ceiling():
    assert SCALE.ceiling == 0.6


@pytest.mark.parametrize(
    ("share", "band"),
    [(0.0, "begun"), (0.29, "begun"), (0.3, "half way"), (0.6, "there"), (1.0, "there")],
)
def test_a_band_begins_where_it_says(share, band):
    assert SCALE.band(share) == band


@pytest.mark.parametrize(
    ("marks", "max_marks", "likely"),
    [
        pytest.param(4.0, 10, (3.0, 5.0), id="the expected error either way"),
        pytest.param(0.5, 10, (0.0, 1.5), id="never below nothing"),
        pytest.param(14.5, 15, (13.0, 15.0), id="never above the maximum"),
        pytest.param(1.0, 2, (0.5, 1.5), id="half a mark at least"),
    ],
)
def test_likely_marks_surround_the_marks(marks, max_marks, likely):
    assert SCALE.likely(marks, max_marks) == likely


def test_a_scorer_without_error_would_still_be_half_a_mark_off():
    assert replace(SCALE, expected_error=0.0).likely(2.0, 10) == (1.5, 2.5)


@pytest.mark.parametrize("scale", [SCALE, load_scale()], ids=["small", "installed"])
@given(SHARES, SHARES)
def test_more_coverage_never_earns_less(scale, one, other):
    low, high = sorted((one, other))
    assert 0 <= scale.share(low) <= scale.share(high) <= 1


def test_the_installed_scale_says_what_it_is():
    scale = load_scale()
    assert scale is load_scale()
    assert scale.knots[0] == (0, 0)
    assert scale.knots[-1][0] == 1
    assert 0 < scale.ceiling <= 1
    assert 0 < scale.expected_error < 0.5
    assert scale.source
    assert len(scale.digest) == 12


def test_the_installed_knots_and_bands_rise():
    scale = load_scale()
    coverages, shares = zip(*scale.knots, strict=True)
    assert list(coverages) == sorted(set(coverages))
    assert list(shares) == sorted(shares)
    names, starts = zip(*scale.bands, strict=True)
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert len(set(names)) == len(names)


def test_marks_come_in_halves():
    assert STEP == 50
