"""When the page draws what changes by itself, without a page."""

import pytest

from tests.javascript import call_js

FRAMES = """(steps) => {
  globalThis.setTimeout = (act) => { globalThis.waited = act }
  globalThis.clearTimeout = () => { globalThis.waited = null }
  let time = 1000
  performance.now = () => time
  const frames = new Frames()
  const drawn = []
  for (const [what, name, value] of steps) {
    const draw = () => drawn.push(value)
    if (what === "key") frames.withKey(() => name && frames.soon(name, draw))
    else if (what === "rest") time += 1000
    else if (what === "timer") globalThis.waited()
    else frames[what](name, draw)
    drawn.push("|")
  }
  return drawn.join("")
}"""
KEY, REST, TIMER = ["key"], ["rest"], ["timer"]


@pytest.mark.parametrize(
    ("steps", "drawn"),
    [
        pytest.param([["soon", "words", "a"]], "a|", id="at once while nobody types"),
        pytest.param([["key", "state", "a"]], "a|", id="with the key that causes it"),
        pytest.param([KEY, ["soon", "words", "a"], KEY], "||a|", id="with the next key"),
        pytest.param([KEY, ["soon", "words", "a"], TIMER], "||a|", id="soon even without one"),
        pytest.param([KEY, REST, ["soon", "words", "a"]], "||a|", id="at once after a rest"),
        pytest.param(
            [KEY, ["soon", "words", "a"], ["soon", "clock", "b"], ["soon", "words", "c"], KEY],
            "||||cb|",
            id="only the newest of each name",
        ),
        pytest.param(
            [KEY, ["soon", "state", "saved"], ["now", "state", "offline"], KEY],
            "||offline||",
            id="trouble at once, and for good",
        ),
    ],
)
def test_what_changes_by_itself_is_drawn_with_a_key(steps, drawn):
    assert call_js(("frames",), FRAMES, [[steps]]) == [drawn]
