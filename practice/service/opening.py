"""Opening the learner's database, wherever it is."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from platformdirs import user_data_path

from practice.clock import Clock
from practice.own import OwnQuestions
from practice.service.catalogue import Catalogue
from practice.service.practice import Practice
from practice.storage import StorageUnavailable, Store, open_store

URL_VARIABLE = "MAINS_PRACTICE_DB"
"""Names another database, as an SQLAlchemy URL."""

QUESTIONS_VARIABLE = "MAINS_PRACTICE_QUESTIONS"
"""Names another folder for the learner's own questions."""

BRIDGED = timedelta(hours=12)
"""A draft last touched longer ago says nothing about the clock."""


def open_practice(url: str | None = None) -> Practice:
    """Open a database, bring it to the newest schema and take up its clock.

    Parameters
    ----------
    url : str, optional
        SQLAlchemy URL. If not given, what ``MAINS_PRACTICE_DB`` says, else a
        file in the user's data folder.

    Raises
    ------
    DatabaseTooNew
        If a later version of the app wrote the database.
    StorageUnavailable
        If the database cannot be opened.
    UnsupportedDatabase
        If the URL names something other than a SQLite database.
    """
    store = open_store(url or find_url())
    clock = Clock()
    bridge_restart(store, clock)
    return Practice(store, clock=clock, catalogue=Catalogue(own=OwnQuestions(_folder(store))))


def find_url() -> str:
    """Return the URL of the learner's database: what ``MAINS_PRACTICE_DB`` says, or the usual.

    Raises
    ------
    StorageUnavailable
        If the folder of the usual one cannot be made.
    """
    return os.environ.get(URL_VARIABLE) or default_url()


def default_url() -> str:
    """Return the URL of the database in the user's data folder; make the folder.

    Raises
    ------
    StorageUnavailable
        If the folder cannot be made.
    """
    folder = Path(user_data_path("mains-practice", appauthor=False))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageUnavailable("unreachable") from error
    return f"sqlite:///{folder / 'practice.db'}"


def _folder(store: Store) -> Path:
    """Return where own questions lie: where the environment says, else beside the database."""
    named = os.environ.get(QUESTIONS_VARIABLE)
    if named:
        return Path(named)
    beside = store.folder or Path(user_data_path("mains-practice", appauthor=False))
    return beside / "questions"


def bridge_restart(store: Store, clock: Clock) -> None:
    """Make a new clock go on from that of the last run, if a timed draft is open.

    What the last run knew of changes to the system clock still holds, and time
    does not go back before the last save.
    """
    with store.reading() as tables:
        timed = [
            (started, saved)
            for started, saved in tables.drafts.timed()
            if abs(clock.now() - saved) < BRIDGED
        ]
        if not timed:
            return
        offset = tables.housekeeping.clock_offset(min(started for started, _ in timed))
    clock.bridge(max(saved for _, saved in timed), offset)
