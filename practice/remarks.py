"""What people say about an attempt. None of it changes the attempt or the tool's marks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime  # noqa: TC003, the archive reads annotations
from typing import Literal

DisputeKind = Literal["said_this", "other_point"]
"""``said_this``: the point is in my words; ``other_point``: I made one that is not listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A learner's objection to what the tool found."""

    id: str
    attempt_id: str
    prompt_id: str
    point_id: str | None
    """None for a point that the rubric does not list."""
    kind: DisputeKind
    words: str
    """Where or how the learner said it; may be empty."""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The learner's own remark on an attempt."""

    id: str
    attempt_id: str
    text: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfMark:
    """The marks a learner gave before seeing the tool's."""

    attempt_id: str
    marks: float
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TeacherMark:
    """A teacher's marks and comment; they stand before the tool's."""

    id: str
    attempt_id: str
    teacher: str
    marks: float
    comment: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """Everything said about one attempt, oldest first."""

    disputes: tuple[Dispute, ...] = ()
    notes: tuple[Note, ...] = ()
    tags: tuple[str, ...] = ()
    self_mark: SelfMark | None = None
    teacher_marks: tuple[TeacherMark, ...] = ()
