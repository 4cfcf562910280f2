"""Marking attempts again after the marking points or the tool have changed."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from practice.rescoring import follow_same_rules
from practice.service.marking import Marking, ScoringFailed
from scorer.issues import DataFileError, WrongUse

if TYPE_CHECKING:
    from practice.rescoring import Remarked

_LOG = logging.getLogger(__name__)


class Rescoring(Marking):
    """New reports beside the old ones, which stay."""

    def outdated(self) -> tuple[str, ...]:
        """Return the ids of the attempts that today's version would mark by other rules."""
        with self.store.reading() as tables:
            newest = tables.reports.newest_signatures(self.learner)
        prompts = {prompt_id for _, prompt_id, _ in newest}
        today = {prompt_id: self._signature_of_today(prompt_id) for prompt_id in prompts}
        return tuple(
            attempt_id
            for attempt_id, prompt_id, signature in newest
            if (rules := today[prompt_id]) and not follow_same_rules(signature, rules)
        )

    def score_again(self, attempt_id: str) -> bool:
        """Mark an attempt by today's rules; its earlier reports stay.

        Returns
        -------
        bool
            Whether it worked; if not, the attempt is as it was.
        """
        try:
            self.score(attempt_id)
        except ScoringFailed:
            _LOG.exception("Attempt %s could not be marked again", attempt_id)
            return False
        return True

    def remarked(self) -> tuple[Remarked, ...]:
        """Return the attempts with several reports: the last two of each, newest first."""
        with self.store.reading() as tables:
            return tables.reports.remarked(self.learner)

    def _signature_of_today(self, prompt_id: str) -> str | None:
        """Return what would make a report today; None if the question is gone or broken."""
        try:
            rubric = self.catalogue.get_rubric(prompt_id)
        except (WrongUse, DataFileError):
            return None
        return str(self._score("", rubric).signature)
