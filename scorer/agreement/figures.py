"""Figures of agreement, prompt by prompt and overall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from scorer.agreement.cases import coverage, distinct_words, length, naive_cosine
from scorer.agreement.statistics import (
    mean_error,
    pearson,
    quadratic_kappa,
    spearman,
    within_groups,
    without_covariates,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scorer.agreement.cases import Case
    from scorer.agreement.statistics import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How far one way of marking agrees with the examiners; None where undefined."""

    name: str
    n: int
    spearman: float | None
    beyond_length: float | None
    pearson: float | None
    kappa: float | None = None
    """Quadratically weighted, on half marks."""
    error: float | None = None
    """Mean absolute error in marks."""
    error_share: float | None = None
    bias: float | None = None
    """Mean of the scorer's marks less the examiners', as a share."""


_BASELINES: dict[str, Callable[[Case], float]] = {
    "scorer's coverage": coverage,
    "length": length,
    "distinct words": distinct_words,
    "naive TF-IDF cosine": naive_cosine,
}


def prompt_figures(cases: Sequence[Case]) -> Iterator[Figures]:
    """Yield the scorer's figures for every prompt."""
    beyond = _Beyond(cases)
    values = [case.share for case in cases]
    for prompt, at in _by_prompt(cases).items():
        yield _figures(prompt, cases, values, beyond, at)


def overall_figures(cases: Sequence[Case]) -> Iterator[Figures]:
    """Yield the scorer's figures over all prompts, then those of its baselines."""
    beyond = _Beyond(cases)
    scorer = [case.share for case in cases]
    yield Figures(
        name="scorer", n=len(cases), **_correlations(cases, scorer, beyond), **_marks_figures(cases)
    )
    for name, measure in _BASELINES.items():
        values = [measure(case) for case in cases]
        yield Figures(name=name, n=len(cases), **_correlations(cases, values, beyond))


def _by_prompt(cases: Sequence[Case]) -> dict[str, list[int]]:
    """Return the numbers of each prompt's cases."""
    groups: dict[str, list[int]] = {}
    for at, case in enumerate(cases):
        groups.setdefault(case.graded.prompt, []).append(at)
    return groups


class _Beyond:
    """Both sides' residuals after length, within prompts."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._prompts = [case.graded.prompt for case in cases]
        covariates = [[length(case), distinct_words(case)] for case in cases]
        self._covariates = within_groups(np.array(covariates), self._prompts)
        self._examiners = self._residuals([case.examiners for case in cases])

    def correlation(self, values: Sequence[float], at: Sequence[int] | None = None) -> float | None:
        """Return Spearman's correlation of the residuals, of some cases if given."""
        chosen = slice(None) if at is None else list(at)
        return spearman(self._residuals(values)[chosen], self._examiners[chosen])

    def _residuals(self, values: Sequence[float]) -> Floats:
        centred = within_groups(np.array(values, dtype=float), self._prompts)
        return without_covariates(centred, self._covariates)


def _figures(
    name: str,
    cases: Sequence[Case],
    values: Sequence[float],
    beyond: _Beyond,
    at: Sequence[int],
) -> Figures:
    chosen = [cases[number] for number in at]
    examiners = np.array([case.examiners for case in chosen])
    own = np.array(values)[list(at)]
    return Figures(
        name=name,
        n=len(chosen),
        spearman=spearman(own, examiners),
        beyond_length=beyond.correlation(values, at),
        pearson=pearson(own, examiners),
        **_marks_figures(chosen),
    )


def _marks_figures(cases: Sequence[Case]) -> dict[str, float | None]:
    examiners = np.array([case.graded.mean_marks for case in cases])
    scorer = np.array([case.marks for case in cases])
    shares = np.array([[case.share, case.examiners] for case in cases])
    return {
        "kappa": quadratic_kappa(np.round(2 * scorer), np.round(2 * examiners)),
        "error": mean_error(scorer, examiners),
        "error_share": mean_error(shares[:, 0], shares[:, 1]),
        "bias": float((shares[:, 0] - shares[:, 1]).mean()),
    }


def _correlations(
    cases: Sequence[Case], values: Sequence[float], beyond: _Beyond
) -> dict[str, float | None]:
    own, examiners = np.array(values), np.array([case.examiners for case in cases])
    groups = list(_by_prompt(cases).values())
    return {
        "spearman": _mean(spearman(own[at], examiners[at]) for at in groups),
        "beyond_length": beyond.correlation(values),
        "pearson": _mean(pearson(own[at], examiners[at]) for at in groups),
    }


def _mean(values: Iterator[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
