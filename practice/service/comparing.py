"""Two attempts at the same question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.comparing import compare
from practice.service.reviewing import Reviewing, get_attempt, read_review

if TYPE_CHECKING:
    from practice.comparing import Comparison


class DifferentQuestions(ValueError):
    """Two attempts answer different questions, so there is nothing to compare."""


class Comparing(Reviewing):
    """Attempts side by side."""

    def compare(self, before_id: str, after_id: str) -> Comparison:
        """Return what changed from one attempt to another.

        Raises
        ------
        DifferentQuestions
            If they answer different questions.
        UnknownRecord
            If there is no such attempt.
        """
        with self.store.reading() as tables:
            before, after = (read_review(tables, each) for each in (before_id, after_id))
        if before.attempt.prompt_id != after.attempt.prompt_id:
            raise DifferentQuestions(f"{before_id} and {after_id} answer different questions")
        return compare(before, after)

    def find_rewriting(self, attempt_id: str) -> Comparison | None:
        """Return what a rewrite changed; None if it is none, or what it rewrites is not here.

        Raises
        ------
        UnknownRecord
            If there is no such attempt.
        """
        with self.store.reading() as tables:
            parent_id = get_attempt(tables, attempt_id).parent_id
            if parent_id is None or tables.attempts.find(parent_id) is None:
                return None
        return self.compare(parent_id, attempt_id)
