"""Looking through past attempts: filters in the address, pages, the way back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from practice.service import open_practice
from tests.browser.test_journey import see, visit
from tests.practice.fakes import typed

pytestmark = pytest.mark.browser


@pytest.fixture
def filled(app_server):
    """Hand in more answers than fit on one page; one of them speaks of silt."""
    service = open_practice(app_server.db_url)
    for number in range(22):
        draft = service.start("pharma-api", "exam" if number % 2 else "practice")
        service.save_draft(draft.id, typed("Silt." if number == 3 else "Rain falls."))
        service.submit(draft.id)
    yield app_server
    service.close()


def rows(page):
    return page.locator("[class*=st-key-row_]")


def test_filters_stand_in_the_address_and_outlive_a_reload_and_a_look_at_an_answer(filled, page):
    visit(page, filled, "/past", "Past attempts")
    expect(rows(page)).to_have_count(20)
    page.get_by_label("Search").fill("silt")
    page.get_by_label("Search").press("Enter")
    expect(rows(page)).to_have_count(1)
    page.wait_for_url("**/past?search=silt")
    page.reload()
    expect(rows(page)).to_have_count(1)
    rows(page).get_by_role("link").click()
    see(page, "Feedback")
    page.get_by_role("link", name="Past attempts").first.click()
    see(page, "Past attempts")
    expect(rows(page)).to_have_count(1)
    page.wait_for_url("**/past?search=silt")


def test_the_way_back_leads_through_the_filters_and_out(filled, page):
    visit(page, filled, "/questions", "Question bank")
    visit(page, filled, "/past?search=silt", "Past attempts")
    expect(rows(page)).to_have_count(1)
    rows(page).get_by_role("link").click()
    see(page, "Feedback")
    page.wait_for_url("**/feedback?attempt=*")
    for _ in range(2):
        page.go_back()
        see(page, "Past attempts")
        if "search=silt" in page.url:
            break
    expect(rows(page)).to_have_count(1)
    page.go_back()
    see(page, "Question bank")


def test_a_page_of_the_list_has_an_address_and_a_new_filter_begins_again(filled, page):
    visit(page, filled, "/past", "Past attempts")
    page.get_by_role("button", name=re.compile("next", re.I)).click()
    expect(rows(page)).to_have_count(2)
    page.wait_for_url("**/past?page=2")
    page.get_by_text("Without rewrites").click()
    expect(rows(page)).to_have_count(20)
    page.wait_for_url("**/past?first_only=yes")
    page.go_back()
    expect(rows(page)).to_have_count(2)
