"""The scorer's marks beside examiners' marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorer.agreement.cases import score_cases
from scorer.agreement.figures import Figures, overall_figures, prompt_figures
from scorer.agreement.graded import load_graded
from scorer.agreement.kinds import Disagreement, KindFigures, kind_figures, worst_disagreements
from scorer.agreement.tags import TagAgreement, compare_tags

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scorer.agreement.cases import Case
    from scorer.bank import Bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The scorer beside examiners and baselines."""

    n: int
    prompts: tuple[Figures, ...]
    overall: tuple[Figures, ...]
    """The scorer first, then its coverage and the baselines; correlations are
    means over prompts, the one beyond length is pooled."""
    kinds: tuple[KindFigures, ...]
    worst: tuple[Disagreement, ...]
    tags: TagAgreement | None


def compare_with_examiners(path: Path, bank: Bank | None = None) -> Agreement:
    """Score every graded answer of a file and compare the marks.

    Raises
    ------
    DataFileError
        If a line is not a graded answer.
    UnknownPrompt
        If an answer is to an unknown prompt.
    """
    return measure_agreement(tuple(score_cases(load_graded(path), bank)))


def measure_agreement(cases: Sequence[Case]) -> Agreement:
    """Compare marks that have been given already."""
    return Agreement(
        n=len(cases),
        prompts=tuple(prompt_figures(cases)),
        overall=tuple(overall_figures(cases)),
        kinds=tuple(kind_figures(cases)),
        worst=worst_disagreements(cases),
        tags=compare_tags([(case.graded, case.rubric, case.report) for case in cases]),
    )
