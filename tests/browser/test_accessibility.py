"""The editor for those who do not see it, or see it small, large or in the dark."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def axe():
    return pytest.importorskip("axe_playwright_python.sync_playwright").Axe()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_axe_finds_nothing_in_the_editor(write, open_page, axe, scheme, width):
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    writer = write(page=page)
    for text, state in [("short", "under"), ("w " * 140, "near"), ("w " * 170, "over")]:
        writer.area.fill(text)
        expect(page.locator("[data-part=words]")).to_have_attribute("data-state", state)
        assert_clean(axe, page)
    page.get_by_text("Editor settings").click()
    writer.area.fill("short")
    writer.area.press("Control+Enter")
    assert_clean(axe, page)
    page.route("**/api/drafts/*", lambda route: route.abort())
    writer.type("offline")
    expect(writer.state).to_have_attribute("data-state", "offline")
    assert_clean(axe, page)


def assert_clean(axe, page):
    results = axe.run(
        page,
        context=[[".stBidiComponent, [data-testid=stBidiComponentRegular], .ed-host"]],
        options={"runOnly": {"type": "tag", "values": RULES}},
    )
    assert results.violations_count == 0, results.generate_report()
    assert "Your answer" in str(results.response["passes"]), "axe did not look into the editor"


# 320 wide is what a 1280 wide screen leaves at 400 per cent zoom.
@pytest.mark.parametrize("width", [320, 375, 640])
def test_nothing_runs_out_of_a_narrow_or_enlarged_page(write, open_page, width):
    writer = write(page=open_page(viewport={"width": width, "height": 700}))
    overflow = writer.page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0
    inside = writer.page.get_by_role("region", name="Answer editor").bounding_box()
    assert inside["x"] >= 0
    assert inside["x"] + inside["width"] <= width


def test_nothing_moves_by_itself(write):
    """Good for those whom motion makes ill, and quicker from key to paint for all."""
    writer = write()
    moving = writer.page.get_by_role("region", name="Answer editor").evaluate(MOVING)
    assert moving == []


MOVING = """(editor) => [...editor.querySelectorAll("*")]
  .filter((part) => {
    const style = getComputedStyle(part)
    return style.transitionDuration !== "0s" || style.animationName !== "none"
  })
  .map((part) => part.outerHTML)"""


def test_everything_can_be_reached_with_the_keyboard(write):
    writer = write()
    writer.area.focus()
    reached = []
    for _ in range(3):
        writer.page.keyboard.press("Tab")
        reached.append(writer.page.evaluate(FOCUSED))
    assert reached[0] == "Submit"
    for _ in range(4):
        writer.page.keyboard.press("Shift+Tab")
    reached.append(writer.page.evaluate(FOCUSED))
    assert reached[-1] in {"Focus", "[diagram]"}


FOCUSED = """() => {
  let found = document.activeElement
  while (found.shadowRoot?.activeElement) found = found.shadowRoot.activeElement
  return found.textContent.trim()
}"""


def test_a_phone_keyboard_leaves_room_to_write(write, open_page):
    page = open_page(viewport={"width": 375, "height": 340}, has_touch=True, is_mobile=True)
    writer = write(page=page)
    writer.area.tap()
    writer.page.keyboard.type("On the phone")
    assert writer.text == "On the phone"
    box = writer.area.bounding_box()
    assert box["y"] < 340
