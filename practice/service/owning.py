"""Questions of the learner's own: made, tried, changed, shared, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.service.core import Core
from scorer.loading import short_rubric
from scorer.short_form import dump_short

if TYPE_CHECKING:
    from scorer.report import ScoreReport
    from scorer.short_form import ShortQuestion


class Owning(Core):
    """The learner's own bank."""

    def save_question(self, question: ShortQuestion, prompt_id: str | None = None) -> str:
        """Store a question of one's own, or a new version of it; return its id.

        Attempts keep the rubric that they were marked with.

        Raises
        ------
        StorageUnavailable
            If the folder cannot be written.
        """
        return self.catalogue.own.save(question, prompt_id)

    def remove_question(self, prompt_id: str) -> None:
        """Take an own question out of the bank; `restore_question` undoes it."""
        self.catalogue.own.remove(prompt_id)

    def restore_question(self, prompt_id: str) -> None:
        """Bring a removed question back."""
        self.catalogue.own.bring_back(prompt_id)

    def find_question(self, prompt_id: str) -> ShortQuestion | None:
        """Return an own question as it was typed; None if it was not made in the app."""
        return self.catalogue.own.find_question(prompt_id)

    def export_question(self, prompt_id: str) -> str | None:
        """Return an own question as the text of one file to share."""
        question = self.find_question(prompt_id)
        return dump_short(question) if question else None

    def try_question(self, question: ShortQuestion, answer: str) -> ScoreReport:
        """Mark an answer by a question that need not be saved; nothing is stored."""
        return self._score(answer, short_rubric(question, "tried"))
