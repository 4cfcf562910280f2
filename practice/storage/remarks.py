"""What people said about attempts: disputes, notes, tags, marks of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from practice.remarks import Dispute, Note, Remarks, SelfMark, TeacherMark
from practice.storage.schema import (
    attempts,
    deletions,
    disputes,
    notes,
    self_marks,
    tags,
    teacher_marks,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Select, Table

_DISPUTES = select(disputes, attempts.c.prompt_id).join(attempts).order_by(disputes.c.created_at)


class RemarkTables:
    """What is said beside attempts, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, attempt_id: str) -> Remarks:
        """Return everything said about one attempt."""
        return Remarks(
            disputes=self._disputes(_DISPUTES.where(disputes.c.attempt_id == attempt_id)),
            notes=tuple(Note(**row) for row in self._rows(notes, attempt_id)),
            tags=self.tags(attempt_id),
            self_mark=self.self_mark(attempt_id),
            teacher_marks=tuple(
                TeacherMark(**row) for row in self._rows(teacher_marks, attempt_id)
            ),
        )

    def add(self, attempt_id: str, remarks: Remarks) -> None:
        """Store remarks; those that are there already stay as they are."""
        for dispute in remarks.disputes:
            self.add_dispute(dispute)
        for note in remarks.notes:
            self.add_note(note)
        for mark in remarks.teacher_marks:
            self.add_teacher_mark(mark)
        if remarks.self_mark is not None and self.self_mark(attempt_id) is None:
            self.add_self_mark(remarks.self_mark)
        self.set_tags(attempt_id, {*self.tags(attempt_id), *remarks.tags})

    def add_dispute(self, dispute: Dispute) -> None:
        """Store an objection."""
        row = _values(dispute, disputes)
        self._connection.execute(insert_or(disputes).on_conflict_do_nothing(), row)

    def remove_dispute(self, dispute_id: str) -> None:
        """Take an objection back."""
        self._connection.execute(delete(disputes).where(disputes.c.id == dispute_id))

    def disputes(self, learner: str) -> tuple[Dispute, ...]:
        """Return a learner's objections to attempts that are not deleted, oldest first."""
        deleted = exists().where(deletions.c.attempt_id == attempts.c.id)
        return self._disputes(_DISPUTES.where(attempts.c.learner == learner, ~deleted))

    def add_note(self, note: Note) -> None:
        """Store a note."""
        self._connection.execute(insert_or(notes).on_conflict_do_nothing(), _values(note, notes))

    def remove_note(self, note_id: str) -> None:
        """Delete a note."""
        self._connection.execute(delete(notes).where(notes.c.id == note_id))

    def tags(self, attempt_id: str) -> tuple[str, ...]:
        """Return an attempt's tags in alphabetical order."""
        query = select(tags.c.tag).where(tags.c.attempt_id == attempt_id).order_by(tags.c.tag)
        return tuple(self._connection.scalars(query))

    def set_tags(self, attempt_id: str, wanted: Iterable[str]) -> None:
        """Give an attempt exactly these tags."""
        self._connection.execute(delete(tags).where(tags.c.attempt_id == attempt_id))
        rows = [{"attempt_id": attempt_id, "tag": tag} for tag in sorted(set(wanted))]
        if rows:
            self._connection.execute(insert(tags), rows)

    def self_mark(self, attempt_id: str) -> SelfMark | None:
        """Return the marks that the learner gave; None if there are none."""
        rows = self._rows(self_marks, attempt_id)
        return SelfMark(**rows[0]) if rows else None

    def self_marks(self, learner: str) -> tuple[SelfMark, ...]:
        """Return the marks that a learner gave to attempts that are not deleted."""
        deleted = exists().where(deletions.c.attempt_id == attempts.c.id)
        query = select(self_marks).join(attempts).where(attempts.c.learner == learner, ~deleted)
        return tuple(SelfMark(**row._mapping) for row in self._connection.execute(query))

    def add_self_mark(self, mark: SelfMark) -> None:
        """Store the learner's own marks in place of earlier ones."""
        mine = self_marks.c.attempt_id == mark.attempt_id
        self._connection.execute(delete(self_marks).where(mine))
        self._connection.execute(insert(self_marks), _values(mark, self_marks))

    def add_teacher_mark(self, mark: TeacherMark) -> None:
        """Store a teacher's marks."""
        row = _values(mark, teacher_marks)
        self._connection.execute(insert_or(teacher_marks).on_conflict_do_nothing(), row)

    def _rows(self, table: Table, attempt_id: str) -> list[dict[str, Any]]:
        query = select(table).where(table.c.attempt_id == attempt_id)
        rows = self._connection.execute(query.order_by(table.c.created_at))
        return [dict(row._mapping) for row in rows]

    def _disputes(self, query: Select[tuple[object, ...]]) -> tuple[Dispute, ...]:
        return tuple(Dispute(**row._mapping) for row in self._connection.execute(query))


def _values(remark: object, table: Table) -> dict[str, object]:
    return {column.name: getattr(remark, column.name) for column in table.columns}
