"""An answer a step above the learner's own, and what it says that theirs does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from practice.comparing import RANKS
from practice.highlighting import find_margin_notes, split_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from practice.highlighting import MarginNote, Segment
    from practice.history import StoredReport
    from scorer.files import Exemplar
    from scorer.report import PointScore, ScoreReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Somebody else's answer to the same question."""

    marks: float
    """What the author of the rubric gave it."""
    max_marks: int
    segments: tuple[Segment, ...]
    notes: tuple[MarginNote, ...]
    """One for every point that it makes more fully than the learner's answer."""


def find_example(
    exemplars: Iterable[Exemplar],
    stored: StoredReport,
    marks: float,
    score: Callable[[str], ScoreReport],
) -> Example | None:
    """Return the answer just above some marks that adds something.

    Parameters
    ----------
    exemplars : iterable of Exemplar
    stored : StoredReport
        The report on the learner's answer.
    marks : float
        The learner's marks.
    score : callable
        Returns the report on an answer to the same question.

    Returns
    -------
    Example or None
        None if nothing above those marks adds anything.
    """
    above = (each for each in exemplars if each.marks > marks and each.quality != "confused")
    for exemplar in sorted(above, key=lambda each: each.marks):
        example = _read(exemplar, stored, score(exemplar.answer))
        if example.notes:
            return example
    return None


def _read(exemplar: Exemplar, stored: StoredReport, report: ScoreReport) -> Example:
    mine = {point.id: point for point in stored.report.points}
    added = tuple(point for point in report.points if _adds(point, mine.get(point.id)))
    shown = replace(report, points=added, facts=(), misconceptions=())
    notes = find_margin_notes(shown, stored.rubric)
    plain = tuple(replace(note, comment="", marks=None) for note in notes)
    return Example(
        marks=exemplar.marks,
        max_marks=report.max_marks,
        segments=split_answer(exemplar.answer, plain),
        notes=plain,
    )


def _adds(point: PointScore, mine: PointScore | None) -> bool:
    is_made = point.status in ("covered", "partial")
    return is_made and (mine is None or RANKS[point.status] > RANKS[mine.status])
