"""TF-IDF coverage of a rubric's phrasings by the windows of an answer.

Coverage is asymmetric: the share of a phrasing's weight that a window holds,
however long the window. Cosine would divide by the answer's length instead,
and so punish whoever writes more than the reference.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from scorer.reading import read_text
from scorer.text import Span, negator_stems, stop_stems

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from numpy.typing import NDArray

    from scorer.phrases import PhraseIndex
    from scorer.reading import Reading, Unit
    from scorer.rubric import RubricPoint

Key = TypeVar("Key")

STOP_WEIGHT = 0.2
NEGATOR_WEIGHT = 0.5
ASKED_WEIGHT = 0.3
"""Weight of the prompt's own words: repeating the question earns little."""
ORDER_BONUS = 0.1
PREFIX = 5
PREFIX_VALUE = 0.75
PREFIX_SHARE = 0.6
EDIT_SIMILARITY = 0.8


class PhrasingMatrix:
    """Every phrasing of every point as weights over the rubric's features.

    Parameters
    ----------
    points : sequence of RubricPoint
    asked : str
        The prompt's text.
    concepts : PhraseIndex
        Concepts that count as one feature.
    """

    def __init__(self, points: Sequence[RubricPoint], asked: str, concepts: PhraseIndex) -> None:
        documents = [
            [
                [unit.feature for unit in read_text(sentence, concepts).units]
                for sentence in point.sentences
            ]
            for point in points
        ]
        self._first_rows = np.cumsum([0, *(len(one) for one in documents)])[:-1]
        phrasings = [phrasing for document in documents for phrasing in document]
        self._columns = _number(feature for phrasing in phrasings for feature in phrasing)
        weights = self._feature_weights(documents, read_text(asked, concepts).units)
        self._weights = _normalised_rows(phrasings, self._columns, weights)
        content = [feature not in stop_stems() for feature in self._columns]
        self._content_weights = _normalised_rows(phrasings, self._columns, weights * content)
        pairs = [list(_content_pairs(phrasing)) for phrasing in phrasings]
        self._pair_columns = _number(pair for phrasing in pairs for pair in phrasing)
        self._pair_weights = _normalised_rows(
            pairs, self._pair_columns, np.ones(len(self._pair_columns))
        )
        self._soft = _SoftMatcher(self._columns)

    def measure(self, reading: Reading) -> NDArray[np.float64]:
        """Return each point's best coverage in each window.

        Returns
        -------
        ndarray of shape (n_points, n_windows)
            Values from 0 to 1.
        """
        if not self._first_rows.size:
            return np.zeros((0, len(reading.windows)))
        words = _covered(self._weights, reading.windows, self._places(reading))
        pairs = _covered(self._pair_weights, reading.windows, self._pair_places(reading))
        covered = np.minimum((words + ORDER_BONUS * pairs) / (1 + ORDER_BONUS), 1.0)
        best: NDArray[np.float64] = np.maximum.reduceat(covered, self._first_rows)
        return best

    def measure_whole(self, reading: Reading) -> NDArray[np.float64]:
        """Return how far all of the answer holds each point's content words.

        Returns
        -------
        ndarray of shape (n_points, 1)
            Values from 0 to 1.
        """
        whole = [Span(0, len(reading.tokens))]
        held = _covered(self._content_weights, whole, self._places(reading))
        best: NDArray[np.float64] = np.maximum.reduceat(held, self._first_rows)
        return best

    def _feature_weights(
        self, documents: Sequence[Sequence[Sequence[str]]], asked: Sequence[Unit]
    ) -> NDArray[np.float64]:
        pooled = [[feature for phrasing in one for feature in phrasing] for one in documents]
        weights = _inverse_document_frequency(pooled, self._columns)
        repeated = {unit.feature for unit in asked}
        factors = [_demotion(feature, repeated) for feature in self._columns]
        return np.asarray(weights * np.array(factors), dtype=np.float64)

    def _places(self, reading: Reading) -> list[tuple[int, int, float]]:
        """Return (token, column, value) for every feature the answer holds."""
        columns = self._columns
        places = [(hit.first, columns[hit.key], 1.0) for hit in reading.hits if hit.key in columns]
        for at, token in enumerate(reading.tokens):
            if token.stem in columns:
                places.append((at, columns[token.stem], 1.0))
            else:
                places += [(at, column, value) for column, value in self._soft.find(token.stem)]
        return places

    def _pair_places(self, reading: Reading) -> list[tuple[int, int, float]]:
        content = [unit for unit in reading.units if unit.feature not in stop_stems()]
        numbered = (
            (one.first, self._pair_columns.get((one.feature, two.feature)))
            for one, two in pairwise(content)
        )
        return [(at, column, 1.0) for at, column in numbered if column is not None]


