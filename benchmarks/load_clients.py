"""Writers without a browser: what their pages would send, and nothing else."""

from __future__ import annotations

import asyncio
import json
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

if TYPE_CHECKING:
    from practice.attempts import Draft

WORDS = 2000
EVERY_SECONDS = 2.0
TYPED_BETWEEN = "ten letters "


@dataclass
class Tally:
    """What one writer has seen."""

    latencies: list[float] = field(default_factory=list)
    body_bytes: list[int] = field(default_factory=list)
    runs: int = 0
    text: str = ""


class PageSession:
    """The connection that Streamlit's front end holds, with its reruns."""

    def __init__(self, url: str, query: str, tally: Tally) -> None:
        self.url = url.replace("http", "ws") + "/_stcore/stream"
        self.query = query
        self.tally = tally
        self.text_area = ""
        self.timer = 0.0
        self._fragment = ""
        self._page = ""
        self._finished = asyncio.Event()

    async def open(self) -> None:
        """Connect, run the script once, and listen from then on."""
        self._socket = await websockets.connect(self.url, max_size=None, subprotocols=["streamlit"])
        self._listening = asyncio.create_task(self._listen())
        await self.rerun(None, whole=True)

    async def close(self) -> None:
        """Hang up."""
        self._listening.cancel()
        with suppress(asyncio.CancelledError):
            await self._listening
        await self._socket.close()

    async def rerun(self, text: str | None, *, whole: bool = False) -> None:
        """Send the widgets' state, and wait until the script has run."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string = self.query
        state.page_script_hash = self._page
        if not whole:
            state.fragment_id = self._fragment
        if text is not None:
            state.widget_states.widgets.add(id=self.text_area, string_value=text)
        self._finished.clear()
        await self._socket.send(message.SerializeToString())
        await self._finished.wait()

    async def _listen(self) -> None:
        async for raw in self._socket:
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._page = message.navigation.page_script_hash
            elif kind == "auto_rerun":
                self.timer = message.auto_rerun.interval
                self._fragment = message.auto_rerun.fragment_id
            elif kind == "delta" and message.delta.new_element.HasField("text_area"):
                self.text_area = message.delta.new_element.text_area.id
            elif kind == "script_finished":
                self.tally.runs += 1
                self._finished.set()


async def write_in_the_editor(
    url: str, draft: Draft, token: str, seconds: float, tally: Tally, ready: asyncio.Barrier
) -> None:
    """Save a splice over HTTP every two seconds; rerun when the page's timer says so.

    Nobody begins before everybody has opened the page: what opening costs is another question.
    """
    session = PageSession(url, f"draft={draft.id}", tally)
    await session.open()
    host = url.removeprefix("http://")
    reader, writer = await asyncio.open_connection(*host.split(":"))
    head = (
        f"POST /api/drafts/{draft.id} HTTP/1.1\r\nHost: {host}\r\nOrigin: {url}\r\n"
        f"X-Draft-Token: {token}\r\nContent-Type: application/json\r\nContent-Length: "
    )
    tally.text = " ".join(f"word{n:04}" for n in range(WORDS)) + " "
    body = {"client_id": "abcdefgh", "seq": 1, "base_rev": 0, "text": tally.text}
    reply = await _post(reader, writer, head, body)
    await ready.wait()
    tally.runs = 0
    timer = asyncio.create_task(_rerun_on_time(session))
    await asyncio.sleep(random.uniform(0, EVERY_SECONDS))  # noqa: S311
    for seq in range(2, 2 + int(seconds / EVERY_SECONDS)):
        started = time.perf_counter()
        body = _splice(tally.text, seq, reply["rev"])
        tally.body_bytes.append(len(json.dumps(body, separators=(",", ":"))))
        reply = await _post(reader, writer, head, body)
        tally.latencies.append(time.perf_counter() - started)
        tally.text += TYPED_BETWEEN
        await asyncio.sleep(max(0.0, EVERY_SECONDS - (time.perf_counter() - started)))
    timer.cancel()
    writer.close()
    await session.close()


def _splice(text: str, seq: int, rev: int) -> dict[str, object]:
    length = len(text)
    change = {
        "at": length,
        "del": 0,
        "ins": TYPED_BETWEEN,
        "len": length + len(TYPED_BETWEEN),
        "base_len": length,
    }
    head = {"client_id": "abcdefgh", "seq": seq, "base_rev": rev}
    return head | {"splice": change, "written_at": round(time.time(), 3)}


async def _post(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, head: str, body: object
) -> dict[str, int]:
    raw = json.dumps(body, separators=(",", ":")).encode()
    writer.write(f"{head}{len(raw)}\r\n\r\n".encode() + raw)
    answer = await reader.readuntil(b"\r\n\r\n")
    fields = dict(line.split(": ", 1) for line in answer.decode().lower().split("\r\n")[1:-2])
    content: dict[str, int] = json.loads(await reader.readexactly(int(fields["content-length"])))
    return content


async def _rerun_on_time(session: PageSession) -> None:
    # Real pages were opened at different times.
    await asyncio.sleep(random.uniform(0, session.timer))  # noqa: S311
    while True:
        await session.rerun(None)
        await asyncio.sleep(session.timer)


async def write_in_a_text_area(
    url: str, name: str, seconds: float, tally: Tally, ready: asyncio.Barrier
) -> None:
    """Rerun every second, every other time with a changed text."""
    session = PageSession(url, f"writer={name}", tally)
    await session.open()
    tally.text = " ".join(f"word{n:04}" for n in range(WORDS)) + " "
    await session.rerun(tally.text)
    await ready.wait()
    tally.runs = 0
    await asyncio.sleep(random.uniform(0, 1))  # noqa: S311
    ends = time.perf_counter() + seconds
    changes = False
    while time.perf_counter() < ends:
        changes = not changes
        tally.text += TYPED_BETWEEN if changes else ""
        started = time.perf_counter()
        await session.rerun(tally.text)
        if changes:
            tally.latencies.append(time.perf_counter() - started)
            tally.body_bytes.append(len(tally.text))
        await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - started)))
    await session.close()
