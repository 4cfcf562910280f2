"""The way into the database."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from practice.storage.attempts import Attempts
from practice.storage.copies import Copies
from practice.storage.drafts import Drafts
from practice.storage.engine import Database
from practice.storage.grouping import Group
from practice.storage.housekeeping import Housekeeping
from practice.storage.listing import Listing
from practice.storage.migrating import back_up, bring_up_to_date
from practice.storage.remarks import RemarkTables
from practice.storage.reports import Reports
from practice.storage.searching import open_index
from practice.storage.sittings import Sittings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

T = TypeVar("T")


class Transaction:
    """Every table, as one moment knows it."""

    __slots__ = (
        "attempts",
        "copies",
        "drafts",
        "housekeeping",
        "listing",
        "remarks",
        "reports",
        "sittings",
    )

    def __init__(self, connection: Connection, *, by_index: bool = False) -> None:
        self.drafts = Drafts(connection)
        self.attempts = Attempts(connection, by_index=by_index)
        self.reports = Reports(connection)
        self.remarks = RemarkTables(connection)
        self.listing = Listing(connection, by_index=by_index)
        self.copies = Copies(connection)
        self.housekeeping = Housekeeping(connection)
        self.sittings = Sittings(connection)


class Store:
    """A database with the newest schema. Threads may share it.

    Parameters
    ----------
    database : Database
    by_index : bool, optional
        Whether words are looked up in an index.
    """

    def __init__(self, database: Database, *, by_index: bool = False) -> None:
        self._database = database
        self._by_index = by_index
        self._group = Group(self.writing)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """Open a transaction that sees one state of the database.

        Raises
        ------
        StorageUnavailable
            If the database cannot be read just now.
        """
        with self._database.reading() as connection:
            yield Transaction(connection, by_index=self._by_index)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """Open a transaction that stores all of its changes at the end, or none.

        Raises
        ------
        StorageUnavailable
            If the database cannot be written just now; nothing is stored then.
        """
        with self._database.writing() as connection:
            yield Transaction(connection, by_index=self._by_index)

    @property
    def folder(self) -> Path | None:
        """Where the database lies; None if it is in memory only."""
        return self._database.folder

    def write(self, act: Callable[[Transaction], T]) -> T:
        """Return what ``act`` returns, once it is stored; quicker than `writing` for many at once.

        It may be called twice, and must do nothing but use the transaction. What
        it raises is raised here, and nothing of it is stored then.

        Raises
        ------
        StorageUnavailable
            If the database cannot be written just now; nothing is stored then.
        """
        return self._group.run(act)

    def secret(self, name: str = "drafts") -> bytes:
        """Return a random key that outlives restarts, one per name."""
        with self.writing() as tables:
            return tables.housekeeping.secret(name)

    def back_up(self, target: Path) -> None:
        """Copy the database, as it is at this moment, to a new file.

        Raises
        ------
        FileExistsError
            If the file is there already.
        """
        back_up(self._database, target)

    def close(self) -> None:
        """Close every connection."""
        self._database.close()


def open_store(url: str) -> Store:
    """Open a database and bring it to the newest schema.

    Parameters
    ----------
    url : str
        SQLAlchemy URL, such as ``sqlite:////home/me/practice.db``.

    Raises
    ------
    DatabaseTooNew
        If a later version of the app wrote the database.
    StorageUnavailable
        If the database cannot be opened.
    """
    database = Database(url)
    bring_up_to_date(database)
    return Store(database, by_index=open_index(database))
