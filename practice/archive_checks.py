"""What types cannot say about imported attempts and drafts."""

from __future__ import annotations

from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from practice.attempts import Attempt, Draft
    from practice.history import Review
    from practice.sittings import Sitting


def check_review(review: Review) -> None:
    """Raise ValueError if the parts of a review contradict one another."""
    attempt, remarks = review.attempt, review.remarks
    _check_frame(attempt)
    teacher_marks = remarks.teacher_marks
    marks = [mark for mark in (remarks.self_mark, *teacher_marks) if mark is not None]
    for mark in marks:
        if not 0 <= mark.marks <= attempt.max_marks:
            raise ValueError(f"{mark.marks:g} of {attempt.max_marks} marks cannot be")
    records = [review.time_record] if review.time_record else []
    beside = (*marks, *remarks.disputes, *remarks.notes, *review.late_texts, *records)
    for part in beside:
        if part.attempt_id != attempt.id:
            raise ValueError(f"a part of attempt {attempt.id!r} belongs to {part.attempt_id!r}")
    for record in (attempt, *review.reports, *beside):
        _check_moments(record)


def check_draft(draft: Draft) -> None:
    """Raise ValueError if the parts of a draft contradict one another."""
    _check_size(draft)
    _check_moments(draft)


def check_sitting(sitting: Sitting) -> None:
    """Raise ValueError if the parts of a sitting contradict one another."""
    _check_moments(sitting)
    for visit in sitting.visits:
        _check_moments(visit)
        if visit.answer_id is not None and sitting.find_place(visit.answer_id) is None:
            raise ValueError(f"{visit.answer_id!r} is no answer of sitting {sitting.id!r}")


def _check_frame(attempt: Attempt) -> None:
    _check_size(attempt)
    if attempt.wrote_on and attempt.deadline is None:
        raise ValueError(f"attempt {attempt.id!r} goes on after a bell that it does not have")


def _check_size(record: Attempt | Draft) -> None:
    if record.max_marks < 1 or record.word_limit < 1:
        raise ValueError("marks and word limits are whole numbers from 1")


def _check_moments(record: DataclassInstance) -> None:
    values = (getattr(record, field.name) for field in fields(record))
    if any(isinstance(value, datetime) and value.tzinfo is None for value in values):
        raise ValueError("every moment needs its time zone")
