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

_FIRST_ANSWERS = AttemptFilter(first_only=True, status="scored")


class Noticing(Reviewing):
    """Habits."""

    def habits(self) -> tuple[Habit, ...]:
        """Return the gaps that the last few typed first answers share, with a next question."""
        with self.store.reading() as tables:
            rows = tables.listing.rows(self.learner, _FIRST_ANSWERS)
            typed = [row.id for row in rows if row.medium == "typed"][:RECENT]
            found = find_habits([read_review(tables, each) for each in typed])
        latest = self.attempts(LATEST) if found else ()
        catalogue = self.catalogue
        return tuple(
            replace(
                habit,
                next=suggest_exercise(habit.gap, catalogue.prompts, catalogue.directives, latest),
            )
            for habit in found
        )
