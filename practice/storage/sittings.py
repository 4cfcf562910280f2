"""Sittings, and when the learner turned to which answer."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import exists, func, insert, select

from practice.sittings import Place, Sitting, Visit, time_answers
from practice.storage.schema import attempts, drafts, sitting_visits, sittings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

    from practice.sittings import AnswerTime

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
        return next(self._found(select(sittings).where(sittings.c.id == sitting_id)), None)

    def all(self, learner: str) -> tuple[Sitting, ...]:
        """Return every sitting of a learner, newest first."""
        return tuple(self._found(select(sittings).where(sittings.c.learner == learner)))

    def open_ones(self, learner: str) -> tuple[Sitting, ...]:
        """Return the sittings with answers that are being written, newest first."""
        written = exists().where(drafts.c.sitting_id == sittings.c.id, drafts.c.state == "open")
        return tuple(self._found(select(sittings).where(sittings.c.learner == learner, written)))

    def times(self, sitting_ids: Iterable[str]) -> Mapping[str, AnswerTime]:
        """Return how long the learner was at each answer of some sittings, by its id."""
        wanted = set(sitting_ids)
        if not wanted:
            return {}
        found = self._found(select(sittings).where(sittings.c.id.in_(wanted)))
        ends = self._ends(wanted)
        return {
            answer_id: time
            for sitting in found
            if sitting.id in ends
            for answer_id, time in time_answers(sitting, ends[sitting.id]).items()
        }

    def add_visit(self, sitting_id: str, visit: Visit) -> None:
        """Remember that the learner turned to an answer."""
        row = {"sitting_id": sitting_id, "at": visit.at, "answer_id": visit.answer_id}
        self._connection.execute(insert(sitting_visits), row)

    def _ends(self, sitting_ids: set[str]) -> Mapping[str, datetime]:
        """Return when the last answer of each sitting was handed in."""
        query = select(attempts.c.sitting_id, func.max(attempts.c.submitted_at).label("end"))
        query = query.where(attempts.c.sitting_id.in_(sitting_ids)).group_by(attempts.c.sitting_id)
        return {row.sitting_id: row.end for row in self._connection.execute(query)}

    def _found(self, query: Select[tuple[object, ...]]) -> Iterator[Sitting]:
        rows = self._connection.execute(query.order_by(sittings.c.started_at.desc())).all()
        visits = self._visits([row.id for row in rows])
        return (_sitting(row, visits.get(row.id, ())) for row in rows)

    def _visits(self, sitting_ids: Sequence[str]) -> Mapping[str, Sequence[Visit]]:
        query = select(sitting_visits).where(sitting_visits.c.sitting_id.in_(sitting_ids))
        found: dict[str, list[Visit]] = {}
        for row in self._connection.execute(query.order_by(sitting_visits.c.id)):
            visit = Visit(at=row.at, answer_id=row.answer_id)
            found.setdefault(row.sitting_id, []).append(visit)
        return found


def _sitting(row: Row[tuple[object, ...]], visits: Sequence[Visit]) -> Sitting:
    return Sitting(
        **{name: getattr(row, name) for name in _COPIED},
        places=tuple(Place(**place) for place in row.places),
        visits=tuple(visits),
    )
