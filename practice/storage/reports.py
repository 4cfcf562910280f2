"""Reports, the rubrics they were made with, and scoring that failed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from practice.history import StoredReport
from practice.rescoring import Marked, Remarked
from practice.storage.schema import attempts, deletions, reports, rubric_snapshots, scoring_queue
from scorer.report import ScoreReport
from scorer.snapshot import dump_rubric, read_rubric

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Over, Subquery
    from sqlalchemy.sql.functions import FunctionElement

    from scorer.rubric import Rubric

T = TypeVar("T")


class Reports:
    """What the scorer said, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, attempt_id: str, stored: StoredReport) -> None:
        """Store a report beside its attempt; a repeated signature changes nothing."""
        report = stored.report
        row = {
            "attempt_id": attempt_id,
            "snapshot": self._add_snapshot(stored.rubric),
            "signature": str(report.signature),
            "created_at": stored.created_at,
            "marks": report.marks,
            "coverage": report.coverage,
            "band": report.band,
            "dimensions": [[each.id, each.title, each.coverage] for each in report.dimensions],
            "content": report.to_dict(),
        }
        self._connection.execute(insert_or(reports).on_conflict_do_nothing(), row)
        mine = scoring_queue.c.attempt_id == attempt_id
        self._connection.execute(delete(scoring_queue).where(mine))

    def of(self, attempt_id: str) -> tuple[StoredReport, ...]:
        """Return an attempt's reports, newest first."""
        rows = self._connection.execute(
            select(reports.c.content, reports.c.created_at, rubric_snapshots.c.content)
            .join(rubric_snapshots)
            .where(reports.c.attempt_id == attempt_id)
            .order_by(reports.c.id.desc())
        )
        return tuple(
            StoredReport(
                report=ScoreReport.from_dict(content),
                rubric=read_rubric(snapshot),
                created_at=created_at,
            )
            for content, created_at, snapshot in rows
        )

    def await_report(self, attempt_id: str) -> None:
        """Put an attempt into the queue of those to be scored."""
        row = {"attempt_id": attempt_id}
        self._connection.execute(insert_or(scoring_queue).on_conflict_do_nothing(), row)

    def is_awaited(self, attempt_id: str) -> bool:
        """Whether an attempt waits for a report."""
        mine = exists().where(scoring_queue.c.attempt_id == attempt_id)
        return bool(self._connection.scalar(select(mine)))

    def awaited(self, *, failed_before: datetime) -> tuple[str, ...]:
        """Return the attempts that wait for a report.

        Parameters
        ----------
        failed_before : datetime
            Those whose scoring failed at or after this moment are left alone for now.
        """
        failed_at = scoring_queue.c.failed_at
        query = select(scoring_queue.c.attempt_id).where(
            failed_at.is_(None) | (failed_at < failed_before)
        )
        return tuple(self._connection.scalars(query))

    def add_failure(self, attempt_id: str, reason: str, moment: datetime) -> None:
        """Remember why an attempt still waits."""
        mine = scoring_queue.c.attempt_id == attempt_id
        failed = update(scoring_queue).where(mine).values(failed_at=moment, reason=reason)
        self._connection.execute(failed)

    def failure(self, attempt_id: str) -> str | None:
        """Return why scoring failed; None if it did not."""
        mine = scoring_queue.c.attempt_id == attempt_id
        return self._connection.scalar(select(scoring_queue.c.reason).where(mine))

    def newest_signatures(self, learner: str) -> tuple[tuple[str, str, str], ...]:
        """Return attempt, prompt and signature of the newest report of each attempt in sight."""
        marked = _in_sequence(learner)
        query = select(marked.c.attempt_id, marked.c.prompt_id, marked.c.signature)
        rows = self._connection.execute(query.where(marked.c.place == 1))
        return tuple((row.attempt_id, row.prompt_id, row.signature) for row in rows)

    def remarked(self, learner: str) -> tuple[Remarked, ...]:
        """Return the last two reports of each attempt in sight that has several."""
        marked = _in_sequence(learner)
        query = select(marked).where(marked.c.place == 1, marked.c.old_marks.is_not(None))
        rows = self._connection.execute(query.order_by(marked.c.submitted_at.desc()))
        return tuple(
            Remarked(
                attempt_id=row.attempt_id,
                prompt_text=row.prompt_text,
                submitted_at=row.submitted_at,
                max_marks=row.max_marks,
                before=Marked(marks=row.old_marks, signature=row.old_signature),
                after=Marked(marks=row.marks, signature=row.signature),
            )
            for row in rows
        )

    def _add_snapshot(self, rubric: Rubric) -> str:
        content = dump_rubric(rubric)
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        row = {"digest": digest, "content": content}
        self._connection.execute(insert_or(rubric_snapshots).on_conflict_do_nothing(), row)
        return digest


def _in_sequence(learner: str) -> Subquery:
    """Return the reports of attempts in sight, each with its place (1 is the newest)."""
    deleted = exists().where(deletions.c.attempt_id == attempts.c.id)
    return (
        select(
            reports.c.attempt_id,
            attempts.c.prompt_id,
            attempts.c.prompt_text,
            attempts.c.submitted_at,
            attempts.c.max_marks,
            reports.c.marks,
            reports.c.signature,
            _newest_first(func.lead(reports.c.marks)).label("old_marks"),
            _newest_first(func.lead(reports.c.signature)).label("old_signature"),
            _newest_first(func.row_number()).label("place"),
        )
        .join_from(reports, attempts)
        .where(attempts.c.learner == learner, ~deleted)
        .subquery()
    )


def _newest_first(function: FunctionElement[T]) -> Over[T]:
    return function.over(partition_by=reports.c.attempt_id, order_by=reports.c.id.desc())
