"""A question of one's own in a real browser."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

POINTS = """\
# Causes
Wells draw more water than the rain brings back: borewell
Dams
"""


def test_a_question_is_typed_checked_while_typing_and_answered(app_server, page):
    page.goto(f"{app_server.url}/own")
    page.get_by_label("Question", exact=True).fill("Why do lakes dry up? Examine.")
    points = page.get_by_label("What a good answer says")
    points.click()
    page.keyboard.insert_text(POINTS)
    page.keyboard.type("Silt")
    # The field is still being typed in: nothing was left, nothing pressed.
    advice = page.get_by_role("status")
    expect(advice).to_contain_text("Line 3: “Dams” is too short", timeout=20_000)
    page.keyboard.type(" fills the bed of the lake")
    expect(advice).to_contain_text("3 points", timeout=20_000)
    expect(advice).not_to_contain_text("Line 4", timeout=20_000)
    expect(points).to_be_focused()
    expect(points).to_have_value(f"{POINTS}Silt fills the bed of the lake")
    page.get_by_role("button", name="Save and start writing").click()
    editor = page.get_by_role("region", name="Answer editor")
    editor.get_by_role("textbox").fill(
        "Every borewell draws more water than the rain can bring back."
    )
    editor.get_by_role("button", name="Submit", exact=True).click()
    editor.get_by_role("button", name="Submit anyway").click()
    expect(page.get_by_role("heading", name="Feedback")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("Wells draw more water").first).to_be_visible()
    page.goto(f"{app_server.url}/questions")
    expect(page.get_by_text("my question · 10 marks")).to_be_visible()
