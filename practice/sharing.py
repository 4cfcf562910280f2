"""The one service of a server process: pages, routes and sweeper share it."""

from __future__ import annotations

from threading import Lock

from practice.service import Practice, open_practice

_opening = Lock()
_opened: list[Practice] = []


def shared_practice() -> Practice:
    """Return the learner's practice, opened at the first call.

    Raises
    ------
    DatabaseTooNew, StorageUnavailable, UnsupportedDatabase
        If the database cannot be opened; the next call tries again.
    """
    with _opening:
        if not _opened:
            _opened.append(open_practice())
        return _opened[0]
