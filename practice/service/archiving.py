"""Taking attempts out, and bringing them in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from practice.archive import dump_archive, read_archive
from practice.exports import to_csv, to_markdown
from practice.history import AttemptFilter
from practice.service.reviewing import Reviewing, read_review

if TYPE_CHECKING:
    from pathlib import Path

    from practice.history import Review
    from practice.storage import Transaction

ExportFormat = Literal["json", "csv", "markdown"]
_OLDEST_FIRST = AttemptFilter(order="oldest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import brought."""

    added: int
    already_there: int


class Archiving(Reviewing):
    """Exports, imports and backups."""

    def export_attempts(
        self, format: ExportFormat = "json", wanted: AttemptFilter = _OLDEST_FIRST
    ) -> str:
        """Return attempts as the text of a file.

        Parameters
        ----------
        format : {"json", "csv", "markdown"}, optional
            JSON holds everything and can be imported again.
        wanted : AttemptFilter, optional
            Which attempts, in which order; all of them, oldest first, if not given.
        """
        with self.store.reading() as tables:
            rows = tables.listing.rows(self.learner, wanted)
            reviews = tuple(read_review(tables, row.id) for row in rows)
        if format == "csv":
            return to_csv(reviews)
        if format == "markdown":
            return to_markdown(reviews)
        return dump_archive(reviews, self.now())

    def import_attempts(self, text: str) -> Imported:
        """Add attempts exported as JSON, all of them or none.

        An attempt that is here already stays as it is; remarks on it that are
        new are added.

        Raises
        ------
        NotAnArchive
            If the text is not such an export.
        """
        reviews = read_archive(text)
        with self.store.writing() as tables:
            added = sum(self._bring_in(tables, review) for review in reviews)
        return Imported(added=added, already_there=len(reviews) - added)

    def back_up(self, target: Path) -> None:
        """Copy the whole database to a new file.

        Raises
        ------
        FileExistsError
            If the file is there already.
        """
        self.store.back_up(target)

    def _bring_in(self, tables: Transaction, review: Review) -> bool:
        attempt = replace(review.attempt, learner=self.learner)
        is_new = tables.attempts.find(attempt.id) is None
        if is_new:
            tables.attempts.add(attempt)
            tables.reports.await_report(attempt.id)
            for late in review.late_texts:
                tables.attempts.add_late_text(late)
            if review.time_record is not None:
                tables.attempts.add_time_record(review.time_record)
        for stored in reversed(review.reports):
            tables.reports.add(attempt.id, stored)
        tables.remarks.add(attempt.id, review.remarks)
        return is_new
