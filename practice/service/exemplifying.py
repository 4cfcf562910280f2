"""Answers to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.examples import find_example
from practice.service.core import Core

if TYPE_CHECKING:
    from practice.examples import Example
    from practice.history import Review


class Exemplifying(Core):
    """What somebody else wrote."""

    def find_example(self, review: Review) -> Example | None:
        """Return an answer a step above one that was marked; None if there is none.

        A teacher's marks count before the tool's.
        """
        if not review.reports:
            return None
        stored = review.reports[0]
        given = [mark.marks for mark in review.remarks.teacher_marks]
        return find_example(
            self.catalogue.exemplars(review.attempt.prompt_id),
            stored,
            given[-1] if given else stored.report.marks,
            lambda answer: self._score(answer, stored.rubric),
        )
