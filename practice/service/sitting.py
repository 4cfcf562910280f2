"""Sittings: beginning one, turning from answer to answer, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from practice.service.core import new_id
from practice.service.drafting import find_draft
from practice.service.reviewing import read_review
from practice.service.writing import Writing, begin_draft
from practice.sittings import (
    Place,
    Sitting,
    SittingLine,
    SittingSummary,
    Visit,
    budget_minutes,
    plan_minutes,
    time_answers,
    time_spent,
)
from practice.storage import UnknownRecord
from scorer.text import count_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from practice.attempts import Mode
    from practice.sittings import AnswerTime
    from practice.storage import Transaction


class SittingService(Writing):
    """Several questions under one clock."""

    def start_sitting(
        self, prompt_ids: Sequence[str], mode: Mode = "practice", title: str = ""
    ) -> Sitting:
        """Begin a sitting; the one clock of its answers runs from now.

        Raises
        ------
        UnknownPrompt
            If there is no such prompt.
        ValueError
            If there are fewer than two, or no clock is wanted.
        """
        if len(prompt_ids) < 2 or mode == "relaxed":
            raise ValueError("a sitting has at least two questions, and a clock")
        prompts = [self.catalogue.get_prompt(prompt_id) for prompt_id in prompt_ids]
        sitting_id, now = new_id(), self.now()
        deadline = now + timedelta(minutes=plan_minutes(prompts))
        drafts = [
            begin_draft(prompt, mode, now, deadline, sitting_id=sitting_id, learner=self.learner)
            for prompt in prompts
        ]
        sitting = Sitting(
            id=sitting_id,
            title=title or f"{len(prompts)} questions",
            mode=mode,
            started_at=now,
            deadline=deadline,
            places=tuple(
                Place(answer_id=draft.id, prompt_id=prompt.id, minutes=budget_minutes(prompt))
                for draft, prompt in zip(drafts, prompts, strict=True)
            ),
            learner=self.learner,
        )
        with self.store.writing() as tables:
            tables.sittings.add(sitting)
            for draft in drafts:
                tables.drafts.add(draft)
        return sitting

    def sittings(self) -> tuple[Sitting, ...]:
        """Return every sitting, newest first."""
        with self.store.reading() as tables:
            return tables.sittings.all(self.learner)

    def open_sittings(self) -> tuple[Sitting, ...]:
        """Return the sittings that are not handed in, newest first."""
        with self.store.reading() as tables:
            return tables.sittings.open_ones(self.learner)

    def turn_to(self, sitting_id: str, answer_id: str | None) -> None:
        """Remember that the learner turned to an answer, or to the list of questions (None).

        Raises
        ------
        UnknownRecord
            If there is no such sitting, or the answer is not in it.
        """
        with self.store.writing() as tables:
            sitting = _get_sitting(tables, sitting_id)
            if answer_id is not None and sitting.find_place(answer_id) is None:
                raise UnknownRecord("answer of this sitting", answer_id)
            last = sitting.visits[-1].answer_id if sitting.visits else None
            if answer_id != last:
                tables.sittings.add_visit(sitting_id, Visit(at=self.now(), answer_id=answer_id))

    def hand_in_sitting(self, sitting_id: str) -> None:
        """Hand in every answer that is still open.

        Raises
        ------
        UnknownRecord
            If there is no such sitting.
        """
        for line in self.summarise_sitting(sitting_id).lines:
            if line.is_open:
                self.submit(line.answer_id)

    def summarise_sitting(self, sitting_id: str) -> SittingSummary:
        """Return what has come of a sitting so far.

        Raises
        ------
        UnknownRecord
            If there is no such sitting.
        """
        with self.store.reading() as tables:
            sitting = _get_sitting(tables, sitting_id)
            raw = [_Answer(tables, place, self.now()) for place in sitting.places]
        ended_at = max((answer.ended_at for answer in raw), default=self.now())
        times = time_answers(sitting, ended_at)
        return SittingSummary(
            sitting=sitting,
            lines=tuple(_line(answer, raw, times) for answer in raw),
            reading=time_spent(sitting.visits, sitting.started_at, ended_at)[None],
        )


class _Answer:
    """One answer of a sitting, being written or handed in."""

    def __init__(self, tables: Transaction, place: Place, now: datetime) -> None:
        self.draft = find_draft(tables, place.answer_id, now)
        self.is_open = self.draft.status != "submitted"
        review = None if self.is_open else read_review(tables, place.answer_id)
        self.report = review.report if review else None
        self.ended_at = review.attempt.submitted_at if review else now


def _line(
    answer: _Answer, answers: Sequence[_Answer], times: Mapping[str, AnswerTime]
) -> SittingLine:
    draft, report, time = answer.draft, answer.report, times[answer.draft.id]
    written = sum((each.spent for each in times.values()), timedelta())
    marks = [each.report.marks for each in answers if each.report is not None]
    is_marked = len(marks) == len(answers) and sum(marks) > 0 and report is not None
    return SittingLine(
        answer_id=draft.id,
        prompt_text=draft.prompt_text,
        is_open=answer.is_open,
        words=count_words(draft.text if draft.in_time_text is None else draft.in_time_text),
        word_limit=draft.word_limit,
        marks=None if report is None else report.marks,
        max_marks=draft.max_marks,
        budget=time.planned,
        spent=time.spent,
        time_share=time.spent / written if written else 0.0,
        marks_share=report.marks / sum(marks) if report is not None and is_marked else None,
    )


def _get_sitting(tables: Transaction, sitting_id: str) -> Sitting:
    sitting = tables.sittings.find(sitting_id)
    if sitting is None:
        raise UnknownRecord("sitting", sitting_id)
    return sitting
