"""What comes back in the last few answers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from practice.exercises import suggest_exercise
from practice.habits import RECENT, find_habits
from practice.history import AttemptFilter
from practice.service.reviewing import LATEST, Reviewing, read_review

if TYPE_CHECKING:
    from practice.habits import Habit

_RECENT = AttemptFilter(first_only=True, medium="typed", status="scored", limit=RECENT)


class Noticing(Reviewing):
    """Habits."""

    def habits(self) -> tuple[Habit, ...]:
        """Return the gaps that the last few typed first answers share, with a next question."""
        with self.store.reading() as tables:
            rows = tables.listing.rows(self.learner, _RECENT)
            found = find_habits([read_review(tables, row.id) for row in rows])
        latest = self.attempts(LATEST) if found else ()
        catalogue = self.catalogue
        return tuple(
            replace(
                habit,
                next=suggest_exercise(habit.gap, catalogue.prompts, catalogue.directives, latest),
            )
            for habit in found
        )
