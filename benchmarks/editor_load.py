"""How much many writers cost: the editor beside a plain ``st.text_area``, in one run.

Run it from the checkout: ``python -m benchmarks.editor_load``.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from benchmarks.key_to_paint import print_key_to_paint
from benchmarks.load_clients import Tally, write_in_a_text_area, write_in_the_editor
from practice.service import open_practice
from practice.tokens import sign_draft
from tests.browser.server import WRITING, AppServer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

TEXT_AREA = Path(__file__).with_name("text_area_app.py")
HEAD = (
    "| app | writers | core | save p50 | p95 | max | runs/min/writer | body p95 | lost |\n"
    "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
)


def main() -> None:
    """Print the load table, then the time from key to paint."""
    options = _parse_options()
    print(HEAD)
    for writers in options.writers:
        for measure in (measure_editor, measure_text_area):
            with tempfile.TemporaryDirectory() as folder:
                measure(Path(folder), writers, options.seconds)
    print()
    print_key_to_paint()


def measure_editor(folder: Path, writers: int, seconds: float) -> None:
    """Print the row of the product's editor."""
    server = AppServer(folder, WRITING, ["warm"])
    server.start()
    wait_for_rest(server)
    practice = open_practice(server.db_url)
    try:
        drafts = [practice.start("pharma-api") for _ in range(writers)]
        tallies = [Tally() for _ in drafts]
        secret = practice.secret()
        ready = asyncio.Barrier(writers + 1)
        work = [
            write_in_the_editor(
                server.url,
                draft,
                sign_draft(secret, draft.learner, draft.id),
                seconds,
                tally,
                ready,
            )
            for draft, tally in zip(drafts, tallies, strict=True)
        ]
        core = asyncio.run(_measured(server, work, seconds, ready))
        kept = [practice.get_draft(draft.id).text for draft in drafts]
        _print_row("editor", tallies, core, seconds, kept)
    finally:
        practice.store.close()
        server.kill()


def measure_text_area(folder: Path, writers: int, seconds: float) -> None:
    """Print the row of the plain app."""
    answers = folder / "answers.sqlite3"
    server = AppServer(folder, TEXT_AREA, [str(answers)])
    server.start()
    try:
        names = [f"writer{n}" for n in range(writers)]
        tallies = [Tally() for _ in names]
        ready = asyncio.Barrier(writers + 1)
        work = [
            write_in_a_text_area(server.url, name, seconds, tally, ready)
            for name, tally in zip(names, tallies, strict=True)
        ]
        core = asyncio.run(_measured(server, work, seconds, ready))
        with sqlite3.connect(answers) as database:
            stored = dict(database.execute("SELECT id, text FROM answers"))
        kept = [stored.get(name, "") for name in names]
        _print_row("st.text_area", tallies, core, seconds, kept)
    finally:
        server.kill()


async def _measured(
    server: AppServer,
    work: Sequence[Awaitable[None]],
    seconds: float,
    ready: asyncio.Barrier,
) -> float:
    """Return the share of a core that the server used while everybody was writing."""
    writing = asyncio.gather(*work)
    await ready.wait()
    before, started = server.cpu_seconds(), time.perf_counter()
    await asyncio.sleep(seconds * 0.9)
    used = (server.cpu_seconds() - before) / (time.perf_counter() - started)
    await writing
    return used


def wait_for_rest(server: AppServer) -> None:
    """Wait until the server has warmed up."""
    used = float("inf")
    while used > 0.1:
        before = server.cpu_seconds()
        time.sleep(1)
        used = server.cpu_seconds() - before


def _print_row(
    app: str, tallies: Sequence[Tally], core: float, seconds: float, kept: Sequence[str]
) -> None:
    latencies = sorted(latency * 1000 for tally in tallies for latency in tally.latencies)
    runs = sum(tally.runs for tally in tallies) / len(tallies) * 60 / seconds
    body = _tail([size for tally in tallies for size in tally.body_bytes])
    lost = sum(
        len(tally.text) - len(text) if tally.text.startswith(text) else len(tally.text)
        for tally, text in zip(tallies, kept, strict=True)
    )
    print(
        f"| {app} | {len(tallies)} | {core:.1%} | {median(latencies):.1f} ms "
        f"| {_tail(latencies):.1f} ms | {latencies[-1]:.0f} ms "
        f"| {runs:.1f} | {body:.0f} B | {lost} |",
        flush=True,
    )


def _tail(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1]


def _parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=40, help="how long everybody writes")
    parser.add_argument("--writers", type=int, nargs="+", default=[1, 20, 50, 100])
    return parser.parse_args()


if __name__ == "__main__":
    main()
