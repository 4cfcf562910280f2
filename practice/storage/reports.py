"""Reports, the rubrics they were made with, and scoring that failed."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from practice.history import StoredReport
from practice.storage.schema import (
    attempts,
    deletions,
    reports,
    rubric_snapshots,
    scoring_failures,
)
from scorer.report import ScoreReport
from scorer.snapshot import dump_rubric, read_rubric

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from scorer.rubric import Rubric


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
        self.clear_failure(attempt_id)

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

    def unscored(self, *, failed_before: datetime) -> tuple[str, ...]:
        """Return attempts that still need a report.

        Parameters
        ----------
        failed_before : datetime
            Those that failed at or after this moment are left alone for now.
        """
        scored = exists().where(reports.c.attempt_id == attempts.c.id)
        deleted = exists().where(deletions.c.attempt_id == attempts.c.id)
        failed = exists().where(
            scoring_failures.c.attempt_id == attempts.c.id,
            scoring_failures.c.failed_at >= failed_before,
        )
        query = select(attempts.c.id).where(~scored, ~deleted, ~failed)
        typed = query.where(attempts.c.medium == "typed").order_by(attempts.c.submitted_at)
        return tuple(self._connection.scalars(typed))

    def add_failure(self, attempt_id: str, reason: str, moment: datetime) -> None:
        """Remember that scoring failed, and why."""
        self.clear_failure(attempt_id)
        row = {"attempt_id": attempt_id, "failed_at": moment, "reason": reason}
        self._connection.execute(insert(scoring_failures), row)

    def clear_failure(self, attempt_id: str) -> None:
        """Forget that scoring failed."""
        mine = scoring_failures.c.attempt_id == attempt_id
        self._connection.execute(delete(scoring_failures).where(mine))

    def failure(self, attempt_id: str) -> str:
        """Return why scoring failed; an empty text if it did not."""
        mine = scoring_failures.c.attempt_id == attempt_id
        return self._connection.scalar(select(scoring_failures.c.reason).where(mine)) or ""

    def _add_snapshot(self, rubric: Rubric) -> str:
        content = dump_rubric(rubric)
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        digest = hashlib.sha256(canonical.encode()).hexdigest()
        row = {"digest": digest, "content": content}
        self._connection.execute(insert_or(rubric_snapshots).on_conflict_do_nothing(), row)
        return digest
