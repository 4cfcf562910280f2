"""The scorer among scikit-learn's estimators."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline

from scorer.estimator import RubricScorer
from scorer.loading import load_rubric
from scorer.scoring import score_answer
from tests.scorer.samples import flood_rubric, write_bank

RUBRIC = flood_rubric()
ANSWERS = [
    RUBRIC.plain_answer,
    "It rains.",
    "Lakes were filled and drains are never cleared.",
    "No.",
]


@pytest.fixture
def scorer():
    """Return a fitted scorer."""
    return RubricScorer(RUBRIC).fit(ANSWERS, [6, 0, 2, 0])


def test_transform_has_a_row_per_answer_and_a_column_per_point(scorer):
    coverage = scorer.transform(ANSWERS)
    assert coverage.shape == (4, 3)
    assert coverage.min() >= 0
    assert coverage.max() <= 1
    expected = [point.coverage for point in score_answer(ANSWERS[0], RUBRIC).points]
    assert coverage[0].tolist() == expected


def test_no_answers_are_no_rows(scorer):
    assert scorer.transform([]).shape == (0, 3)
    assert scorer.predict([]).shape == (0,)


def test_predict_gives_the_marks(scorer):
    assert scorer.predict(ANSWERS).tolist() == [
        score_answer(answer, RUBRIC).marks for answer in ANSWERS
    ]


def test_columns_are_named_after_points(scorer):
    assert scorer.get_feature_names_out().tolist() == [point.id for point in RUBRIC.points]


def test_columns_keep_their_names_in_a_table(scorer):
    table = scorer.set_output(transform="pandas").transform(ANSWERS)
    assert table.columns.tolist() == scorer.get_feature_names_out().tolist()


def test_a_rubric_may_be_given_by_id_or_path(tmp_path):
    assert RubricScorer("pharma-api").fit().rubric_ == load_rubric("pharma-api")
    path = write_bank(tmp_path) / "rubrics" / "urban-floods.yaml"
    assert RubricScorer(path).fit().rubric_.id == "urban-floods"


def test_a_clone_has_the_same_rubric_and_is_not_fitted(scorer):
    twin = clone(scorer)
    assert twin.get_params() == {"rubric": RUBRIC}
    with pytest.raises(NotFittedError):
        twin.predict(ANSWERS)


def test_pickling_keeps_the_marks(scorer):
    again = pickle.loads(pickle.dumps(scorer))
    assert again.predict(ANSWERS).tolist() == scorer.predict(ANSWERS).tolist()


def test_it_works_in_a_pipeline_and_in_cross_validation():
    pipeline = make_pipeline(RubricScorer(RUBRIC), Ridge())
    assert np.isfinite(cross_val_score(pipeline, ANSWERS, [6.0, 0.0, 2.0, 0.5], cv=2)).all()
