"""What becomes of a draft: how it begins, takes a save, and is frozen as an attempt."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from practice.attempts import Attempt, Draft, LateText, Receipt, TimeRecord
from practice.saving import Revision, is_known, settle
from practice.storage import UnknownRecord
from scorer.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.attempts import Ending
    from practice.saving import Save
    from practice.storage import Transaction

GRACE = timedelta(seconds=2)
"""How long after the bell a save may still be on its way."""

JOURNAL_KEPT = timedelta(days=7)
"""How long a late copy of an old save is still recognised after the submission."""


def find_draft(tables: Transaction, draft_id: str, now: datetime) -> Draft:
    """Return a draft, or the attempt it has become, as it stands at a moment.

    Raises
    ------
    UnknownRecord
        If there is neither, or the draft was discarded.
    """
    draft = tables.drafts.find(draft_id)
    if draft is None:
        attempt = tables.attempts.find(draft_id)
        if attempt is None:
            raise UnknownRecord("draft", draft_id)
        return _as_draft(attempt)
    return as_of(draft, now)


def as_of(draft: Draft, now: datetime) -> Draft:
    """Return a draft with the status that it has at a moment."""
    is_over = draft.deadline is not None and now > draft.deadline
    if draft.status == "writing" and draft.mode == "practice" and draft.bell and is_over:
        return replace(draft, status="overtime")
    return draft


def bell_has_rung(draft: Draft, now: datetime) -> bool:
    """Whether an exam is over, and every save that was on its way has come."""
    return (
        draft.status != "submitted"
        and draft.mode == "exam"
        and draft.deadline is not None
        and now > draft.deadline + GRACE
    )


def take_save(tables: Transaction, draft: Draft, save: Save, now: datetime) -> Receipt:
    """Store what a page sent, once, whenever and however often it comes.

    Raises
    ------
    SpliceMismatch
        If the page must send its whole text.
    """
    if draft.status == "submitted":
        return _take_late(tables, draft, save, now)
    journal = tables.drafts.journal(draft.id, min(save.base_rev, draft.rev))
    if is_known(save, journal):
        return _receipt(draft, now, rev=draft.rev, text=draft.text)
    settled = settle(save, journal)
    text = clean_text(settled)
    revision = Revision(
        rev=draft.rev + 1, client_id=save.client_id, seq=save.seq, text=text, saved_at=now
    )
    tables.drafts.append(draft.id, revision, _in_time_text(draft, save, journal, now))
    tables.drafts.add_pace(draft.id, save.pace)
    # A page alone with its draft holds exactly what was stored, unless it was cleaned.
    has_it = save.base_rev == draft.rev and text == settled
    return _receipt(draft, now, rev=revision.rev, text=None if has_it else text)


def freeze(tables: Transaction, draft: Draft, now: datetime) -> Attempt:
    """Turn an open draft into the attempt of its id, and forget its journal."""
    ended_by, moment = _ending(draft, now)
    in_time_text = draft.text if draft.in_time_text is None else draft.in_time_text
    attempt = Attempt(
        id=draft.id,
        prompt_id=draft.prompt_id,
        prompt_text=draft.prompt_text,
        max_marks=draft.max_marks,
        word_limit=draft.word_limit,
        mode=draft.mode,
        medium=draft.medium,
        started_at=draft.started_at,
        deadline=draft.deadline,
        submitted_at=moment,
        ended_by=ended_by,
        in_time_text=in_time_text,
        final_text=draft.text,
        parent_id=draft.parent_id,
        sitting_id=draft.sitting_id,
        learner=draft.learner,
    )
    tables.attempts.add(attempt)
    tables.reports.await_report(attempt.id)
    # How it was typed up says nothing about how it was written.
    events = tables.drafts.pace(draft.id) if draft.medium == "typed" else ()
    tables.attempts.add_time_record(TimeRecord(attempt_id=attempt.id, events=events))
    tables.drafts.set_state(draft.id, "submitted")
    tables.drafts.prune(draft.id)
    tables.drafts.forget_submitted(before=now - JOURNAL_KEPT)
    return attempt


def _ending(draft: Draft, now: datetime) -> tuple[Ending, datetime]:
    if draft.mode == "exam" and draft.deadline is not None and now > draft.deadline:
        return "bell", draft.deadline
    return "learner", draft.laid_down_at or now


def _take_late(tables: Transaction, draft: Draft, save: Save, now: datetime) -> Receipt:
    receipt = _receipt(draft, now, rev=draft.rev, text=None)
    repeated = (draft.id, save.client_id, save.seq)
    if tables.drafts.knows(*repeated) or tables.attempts.knows_late(*repeated):
        return receipt
    journal = tables.drafts.journal(draft.id, min(save.base_rev, draft.rev))
    text = clean_text(settle(save, journal or (_frozen(draft, draft.text),)))
    if text not in (draft.text, draft.in_time_text):
        late = LateText(
            attempt_id=draft.id,
            client_id=save.client_id,
            seq=save.seq,
            text=text,
            received_at=now,
            written_at=save.written_at,
        )
        tables.attempts.add_late_text(late)
    return receipt


def _frozen(draft: Draft, text: str) -> Revision:
    return Revision(rev=draft.rev, client_id="", seq=0, text=text, saved_at=draft.started_at)


def _receipt(draft: Draft, now: datetime, *, rev: int, text: str | None) -> Receipt:
    return Receipt(rev=rev, status=draft.status, deadline=draft.bell, server_now=now, text=text)


def _in_time_text(
    draft: Draft, save: Save, journal: Sequence[Revision], now: datetime
) -> str | None:
    """Return the text that counts after a save; None while that is simply the newest."""
    if not _is_in_time(draft, save, now):
        return draft.text if draft.in_time_text is None else draft.in_time_text
    if draft.in_time_text is None:
        return None
    # Written before the bell by a page that was offline, while another wrote on.
    named = [revision for revision in journal if revision.rev == save.base_rev]
    return clean_text(settle(save, [*named, _frozen(draft, draft.in_time_text)]))


def _is_in_time(draft: Draft, save: Save, now: datetime) -> bool:
    if draft.deadline is None or draft.bell is None:
        return True
    if draft.mode == "exam" or save.written_at is None:
        return now <= draft.deadline + GRACE
    return min(save.written_at, now) <= draft.deadline


def _as_draft(attempt: Attempt) -> Draft:
    return Draft(
        id=attempt.id,
        prompt_id=attempt.prompt_id,
        prompt_text=attempt.prompt_text,
        max_marks=attempt.max_marks,
        word_limit=attempt.word_limit,
        mode=attempt.mode,
        started_at=attempt.started_at,
        deadline=attempt.deadline,
        text=attempt.final_text,
        rev=0,
        status="submitted",
        in_time_text=attempt.in_time_text,
        parent_id=attempt.parent_id,
        sitting_id=attempt.sitting_id,
        medium=attempt.medium,
        learner=attempt.learner,
    )
