"""What every part of the service works with."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from practice.clock import Clock
from practice.service.catalogue import Catalogue
from scorer.scoring import score_answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from practice.storage import Store
    from scorer.report import ScoreReport
    from scorer.rubric import Rubric


class Core:
    """A store, a clock, the prompts, the scorer: one learner's practice.

    Parameters
    ----------
    store : Store
    clock : Clock, optional
    catalogue : Catalogue, optional
        The installed prompts and rubrics if not given.
    score : callable, optional
        Turns an answer and a rubric into a report.
    learner : str, optional
        Whose drafts and attempts these are.
    """

    def __init__(
        self,
        store: Store,
        *,
        clock: Clock | None = None,
        catalogue: Catalogue | None = None,
        score: Callable[[str, Rubric], ScoreReport] = score_answer,
        learner: str = "local",
    ) -> None:
        self.store = store
        self.clock = clock or Clock()
        self.catalogue = catalogue or Catalogue()
        self.learner = learner
        self._score = score

    def now(self) -> datetime:
        """Return the time by the clock that deadlines follow."""
        return self.clock.now()

    def secret(self, name: str = "drafts") -> bytes:
        """Return a random key that outlives restarts, one per name."""
        return self.store.secret(name)

    def close(self) -> None:
        """Close the database."""
        self.store.close()


def new_id() -> str:
    """Return an id that nothing else has."""
    return uuid4().hex
