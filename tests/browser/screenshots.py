"""Screenshots of every page, light and dark, wide and narrow, for somebody to look at.

``python -m tests.browser.screenshots`` starts the app on an empty database, answers a few
questions and stores pictures in ``screenshots/``, which git ignores. With ``--readme`` it
renews the one picture in ``docs/``.
"""

from __future__ import annotations

import sys
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from practice.own import OwnQuestions
from practice.saving import PaceEvent
from practice.service import Catalogue, Practice
from practice.storage import open_store
from scorer import load_exemplars
from scorer.short_form import ShortQuestion
from tests.browser.chromium import launch_chromium
from tests.browser.server import ROOT, AppServer
from tests.practice.fakes import Hands, typed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from practice.attempts import Attempt
    from practice.sittings import Sitting

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
REWRITE = ANSWER.replace(
    "TRUST is a free trade agreement, so tariffs will vanish in time.",
    "Starting materials would still come from there, so plants alone do not end the dependence.",
).replace("- It adds to", "- It names no sum, but adds to")


OWN = ShortQuestion(
    text="Why do Indian cities flood every monsoon? Critically examine what has been done.",
    points="""\
# Causes
Paved ground keeps the rain from soaking in: concrete, sealed surface
Lakes and wetlands were built over, so water has nowhere to wait
Silt

# Remedies
Storm drains are cleaned before the monsoon begins: desilting
Sponge parks store the rain where it falls""",
    topic="Cities",
)


def hand_in(
    practice: Practice, hands: Hands, prompt_id: str, text: str, parent_id: str | None = None
) -> Attempt:
    """Write and submit an answer, one evening."""
    draft = practice.start(prompt_id, parent_id=parent_id)
    counts = enumerate((4, 21, 30, 62, 88), start=1)
    pace = (
        PaceEvent(kind="first_key", at=24),
        PaceEvent(kind="idle", at=118, value=51),
        PaceEvent(kind="paste", at=200, value=12),
        *(PaceEvent(kind="words", at=60.0 * minute, value=words) for minute, words in counts),
    )
    hands.wait(minutes=6, seconds=len(text) % 60)
    practice.save_draft(draft.id, typed(text, pace=pace))
    attempt = practice.submit(draft.id)
    hands.wait(hours=22)
    return attempt


def sit(practice: Practice, hands: Hands) -> Sitting:
    """Write a set of five under one clock, each answer a minute slower than the last."""
    sitting = practice.start_sitting([each.id for each in practice.catalogue.prompts[:5]])
    for number, place in enumerate(sitting.places):
        hands.wait(seconds=40)
        practice.turn_to(sitting.id, place.answer_id)
        hands.wait(minutes=5 + number)
        answer = load_exemplars(place.prompt_id)[0].answer
        practice.save_draft(place.answer_id, typed(answer))
        practice.turn_to(sitting.id, None)
    practice.hand_in_sitting(sitting.id)
    return sitting


def fill(url: str) -> dict[str, str]:
    """Practise for some evenings; return the address of every page by its name."""
    hands = Hands(wall=datetime.now(UTC) - timedelta(days=12))
    store = open_store(url)
    catalogue = Catalogue(own=OwnQuestions(store.folder / "questions"))
    practice = Practice(store, clock=hands.clock(), catalogue=catalogue)
    for prompt in practice.catalogue.prompts[:10]:
        exemplars = load_exemplars(prompt.id)
        hand_in(practice, hands, prompt.id, exemplars[len(prompt.text) % len(exemplars)].answer)
    attempt = hand_in(practice, hands, "pharma-api", ANSWER)
    rewrite = hand_in(practice, hands, "pharma-api", REWRITE, parent_id=attempt.id)
    draft = practice.start("trade-investment", "relaxed", initial_text=ANSWER[:192])
    own = practice.save_question(OWN)
    practice.set_tags(attempt.id, ["to rewrite", "health"])
    sat = sit(practice, hands)
    paper = practice.start_sitting(["trade-investment", "pharma-api"], title="Two questions")
    sheet = practice.start("pharma-api", medium="paper")
    laid = practice.lay_down(practice.start("trade-investment", medium="paper").id)
    ticked = practice.start("msp-msfn", medium="paper")
    points = practice.catalogue.get_rubric("msp-msfn").points
    practice.submit_ticked(ticked.id, {point.id: 1.0 for point in points[::2]})
    practice.keep_copy("pharma-api", "Roll 17", {})
    practice.close()
    return {
        "start": "/",
        "practise": "/practise",
        "write": f"/write?draft={draft.id}",
        "feedback": f"/feedback?attempt={attempt.id}",
        "rewrite": f"/feedback?attempt={rewrite.id}",
        "compare": f"/compare?a={attempt.id}&b={rewrite.id}",
        "past": "/past",
        "sitting": f"/sitting?sitting={paper.id}",
        "sitting-answer": f"/sitting?sitting={paper.id}&answer=1",
        "sitting-sums": f"/sitting?sitting={sat.id}",
        "again": "/again",
        "phone": "/phone",
        "progress": "/progress",
        "questions": "/questions",
        "question": "/question?id=pharma-api",
        "paper": f"/paper?draft={sheet.id}",
        "pen-down": f"/paper?draft={laid.id}",
        "ticks": f"/marking?draft={laid.id}",
        "ticked": f"/feedback?attempt={ticked.id}",
        "copies": "/marking?prompt=pharma-api",
        "own": f"/own?id={own}",
        "own-new": "/own",
        "own-question": f"/question?id={own}",
    }


def settle(page: Page, address: str) -> None:
    """Open a page and wait until it stands still."""
    page.goto(address)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.locator("h1").first.wait_for()
    page.wait_for_timeout(700)


def shoot(browser: Browser, server: AppServer, places: dict[str, str]) -> None:
    """Take every picture."""
    for width, scheme in product(WIDTHS, SCHEMES):
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        for name, path in places.items():
            settle(page, server.url + path)
            save_whole(page, FOLDER / f"{name}-{scheme}-{width}.png")
        page.close()


def save_whole(page: Page, target: Path) -> None:
    """Take a picture of all of a page; it scrolls inside the window."""
    window = page.viewport_size
    whole = page.locator(".stMainBlockContainer").bounding_box()
    page.set_viewport_size({"width": window["width"], "height": int(whole["height"]) + 80})
    page.wait_for_timeout(300)
    page.screenshot(path=target)
    page.set_viewport_size(window)


def shoot_readme(browser: Browser, server: AppServer, places: dict[str, str]) -> None:
    """Take the picture that README shows."""
    page = browser.new_page(viewport={"width": 1200, "height": 1300}, color_scheme="light")
    settle(page, server.url + places["feedback"])
    page.locator("mark.mp-w1").first.hover()
    page.wait_for_timeout(300)
    page.screenshot(path=ROOT / "docs" / "screenshot.png")


def main() -> None:
    """Take every picture, or README's alone, of an app that has been used a little."""
    FOLDER.mkdir(exist_ok=True)
    take = shoot_readme if "--readme" in sys.argv[1:] else shoot
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        server = AppServer(Path(folder))
        places = fill(server.db_url)
        server.start()
        try:
            take(launch_chromium(driver), server, places)
        finally:
            server.kill()


if __name__ == "__main__":
    sys.exit(main())
