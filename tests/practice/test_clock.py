import time
from datetime import timedelta

import pytest

from practice.clock import Clock, boot_ticks
from tests.practice.fakes import START


@pytest.fixture
def clock(hands):
    return hands.clock()


def test_time_passes(hands, clock):
    hands.wait(minutes=3)
    assert clock.now() == START + timedelta(minutes=3)


@pytest.mark.parametrize("hours", [-1, 1, 24])
def test_a_changed_system_clock_moves_no_deadline(hands, clock, hours):
    hands.set_wall(hours=hours)
    assert clock.now() == START


@pytest.mark.parametrize("moved", [timedelta(hours=1), timedelta(minutes=-2)])
def test_a_changed_system_clock_is_reported_once(hands, clock, moved):
    hands.set_wall(seconds=moved.total_seconds())
    assert [clock.jump(), clock.jump()] == [moved, None]


def test_a_clock_set_back_is_reported_again(hands, clock):
    hands.set_wall(hours=1)
    clock.jump()
    hands.set_wall(hours=-1)
    assert clock.jump() == timedelta(hours=-1)


def test_a_clock_that_is_merely_adjusted_is_not_reported(hands, clock):
    hands.set_wall(seconds=2)
    assert clock.jump() is None


def test_a_bridged_clock_keeps_out_an_earlier_jump(hands, clock):
    hands.set_wall(hours=1)
    restarted = hands.clock()
    restarted.bridge(START, timedelta(hours=1))
    assert restarted.now() == START
    assert restarted.jump() is None


def test_a_bridged_clock_does_not_go_back(hands):
    last_seen = START + timedelta(minutes=5)
    clock = hands.clock()
    clock.bridge(last_seen, timedelta())
    assert clock.now() == last_seen
    hands.wait(minutes=1)
    assert clock.now() == last_seen + timedelta(minutes=1)


def test_a_bridged_clock_may_have_stood_still_for_a_while(hands):
    clock = hands.clock()
    clock.bridge(START - timedelta(hours=2), timedelta())
    assert clock.now() == START


def test_the_real_clock_runs_forward_in_utc():
    clock = Clock()
    first, second = clock.now(), clock.now()
    assert first <= second
    assert first.utcoffset() == timedelta()


@pytest.mark.parametrize("missing", [(), ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC_RAW")])
def test_ticks_never_go_back_on_any_system(monkeypatch, missing):
    for name in missing:
        monkeypatch.delattr(time, name, raising=False)
    ticks = [boot_ticks() for _ in range(100)]
    assert ticks == sorted(ticks)
