"""Screenshots of every page, light and dark, wide and narrow, for somebody to look at.

``python -m tests.browser.screenshots`` starts the app on an empty database, answers a few
questions and stores pictures in ``screenshots/``, which git ignores.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from practice.saving import Save
from practice.service import open_practice
from scorer import load_rubric
from tests.browser.chromium import launch_chromium
from tests.browser.server import ROOT, AppServer

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from practice.attempts import Attempt
    from practice.service import Practice

FOLDER = ROOT / "screenshots"
WIDTHS = (375, 1440)
SCHEMES = ("light", "dark")
ANSWER = """\
India makes a fifth of the world's generic medicines, yet about 70 per cent of the APIs it imports \
come from China. When lockdowns closed Chinese plants in 2020, prices of paracetamol doubled \
within weeks.

How TRUST can help:
- Joint American and Indian investment in fermentation-based plants would replace part of the \
imports, because fermentation is what India lacks.
- Long-term purchase by American buyers, who are exposed themselves, gives new plants assured \
demand.
- It adds to the PLI scheme for bulk drugs and to the three bulk drug parks.

However, Chinese APIs are 20 to 30 per cent cheaper, and American tariffs make support uncertain. \
TRUST is a free trade agreement, so tariffs will vanish in time.

Thus TRUST can reduce the dependence in part, if domestic incentives continue.
"""


def hand_in(practice: Practice, prompt_id: str, text: str) -> Attempt:
    """Write and submit an answer."""
    draft = practice.start(prompt_id)
    practice.save_draft(draft.id, Save(client_id="page", seq=1, base_rev=0, text=text))
    return practice.submit(draft.id)


def fill(practice: Practice) -> dict[str, str]:
    """Practise a little; return the address of every page by its name."""
    for prompt_id in ("trust-overview", "msp-msfn", "strategic-autonomy"):
        hand_in(practice, prompt_id, load_rubric(prompt_id).model_answer)
    attempt = hand_in(practice, "pharma-api", ANSWER)
    draft = practice.start("trade-investment", "relaxed", initial_text=ANSWER[:200])
    return {
        "start": "/",
        "practise": "/practise",
        "write": f"/write?draft={draft.id}",
        "feedback": f"/feedback?attempt={attempt.id}",
        "past": "/past",
        "progress": "/progress",
        "questions": "/questions",
        "question": "/questions?question=pharma-api",
    }


def settle(page: Page, address: str) -> None:
    """Open a page and wait until it stands still."""
    page.goto(address)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(1500)


def shoot(browser: Browser, server: AppServer, places: dict[str, str]) -> None:
    """Take every picture."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            )
            for name, path in places.items():
                settle(page, server.url + path)
                whole = page.locator(".stMainBlockContainer").bounding_box()
                page.set_viewport_size({"width": width, "height": int(whole["height"]) + 80})
                page.wait_for_timeout(300)
                page.screenshot(path=FOLDER / f"{name}-{scheme}-{width}.png")
                page.set_viewport_size({"width": width, "height": 900})
            page.close()


def main() -> None:
    """Take every picture of an app that has been used a little."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = AppServer(Path(folder))
        practice = open_practice(server.db_url)
        places = fill(practice)
        practice.close()
        server.start()
        try:
            shoot(launch_chromium(driver), server, places)
        finally:
            server.kill()


if __name__ == "__main__":
    sys.exit(main())
