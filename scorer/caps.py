"""Limits on the marks, each with the reason that the learner reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.ledger import Cap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scorer.advisories import Warned
    from scorer.report import DemandScore

WRONG_KEEPS = (1.0, 0.85, 0.5, 0.25, 0.12)
"""Share of the marks kept after so many wrong statements; the last for any more."""
DEMAND_KEEPS = 0.85
"""Share kept for every part of the question that was left untouched."""
TOUCHED_FROM = 0.05
"""Coverage of a part of the question below which it counts as untouched."""


def find_caps(
    warned: Sequence[Warned], wrong: int, demands: Sequence[DemandScore]
) -> tuple[Cap, ...]:
    """Return the caps of an answer, in the order in which the ledger shows them."""
    return (
        *_wrong_statements(wrong),
        *_untouched_demands(demands),
        *(one.cap for one in warned if one.cap),
    )


def _wrong_statements(wrong: int) -> Iterator[Cap]:
    if not wrong:
        return
    keeps = WRONG_KEEPS[min(wrong, len(WRONG_KEEPS) - 1)]
    statements = "1 statement contradicts" if wrong == 1 else f"{wrong} statements contradict"
    why = f"{statements} the facts; {keeps:.0%} of the marks remain"
    yield Cap(code="wrong_statements", label="Wrong statements", why=why, share=keeps)


def _untouched_demands(demands: Sequence[DemandScore]) -> Iterator[Cap]:
    untouched = [demand for demand in demands if demand.coverage < TOUCHED_FROM]
    if len(untouched) == len(demands):
        return  # nothing was earned that could be limited
    for demand in untouched:
        why = f"nothing found on: {demand.text}; {DEMAND_KEEPS:.0%} of the marks remain"
        yield Cap(code=f"demand {demand.id}", label="Part unanswered", why=why, share=DEMAND_KEEPS)
