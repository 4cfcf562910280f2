"""What a learner writes: drafts, the attempts they become, and what stays beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta  # noqa: TC003, the archive reads annotations
from typing import Literal

from practice.saving import PaceEvent  # noqa: TC001, likewise
from scorer.text import count_words

Mode = Literal["relaxed", "practice", "exam"]
"""``relaxed`` has no deadline, ``practice`` may go on after it, ``exam`` ends at it."""

Medium = Literal["typed", "paper"]
DraftStatus = Literal["writing", "overtime", "submitted"]
Ending = Literal["learner", "bell"]
ScoringStatus = Literal["scored", "unscored", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An answer being written."""

    id: str
    prompt_id: str
    prompt_text: str
    """As it was when writing began, like the marks and the limit."""
    max_marks: int
    word_limit: int
    mode: Mode
    started_at: datetime
    deadline: datetime | None
    """When the bell rings; None without a clock."""
    text: str
    rev: int
    """Number of the newest saved revision; the opening text is revision 0."""
    status: DraftStatus = "writing"
    in_time_text: str | None = None
    """The text at the bell, once writing has gone on after it."""
    parent_id: str | None = None
    """The attempt that this one rewrites."""
    sitting_id: str | None = None
    medium: Medium = "typed"
    laid_down_at: datetime | None = None
    """When the pen was put down, for an answer on paper."""
    learner: str = "local"

    @property
    def bell(self) -> datetime | None:
        """When the bell rings for the page; typing up what is on paper takes its time."""
        return None if self.medium == "paper" else self.deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The server's answer to one save."""

    rev: int
    status: DraftStatus
    deadline: datetime | None
    server_now: datetime
    text: str | None = None
    """What the server holds, where that differs from what the page sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A submitted answer. It never changes; everything said about it stands beside it."""

    id: str
    prompt_id: str
    prompt_text: str
    """As the learner read it, so that the attempt outlives its prompt."""
    max_marks: int
    word_limit: int
    mode: Mode
    started_at: datetime
    deadline: datetime | None
    submitted_at: datetime
    ended_by: Ending
    in_time_text: str
    """What counts: the text at the bell, or the final text if that came first."""
    final_text: str
    parent_id: str | None = None
    sitting_id: str | None = None
    medium: Medium = "typed"
    learner: str = "local"

    @property
    def words(self) -> int:
        """Words that count."""
        return count_words(self.in_time_text)

    @property
    def time_taken(self) -> timedelta:
        """From the start to the submission."""
        return self.submitted_at - self.started_at

    @property
    def only_on_paper(self) -> bool:
        """Whether there is nothing that a scorer could read."""
        return self.medium == "paper" and not self.final_text.strip()

    @property
    def wrote_on(self) -> bool:
        """Whether the text changed after the bell."""
        return self.final_text != self.in_time_text


@dataclass(frozen=True, slots=True, kw_only=True)
class LateText:
    """Text that reached the server after its attempt was closed."""

    attempt_id: str
    client_id: str
    seq: int
    text: str
    received_at: datetime
    written_at: datetime | None = None
    """When the page says it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeRecord:
    """How the time of an attempt was used: no keystrokes, no words, only when and how many."""

    attempt_id: str
    events: tuple[PaceEvent, ...]
    """In the order in which they happened."""
