"""The pages for those who do not see them, or see them small or in the dark."""

import pytest

from tests.browser.screenshots import fill, settle
from tests.browser.server import AppServer

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """Return the server of an app that has been used a little, and its addresses."""
    server = AppServer(tmp_path_factory.mktemp("used"))
    places = fill(server.db_url)
    server.start()
    yield server, places
    server.kill()


@pytest.mark.parametrize("width", [375, 1440])
def test_axe_finds_nothing_on_any_page(used, open_page, width):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    server, places = used
    page = open_page(viewport={"width": width, "height": 900}, color_scheme="light")
    found = {}
    for name, path in places.items():
        settle(page, server.url + path)
        for scheme in ("light", "dark"):
            show_in(page, scheme)
            results = axe.run(page, options={"runOnly": {"type": "tag", "values": RULES}})
            found[name, scheme] = [each["id"] for each in results.response["violations"]]
        page.emulate_media(color_scheme="light")
    assert not any(found.values()), found


def show_in(page, scheme):
    """Wait until a page that is open has taken on the colours of a scheme."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_function(
        "scheme => getComputedStyle(document.querySelector('.stApp')).colorScheme === scheme",
        arg=scheme,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("place", "button"),
    [("past", "Delete"), ("past", "Add a note or tag"), ("feedback", "I said this")],
)
def test_axe_finds_nothing_in_a_dialog(used, open_page, place, button, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    server, places = used
    page = open_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    settle(page, server.url + places[place])
    page.get_by_role("button", name=button, exact=True).first.click()
    page.get_by_role("dialog").get_by_role("button").first.wait_for()
    page.wait_for_timeout(500)  # it fades in
    results = axe.run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert [each["id"] for each in results.response["violations"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("part", "light_in_the_dark"), [(".mp-meta", True), ("[data-testid*=primary]", False)]
)
def test_text_in_a_dialog_follows_the_theme(used, open_page, part, light_in_the_dark, scheme):
    # axe cannot tell what lies behind a dialog, and lets grey on grey pass.
    server, places = used
    page = open_page(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    settle(page, server.url + places["past"])
    page.get_by_role("button", name="Delete", exact=True).first.click()
    painted = (
        page.get_by_role("dialog")
        .locator(part)
        .first.evaluate("""element => {
        const pen = document.createElement("canvas").getContext("2d");
        pen.fillStyle = getComputedStyle(element).color;
        pen.fillRect(0, 0, 1, 1);
        return [...pen.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    }""")
    )
    is_light = light_in_the_dark == (scheme == "dark")
    assert all((channel > 128) is is_light for channel in painted)
