"""The learner's own marks, seen beside the tool's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.history import AttemptFilter
from practice.selfmarking import pair_marks
from practice.service.reviewing import Reviewing

if TYPE_CHECKING:
    from practice.selfmarking import MarkedTwice

_NEWEST = AttemptFilter(limit=1)


class SelfMarking(Reviewing):
    """What a learner gave."""

    def marked_twice(self) -> tuple[MarkedTwice, ...]:
        """Return every attempt that the learner has marked too, newest first."""
        with self.store.reading() as tables:
            marks = tables.remarks.self_marks(self.learner)
            rows = tables.listing.rows(self.learner, AttemptFilter(self_marked=True))
        return pair_marks(rows, marks)

    def marks_first(self) -> bool:
        """Whether the learner marked their newest answer, and so may want to again."""
        with self.store.reading() as tables:
            newest = tables.listing.rows(self.learner, _NEWEST)
            return any(tables.remarks.self_mark(row.id) is not None for row in newest)
