"""A learner's own marks beside the tool's, and how far apart they lie."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from practice.history import AttemptRow
    from practice.remarks import SelfMark


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedTwice:
    """An attempt that the learner and the tool have marked."""

    attempt_id: str
    prompt_text: str
    submitted_at: datetime
    mine: float
    tools: float
    max_marks: int

    @property
    def difference(self) -> float:
        """How much more the learner gave than the tool, per ten marks."""
        return 10 * (self.mine - self.tools) / self.max_marks


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningDifference:
    """How a learner's marks lie to the tool's so far, per ten marks."""

    answers: int
    above: float
    """Mean difference; below 0 if the learner is the stricter."""
    apart: float
    """Mean distance, whichever is higher."""


def pair_marks(rows: Iterable[AttemptRow], marks: Iterable[SelfMark]) -> tuple[MarkedTwice, ...]:
    """Return the attempts with both marks, in the order of the rows."""
    mine = {mark.attempt_id: mark.marks for mark in marks}
    return tuple(
        MarkedTwice(
            attempt_id=row.id,
            prompt_text=row.prompt_text,
            submitted_at=row.submitted_at,
            mine=mine[row.id],
            tools=row.marks,
            max_marks=row.max_marks,
        )
        for row in rows
        if row.id in mine and row.marks is not None
    )


def running_difference(pairs: Sequence[MarkedTwice]) -> RunningDifference | None:
    """Return how far apart the marks lie on average; None without any."""
    if not pairs:
        return None
    return RunningDifference(
        answers=len(pairs),
        above=fmean(pair.difference for pair in pairs),
        apart=fmean(abs(pair.difference) for pair in pairs),
    )


def tell_difference(running: RunningDifference) -> str:
    """Say how a learner's marks lie to the tool's so far."""
    over = "this answer" if running.answers == 1 else f"{running.answers} answers"
    apart = f"Over {over} your marks lie {running.apart:.1f} in ten from this tool's on average"
    if round(running.above, 1) == 0:
        return f"{apart}, as often above as below."
    way = "more" if running.above > 0 else "less"
    return f"{apart}; you give {abs(running.above):.1f} {way}."


def tell_own_marks(mine: float, tools: float | None) -> str:
    """Say what the learner gave one answer, and how that lies to the tool's marks."""
    if tools is None:
        return f"You gave it {mine:.1f}."
    if mine == tools:
        return f"You gave it {mine:.1f}, exactly what this tool gives."
    way = "more" if mine > tools else "less"
    return f"You gave it {mine:.1f}, {abs(mine - tools):.1f} {way} than this tool."
