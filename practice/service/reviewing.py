"""Seeing attempts again: lists, one in full, out of sight and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.history import EVERYTHING, AttemptFilter, AttemptOutline, AttemptRow, Review
from practice.service.core import Core
from practice.storage import UnknownRecord

if TYPE_CHECKING:
    from practice.attempts import Attempt, ScoringStatus
    from practice.sittings import AnswerTime
    from practice.storage import Transaction

LATEST = AttemptFilter(latest_only=True)


class Reviewing(Core):
    """Attempts, as they are looked at."""

    def attempts(self, wanted: AttemptFilter = EVERYTHING) -> tuple[AttemptRow, ...]:
        """Return one row per attempt that fits, newest first unless told otherwise."""
        with self.store.reading() as tables:
            return tables.listing.rows(self.learner, wanted)

    def count_attempts(self, wanted: AttemptFilter = EVERYTHING) -> int:
        """Return how many attempts fit, whatever the filter's limit and offset."""
        with self.store.reading() as tables:
            return tables.listing.count(self.learner, wanted)

    def outlines(self) -> tuple[AttemptOutline, ...]:
        """Return what is summed up over all attempts, however many."""
        with self.store.reading() as tables:
            return tables.listing.outlines(self.learner)

    def attempted_prompts(self) -> frozenset[str]:
        """Return the ids of the prompts that have been answered."""
        return frozenset(row.prompt_id for row in self.attempts(LATEST))

    def all_tags(self) -> tuple[str, ...]:
        """Return every tag in use, in alphabetical order."""
        with self.store.reading() as tables:
            return tables.listing.all_tags(self.learner)

    def review(self, attempt_id: str) -> Review:
        """Return an attempt and everything that stands beside it.

        Raises
        ------
        UnknownRecord
            If there is no such attempt.
        """
        with self.store.reading() as tables:
            return read_review(tables, attempt_id)

    def delete(self, attempt_id: str) -> None:
        """Put an attempt out of sight; `restore` undoes it.

        Raises
        ------
        UnknownRecord
            If there is no such attempt.
        """
        with self.store.writing() as tables:
            get_attempt(tables, attempt_id)
            tables.attempts.delete(attempt_id, self.now())

    def restore(self, attempt_id: str) -> None:
        """Undo a deletion; does nothing to an attempt that is in sight."""
        with self.store.writing() as tables:
            tables.attempts.restore(attempt_id)


def get_attempt(tables: Transaction, attempt_id: str) -> Attempt:
    """Return an attempt, deleted or not.

    Raises
    ------
    UnknownRecord
        If there is no such attempt.
    """
    attempt = tables.attempts.find(attempt_id)
    if attempt is None:
        raise UnknownRecord("attempt", attempt_id)
    return attempt


def read_review(tables: Transaction, attempt_id: str) -> Review:
    """Return an attempt and everything that stands beside it.

    Raises
    ------
    UnknownRecord
        If there is no such attempt.
    """
    attempt = get_attempt(tables, attempt_id)
    reports = tables.reports.of(attempt_id)
    failure = tables.reports.failure(attempt_id)
    return Review(
        attempt=attempt,
        status=_status(is_scored=bool(reports), has_failed=failure is not None),
        reports=reports,
        failure=failure,
        remarks=tables.remarks.of(attempt_id),
        late_texts=tables.attempts.late_texts(attempt_id),
        time_record=tables.attempts.time_record(attempt_id),
        sat=_time_in_sitting(tables, attempt),
        deleted=tables.attempts.deleted_at(attempt_id) is not None,
    )


def _time_in_sitting(tables: Transaction, attempt: Attempt) -> AnswerTime | None:
    if attempt.sitting_id is None:
        return None
    return tables.sittings.times([attempt.sitting_id]).get(attempt.id)


def _status(*, is_scored: bool, has_failed: bool) -> ScoringStatus:
    if is_scored:
        return "scored"
    return "failed" if has_failed else "unscored"
