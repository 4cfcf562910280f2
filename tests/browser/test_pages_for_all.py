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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_axe_finds_nothing_on_any_page(used, open_page, width, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    server, places = used
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = {}
    for name, path in places.items():
        settle(page, server.url + path)
        results = axe.run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        found[name] = [each["id"] for each in results.response["violations"]]
    assert found == {name: [] for name in places}
