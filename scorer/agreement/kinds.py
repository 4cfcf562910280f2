"""What each kind of answer gets, and where the scorer is furthest off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scorer.agreement.statistics import mean_error

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scorer.agreement.cases import Case

WORST = 8
"""How many disagreements are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindFigures:
    """What answers of one kind get from the examiners and from the scorer."""

    kind: str
    n: int
    examiners: float
    """Mean share of the marks."""
    scorer: float
    error_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """An answer that the scorer marks far from the examiners."""

    id: str
    prompt: str
    kind: str
    examiners: float
    """Marks."""
    scorer: float


def kind_figures(cases: Sequence[Case]) -> Iterator[KindFigures]:
    """Yield the figures of every kind that the answers name."""
    for kind in sorted({case.graded.kind for case in cases} - {""}):
        chosen = [case for case in cases if case.graded.kind == kind]
        examiners = np.array([case.examiners for case in chosen])
        scorer = np.array([case.share for case in chosen])
        yield KindFigures(
            kind=kind,
            n=len(chosen),
            examiners=float(examiners.mean()),
            scorer=float(scorer.mean()),
            error_share=mean_error(scorer, examiners),
        )


def worst_disagreements(cases: Sequence[Case]) -> tuple[Disagreement, ...]:
    """Return the answers on which the scorer is furthest from the examiners."""
    ranked = sorted(cases, key=lambda case: -abs(case.share - case.examiners))
    return tuple(
        Disagreement(
            id=case.graded.id,
            prompt=case.graded.prompt,
            kind=case.graded.kind,
            examiners=case.graded.mean_marks,
            scorer=case.marks,
        )
        for case in ranked[:WORST]
    )
