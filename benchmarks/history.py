"""Time the pages that show past attempts, with ten of them and with ten thousand.

Run as ``python benchmarks/history.py``. A few answers are written and marked, then copied in
the database, each with another date. Every figure is the best of a few runs, in milliseconds;
pages are run by Streamlit on the server's side, without a browser.
"""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import practice
from practice import sharing
from practice.history import AttemptFilter
from practice.saving import Save
from practice.service import Practice, open_practice
from practice.storage import Store
from scorer import load_exemplars

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (10, 1_000, 10_000)
WRITTEN = 10
PAGES = {"Past attempts": "past", "Start": "", "Practise": "practise", "Progress": "progress"}
COPY = """
INSERT INTO attempts SELECT id || '-' || :n, learner, prompt_id, prompt_text, max_marks,
  word_limit, mode, medium, started_at, deadline,
  strftime('%Y-%m-%d %H:%M:%f000', submitted_at, '-' || :n || ' hours'), ended_by, words,
  in_time_text, final_text, parent_id, sitting_id
FROM attempts WHERE id NOT LIKE '%-%'
"""
COPY_REPORTS = """
INSERT INTO reports (attempt_id, snapshot, signature, created_at, marks, coverage, band,
  dimensions, content)
SELECT attempt_id || '-' || :n, snapshot, signature, created_at, marks, coverage, band,
  dimensions, content
FROM reports WHERE attempt_id NOT LIKE '%-%'
"""


def write_some(url: str) -> None:
    """Hand in the first answers."""
    service = open_practice(url)
    for prompt in service.catalogue.prompts[:WRITTEN]:
        draft = service.start(prompt.id)
        text = load_exemplars(prompt.id)[0].answer
        service.save_draft(draft.id, Save(client_id="page", seq=1, base_rev=0, text=text))
        service.submit(draft.id)
    service.close()


def copy(path: Path, size: int) -> None:
    """Multiply the answers until there are as many as wanted."""
    rounds = [{"n": n} for n in range(1, size // WRITTEN)]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(COPY, rounds)
        connection.executemany(COPY_REPORTS, rounds)


def best(act: Callable[[], object], runs: int) -> float:
    """Return the fewest milliseconds that something takes."""

    def once() -> float:
        start = time.perf_counter()
        act()
        return 1000 * (time.perf_counter() - start)

    return min(once() for _ in range(runs))


def open_page(place: str) -> None:
    """Run a page, as a deep link does."""
    app = AppTest.from_file(str(Path(practice.__file__).with_name("app.py")), default_timeout=60)
    app._page_hash = calc_hash(place)
    app.run()
    assert not app.exception, app.exception


def steps(service: Practice) -> dict[str, Callable[[], object]]:
    """Return what is timed, by its name."""
    unindexed = Practice(Store(service.store._database), catalogue=service.catalogue)
    page = AttemptFilter(limit=20)
    rare = AttemptFilter(limit=20, search="paracetamol tariffs")
    pages = {f"page: {name}": lambda at=at: open_page(at) for name, at in PAGES.items()}
    return pages | {
        "twenty rows": lambda: service.attempts(page),
        "every row": service.attempts,
        "search, indexed": lambda: service.attempts(rare),
        "search, compared": lambda: unindexed.attempts(rare),
    }


def measure(size: int, runs: int) -> dict[str, float]:
    """Return the milliseconds of every step with so many attempts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practice.sqlite3"
        url = f"sqlite:///{path}"
        write_some(url)
        copy(path, size)
        opened = best(lambda: open_practice(url).close(), 1)
        service = open_practice(url)
        sharing._opened[:] = [service]
        assert service.count_attempts() == size
        times = {name: best(act, runs) for name, act in steps(service).items()}
        service.close()
    return {"first opening (fills the index)": opened} | times


def main() -> None:
    """Print one line per step, one column per number of attempts."""
    parser = argparse.ArgumentParser(description="Time the pages that show past attempts.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="numbers of attempts")
    parser.add_argument("--runs", type=int, default=3, help="runs of every step")
    given = parser.parse_args()
    columns = [measure(size, given.runs) for size in given.sizes]
    print(f"{'milliseconds with':34}" + "".join(f"{size:>10,}" for size in given.sizes))
    for name in columns[0]:
        print(f"{name:34}" + "".join(f"{column[name]:10.1f}" for column in columns))


if __name__ == "__main__":
    main()
