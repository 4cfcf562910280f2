"""Two hundred crashes of the server, and not one acknowledged save lost."""

import http.client
import json
import multiprocessing
import threading
import time
from contextlib import closing

import pytest
import uvicorn
from starlette.applications import Starlette

from practice.routes import save_routes
from practice.service import open_practice
from practice.tokens import sign_draft
from tests.browser.server import free_port

KILLS = 200


def serve(db_url: str, port: int) -> None:
    """Serve the save routes until killed."""
    service = open_practice(db_url)
    app = Starlette(routes=save_routes(lambda: service))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="critical")


class KillableServer:
    """The save routes in a process that has imported everything before it starts."""

    def __init__(self, db_url):
        self.db_url = db_url
        self.port = free_port()
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload([__name__, "practice.service.drafting"])

    def start(self):
        self._process = self._processes.Process(target=serve, args=(self.db_url, self.port))
        self._process.start()

    def kill(self):
        self._process.kill()
        self._process.join()
        self._process.close()


class RawWriter:
    """Saves as fast as it can, and remembers what was acknowledged."""

    def __init__(self, port, draft, token):
        self.port = port
        self.path = f"/api/drafts/{draft.id}"
        self.headers = {"X-Draft-Token": token, "Origin": f"http://127.0.0.1:{port}"}
        self.acknowledged = {}
        self.stop = threading.Event()
        self.thread = threading.Thread(target=self._save_forever)

    def _save_forever(self):
        seq = rev = 0
        while not self.stop.is_set():
            seq += 1
            try:
                rev = self._save(seq, rev)
            except (OSError, http.client.HTTPException):
                time.sleep(0.005)
            else:
                self.acknowledged[rev] = f"text number {seq}"

    def _save(self, seq, rev):
        body = {"client_id": "raw", "seq": seq, "base_rev": rev, "text": f"text number {seq}"}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)) as server:
            server.request("POST", self.path, json.dumps(body), self.headers)
            answer = server.getresponse()
            assert answer.status == 200
            return json.loads(answer.read())["rev"]


@pytest.mark.slow
def test_two_hundred_kills_lose_no_acknowledged_save(tmp_path, record_property):
    db_url = f"sqlite:///{tmp_path / 'practice.sqlite3'}"
    practice = open_practice(db_url)
    draft = practice.start("pharma-api", mode="relaxed")
    server = KillableServer(db_url)
    writer = RawWriter(server.port, draft, sign_draft(practice.secret(), draft.learner, draft.id))
    writer.thread.start()
    try:
        for kill in range(KILLS):
            server.start()
            wait_for_more(writer.acknowledged)
            time.sleep(0.001 * (kill % 13))
            server.kill()
    finally:
        writer.stop.set()
        writer.thread.join()
    with practice.store.reading() as tables:
        revisions = tables.drafts.journal(draft.id, 0)
    journal = {revision.rev: revision.text for revision in revisions}
    practice.store.close()
    lost = {rev for rev, text in writer.acknowledged.items() if journal.get(rev) != text}
    record_property("acknowledged saves", len(writer.acknowledged))
    assert len(writer.acknowledged) > KILLS
    assert not lost


def wait_for_more(acknowledged, patience=60):
    before, give_up = len(acknowledged), time.monotonic() + patience
    while len(acknowledged) < before + 3:
        assert time.monotonic() < give_up, "the server does not answer"
        time.sleep(0.002)
