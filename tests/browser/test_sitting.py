"""Several questions under one clock, in a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from practice.service import open_practice
from tests.browser.test_journey import see, visit
from tests.browser.writer import PATIENCE_MS, Writer

pytestmark = pytest.mark.browser


@pytest.fixture
def stored(app_server):
    """Look into the server's database from outside."""
    service = open_practice(app_server.db_url)
    yield service
    service.close()


def turn_to(page, server, sitting, number, text=""):
    page.get_by_role("button", name=re.compile(rf"^{number}( ✓)?$")).click()
    page.wait_for_url(re.compile(rf"answer={number}"))
    answer_id = sitting.places[number - 1].answer_id
    # The editor of the answer that is left stays until its text is saved.
    area = page.locator(f".st-key-editor_{answer_id}_box textarea:not([readonly])")
    expect(area).to_have_value(text, timeout=PATIENCE_MS)
    expect(page.locator("textarea")).to_have_count(1, timeout=PATIENCE_MS)
    writer = Writer(page, server.url, "")
    writer.ready()
    return writer


def test_answers_are_kept_while_the_learner_jumps_and_handed_in_together(app_server, stored, page):
    visit(page, app_server, "/practise", "Practise")
    page.get_by_text("Several questions under one clock").click()
    page.get_by_role("button", name="Begin the sitting").click()
    see(page, "Two questions")
    page.wait_for_url("**/sitting?sitting=*")
    (sitting,) = stored.sittings()
    writer = turn_to(page, app_server, sitting, 1)
    writer.type("The first answer")
    writer = turn_to(page, app_server, sitting, 2)
    writer.type("The second answer")
    writer.saved()
    writer = turn_to(page, app_server, sitting, 1, "The first answer")
    page.reload()
    writer.ready()
    assert writer.text == "The first answer"
    writer.submit()
    expect(page.get_by_text("This answer is handed in")).to_be_visible()
    page.get_by_role("button", name="All questions").click()
    page.get_by_role("button", name="Hand everything in").click()
    page.get_by_role("button", name="Hand in all answers").click()
    expect(page.get_by_role("table")).to_contain_text("Of marks")
    texts = {row.id: stored.review(row.id).attempt.final_text for row in stored.attempts()}
    assert sorted(texts.values()) == ["The first answer", "The second answer"]
    address = page.url
    visit(page, app_server, "/past", "Past attempts")
    page.goto(address)
    see(page, "Two questions")
    page.get_by_role("link", name=re.compile(r"^1\.")).click()
    see(page, "Feedback")
    page.get_by_role("link", name="See the whole sitting").click()
    see(page, "Two questions")
