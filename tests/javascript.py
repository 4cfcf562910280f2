"""Runs the editor's JavaScript, in Node where there is one and else in Chromium."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from typing import Any

import pytest

from practice.editor.assets import load_js


def call_js(modules: tuple[str, ...], function: str, calls: list[list[Any]]) -> list[Any]:
    """Return what a function of the editor answers to each list of arguments."""
    source = load_js(*modules)
    results = f"{json.dumps(calls)}.map((args) => ({function})(...args))"
    node = shutil.which("node")
    if node:
        return _in_node(node, f"{source}\nconsole.log(JSON.stringify({results}))")
    return _in_chromium(f"{source}\nexport const results = {results}")


def _in_node(node: str, script: str) -> list[Any]:
    command = [node, "--input-type=module", "-"]
    done = subprocess.run(command, input=script, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def _in_chromium(script: str) -> list[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="neither Node nor Playwright")
    from tests.browser.chromium import launch_chromium

    module = "data:text/javascript;base64," + base64.b64encode(script.encode()).decode()
    with playwright.sync_playwright() as driver:
        browser = launch_chromium(driver)
        page = browser.new_page()
        answers: list[Any] = page.evaluate("async (m) => (await import(m)).results", module)
        browser.close()
    return answers