class _SoftMatcher:
    """Near spellings and shared beginnings, for words that match nothing exactly."""

    def __init__(self, columns: dict[str, int]) -> None:
        self._by_letter: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for feature, column in columns.items():
            if len(feature) >= PREFIX and feature.isalpha():
                self._by_letter[feature[0]].append((feature, column))
        self._found: dict[str, tuple[tuple[int, float], ...]] = {}

    def find(self, stem: str) -> tuple[tuple[int, float], ...]:
        """Return (column, value below 1) of every feature that resembles the stem."""
        if stem not in self._found:
            likely = self._by_letter.get(stem[0], ()) if len(stem) >= PREFIX else ()
            values = ((column, _resemblance(stem, feature)) for feature, column in likely)
            self._found[stem] = tuple((column, value) for column, value in values if value)
        return self._found[stem]


def _resemblance(stem: str, feature: str) -> float:
    from rapidfuzz.distance import OSA

    similarity = OSA.normalized_similarity(stem, feature, score_cutoff=EDIT_SIMILARITY)
    if similarity:
        return float(similarity)
    shared = stem[:PREFIX] == feature[:PREFIX]
    return PREFIX_VALUE if shared and max(len(stem), len(feature)) * PREFIX_SHARE <= PREFIX else 0.0


def _content_pairs(features: Sequence[str]) -> Iterable[tuple[str, str]]:
    return pairwise(feature for feature in features if feature not in stop_stems())


def _demotion(feature: str, asked: Container[str]) -> float:
    if feature in negator_stems():
        return NEGATOR_WEIGHT
    if feature in stop_stems():
        return STOP_WEIGHT
    return ASKED_WEIGHT if feature in asked else 1.0


def _number(keys: Iterable[Key]) -> dict[Key, int]:
    return {key: number for number, key in enumerate(dict.fromkeys(keys))}


def _inverse_document_frequency(
    documents: Sequence[Sequence[str]], columns: dict[str, int]
) -> NDArray[np.float64]:
    # Importing scikit-learn takes a second, so only scoring pays for it.
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not columns:
        return np.zeros(0)
    vectorizer = TfidfVectorizer(analyzer=list, vocabulary=columns)
    return np.asarray(vectorizer.fit(documents).idf_, dtype=np.float64)


def _normalised_rows(
    rows: Sequence[Sequence[Key]], columns: dict[Key, int], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    matrix = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        for key in row:
            matrix[number, columns[key]] = weights[columns[key]]
    totals = matrix.sum(axis=1, keepdims=True)
    np.divide(matrix, totals, out=matrix, where=totals > 0)
    return matrix


def _covered(
    weights: NDArray[np.float64], windows: Sequence[Span], places: Sequence[tuple[int, int, float]]
) -> NDArray[np.float64]:
    """Return the weight of each row that each window holds, places in any order."""
    if not places or not windows:
        return np.zeros((len(weights), len(windows)))
    at, column, value = (np.array(row) for row in zip(*sorted(places), strict=True))
    present, column = np.unique(column, return_inverse=True)
    values = np.zeros((len(windows), len(present)))
    starts, ends = np.searchsorted(at, np.array(windows).T)
    for row, start, end in zip(values, starts, ends, strict=True):
        np.maximum.at(row, column[start:end], value[start:end])
    held: NDArray[np.float64] = weights[:, present] @ values.T
    return held
