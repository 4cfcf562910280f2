"""Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def find_chromium() -> str | None:
    """Return the path of an installed Chromium, or None."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for path in map(shutil.which, names) if path), None)


def launch_chromium(driver: Playwright, **options: Any) -> Browser:
    """Start Chromium, or skip the test where there is none."""
    path = find_chromium()
    if path is None:
        without_browser("no Chromium is installed")
    return driver.chromium.launch(executable_path=path, args=list(ARGUMENTS), **options)


def without_browser(reason: str) -> None:
    """Skip, or fail where a browser is required."""
    if os.environ.get("MAINS_PRACTICE_REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
