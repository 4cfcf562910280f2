"""Tonight's question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.service.reviewing import LATEST, Reviewing
from practice.suggesting import suggest

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
        rubric = self.catalogue.find_rubric(prompt_id)
        dimensions = rubric.dimensions if rubric else ()
        return frozenset(dimension.id for dimension in dimensions)
