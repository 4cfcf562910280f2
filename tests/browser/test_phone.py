"""The app as another machine of the home network sees it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from practice.network import find_own_address, phone_url
from practice.service import open_practice
from practice.tokens import sign_phone
from tests.browser.server import AppServer
from tests.browser.test_journey import ANSWER, see
from tests.browser.writer import Writer

pytestmark = pytest.mark.browser


@pytest.fixture
def open_server(tmp_path):
    server = AppServer(tmp_path, address="0.0.0.0")  # noqa: S104, what the test is about
    server.start()
    yield server
    server.kill()


def test_a_phone_gets_in_with_the_key_only_and_can_write(open_server, page):
    host = find_own_address()
    if host is None:
        pytest.skip("this machine has no network address")
    service = open_practice(open_server.db_url)
    outside = f"http://{host}:{open_server.port}"
    for path in ("/", "/past", "/_stcore/health", "/api/drafts/x"):
        assert page.request.get(outside + path).status == 403
    page.goto(phone_url(host, open_server.port, sign_phone(service.secret("phone"))))
    see(page, "Tonight's question")
    assert page.url == f"{outside}/"
    page.get_by_role("button", name="Start writing").click()
    see(page, "Your answer")
    writer = Writer(page, outside, "")
    writer.ready()
    writer.type(ANSWER[:40])
    writer.saved()
    assert service.open_drafts()[0].text == ANSWER[:40]
    page.goto(f"{outside}/phone")
    expect(page.get_by_role("img", name="The address as a code")).to_be_visible()
    service.close()
