"""Sittings, and when the learner turned to which answer."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import exists, insert, select

from practice.sittings import Place, Sitting, Visit
from practice.storage.schema import drafts, sitting_visits, sittings

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

_COPIED = ("id", "title", "mode", "started_at", "deadline", "learner")


class Sittings:
    """Sittings, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, sitting: Sitting) -> None:
        """Store a sitting; one that is there already stays as it is."""
        if self.find(sitting.id) is not None:
            return
        row = {name: getattr(sitting, name) for name in _COPIED}
        row |= {"places": [asdict(place) for place in sitting.places]}
        self._connection.execute(insert(sittings), row)
        for visit in sitting.visits:
            self.add_visit(sitting.id, visit)

    def find(self, sitting_id: str) -> Sitting | None:
        """Return a sitting; None if unknown."""
        query = select(sittings).where(sittings.c.id == sitting_id)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else self._sitting(row)

    def all(self, learner: str) -> tuple[Sitting, ...]:
        """Return every sitting of a learner, newest first."""
        query = select(sittings).where(sittings.c.learner == learner)
        rows = self._connection.execute(query.order_by(sittings.c.started_at.desc()))
        return tuple(self._sitting(row) for row in rows.all())

    def open_ones(self, learner: str) -> tuple[Sitting, ...]:
        """Return the sittings with answers that are being written, newest first."""
        written = exists().where(drafts.c.sitting_id == sittings.c.id, drafts.c.state == "open")
        query = select(sittings).where(sittings.c.learner == learner, written)
        rows = self._connection.execute(query.order_by(sittings.c.started_at.desc()))
        return tuple(self._sitting(row) for row in rows.all())

    def add_visit(self, sitting_id: str, visit: Visit) -> None:
        """Remember that the learner turned to an answer."""
        row = {"sitting_id": sitting_id, "at": visit.at, "answer_id": visit.answer_id}
        self._connection.execute(insert(sitting_visits), row)

    def _sitting(self, row: Row[tuple[object, ...]]) -> Sitting:
        query = select(sitting_visits).where(sitting_visits.c.sitting_id == row.id)
        visits = self._connection.execute(query.order_by(sitting_visits.c.id))
        return Sitting(
            **{name: getattr(row, name) for name in _COPIED},
            places=tuple(Place(**place) for place in row.places),
            visits=tuple(Visit(at=each.at, answer_id=each.answer_id) for each in visits),
        )
