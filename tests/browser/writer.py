"""A learner at the editor."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    from practice.saving import PaceEvent
    from practice.service import Practice

PATIENCE_MS = 20_000


class Writer:
    """Types, looks, and leaves, as a person does."""

    def __init__(self, page: Page, url: str, draft_id: str) -> None:
        self.page = page
        self.url = url
        self.draft_id = draft_id

    @property
    def area(self) -> Locator:
        """Return the text area."""
        return self.page.get_by_label("Your answer", exact=True)

    @property
    def text(self) -> str:
        """Return what is on the screen."""
        return self.area.input_value()

    @property
    def state(self) -> Locator:
        """Return where the editor says whether all is saved."""
        return self.page.locator("[data-part=save]")

    def open(self) -> None:
        """Open the draft and wait until one may write."""
        self.page.goto(f"{self.url}/?draft={self.draft_id}")
        self.ready()

    def ready(self) -> None:
        """Wait until one may write."""
        expect(self.area).to_be_editable(timeout=PATIENCE_MS)

    def look_again(self) -> None:
        """Come back to the page, as one does from another window."""
        self.page.bring_to_front()
        self.page.evaluate("window.dispatchEvent(new Event('focus'))")

    def type(self, text: str, delay: float = 10) -> None:
        """Type at the end of the text."""
        self.area.focus()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text, delay=delay)

    def saved(self) -> None:
        """Wait until the server has everything."""
        expect(self.state).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"), timeout=PATIENCE_MS)

    def submit(self) -> None:
        """Submit, however short the answer is."""
        self.page.get_by_role("button", name="Submit", exact=True).click()
        anyway = self.page.get_by_role("button", name="Submit anyway")
        if anyway.is_visible():
            anyway.click()

    def submitted(self) -> None:
        """Wait until the page knows that the answer is in."""
        expect(self.page.get_by_role("heading", name=f"Submitted {self.draft_id}")).to_be_visible(
            timeout=PATIENCE_MS
        )


def wait_until(condition: Callable[[], object], patience: float = 20) -> None:
    """Wait for something that no page shows."""
    give_up = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.1)


def part(writer: Writer, name: str) -> Locator:
    """Return a part of the editor by its name in the markup."""
    return writer.page.locator(f"[data-part={name}]")


def press(writer: Writer, name: str) -> None:
    """Press a button."""
    writer.page.get_by_role("button", name=name, exact=True).click()


def pace_of(practice: Practice, writer: Writer) -> tuple[PaceEvent, ...]:
    """Return how the time of a draft was used so far."""
    with practice.store.reading() as tables:
        return tables.drafts.pace(writer.draft_id)


def words(n: int) -> str:
    """Return so many different words."""
    return " ".join(f"word{i}" for i in range(n))
