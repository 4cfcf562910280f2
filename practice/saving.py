"""What the page sends, and what becomes of it: the rules of saving, without a database.

A page numbers its own edits (``client_id``, ``seq``) and says which revision it
edited (``base_rev``). That makes every save idempotent and lets two pages write
one draft: what both wrote is merged over the revision they share.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from practice.merging import merge, shared_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

PaceKind = Literal[
    "first_key", "words", "idle", "paste", "pause_begun", "clock_paused", "clock_jumped"
]


class SpliceMismatch(ValueError):
    """A splice does not fit the text it was made for; the page must send the whole text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """One stretch of a text replaced by another. Offsets are code points."""

    at: int
    deleted: int
    inserted: str
    base_length: int
    """Length of the text that the splice was made for."""
    length: int
    """Length of the text that it makes."""

    def apply(self, base: str) -> str:
        """Return the text that the splice makes of its base.

        Raises
        ------
        SpliceMismatch
            If the base is not the one that the splice was made for.
        """
        made = base[: self.at] + self.inserted + base[self.at + self.deleted :]
        if len(base) != self.base_length or len(made) != self.length:
            raise SpliceMismatch("the splice does not fit the revision it names")
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceEvent:
    """Something worth remembering about how the time was used; never a keystroke."""

    kind: PaceKind
    at: float
    """Seconds since the draft was started."""
    value: int = 0
    """Words on the page, words pasted, or seconds of idleness, pause or jump."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """How long the clock of a draft has stood still."""

    seconds: float
    """In all the pauses that are over."""
    begun: float | None
    """When the present one began, in seconds since the draft was started."""


def find_pauses(events: Sequence[PaceEvent]) -> Pauses:
    """Return what the time record of a draft says about its clock."""
    over = [event for event in events if event.kind == "clock_paused"]
    begun = {event.at for event in events if event.kind == "pause_begun"}
    open_ones = begun - {event.at for event in over}
    return Pauses(
        seconds=sum(event.value for event in over), begun=max(open_ones) if open_ones else None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Save:
    """One message of a page: its text, whole or as a splice, never both."""

    client_id: str
    seq: int
    """The page's own count of its edits."""
    base_rev: int
    """The newest revision that the page knew."""
    text: str | None = None
    splice: Splice | None = None
    written_at: datetime | None = None
    """When it was written, by the page's clock, which follows the server's."""
    pace: tuple[PaceEvent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One saved state of a draft. Revision 0 is the opening text."""

    rev: int
    client_id: str
    seq: int
    text: str
    saved_at: datetime


def settle(save: Save, journal: Sequence[Revision]) -> str:
    """Return the text that the draft holds after a save.

    Parameters
    ----------
    save : Save
        What the page sent.
    journal : sequence of Revision
        The draft's revisions in order, from ``save.base_rev`` at the latest up
        to the newest; at least the newest.

    Returns
    -------
    str
        The newest text itself if this save, or a later one of the same page,
        has been saved before. The page's text if nobody else wrote since its
        base. Otherwise both, merged over that base.

    Raises
    ------
    SpliceMismatch
        If the page sent a splice and its base is unknown or another.
    """
    head = journal[-1].text
    if is_known(save, journal):
        return head
    named = next((revision for revision in journal if revision.rev == save.base_rev), None)
    ours = _text_of(save, named)
    base = _last_of_its_own(save, named, journal) if named else shared_text(ours, head)
    return merge(base, ours, head)


def is_known(save: Save, journal: Sequence[Revision]) -> bool:
    """Whether a journal holds this save, or a later one of the same page."""
    return any(
        revision.client_id == save.client_id and revision.seq >= save.seq for revision in journal
    )


def _last_of_its_own(save: Save, named: Revision, journal: Sequence[Revision]) -> str:
    # A page's own revisions right after its base mean that acknowledgements were
    # lost: the page has written on from them, not from the base it names.
    since = (revision for revision in journal if revision.rev > named.rev)
    own = takewhile(lambda revision: revision.client_id == save.client_id, since)
    return [named, *own][-1].text


def _text_of(save: Save, named: Revision | None) -> str:
    if save.splice is None:
        return save.text or ""
    if named is None:
        raise SpliceMismatch("the revision that the splice was made for is unknown")
    return save.splice.apply(named.text)
