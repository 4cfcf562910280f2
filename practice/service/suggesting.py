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
        return suggest(self.catalogue.prompts, self.attempts(LATEST), self.now())
