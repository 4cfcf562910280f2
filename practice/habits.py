"""Gaps that come back: the same thing missing in three of the last five answers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from scorer.caps import TOUCHED_FROM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from practice.attempts import Attempt
    from practice.history import Review, Suggestion
    from scorer.report import ScoreReport
    from scorer.rubric import Rubric, Side

Gap = Literal["no_judgement", "one_sided", "no_figures", "overtime", "under_length"]

RECENT: Final = 5
"""So many answers are looked at."""
OFTEN: Final = 3
"""So many of them make a habit."""
SHORT: Final = 0.7
"""Below this share of the word limit an answer is under length."""
LIMITS: Final = frozenset({"limits", "constraints", "constrains", "challenges", "other_side"})
"""Ids of the part of a rubric that holds the other side, where its points name no sides."""

_LIST_NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]\s", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """A gap that came back."""

    gap: Gap
    title: str
    advice: str
    attempts: tuple[Attempt, ...]
    """The answers in which it was, newest first."""
    looked_at: int
    """How many answers were looked at."""
    next: Suggestion | None = None
    """Where to practise what is missing."""


TOLD: Final[Mapping[Gap, tuple[str, str]]] = {
    "no_judgement": (
        "No judgement at the end",
        "End with how far it holds, on balance, and what that rests on.",
    ),
    "one_sided": (
        "One side only",
        "Give the other side two sentences: what limits it, or what speaks for it.",
    ),
    "no_figures": (
        "No figures",
        "One figure, year or sum that you are sure of makes a point concrete.",
    ),
    "overtime": ("Over time", "Stop at the bell: what comes after it would not be read."),
    "under_length": (
        "Under length",
        "There is room for two more points: plan five before the first sentence.",
    ),
}
"""What each gap is called, and what closes it."""


def find_gaps(review: Review) -> frozenset[Gap]:
    """Return what one answer lacks. Of an empty one, only that it is short."""
    return frozenset(gap for gap, has_it in _CHECKS.items() if has_it(review))


def find_habits(reviews: Sequence[Review]) -> tuple[Habit, ...]:
    """Return the gaps that three or more of the last five answers have, the commonest first.

    Parameters
    ----------
    reviews : sequence of Review
        First answers, newest first.
    """
    recent = [(review.attempt, find_gaps(review)) for review in reviews[:RECENT]]
    habits = (_habit(gap, recent) for gap in TOLD)
    return tuple(
        sorted(
            (habit for habit in habits if len(habit.attempts) >= OFTEN),
            key=lambda habit: -len(habit.attempts),
        )
    )


def _habit(gap: Gap, recent: Sequence[tuple[Attempt, frozenset[Gap]]]) -> Habit:
    title, advice = TOLD[gap]
    return Habit(
        gap=gap,
        title=title,
        advice=advice,
        attempts=tuple(attempt for attempt, gaps in recent if gap in gaps),
        looked_at=len(recent),
    )


def _lacks_judgement(review: Review) -> bool:
    marked = _marked(review)
    if marked is None:
        return False
    report, rubric = marked
    if any(point.side == "judgement" for point in rubric.points):
        return "judgement" not in _sides(report)
    return report.structure.conclusion_start is None


def _is_one_sided(review: Review) -> bool:
    marked = _marked(review)
    if marked is None:
        return False
    report, rubric = marked
    asked = {point.side for point in rubric.points} & {"support", "limit"}
    if len(asked) == 2:
        return len(_sides(report) & asked) == 1
    touched = {each.id: each.coverage >= TOUCHED_FROM for each in report.dimensions}
    limits = [made for dimension, made in touched.items() if dimension in LIMITS]
    others = [made for dimension, made in touched.items() if dimension not in LIMITS]
    return bool(limits) and not any(limits) and any(others)


def _has_no_figures(review: Review) -> bool:
    text = _LIST_NUMBER.sub("", review.attempt.in_time_text)
    return _marked(review) is not None and not any(map(str.isdecimal, text))


def _went_over(review: Review) -> bool:
    return review.attempt.wrote_on


def _is_short(review: Review) -> bool:
    return review.attempt.words < SHORT * review.attempt.word_limit


_CHECKS: Final[Mapping[Gap, Callable[[Review], bool]]] = {
    "no_judgement": _lacks_judgement,
    "one_sided": _is_one_sided,
    "no_figures": _has_no_figures,
    "overtime": _went_over,
    "under_length": _is_short,
}


def _marked(review: Review) -> tuple[ScoreReport, Rubric] | None:
    """Return report and rubric of an answer that has words; else None."""
    if not review.reports or not review.attempt.words:
        return None
    return review.reports[0].report, review.reports[0].rubric


def _sides(report: ScoreReport) -> set[Side | str | None]:
    made = (point for point in report.points if point.status in ("covered", "partial"))
    return {point.side for point in made}
