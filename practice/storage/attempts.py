"""Submitted attempts and what was recorded while they were written."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from practice.attempts import Attempt, LateText, TimeRecord
from practice.saving import PaceEvent
from practice.storage.schema import attempts, deletions, late_texts, time_records
from practice.storage.searching import index_attempt

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

_COPIED = tuple(
    column.name for column in attempts.columns if column.name in Attempt.__dataclass_fields__
)


class Attempts:
    """What has been submitted, inside one transaction."""

    def __init__(self, connection: Connection, *, by_index: bool = False) -> None:
        self._connection = connection
        self._by_index = by_index

    def add(self, attempt: Attempt) -> None:
        """Store an attempt, once and for all."""
        row = {name: getattr(attempt, name) for name in _COPIED}
        self._connection.execute(insert(attempts), row | {"words": attempt.words})
        if self._by_index:
            index_attempt(self._connection, attempt)

    def find(self, attempt_id: str) -> Attempt | None:
        """Return an attempt, deleted or not; None if unknown."""
        query = select(attempts).where(attempts.c.id == attempt_id)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else _attempt(row)

    def delete(self, attempt_id: str, moment: datetime) -> None:
        """Put an attempt out of sight; deleting twice changes nothing."""
        row = {"attempt_id": attempt_id, "deleted_at": moment}
        self._connection.execute(insert_or(deletions).on_conflict_do_nothing(), row)

    def restore(self, attempt_id: str) -> None:
        """Undo a deletion."""
        self._connection.execute(delete(deletions).where(deletions.c.attempt_id == attempt_id))

    def deleted_at(self, attempt_id: str) -> datetime | None:
        """Return when an attempt was deleted; None if it was not."""
        query = select(deletions.c.deleted_at).where(deletions.c.attempt_id == attempt_id)
        return self._connection.scalar(query)

    def add_late_text(self, late: LateText) -> None:
        """Keep text that came after the attempt was closed; the same save only once."""
        self._connection.execute(insert_or(late_texts).on_conflict_do_nothing(), asdict(late))

    def late_texts(self, attempt_id: str) -> tuple[LateText, ...]:
        """Return what came too late, in the order in which it came."""
        query = select(late_texts).where(late_texts.c.attempt_id == attempt_id)
        rows = self._connection.execute(query.order_by(late_texts.c.received_at, late_texts.c.seq))
        return tuple(LateText(**row._mapping) for row in rows)

    def knows_late(self, attempt_id: str, client_id: str, seq: int) -> bool:
        """Whether this save, or a later one of the same page, is kept already."""
        came = late_texts.c.attempt_id == attempt_id, late_texts.c.client_id == client_id
        return bool(self._connection.scalar(select(exists().where(*came, late_texts.c.seq >= seq))))

    def add_time_record(self, record: TimeRecord) -> None:
        """Store how the time of an attempt was used."""
        row = {"attempt_id": record.attempt_id, "events": [asdict(each) for each in record.events]}
        self._connection.execute(insert(time_records), row)

    def time_record(self, attempt_id: str) -> TimeRecord | None:
        """Return how the time of an attempt was used; None if nobody noted it."""
        query = select(time_records.c.events).where(time_records.c.attempt_id == attempt_id)
        events = self._connection.scalar(query)
        if events is None:
            return None
        return TimeRecord(
            attempt_id=attempt_id, events=tuple(PaceEvent(**event) for event in events)
        )


def _attempt(row: Row[tuple[object, ...]]) -> Attempt:
    return Attempt(**{name: getattr(row, name) for name in _COPIED})
