"""Drafts and their journal of revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sqlalchemy import bindparam, delete, exists, insert, select, update

from practice.attempts import Draft
from practice.saving import PaceEvent, Revision
from practice.storage.schema import drafts, pace_events, revisions

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

    from practice.attempts import DraftStatus

DraftState = Literal["open", "submitted", "discarded"]

_WITH_TEXT = select(drafts, revisions.c.client_id, revisions.c.seq, revisions.c.text).join(
    revisions, (revisions.c.draft_id == drafts.c.id) & (revisions.c.rev == drafts.c.head)
)
# Built once: these run at every save.
_FIND = _WITH_TEXT.where(drafts.c.id == bindparam("key"))
_JOURNAL = (
    select(revisions)
    .where(
        revisions.c.draft_id == bindparam("key"),
        revisions.c.rev >= bindparam("since"),
        revisions.c.text.is_not(None),
    )
    .order_by(revisions.c.rev)
)
_ADVANCE = (
    update(drafts)
    .where(drafts.c.id == bindparam("key"))
    .values(head=bindparam("rev"), saved_at=bindparam("moment"), in_time_text=bindparam("counted"))
)
_INSERT = insert(revisions)


class Drafts:
    """What is being written, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # Nearly every save names the newest revision, which its draft has brought along.
        self._newest: dict[str, Revision] = {}

    def add(self, draft: Draft) -> None:
        """Store a new draft with its opening text as revision 0."""
        row = {column: getattr(draft, column) for column in _COPIED}
        row |= {"state": "open", "head": 0, "saved_at": draft.started_at}
        self._connection.execute(insert(drafts), row)
        opening = Revision(rev=0, client_id="", seq=0, text=draft.text, saved_at=draft.started_at)
        self._insert(draft.id, opening)

    def find(self, draft_id: str) -> Draft | None:
        """Return a draft that is open or submitted; None if unknown or discarded."""
        row = self._connection.execute(_FIND, {"key": draft_id}).one_or_none()
        if row is None or row.state == "discarded":
            return None
        self._newest[draft_id] = _head(row)
        return _draft(row)

    def exists(self, draft_id: str) -> bool:
        """Whether there is a draft, in whatever state."""
        return bool(self._connection.scalar(select(exists().where(drafts.c.id == draft_id))))

    def open_ones(self, learner: str) -> tuple[Draft, ...]:
        """Return the drafts that are being written, the latest touched first."""
        return self._all(
            _WITH_TEXT.where(drafts.c.state == "open", drafts.c.learner == learner).order_by(
                drafts.c.saved_at.desc()
            )
        )

    def exams_due(self, moment: datetime) -> tuple[Draft, ...]:
        """Return the open exam drafts whose bell has rung by a moment."""
        return self._all(
            _WITH_TEXT.where(
                drafts.c.state == "open", drafts.c.mode == "exam", drafts.c.deadline <= moment
            )
        )

    def timed(self) -> tuple[tuple[datetime, datetime], ...]:
        """Return when each open draft with a deadline was started and last saved."""
        rows = self._connection.execute(
            select(drafts.c.started_at, drafts.c.saved_at).where(
                drafts.c.state == "open", drafts.c.deadline.is_not(None)
            )
        )
        return tuple((row.started_at, row.saved_at) for row in rows)

    def reopen(self, draft_id: str) -> None:
        """Open a discarded draft again; change no other."""
        discarded = update(drafts).where(drafts.c.id == draft_id, drafts.c.state == "discarded")
        self._connection.execute(discarded.values(state="open"))

    def set_state(self, draft_id: str, state: DraftState) -> None:
        """Open, discard or close a draft."""
        self._connection.execute(update(drafts).where(drafts.c.id == draft_id).values(state=state))

    def lay_down(self, draft_id: str, moment: datetime) -> None:
        """Note when the pen was put down."""
        mine = update(drafts).where(drafts.c.id == draft_id)
        self._connection.execute(mine.values(laid_down_at=moment))

    def journal(self, draft_id: str, since: int) -> tuple[Revision, ...]:
        """Return the revisions from a number on, in order.

        Revisions whose text has been pruned are left out; the newest never is.
        """
        newest = self._newest.get(draft_id)
        if newest is not None and newest.rev == since:
            return (newest,)
        rows = self._connection.execute(_JOURNAL, {"key": draft_id, "since": since})
        return tuple(_revision(row) for row in rows)

    def knows(self, draft_id: str, client_id: str, seq: int) -> bool:
        """Whether a page's edit, or a later one of the same page, has been saved."""
        saved = revisions.c.draft_id == draft_id, revisions.c.client_id == client_id
        query = select(exists().where(*saved, revisions.c.seq >= seq))
        return bool(self._connection.scalar(query))

    def append(self, draft_id: str, revision: Revision, in_time_text: str | None) -> None:
        """Make a revision the newest of its draft.

        Parameters
        ----------
        draft_id : str
        revision : Revision
        in_time_text : str or None
            The text that counts, once writing has gone on after the bell.
        """
        self._insert(draft_id, revision)
        head = {"rev": revision.rev, "moment": revision.saved_at, "counted": in_time_text}
        self._connection.execute(_ADVANCE, {"key": draft_id} | head)

    def add_pace(self, draft_id: str, events: Iterable[PaceEvent]) -> None:
        """Store how time was used."""
        rows = [
            {"draft_id": draft_id, "kind": event.kind, "at": event.at, "value": event.value}
            for event in events
        ]
        if rows:
            self._connection.execute(insert(pace_events), rows)

    def pace(self, draft_id: str) -> tuple[PaceEvent, ...]:
        """Return how time was used so far, in order of time."""
        mine = select(pace_events).where(pace_events.c.draft_id == draft_id)
        rows = self._connection.execute(mine.order_by(pace_events.c.at, pace_events.c.id))
        return tuple(PaceEvent(kind=row.kind, at=row.at, value=row.value) for row in rows)

    def prune(self, draft_id: str) -> None:
        """Forget the texts of all revisions but the newest, and the pace events."""
        newest = select(drafts.c.head).where(drafts.c.id == draft_id).scalar_subquery()
        self._connection.execute(
            update(revisions)
            .where(revisions.c.draft_id == draft_id, revisions.c.rev < newest)
            .values(text=None)
        )
        self._connection.execute(delete(pace_events).where(pace_events.c.draft_id == draft_id))

    def forget_submitted(self, before: datetime) -> None:
        """Delete what is left of drafts submitted and last saved before a moment."""
        self._connection.execute(
            delete(drafts).where(drafts.c.state == "submitted", drafts.c.saved_at < before)
        )

    def _insert(self, draft_id: str, revision: Revision) -> None:
        self._newest[draft_id] = revision
        self._connection.execute(
            _INSERT,
            {
                "draft_id": draft_id,
                "rev": revision.rev,
                "client_id": revision.client_id,
                "seq": revision.seq,
                "text": revision.text,
                "saved_at": revision.saved_at,
            },
        )

    def _all(self, query: Select[tuple[object, ...]]) -> tuple[Draft, ...]:
        return tuple(_draft(row) for row in self._connection.execute(query))


_COPIED = tuple(
    column.name for column in drafts.columns if column.name in Draft.__dataclass_fields__
)


def _draft(row: Row[tuple[object, ...]]) -> Draft:
    copied = {name: getattr(row, name) for name in _COPIED}
    status: DraftStatus = "submitted" if row.state == "submitted" else "writing"
    return Draft(**copied, text=row.text, rev=row.head, status=status)


def _head(row: Row[tuple[object, ...]]) -> Revision:
    return Revision(
        rev=row.head,
        client_id=row.client_id,
        seq=row.seq,
        text=row.text,
        saved_at=row.saved_at,
    )


def _revision(row: Row[tuple[object, ...]]) -> Revision:
    return Revision(
        rev=row.rev,
        client_id=row.client_id,
        seq=row.seq,
        text=row.text,
        saved_at=row.saved_at,
    )
