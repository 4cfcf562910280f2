"""Putting a backup in the place of a database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from practice.storage.engine import Database
from practice.storage.errors import NotABackup
from practice.storage.migrating import (
    back_up,
    backup_path,
    bring_up_to_date,
    find_version,
    refuse_newer,
)

if TYPE_CHECKING:
    from pathlib import Path


def restore(source: Path, url: str) -> Path | None:
    """Replace what a database holds by what a backup holds.

    What the database held is kept in a file beside it.

    Parameters
    ----------
    source : Path
        A backup, by whichever version of the app.
    url : str
        SQLAlchemy URL of the database.

    Returns
    -------
    Path or None
        Where the former content is; None if there was none.

    Raises
    ------
    NotABackup
        If the file is none; nothing is changed then.
    DatabaseTooNew
        If a later version of the app made the backup; nothing is changed then.
    StorageUnavailable
        If the database cannot be written just now.
    """
    refuse_newer(_read_version(source))
    database = Database(url)
    try:
        with database.reading() as connection:
            version = find_version(connection)
        kept = None if version is None else backup_path(database, version)
        if kept is not None:
            back_up(database, kept)
        _copy(source, database)
        bring_up_to_date(database)
    finally:
        database.close()
    return kept


def _read_version(source: Path) -> str:
    try:
        with closing(_open(source)) as connection:
            [(verdict,)] = connection.execute("PRAGMA quick_check(1)").fetchall()
            [(version,)] = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except (sqlite3.Error, ValueError) as error:
        raise NotABackup(source) from error
    if verdict != "ok":
        raise NotABackup(source)
    return str(version)


def _copy(source: Path, database: Database) -> None:
    with closing(_open(source)) as backup, database.autocommitting() as connection:
        target = connection.connection.driver_connection
        assert isinstance(target, sqlite3.Connection)  # noqa: S101, tells the type checker
        backup.backup(target)


def _open(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
