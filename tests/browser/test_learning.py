"""After the marks: learn from them, write again, compare."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from practice.service import open_practice
from tests.browser.test_journey import ANSWER, see, visit
from tests.browser.writer import Writer
from tests.practice.fakes import typed

pytestmark = pytest.mark.browser


@pytest.fixture
def stored(app_server):
    """Look into the server's database from outside."""
    service = open_practice(app_server.db_url)
    yield service
    service.close()


@pytest.fixture
def attempt(stored):
    """Return an attempt as it lies in the database before the app is opened."""
    draft = stored.start("pharma-api")
    stored.save_draft(draft.id, typed(ANSWER))
    return stored.submit(draft.id)


def open_feedback(page, server, attempt):
    visit(page, server, f"/feedback?attempt={attempt.id}", "Feedback")


def test_a_sentence_is_rewritten_and_the_answers_compared(app_server, stored, page, attempt):
    open_feedback(page, app_server, attempt)
    page.get_by_text("Rewrite one sentence").click()
    page.get_by_role("button", name="Change its words").click()
    see(page, "Your answer")
    expect(page.get_by_text("The sentence to rewrite")).to_be_visible()
    page.wait_for_url(re.compile("draft=.*sentence="))
    writer = Writer(page, app_server.url, "")
    writer.ready()
    assert writer.text == ANSWER
    writer.area.press("Control+End")
    writer.type(" Starting materials would still come from there.")
    writer.saved()
    writer.submit()
    see(page, "Feedback")
    expect(page.get_by_role("heading", name="What this rewrite changed")).to_be_visible()
    page.get_by_role("link", name="Compare word by word").click()
    see(page, "Compare")
    page.wait_for_url(re.compile(f"/compare.a={attempt.id}&b="))
    page.reload()
    added = page.locator("ins", has_text="Starting materials")
    expect(added).to_be_visible()
    page.get_by_role("button", name="Swap").click()
    page.wait_for_url(re.compile(f"b={attempt.id}"))
    expect(page.locator("del", has_text="Starting materials")).to_be_visible()
    assert stored.count_attempts() == 2


def test_an_example_and_its_notes_lead_to_each_other(app_server, page, attempt):
    open_feedback(page, app_server, attempt)
    note = page.locator("#example-note-1")
    words = page.locator("mark.mp-example-w1").first
    shade = "each => getComputedStyle(each).backgroundColor"
    unlit = note.evaluate(shade)
    words.hover()
    assert note.evaluate(shade) != unlit
    assert page.locator("#note-1").evaluate(shade) == unlit
    page.mouse.move(0, 0)
    page.locator("#example-words-1 a").press("Enter")
    expect(note).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert note.evaluate(shade) != unlit
