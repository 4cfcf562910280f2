"""Copies marked by ticking."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, literal_column, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from practice.copies import Copy
from practice.storage.schema import copies

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection


_INSERTED: ColumnElement[int] = literal_column("rowid")
"""Stays where it is when a copy is marked again."""


class Copies:
    """The piles, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, copy: Copy) -> None:
        """Store a copy, in the place of what was stored under its id."""
        row = asdict(copy)
        new = insert_or(copies).values(row)
        self._connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=row))

    def of(self, learner: str, prompt_id: str) -> tuple[Copy, ...]:
        """Return the pile of a prompt, in the order in which it was marked."""
        mine = select(copies).where(copies.c.learner == learner, copies.c.prompt_id == prompt_id)
        rows = self._connection.execute(mine.order_by(_INSERTED))
        return tuple(Copy(**row._mapping) for row in rows)

    def remove(self, learner: str, copy_id: str) -> None:
        """Take a copy out of its pile; one that is not there is no mistake."""
        mine = copies.c.learner == learner, copies.c.id == copy_id
        self._connection.execute(delete(copies).where(*mine))
