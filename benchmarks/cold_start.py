"""From the command to the first page, as on a slow laptop.

Run as ``python -m benchmarks.cold_start``, as root where the disk's cache is to be emptied before
the cold starts. The server has one core, in the last row shared with a program that never rests;
the browser's page runs at a quarter of its speed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch_chromium
from tests.browser.server import AppServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SLOWER = 4
CACHE = Path("/proc/sys/vm/drop_caches")


def main() -> None:
    """Print the table."""
    if not os.access(CACHE, os.W_OK):
        print("The disk's cache cannot be emptied: cold starts are warmer than they say.\n")
    print("| start | server answers | first page |\n|---|--:|--:|")
    with sync_playwright() as driver:
        browser = launch_chromium(driver)
        # Whatever is started from now on; the browser is running.
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        measure_start("cold", browser, cold=True)
        measure_start("warm", browser, cold=False)
        with busy_program():
            measure_start("cold, beside a busy program", browser, cold=True)
        browser.close()


def measure_start(name: str, browser: Browser, *, cold: bool) -> None:
    """Print the row of one start."""
    page = browser.new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    with tempfile.TemporaryDirectory() as folder:
        server = AppServer(Path(folder))
        if cold and os.access(CACHE, os.W_OK):
            os.sync()
            CACHE.write_text("3")
        begun = time.perf_counter()
        try:
            server.start()
            answers = time.perf_counter() - begun
            page.goto(server.url)
            page.get_by_role("button", name="Start writing").wait_for()
            shows = time.perf_counter() - begun
        finally:
            server.kill()
            page.close()
    print(f"| {name} | {answers:.1f} s | {shows:.1f} s |", flush=True)


@contextmanager
def busy_program() -> Iterator[None]:
    """Keep the core busy meanwhile."""
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        busy.kill()
        busy.wait()


if __name__ == "__main__":
    main()
