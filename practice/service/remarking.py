"""What a learner or a teacher says about an attempt."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from practice.candidates import dump_candidates
from practice.remarks import Dispute, Note, SelfMark, TeacherMark
from practice.service.core import Core, new_id
from practice.service.reviewing import get_attempt
from scorer.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from practice.remarks import DisputeKind
    from practice.storage import Transaction


class Remarking(Core):
    """Disputes, notes, tags and marks beside the tool's own."""

    def dispute(
        self,
        attempt_id: str,
        point_id: str | None,
        kind: DisputeKind = "said_this",
        words: str = "",
    ) -> Dispute:
        """Object to what the tool found; the same objection is stored once.

        Parameters
        ----------
        attempt_id : str
        point_id : str or None
            None for a point that the rubric does not list.
        kind : {"said_this", "other_point"}, optional
        words : str, optional
            Where or how the learner said it.

        Raises
        ------
        UnknownRecord
            If there is no such attempt.
        """
        with self.store.writing() as tables:
            attempt = get_attempt(tables, attempt_id)
            dispute = Dispute(
                id=new_id(),
                attempt_id=attempt_id,
                prompt_id=attempt.prompt_id,
                point_id=point_id,
                kind=kind,
                words=clean_text(words),
                created_at=self.now(),
            )
            return _find_same(tables.remarks.of(attempt_id).disputes, dispute) or _added(
                tables, dispute
            )

    def withdraw_dispute(self, dispute_id: str) -> None:
        """Take an objection back."""
        with self.store.writing() as tables:
            tables.remarks.remove_dispute(dispute_id)

    def disputes(self) -> tuple[Dispute, ...]:
        """Return every objection to attempts that are in sight, oldest first."""
        with self.store.reading() as tables:
            return tables.remarks.disputes(self.learner)

    def export_candidates(self) -> str:
        """Return the objections as YAML, for whoever writes the rubrics."""
        return dump_candidates(self.disputes(), self.catalogue.find_rubric)

    def add_note(self, attempt_id: str, text: str) -> Note:
        """Write a note beside an attempt.

        Raises
        ------
        UnknownRecord
            If there is no such attempt.
        """
        note = Note(
            id=new_id(), attempt_id=attempt_id, text=clean_text(text), created_at=self.now()
        )
        with self._beside(attempt_id) as tables:
            tables.remarks.add_note(note)
        return note

    def remove_note(self, note_id: str) -> None:
        """Delete a note."""
        with self.store.writing() as tables:
            tables.remarks.remove_note(note_id)

    def set_tags(self, attempt_id: str, tags: Iterable[str]) -> None:
        """Give an attempt exactly these tags; blanks around them do not count.

        Raises
        ------
        UnknownRecord
            If there is no such attempt.
        """
        words = {" ".join(clean_text(tag).split()) for tag in tags} - {""}
        with self._beside(attempt_id) as tables:
            tables.remarks.set_tags(attempt_id, words)

    def mark_myself(self, attempt_id: str, marks: float) -> SelfMark:
        """Store the marks that the learner gives, in place of earlier ones.

        Raises
        ------
        ValueError
            If there are not that many marks to be had.
        UnknownRecord
            If there is no such attempt.
        """
        mark = SelfMark(attempt_id=attempt_id, marks=marks, created_at=self.now())
        with self._marking(attempt_id, marks) as tables:
            tables.remarks.add_self_mark(mark)
        return mark

    def add_teacher_mark(
        self, attempt_id: str, marks: float, teacher: str = "", comment: str = ""
    ) -> TeacherMark:
        """Store a teacher's marks beside the tool's.

        Raises
        ------
        ValueError
            If there are not that many marks to be had.
        UnknownRecord
            If there is no such attempt.
        """
        mark = TeacherMark(
            id=new_id(),
            attempt_id=attempt_id,
            teacher=clean_text(teacher),
            marks=marks,
            comment=clean_text(comment),
            created_at=self.now(),
        )
        with self._marking(attempt_id, marks) as tables:
            tables.remarks.add_teacher_mark(mark)
        return mark

    @contextmanager
    def _beside(self, attempt_id: str) -> Iterator[Transaction]:
        with self.store.writing() as tables:
            get_attempt(tables, attempt_id)
            yield tables

    @contextmanager
    def _marking(self, attempt_id: str, marks: float) -> Iterator[Transaction]:
        with self.store.writing() as tables:
            highest = get_attempt(tables, attempt_id).max_marks
            if not 0 <= marks <= highest:
                raise ValueError(f"marks must lie between 0 and {highest}, not {marks:g}")
            yield tables


def _find_same(disputes: Iterable[Dispute], wanted: Dispute) -> Dispute | None:
    def content(dispute: Dispute) -> tuple[str | None, str, str]:
        return dispute.point_id, dispute.kind, dispute.words

    return next((each for each in disputes if content(each) == content(wanted)), None)


def _added(tables: Transaction, dispute: Dispute) -> Dispute:
    tables.remarks.add_dispute(dispute)
    return dispute
