"""The page's idea of time, without a page."""

import pytest

from tests.javascript import call_js

SYNCED = """(samples, at) => {
  const clock = new ServerClock(() => at)
  for (const [serverNow, sent, received] of samples) clock.sync(serverNow, sent, received)
  return clock.now()
}"""
DRIFT = """(ticks, walls) => {
  const watch = new SleepWatch({ ticks: () => ticks.shift() }, () => walls.shift())
  return [watch.drift(), watch.drift()]
}"""
PACE = """(moments) => {
  const events = []
  let now = 0
  const pace = new Pace({ note: (event) => events.push(event), elapsed: () => now })
  for (const [at, what, words] of moments) {
    now = at
    if (what === "type") pace.typed()
    else if (what === "tick") pace.tick(() => words)
    else pace.pasted(words)
  }
  return events
}"""


@pytest.mark.parametrize(
    ("samples", "now"),
    [
        pytest.param([], None, id="nothing known"),
        pytest.param([[1000, 10, 10.2]], 1009.9, id="half of the round trip is taken off"),
        pytest.param([[1000, 10, 10.2], [1003, 11, 15]], 1009.9, id="a slow answer is no better"),
        pytest.param([[1000, 10, 12], [1001, 12, 12]], 1009, id="a quick answer is better"),
        pytest.param([[1000, 10, 10.2], [4600, 11, 11.2]], 4608.9, id="the page has slept"),
    ],
)
def test_the_page_knows_the_servers_time(samples, now):
    (known,) = call_js(("clock",), SYNCED, [[samples, 20]])
    assert known == (None if now is None else pytest.approx(now))


def test_sleep_shows_in_ticks_that_stood_still():
    (drifts,) = call_js(("clock",), DRIFT, [[[0, 1, 2], [100, 101, 702]]])
    assert drifts == [0, 600]


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(420, "7:00"), (419.2, "7:00"), (60, "1:00"), (59.01, "1:00"), (0.4, "0:01"), (-3, "0:00"),
     (3599, "59:59"), (3600, "1:00:00"), (10_800, "3:00:00"), (36_065, "10:01:05")],
)  # fmt: skip
def test_time_left_is_rounded_up(seconds, shown):
    assert call_js(("clock",), "formatDuration", [[seconds]]) == [shown]


@pytest.mark.parametrize(
    ("elapsed", "part"), [(0, "Think"), (62, "Think"), (64, "Write"), (379, "Conclude")]
)
def test_seven_minutes_are_thought_written_and_concluded(elapsed, part):
    (found,) = call_js(("clock",), "pacing", [[elapsed, 420]])
    assert found["name"] == part


@pytest.mark.parametrize(
    ("before", "after", "total", "says"),
    [
        (211, 210, 420, ["Half time: 3 minutes 30 seconds left"]),
        (331, 329, 660, ["Half time: 5 minutes 30 seconds left"]),
        (121, 119, 420, ["Two minutes left"]),
        (30.2, 29.9, 420, ["Thirty seconds left"]),
        (210, 209, 420, []),
        (300, -5, 420, []),
        (100, 20, 25, []),
    ],
)
def test_each_announcement_is_made_once_and_never_too_late(before, after, total, says):
    assert call_js(("clock",), "dueAnnouncements", [[before, after, total]]) == [says]


def test_the_pace_remembers_minutes_pauses_and_pastes_but_no_keys():
    moments = [
        [0, "tick", 0],
        [12.34, "type"],
        [20, "type"],
        [61, "tick", 9],
        [62, "tick", 10],
        [75, "type"],
        [80, "paste", 34],
        [121, "tick", 48],
    ]
    (events,) = call_js(("pace",), PACE, [[moments]])
    assert events == [
        {"kind": "first_key", "at": 12.3, "value": 0},
        {"kind": "words", "at": 60, "value": 9},
        {"kind": "idle", "at": 20, "value": 55},
        {"kind": "paste", "at": 80, "value": 34},
        {"kind": "words", "at": 120, "value": 48},
    ]
