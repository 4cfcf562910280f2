from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from practice.service import open_practice
from tests.browser.chromium import launch_chromium, without_browser
from tests.browser.faults import TYPED
from tests.browser.proxy import Proxy
from tests.browser.server import PRODUCT, WRITING, AppServer
from tests.browser.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from practice.service import Practice


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        without_browser("Playwright is not installed")
    with sync_playwright() as driver:
        chromium = launch_chromium(driver)
        yield chromium
        chromium.close()


@pytest.fixture
def errors() -> Iterator[list[str]]:
    """Collect what goes wrong in the pages; anything at all fails the test."""
    collected: list[str] = []
    yield collected
    assert not collected, "errors in the page"


@pytest.fixture
def open_page(browser: Browser, errors: list[str]) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page in a browser profile of its own."""
    contexts = []

    def open_one(**options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


@pytest.fixture
def app_server(tmp_path) -> Iterator[AppServer]:
    """Start the product as README says, with an empty database."""
    server = AppServer(tmp_path, PRODUCT)
    server.start()
    yield server
    server.kill()


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory) -> Iterator[AppServer]:
    writing = AppServer(tmp_path_factory.mktemp("writing"), WRITING)
    writing.start()
    yield writing
    writing.kill()


@pytest.fixture
def own_server(tmp_path) -> Iterator[AppServer]:
    """Show the editor alone on a page; the test may kill it and move its clock."""
    writing = AppServer(tmp_path, WRITING)
    writing.start()
    yield writing
    writing.kill()


@pytest.fixture
def server(request) -> AppServer:
    """Show the editor alone on a page; tests that break it ask for `own_server` by name."""
    running: AppServer = request.getfixturevalue(getattr(request, "param", "shared_server"))
    return running


@pytest.fixture
def practice(server: AppServer) -> Iterator[Practice]:
    """Look into the server's database from outside."""
    service = open_practice(server.db_url)
    yield service
    service.store.close()


@pytest.fixture
def proxy(server: AppServer) -> Iterator[Proxy]:
    network = Proxy(server.port)
    yield network
    network.close()


@pytest.fixture
def write(server: AppServer, practice: Practice, page: Page) -> Callable[..., Writer]:
    """Return a function that starts a draft and opens it in the editor."""

    def start(mode: str = "practice", url: str | None = None, page: Page = page) -> Writer:
        draft = practice.start("pharma-api", mode=mode)  # type: ignore[arg-type]
        writer = Writer(page, url or server.url, draft.id)
        writer.open()
        return writer

    return start


@pytest.fixture
def written(write: Callable[..., Writer]) -> Writer:
    """Return a draft with 200 characters, the last key just pressed and nothing waited for."""
    writer = write()
    writer.type(TYPED, delay=8)
    return writer
