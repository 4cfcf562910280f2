"""Taking attempts out, and bringing them in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from practice.archive import Contents, dump_archive, read_archive
from practice.exports import to_csv, to_markdown
from practice.history import AttemptFilter
from practice.service.reviewing import Reviewing, read_review
from practice.sheets import make_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from practice.attempts import Draft
    from practice.history import Review
    from practice.storage import Transaction

ExportFormat = Literal["json", "csv", "markdown"]
_OLDEST_FIRST = AttemptFilter(order="oldest")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import brought."""

    added: int
    already_there: int
    drafts: int = 0


class Archiving(Reviewing):
    """Exports, imports and backups."""

    def export_attempts(
        self, format: ExportFormat = "json", wanted: AttemptFilter | None = None
    ) -> str:
        """Return attempts as the text of a file.

        Parameters
        ----------
        format : {"json", "csv", "markdown"}, optional
            JSON holds everything and can be imported again.
        wanted : AttemptFilter, optional
            Which attempts, in which order; if not given, all of them, oldest first,
            and in JSON what is being written as well.
        """
        with self.store.reading() as tables:
            rows = tables.listing.rows(self.learner, wanted or _OLDEST_FIRST)
            reviews = tuple(read_review(tables, row.id) for row in rows)
            drafts = () if wanted else tables.drafts.open_ones(self.learner)
            sittings = () if wanted else tables.sittings.all(self.learner)
        if format == "csv":
            return to_csv(reviews)
        if format == "markdown":
            return to_markdown(reviews)
        contents = Contents(reviews=reviews, drafts=drafts, sittings=sittings)
        return dump_archive(contents, self.now())

    def answer_sheet(self, attempt_id: str) -> bytes:
        """Return an attempt with its feedback as a PDF.

        Raises
        ------
        UnknownRecord
            If there is no such attempt.
        """
        with self.store.reading() as tables:
            return make_sheet(read_review(tables, attempt_id))

    def import_attempts(self, text: str) -> Imported:
        """Add what was exported as JSON, all of it or nothing.

        An attempt that is here already stays as it is; remarks on it that are
        new are added. A draft that is here already stays as well.

        Raises
        ------
        NotAnArchive
            If the text is not such an export.
        """
        contents = read_archive(text)
        with self.store.writing() as tables:
            added = sum(self._bring_in(tables, review) for review in contents.reviews)
            for sitting in contents.sittings:
                tables.sittings.add(replace(sitting, learner=self.learner))
            drafts = sum(self._take_up(tables, draft) for draft in contents.drafts)
        there = len(contents.reviews) - added
        return Imported(added=added, already_there=there, drafts=drafts)

    def back_up(self, target: Path) -> None:
        """Copy the whole database to a new file.

        Raises
        ------
        FileExistsError
            If the file is there already.
        """
        self.store.back_up(target)

    def _take_up(self, tables: Transaction, draft: Draft) -> bool:
        is_new = not tables.drafts.exists(draft.id) and tables.attempts.find(draft.id) is None
        if is_new:
            tables.drafts.add(replace(draft, learner=self.learner))
        return is_new

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
