"""Scoring what has been submitted: never before it is stored."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from practice.history import StoredReport
from practice.service.core import Core
from practice.service.reviewing import get_attempt
from practice.storage import StorageUnavailable
from scorer.ticking import find_ticks, mark_ticks

if TYPE_CHECKING:
    from practice.attempts import Attempt
    from scorer.report import ScoreReport

_LOG = logging.getLogger(__name__)

RETRY_AFTER = timedelta(minutes=10)
"""How long an attempt whose scoring failed is left alone."""


class ScoringFailed(RuntimeError):
    """The scorer could not mark an attempt; the attempt itself is stored."""


class Marking(Core):
    """Reports beside attempts."""

    def score(self, attempt_id: str) -> ScoreReport:
        """Score an attempt with the rubric of today and keep the report.

        Earlier reports stay. A report with the signature of an earlier one adds
        nothing and is not stored twice.

        Raises
        ------
        ScoringFailed
            If the scorer or the rubric's file is broken; the reason is stored.
        UnknownRecord
            If there is no such attempt.
        """
        with self.store.reading() as tables:
            attempt = get_attempt(tables, attempt_id)
        stored = self._mark(attempt)
        with self.store.writing() as tables:
            tables.reports.add(attempt_id, stored)
        return stored.report

    def _mark(self, attempt: Attempt) -> StoredReport:
        try:
            rubric = self.catalogue.get_rubric(attempt.prompt_id)
            ticks = self._find_ticks(attempt)
            report = (
                self._score(attempt.in_time_text, rubric)
                if ticks is None
                else mark_ticks(rubric, ticks)
            )
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            with self.store.writing() as tables:
                tables.reports.add_failure(attempt.id, reason, self.now())
            raise ScoringFailed(reason) from error
        return StoredReport(report=report, rubric=rubric, created_at=self.now())

    def _find_ticks(self, attempt: Attempt) -> dict[str, float] | None:
        """Return the ticks of an answer that only its marker can read; None without any."""
        if not attempt.only_on_paper:
            return None
        with self.store.reading() as tables:
            reports = tables.reports.of(attempt.id)
        return find_ticks(reports[0].report) if reports else None

    def _try_to_score(self, attempt_id: str) -> bool:
        # The attempt is stored: whatever goes wrong now can be done again later.
        try:
            self.score(attempt_id)
        except (ScoringFailed, StorageUnavailable):
            _LOG.exception("Attempt %s is stored but could not be scored", attempt_id)
            return False
        return True

    def _score_awaited(self) -> int:
        with self.store.reading() as tables:
            waiting = tables.reports.awaited(failed_before=self.now() - RETRY_AFTER)
        return sum(self._try_to_score(attempt_id) for attempt_id in waiting)
