"""From a key to its paint, in the editor and in a plain text area on such a page, in turns.

Run it from the checkout: ``python -m benchmarks.key_to_paint``.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from benchmarks.load_clients import WORDS
from practice.service import open_practice
from tests.browser.chromium import launch_chromium
from tests.browser.server import WRITING, AppServer
from tests.browser.writer import Writer

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

# Short turns, so that whatever else the machine does meets both alike.
ROUNDS = 80
KEYS = 20
DRAWS = 1000
TEXT = " ".join(f"word{n:04}" for n in range(WORDS))
PLAIN = """<textarea aria-label="Your answer" rows="14" spellcheck="false"
  style="width: 700px; font: 18px/1.9 Georgia, serif"></textarea>"""
PUT_ON_TOP = """(markup) => {
  const box = document.createElement("div")
  box.style = "position: fixed; top: 0; left: 0; z-index: 1000000"
  box.innerHTML = markup
  document.body.append(box)
}"""
MEASURE = """area => {
  window.paints = []
  area.addEventListener("keydown", (event) => {
    const pressed = event.timeStamp
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => window.paints.push(performance.now() - pressed)
      port2.postMessage(null)
    })
  })
}"""


def print_key_to_paint() -> None:
    """Print both distributions and how far apart they are."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = AppServer(Path(folder), WRITING)
        server.start()
        practice = open_practice(server.db_url)
        browser = launch_chromium(driver)
        plain, editor = browser.new_page(), browser.new_page()
        try:
            plain.goto(f"{server.url}/elsewhere")
            plain.get_by_role("heading", name="Elsewhere").wait_for()
            plain.evaluate(PUT_ON_TOP, PLAIN)
            writer = Writer(editor, server.url, practice.start("pharma-api").id)
            writer.open()
            _print(_measure({"textarea": plain, "editor": editor}))
        finally:
            browser.close()
            practice.store.close()
            server.kill()


def _measure(pages: dict[str, Page]) -> dict[str, list[float]]:
    areas = {name: page.get_by_label("Your answer", exact=True) for name, page in pages.items()}
    for area in areas.values():
        area.fill(TEXT)
        area.evaluate(MEASURE)
    turns = list(areas)
    for _ in range(ROUNDS):
        for name in turns:
            _type(pages[name], areas[name])
        turns.reverse()
    return {name: page.evaluate("window.paints") for name, page in pages.items()}


def _type(page: Page, area: Locator) -> None:
    page.bring_to_front()
    area.focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(("some more words " * KEYS)[:KEYS], delay=60)


def _print(paints: dict[str, list[float]]) -> None:
    print(
        f"Key to paint, {WORDS} words\n\n| area | keys | p50 | p95 | max |\n|---|--:|--:|--:|--:|"
    )
    for name, times in paints.items():
        print(
            f"| {name} | {len(times)} | {median(times):.1f} ms "
            f"| {_tail(times):.1f} ms | {max(times):.1f} ms |"
        )
    plain, editor = paints["textarea"], paints["editor"]
    low, high = _range(plain, editor)
    print(
        f"\np95 of the editor is {_tail(editor) / _tail(plain):.2f} times the plain one "
        f"({low:.2f} to {high:.2f} in 95 of 100 resamplings)."
    )


def _range(plain: list[float], editor: list[float]) -> tuple[float, float]:
    """Return how far chance alone may have moved the ratio, by a bootstrap."""
    chance = random.Random(0)  # noqa: S311, a measurement, not a secret

    def resampled(times: list[float]) -> float:
        return _tail(chance.choices(times, k=len(times)))

    cuts = quantiles((resampled(editor) / resampled(plain) for _ in range(DRAWS)), n=40)
    return cuts[0], cuts[-1]


def _tail(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


if __name__ == "__main__":
    print_key_to_paint()
