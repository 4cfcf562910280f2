"""Answers on paper: the pen put down, typed up or ticked, one's own or a pile of others'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.copies import Copy
from practice.history import StoredReport
from practice.service.core import new_id
from practice.service.drafting import find_draft, freeze
from practice.service.writing import Writing
from practice.storage import UnknownRecord
from scorer.ticking import mark_ticks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from practice.attempts import Attempt, Draft
    from scorer.report import ScoreReport


class Ticking(Writing):
    """What happens after an answer was written by hand."""

    def lay_down(self, draft_id: str) -> Draft:
        """Stop the clock of an answer on paper; a second time changes nothing.

        Raises
        ------
        UnknownRecord
            If there is no such draft.
        """
        with self.store.writing() as tables:
            draft = find_draft(tables, draft_id, self.now())
            if draft.medium == "paper" and draft.laid_down_at is None:
                tables.drafts.lay_down(draft_id, self.now())
            return find_draft(tables, draft_id, self.now())

    def tick(self, prompt_id: str, ticks: Mapping[str, float]) -> ScoreReport:
        """Return what ticks would earn; nothing is stored.

        Raises
        ------
        UnknownPrompt, MissingFile, DataFileError
            If the prompt has no rubric that can be read.
        """
        return mark_ticks(self.catalogue.get_rubric(prompt_id), ticks)

    def submit_ticked(self, draft_id: str, ticks: Mapping[str, float]) -> Attempt:
        """Freeze an answer on paper as its attempt, with the marks of its ticks.

        For an attempt that was submitted already, other ticks are another report.

        Raises
        ------
        UnknownRecord
            If there is no such draft, or it was not written on paper.
        """
        with self.store.writing() as tables:
            now = self.now()
            attempt = tables.attempts.find(draft_id)
            draft = find_draft(tables, draft_id, now)
            if draft.medium != "paper" or (attempt and attempt.final_text.strip()):
                raise UnknownRecord("answer on paper", draft_id)
            rubric = self.catalogue.get_rubric(draft.prompt_id)
            attempt = attempt or freeze(tables, draft, now)
            report = mark_ticks(rubric, ticks)
            tables.reports.add(
                attempt.id, StoredReport(report=report, rubric=rubric, created_at=now)
            )
        return attempt

    def copies(self, prompt_id: str) -> tuple[Copy, ...]:
        """Return the pile of a prompt, in the order in which it was marked."""
        with self.store.reading() as tables:
            return tables.copies.of(self.learner, prompt_id)

    def keep_copy(
        self, prompt_id: str, label: str, ticks: Mapping[str, float], copy_id: str | None = None
    ) -> Copy:
        """Store the ticks and marks of one copy of a pile.

        Parameters
        ----------
        prompt_id : str
        label : str
            A name or a roll number.
        ticks : mapping
        copy_id : str, optional
            The copy whose ticks these replace.
        """
        report = self.tick(prompt_id, ticks)
        known = {point.id for point in report.points}
        copy = Copy(
            id=copy_id or new_id(),
            prompt_id=prompt_id,
            label=label.strip(),
            ticks={name: value for name, value in ticks.items() if value and name in known},
            marks=report.marks,
            max_marks=report.max_marks,
            marked_at=self.now(),
            learner=self.learner,
        )
        with self.store.writing() as tables:
            tables.copies.put(copy)
        return copy

    def remove_copy(self, copy_id: str) -> None:
        """Take a copy out of its pile."""
        with self.store.writing() as tables:
            tables.copies.remove(self.learner, copy_id)
