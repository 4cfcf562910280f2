"""Writing an answer, from the start to the submission."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from practice.attempts import Draft
from practice.saving import PaceEvent, find_pauses
from practice.service.core import new_id
from practice.service.drafting import as_of, bell_has_rung, find_draft, freeze, take_save
from practice.service.marking import Marking
from practice.storage import UnknownRecord
from scorer.text import clean_text

if TYPE_CHECKING:
    from datetime import datetime

    from practice.attempts import Attempt, Medium, Mode, Receipt
    from practice.saving import Pauses, Save
    from practice.storage import Transaction
    from scorer.prompts import Prompt


class Writing(Marking):
    """Drafts."""

    def start(
        self,
        prompt_id: str,
        mode: Mode = "practice",
        parent_id: str | None = None,
        initial_text: str = "",
        sitting_id: str | None = None,
        *,
        medium: Medium = "typed",
    ) -> Draft:
        """Begin an answer; its clock runs from now.

        Raises
        ------
        UnknownPrompt
            If there is no such prompt.
        """
        prompt = self.catalogue.get_prompt(prompt_id)
        now = self.now()
        draft = begin_draft(
            prompt,
            # Nobody takes the sheet away at the bell.
            "practice" if medium == "paper" and mode == "exam" else mode,
            now,
            None if mode == "relaxed" else now + timedelta(minutes=prompt.minutes),
            medium=medium,
            text=clean_text(initial_text),
            parent_id=parent_id,
            sitting_id=sitting_id,
            learner=self.learner,
        )
        with self.store.writing() as tables:
            tables.drafts.add(draft)
        return draft

    def get_draft(self, draft_id: str) -> Draft:
        """Return a draft, or the attempt it has become, as it stands now.

        Raises
        ------
        UnknownRecord
            If there is neither, or the draft was discarded.
        """
        with self.store.reading() as tables:
            return find_draft(tables, draft_id, self.now())

    def find_pauses(self, draft: Draft) -> Pauses | None:
        """Return how long a draft's clock has stood still; None if it cannot be stopped."""
        if draft.deadline is not None:
            return None
        with self.store.reading() as tables:
            return find_pauses(tables.drafts.pace(draft.id))

    def open_drafts(self) -> tuple[Draft, ...]:
        """Return what is being written, the latest touched first."""
        with self.store.reading() as tables:
            drafts = tables.drafts.open_ones(self.learner)
        return tuple(as_of(draft, self.now()) for draft in drafts)

    def discard(self, draft_id: str) -> None:
        """Put an open draft aside without submitting it; `take_up` brings it back.

        Raises
        ------
        UnknownRecord
            If there is no such draft, or it has been submitted.
        """
        with self.store.writing() as tables:
            if find_draft(tables, draft_id, self.now()).status == "submitted":
                raise UnknownRecord("open draft", draft_id)
            tables.drafts.set_state(draft_id, "discarded")

    def take_up(self, draft_id: str) -> Draft:
        """Bring a discarded draft back. Its clock has not stood still.

        Raises
        ------
        UnknownRecord
            If there is no such draft.
        """
        with self.store.writing() as tables:
            tables.drafts.reopen(draft_id)
            return find_draft(tables, draft_id, self.now())

    def save_draft(self, draft_id: str, save: Save) -> Receipt:
        """Store what a page sent; the same save may come any number of times.

        Text for a closed attempt is kept beside it as late text.

        Raises
        ------
        UnknownRecord
            If there is no such draft.
        SpliceMismatch
            If the page must send its whole text.
        StorageUnavailable
            If nothing could be stored.
        """
        return self.store.write(lambda tables: self._take(tables, draft_id, save))

    def submit(self, draft_id: str) -> Attempt:
        """Freeze a draft as the attempt of its id, then score it.

        Submitting again returns the same attempt. If scoring fails, the attempt
        is there, unscored, and submitting again tries it again.

        Raises
        ------
        UnknownRecord
            If there is no such draft.
        StorageUnavailable
            If the attempt could not be stored; the draft is as it was.
        """
        with self.store.writing() as tables:
            attempt = self._close(tables, draft_id)
            is_awaited = tables.reports.is_awaited(draft_id)
        if is_awaited:
            self._try_to_score(draft_id)
        return attempt

    def score_pending(self) -> int:
        """Do what is due with nobody connected; call it every second or so.

        Ends exams whose bell has rung, scores attempts that have no report, and
        writes down changes of the system clock.

        Returns
        -------
        int
            How many exams were ended and attempts scored.
        """
        self._note_clock_jump()
        return self._end_exams() + self._score_awaited()

    def _take(self, tables: Transaction, draft_id: str, save: Save) -> Receipt:
        now = self.now()
        draft = find_draft(tables, draft_id, now)
        if bell_has_rung(draft, now):
            freeze(tables, draft, now)
            draft = find_draft(tables, draft_id, now)
        return take_save(tables, draft, save, now)

    def _close(self, tables: Transaction, draft_id: str) -> Attempt:
        now = self.now()
        attempt = tables.attempts.find(draft_id)
        return attempt or freeze(tables, find_draft(tables, draft_id, now), now)

    def _end_exams(self) -> int:
        now = self.now()
        with self.store.reading() as tables:
            due = [draft for draft in tables.drafts.exams_due(now) if bell_has_rung(draft, now)]
        for draft in due:
            with self.store.writing() as tables:
                self._close(tables, draft.id)
        return len(due)

    def _note_clock_jump(self) -> None:
        moved = self.clock.jump()
        if moved is not None:
            with self.store.writing() as tables:
                now = self.now()
                tables.housekeeping.add_clock_jump(now, moved)
                for draft in tables.drafts.open_ones(self.learner):
                    tables.drafts.add_pace(draft.id, (_jumped(now, draft, moved),))


def begin_draft(
    prompt: Prompt, mode: Mode, now: datetime, deadline: datetime | None, **more: Any
) -> Draft:
    """Return a new draft of an answer to a prompt."""
    return Draft(
        id=new_id(),
        prompt_id=prompt.id,
        prompt_text=prompt.text,
        max_marks=prompt.marks,
        word_limit=prompt.words,
        mode=mode,
        started_at=now,
        deadline=deadline,
        rev=0,
        **{"text": ""} | more,
    )


def _jumped(now: datetime, draft: Draft, by: timedelta) -> PaceEvent:
    at = (now - draft.started_at).total_seconds()
    return PaceEvent(kind="clock_jumped", at=at, value=round(by.total_seconds()))
