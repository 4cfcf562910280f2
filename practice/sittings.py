"""Several questions under one clock: the plan, where the time went, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from practice.attempts import Mode  # noqa: TC001, likewise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from scorer.prompts import Prompt

READING_MINUTES: Final = 0.5
"""Of the minutes of each question, so much goes into reading all of them first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One question's place in a sitting."""

    answer_id: str
    """Of the draft, and of the attempt that it becomes."""
    prompt_id: str
    minutes: float
    """What may be spent on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """When the learner turned to an answer, or back to the list of questions (None)."""

    at: datetime
    answer_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Several questions under one clock. Each answer is a draft, and an attempt, of its own."""

    id: str
    title: str
    mode: Mode
    started_at: datetime
    deadline: datetime
    places: tuple[Place, ...]
    """In the order of the paper."""
    visits: tuple[Visit, ...] = ()
    """In the order in which they happened."""
    learner: str = "local"

    def find_place(self, answer_id: str) -> Place | None:
        """Return the place of an answer; None if it belongs elsewhere."""
        return next((place for place in self.places if place.answer_id == answer_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingLine:
    """What came of one question of a sitting."""

    answer_id: str
    prompt_text: str
    is_open: bool
    words: int
    word_limit: int
    marks: float | None
    """None while it is not marked."""
    max_marks: int
    budget: timedelta
    spent: timedelta
    time_share: float
    """Of the time spent on all answers, 0 to 1."""
    marks_share: float | None
    """Of the marks earned with all answers, 0 to 1; None while some are not marked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingSummary:
    """What came of a sitting so far."""

    sitting: Sitting
    lines: tuple[SittingLine, ...]
    reading: timedelta
    """Time spent on no answer."""

    @property
    def is_over(self) -> bool:
        """Whether every answer is handed in."""
        return not any(line.is_open for line in self.lines)

    @property
    def marks(self) -> float | None:
        """The marks of all answers; None while some are not marked."""
        marks = [line.marks for line in self.lines if line.marks is not None]
        return sum(marks) if len(marks) == len(self.lines) else None

    @property
    def max_marks(self) -> int:
        """The marks that could be had."""
        return sum(line.max_marks for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTime:
    """How long the learner was at one answer of a sitting, in one go or in several."""

    spent: timedelta
    late: timedelta
    """How much of that came after the bell."""
    planned: timedelta


def list_topics(prompts: Iterable[Prompt]) -> tuple[str, ...]:
    """Return the topics of some prompts, each once, in their order."""
    return tuple(dict.fromkeys(prompt.topic for prompt in prompts))


def plan_minutes(prompts: Iterable[Prompt]) -> float:
    """Return how long a sitting with these prompts takes, reading included."""
    return sum(prompt.minutes for prompt in prompts)


def budget_minutes(prompt: Prompt) -> float:
    """Return how long the answer to one prompt may take in a sitting."""
    return max(READING_MINUTES, prompt.minutes - READING_MINUTES)


def choose_set(
    prompts: Sequence[Prompt], attempted: Collection[str], order: Sequence[str], count: int
) -> tuple[Prompt, ...]:
    """Return the prompts of a sitting: new ones first, then set out as a paper is.

    Parameters
    ----------
    prompts : sequence of Prompt
    attempted : collection of str
        Ids of the prompts that have been answered.
    order : sequence of str
        Ids in the order in which to prefer prompts that are equally new.
    count : int
    """
    preferred = sorted(prompts, key=lambda each: (each.id in attempted, order.index(each.id)))
    return tuple(sorted(preferred[:count], key=lambda prompt: prompt.marks))


def time_answers(sitting: Sitting, ended_at: datetime) -> Mapping[str, AnswerTime]:
    """Return the time of every answer of a sitting by its id.

    Parameters
    ----------
    sitting : Sitting
    ended_at : datetime
        When the last answer was handed in.
    """
    spent = time_spent(sitting.visits, sitting.started_at, ended_at)
    in_time = time_spent(sitting.visits, sitting.started_at, min(ended_at, sitting.deadline))
    nothing = timedelta()
    return {
        place.answer_id: AnswerTime(
            spent=spent.get(place.answer_id, nothing),
            late=spent.get(place.answer_id, nothing) - in_time.get(place.answer_id, nothing),
            planned=timedelta(minutes=place.minutes),
        )
        for place in sitting.places
    }


def time_spent(
    visits: Sequence[Visit], started_at: datetime, ended_at: datetime
) -> Mapping[str | None, timedelta]:
    """Return the time spent on each answer, and under None on none of them.

    Parameters
    ----------
    visits : sequence of Visit
        In the order in which they happened.
    started_at, ended_at : datetime
        Of the sitting; before the first visit the questions are read.
    """
    spent: dict[str | None, timedelta] = {None: timedelta()}
    start = Visit(at=started_at, answer_id=None)
    end = Visit(at=ended_at, answer_id=None)
    for visit, following in pairwise((start, *visits, end)):
        took = max(timedelta(), min(following.at, ended_at) - visit.at)
        spent[visit.answer_id] = spent.get(visit.answer_id, timedelta()) + took
    return spent
