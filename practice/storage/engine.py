"""Connections to the database: short transactions, one writer at a time."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from sqlalchemy import StaticPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from practice.storage.errors import StorageUnavailable, UnsupportedDatabase, find_reason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Engine

WAIT_SECONDS = 5.0
"""How long to wait for another writer before giving up."""

_PAUSE_SECONDS = 0.01
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # An acknowledged save must outlive a power cut.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


class Database:
    """An engine and the rules by which transactions use it.

    Parameters
    ----------
    url : str
        SQLAlchemy URL of a SQLite database.
    wait : float, optional
        Seconds to wait for another writer before giving up.

    Raises
    ------
    UnsupportedDatabase
        If the URL names anything else.
    """

    def __init__(self, url: str, wait: float = WAIT_SECONDS) -> None:
        self.url = _sqlite_url(url)
        self.engine = _make_engine(self.url, wait)
        self._wait = wait
        # SQLite's own waiting is by polling; threads of one process can do better.
        self._writer = Lock()
        self._shares_connection = isinstance(self.engine.pool, StaticPool)

    @property
    def folder(self) -> Path | None:
        """Where the file lies; None for a database in memory."""
        return None if self._shares_connection else Path(str(self.url.database)).parent

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the database.

        Raises
        ------
        StorageUnavailable
            If the database cannot be read just now.
        """
        if self._shares_connection:
            with self.writing() as connection:
                yield connection
        else:
            with _clear_errors(), self.engine.connect() as connection:
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction that no other can interfere with; commit it at the end.

        Raises
        ------
        StorageUnavailable
            If the database cannot be written just now; nothing is stored then.
        """
        with self._alone(), _clear_errors(), self.engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def restructuring(self) -> Iterator[Connection]:
        """Open a writing transaction in which foreign keys are asleep.

        With them awake, replacing a table would empty those that point to it.

        Raises
        ------
        StorageUnavailable
            If the database cannot be written just now; nothing is changed then.
        """
        with self._alone(), self.autocommitting() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.commit()
            finally:
                connection.rollback()
                connection.exec_driver_sql("PRAGMA foreign_keys = ON")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._writer.acquire(timeout=self._wait):
            raise StorageUnavailable("locked")
        try:
            yield
        finally:
            self._writer.release()

    @contextmanager
    def autocommitting(self) -> Iterator[Connection]:
        """Open a connection outside any transaction, as SQLite's own commands want it.

        Raises
        ------
        StorageUnavailable
            If the database cannot be used just now.
        """
        with _clear_errors(), self.engine.connect() as connection:
            yield connection.execution_options(outside_transaction=True)

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _sqlite_url(text: str) -> URL:
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise UnsupportedDatabase(text) from error
    if url.get_backend_name() != "sqlite":
        raise UnsupportedDatabase(url.render_as_string())
    return url


def _make_engine(url: URL, wait: float) -> Engine:
    in_memory = url.database in (None, "", ":memory:")
    pool: dict[str, Any] = (
        {"poolclass": StaticPool} if in_memory else {"max_overflow": 40, "pool_timeout": wait}
    )
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": wait}, **pool)

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        # The driver begins transactions late and never for reading; we begin our own.
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            _set_when_free(connection, pragma, wait)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _set_when_free(connection: sqlite3.Connection, pragma: str, wait: float) -> None:
    # SQLite does not wait by itself where another program turns the same new file to WAL.
    give_up = time.monotonic() + wait
    while True:
        try:
            connection.execute(pragma)
        except sqlite3.OperationalError as error:
            if find_reason(str(error)) != "locked" or time.monotonic() >= give_up:
                raise
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if not options.get("outside_transaction"):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


@contextmanager
def _clear_errors() -> Iterator[None]:
    try:
        yield
    except PoolTimeout as error:
        raise StorageUnavailable("locked") from error
    # The driver's own error escapes where a connection is being prepared.
    except (DatabaseError, sqlite3.DatabaseError) as error:
        reason = find_reason(str(error))
        if reason is None:
            raise
        raise StorageUnavailable(reason) from error
