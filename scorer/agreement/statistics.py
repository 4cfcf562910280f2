"""Measures of agreement; None where they are not defined."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Floats: TypeAlias = NDArray[np.float64]


def spearman(one: Floats, two: Floats) -> float | None:
    """Return Spearman's rank correlation, ties at their mean rank."""
    from scipy.stats import rankdata

    return pearson(rankdata(one), rankdata(two))


def pearson(one: Floats, two: Floats) -> float | None:
    """Return Pearson's correlation; None if either side does not vary."""
    if len(one) < 2 or np.ptp(one) < 1e-12 or np.ptp(two) < 1e-12:
        return None
    return float(np.corrcoef(one, two)[0, 1])


def quadratic_kappa(one: Floats, two: Floats) -> float | None:
    """Return Cohen's kappa with quadratic weights.

    With these weights chance disagreement is the variances plus the squared
    difference of the means, so no table of categories is needed.
    """
    by_chance = np.var(one) + np.var(two) + (np.mean(one) - np.mean(two)) ** 2
    if by_chance < 1e-12:
        return None
    return float(1 - np.mean((one - two) ** 2) / by_chance)


def mean_error(one: Floats, two: Floats) -> float:
    """Return the mean absolute difference."""
    return float(np.abs(one - two).mean())


def within_groups(values: Floats, groups: Sequence[str]) -> Floats:
    """Return values less the mean of their group, column by column."""
    centred = values.astype(float)
    names = np.array(groups)
    for name in set(groups):
        chosen = names == name
        centred[chosen] -= centred[chosen].mean(axis=0)
    return centred


def without_covariates(values: Floats, covariates: Floats) -> Floats:
    """Return what least squares on the covariates leaves; all must be centred."""
    weights, *_ = np.linalg.lstsq(covariates, values, rcond=None)
    # What is explained entirely leaves noise, whose ranks would look like a result.
    residuals: Floats = np.round(values - covariates @ weights, 9)
    return residuals


def binary_kappa(one: NDArray[np.bool_], two: NDArray[np.bool_]) -> float | None:
    """Return Cohen's kappa of two raters who say yes or no."""
    agree = np.mean(one == two)
    by_chance = np.mean(one) * np.mean(two) + np.mean(~one) * np.mean(~two)
    return None if by_chance > 1 - 1e-12 else float((agree - by_chance) / (1 - by_chance))
