"""An answer on paper, and a pile of copies, in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_sheet_is_written_by_the_clock_and_ticked(app_server, page):
    page.goto(f"{app_server.url}/question?id=pharma-api")
    page.get_by_role("button", name="Write on paper").click()
    clock = page.get_by_role("timer")
    expect(clock).to_contain_text("6:5", timeout=20_000)
    expect(page.get_by_role("textbox")).to_have_count(0)
    page.get_by_role("button", name="Pen down").click()
    page.get_by_role("link", name="Tick the points").click()
    page.get_by_role("radio", name="✓").first.click()
    expect(page.get_by_text("1 of ")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Keep these marks").click()
    expect(page.get_by_text("marked by ticking")).to_be_visible(timeout=20_000)


def test_the_next_copy_is_one_click_or_key_away_and_the_sheet_is_one_page(app_server, page):
    page.goto(f"{app_server.url}/marking?prompt=pharma-api")
    page.get_by_label("Name or roll number").fill("Roll 17")
    page.get_by_label("Name or roll number").press("Tab")
    page.get_by_role("radio", name="½").first.click()
    expect(page.get_by_text("1 of ")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Next copy").click()
    expect(page.get_by_text("Roll 17 ·")).to_be_visible(timeout=20_000)
    expect(page.get_by_label("Name or roll number")).to_have_value("", timeout=20_000)
    # By the keyboard, faster than the page answers.
    page.get_by_label("Name or roll number").fill("Roll 18")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("Roll 18 ·")).to_be_visible(timeout=20_000)
    sheet = page.pdf(format="A4")
    assert sheet.count(b"/Type /Page\n") == 1
