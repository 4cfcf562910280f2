"""Tonight's question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.service.reviewing import LATEST, Reviewing
from practice.suggesting import suggest
from scorer.issues import DataFileError, WrongUse

if TYPE_CHECKING:
    from practice.history import Suggestion


class Suggesting(Reviewing):
    """What to practise next."""

    def suggest_prompt(self) -> Suggestion | None:
        """Return the prompt to answer next, with a reason; None without prompts."""
        rows = self.attempts(LATEST)
        prompts = self.catalogue.prompts
        parts = {prompt.id: self._parts(prompt.id) for prompt in prompts} if rows else {}
        return suggest(prompts, rows, self.now(), parts)

    def _parts(self, prompt_id: str) -> frozenset[str]:
        try:
            rubric = self.catalogue.get_rubric(prompt_id)
        except (WrongUse, DataFileError):
            return frozenset()  # It can be suggested all the same.
        return frozenset(dimension.id for dimension in rubric.dimensions)
