import asyncio
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

import practice.sweeper as sweeper_module
from practice.middleware import MIDDLEWARE, SECURITY_HEADERS
from practice.sweeper import sweeping

ROOT = Path(__file__).parents[2]


async def host_config(_request):
    return JSONResponse({"blockErrorDialogs": False, "metricsUrl": ""})


async def missing(_request):
    return PlainTextResponse("no", status_code=404)


@pytest.fixture
def client():
    routes = [
        Route("/_stcore/host-config", host_config),
        Route("/base/_stcore/host-config", missing),
        Route("/page", missing),
    ]
    with TestClient(Starlette(routes=routes, middleware=list(MIDDLEWARE))) as client:
        yield client


def test_error_dialogs_are_switched_off_and_nothing_else(client):
    answer = client.get("/_stcore/host-config")
    assert answer.json() == {"blockErrorDialogs": True, "metricsUrl": ""}


def test_a_host_config_that_fails_is_passed_on(client):
    answer = client.get("/base/_stcore/host-config")
    assert (answer.status_code, answer.text) == (404, "no")


@pytest.mark.parametrize("path", ["/page", "/_stcore/host-config"])
def test_every_answer_has_security_headers(client, path):
    headers = client.get(path).headers
    assert {name: headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_streamlit_still_has_the_flag_that_the_middleware_sets():
    """If Streamlit drops or renames it, the dialog covers the editor again."""
    from streamlit.web.server.starlette.starlette_routes import create_host_config_routes

    with TestClient(Starlette(routes=create_host_config_routes(""))) as client:
        assert client.get("/_stcore/host-config").json()["blockErrorDialogs"] is False


def test_the_sweeper_goes_on_after_a_failure(monkeypatch, caplog):
    monkeypatch.setattr(sweeper_module, "AFTER_FAILURE_SECONDS", 0)
    calls = []
    enough = threading.Event()

    def sweep():
        calls.append(len(calls))
        if len(calls) == 1:
            raise RuntimeError("database is locked")
        if len(calls) == 3:
            enough.set()

    async def live():
        async with sweeping(sweep, every=0)(None):
            await asyncio.to_thread(enough.wait, 5)

    with caplog.at_level(logging.ERROR):
        asyncio.run(live())
    assert len(calls) >= 3
    assert "trying again" in caplog.text


def test_streamlit_recognises_the_launcher():
    from streamlit.web.server.app_discovery import discover_asgi_app

    found = discover_asgi_app(ROOT / "streamlit_app.py")
    assert found.import_string == "streamlit_app:app"


def test_what_is_due_before_runs_once_and_may_fail():
    calls = []
    swept = threading.Event()

    def before():
        calls.append("before")
        raise RuntimeError("no rubrics")

    def sweep():
        calls.append("sweep")
        swept.set()

    async def live():
        async with sweeping(sweep, before=before, every=0)(None):
            await asyncio.to_thread(swept.wait, 5)

    asyncio.run(live())
    assert calls[:2] == ["before", "sweep"]
    assert calls.count("before") == 1


def test_warming_up_spares_the_garbage_collector():
    """Streamlit collects after every run of a page; the scorer's libraries cost 0.3 s of it."""
    script = """
import gc
from practice.service import Catalogue
from practice.warming import warm_up
warm_up(Catalogue())
print(gc.get_freeze_count(), len(gc.get_objects()))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    frozen, watched = map(int, done.stdout.split())
    assert watched < frozen / 20
