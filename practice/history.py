"""Attempts seen again: rows for lists, filters for finding them, one review in full."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from practice.remarks import Remarks

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from practice.attempts import (
        Attempt,
        LateText,
        Medium,
        Mode,
        ScoringStatus,
        TimeRecord,
    )
    from practice.sittings import AnswerTime
    from scorer.report import ScoreReport
    from scorer.rubric import Rubric

Order = Literal["newest", "oldest", "highest", "lowest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionCoverage:
    """How far an attempt filled one dimension of its rubric."""

    id: str
    title: str
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRow:
    """One line of a list of attempts; cheap enough for thousands."""

    id: str
    prompt_id: str
    prompt_text: str
    max_marks: int
    word_limit: int
    mode: Mode
    medium: Medium
    submitted_at: datetime
    minutes: float
    """From the start to the submission."""
    overtime_minutes: float
    """How much of that came after the bell."""
    words: int
    status: ScoringStatus
    marks: float | None = None
    teacher_marks: float | None = None
    """The latest that a teacher gave; they stand before the tool's."""
    band: str | None = None
    coverage: float | None = None
    dimensions: tuple[DimensionCoverage, ...] = ()
    parent_id: str | None = None
    sitting_id: str | None = None
    tags: tuple[str, ...] = ()
    notes: int = 0
    """How many the learner has written beside it."""

    @property
    def share(self) -> float | None:
        """Marks as a share of the maximum; None while unscored."""
        return None if self.marks is None else self.marks / self.max_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptOutline:
    """What is summed up over all attempts, however many."""

    prompt_id: str
    mode: Mode
    submitted_at: datetime
    minutes: float
    words: int
    parent_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptFilter:
    """Which attempts to list; every wish that is given must be met."""

    prompt_id: str | None = None
    max_marks: int | None = None
    mode: Mode | None = None
    medium: Medium | None = None
    status: ScoringStatus | None = None
    tag: str | None = None
    search: str = ""
    """Every word must occur, or begin a word, in the question, the answer, a note or a tag."""
    since: datetime | None = None
    until: datetime | None = None
    first_only: bool = False
    """Leave rewrites out."""
    self_marked: bool = False
    """Only those that the learner has marked too."""
    latest_only: bool = False
    """Of several attempts at a prompt, take the newest."""
    deleted: bool = False
    """List the deleted attempts instead."""
    order: Order = "newest"
    limit: int | None = None
    offset: int = 0


EVERYTHING = AttemptFilter()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """A report with the rubric that it was made with."""

    report: ScoreReport
    rubric: Rubric
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One attempt and everything that stands beside it."""

    attempt: Attempt
    status: ScoringStatus
    reports: tuple[StoredReport, ...] = ()
    """Newest first; several after re-scoring."""
    failure: str | None = None
    """Why scoring failed, if it did and no report exists."""
    remarks: Remarks = field(default_factory=Remarks)
    late_texts: tuple[LateText, ...] = ()
    time_record: TimeRecord | None = None
    sat: AnswerTime | None = None
    """The time at it in its sitting; None if it was written by itself."""
    deleted: bool = False

    @property
    def time_taken(self) -> timedelta:
        """How long the learner was at this answer."""
        return self.sat.spent if self.sat else self.attempt.time_taken

    @property
    def report(self) -> ScoreReport | None:
        """The newest report; None while unscored."""
        return self.reports[0].report if self.reports else None

    @property
    def rubric(self) -> Rubric | None:
        """The rubric that the newest report was made with."""
        return self.reports[0].rubric if self.reports else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A prompt worth answering next."""

    prompt_id: str
    why: str
    """One sentence to the learner."""
