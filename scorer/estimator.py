"""The scorer as a scikit-learn estimator. Imported on demand only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import numpy as np
from sklearn.base import BaseEstimator, RegressorMixin, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from scorer.loading import load_rubric
from scorer.rubric import Rubric
from scorer.scoring import score_answer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from numpy.typing import NDArray


class RubricScorer(TransformerMixin, RegressorMixin, BaseEstimator):  # type: ignore[misc]
    """Marks answers with a rubric; nothing is learnt from them.

    Parameters
    ----------
    rubric : Rubric, str or Path
        A rubric, the id of one in the installed bank, or the path of its file.

    Attributes
    ----------
    rubric_ : Rubric
        The rubric that answers are scored with.
    n_points_ : int
        How many columns :meth:`transform` returns.

    Examples
    --------
    >>> from scorer.estimator import RubricScorer
    >>> scorer = RubricScorer("pharma-api").fit()
    >>> scorer.transform(["India imports its APIs from China."]).shape
    (1, 22)
    """

    def __init__(self, rubric: Rubric | str | Path) -> None:
        self.rubric = rubric

    def fit(self, answers: object = None, marks: object = None) -> Self:  # noqa: ARG002 -- scikit-learn passes both
        """Load the rubric; the answers and marks are not looked at."""
        given = self.rubric
        self.rubric_ = given if isinstance(given, Rubric) else load_rubric(given)
        self.n_points_ = len(self.rubric_.points)
        return self

    def transform(self, answers: Iterable[str]) -> NDArray[np.float64]:
        """Return the coverage of every rubric point, of shape (n_answers, n_points)."""
        check_is_fitted(self)
        reports = [score_answer(answer, self.rubric_) for answer in answers]
        rows = [[point.coverage for point in report.points] for report in reports]
        return np.array(rows, dtype=np.float64).reshape(len(rows), self.n_points_)

    def predict(self, answers: Iterable[str]) -> NDArray[np.float64]:
        """Return the marks of every answer."""
        check_is_fitted(self)
        return np.array([score_answer(answer, self.rubric_).marks for answer in answers])

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:  # noqa: ARG002 -- scikit-learn's signature
        """Return the ids of the rubric points, in the columns' order."""
        check_is_fitted(self)
        return np.array([point.id for point in self.rubric_.points], dtype=object)
