"""TF-IDF coverage of a rubric's phrasings by the windows of an answer.

Coverage is asymmetric: the share of a phrasing's weight that a window holds,
however long the window. Cosine would divide by the answer's length instead,
and so punish whoever writes more than the reference.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from scorer.reading import read_text
from scorer.sparse import sparse_rows
from scorer.text import negator_stems, stop_stems

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray
    from scipy.sparse import csr_array

    from scorer.phrases import PhraseIndex
    from scorer.reading import Reading, Unit
    from scorer.rubric import RubricPoint

    Feature = str | tuple[str, str]
    """A word or concept, or two of them in a row."""

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
REMEMBERED = 8192
"""Unknown words whose likenesses are kept."""


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
            [read_text(sentence, concepts).units for sentence in point.sentences]
            for point in points
        ]
        self._first_rows = np.cumsum([0, *(len(one) for one in documents)])[:-1]
        weights = _feature_weights(documents, read_text(asked, concepts).units)
        phrasings = [units for document in documents for units in document]
        rows = [_row(units, weights) for units in phrasings]
        features = dict.fromkeys(feature for row in rows for feature in row)
        self._columns = {feature: column for column, feature in enumerate(features)}
        self._weights = self._matrix(rows)
        self._content_weights = self._matrix([_content_row(units, weights) for units in phrasings])
        self._soft = _SoftMatcher(weights)

    def _matrix(self, rows: Sequence[Mapping[Feature, float]]) -> csr_array:
        columns = self._columns
        numbered = [{columns[feature]: part for feature, part in row.items()} for row in rows]
        return sparse_rows(numbered, len(columns))

    def find(self, reading: Reading) -> NDArray[np.float64]:
        """Return how far each window holds each feature, shape (n_features, n_windows)."""
        held = np.zeros((len(self._columns), len(reading.windows)))
        found = [*self._resembling(reading), *self._exact(reading)]
        if found and reading.windows:
            values, columns, places = map(np.array, zip(*found, strict=True))
            starts, ends = np.array(reading.windows).T[:, :, None]
            window, which = ((starts <= places) & (places < ends)).nonzero()
            # Where several values meet, the last and best of them remains.
            held[columns[which], window] = values[which]
        return held

    def measure(self, held: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return each point's best coverage in each window.

        Parameters
        ----------
        held : ndarray
            What :meth:`find` found in an answer.

        Returns
        -------
        ndarray of shape (n_points, n_windows)
            Values from 0 to 1.
        """
        return self._best(np.minimum(self._weights @ held, 1.0))

    def measure_whole(self, held: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return how far all of the answer holds each point's content words.

        Returns
        -------
        ndarray of shape (n_points, 1)
            Values from 0 to 1.
        """
        return self._best(self._content_weights @ held.max(axis=1, keepdims=True, initial=0.0))

    def _best(self, phrasings: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the values of each point's best phrasing."""
        if not self._first_rows.size:
            return phrasings
        best: NDArray[np.float64] = np.maximum.reduceat(phrasings, self._first_rows)
        return best

    def _exact(self, reading: Reading) -> list[tuple[float, int, int]]:
        """Return (1, column, token) for every feature that the answer holds."""
        words = ((place, stem) for place, stem in enumerate(reading.stems))
        concepts = ((hit.first, hit.key) for hit in reading.hits)
        found = chain(words, concepts, _content_pairs(reading.units))
        columns = self._columns
        return [(1.0, columns[key], place) for place, key in found if key in columns]

    def _resembling(self, reading: Reading) -> list[tuple[float, int, int]]:
        """Return (value below 1, column, token), rising, for words that match nothing exactly."""
        strange = [(at, stem) for at, stem in enumerate(reading.stems) if stem not in self._columns]
        return sorted(
            (value, self._columns[feature], place)
            for place, stem in strange
            for feature, value in self._soft.find(stem)
        )


class _SoftMatcher:
    """Near spellings and shared beginnings."""

    def __init__(self, features: Iterable[str]) -> None:
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for feature in features:
            if len(feature) >= PREFIX and feature.isalpha():
                self._by_letter[feature[0]].append(feature)
        self.find = lru_cache(maxsize=REMEMBERED)(self._find)

    def _find(self, stem: str) -> tuple[tuple[str, float], ...]:
        """Return every feature that resembles the stem, with a value below 1."""
        likely = self._by_letter.get(stem[0], ()) if len(stem) >= PREFIX else ()
        values = ((feature, _resemblance(stem, feature)) for feature in likely)
        return tuple((feature, value) for feature, value in values if value)


def _resemblance(stem: str, feature: str) -> float:
    from rapidfuzz.distance import OSA

    similarity = OSA.normalized_similarity(stem, feature, score_cutoff=EDIT_SIMILARITY)
    if similarity:
        return float(similarity)
    shared = stem[:PREFIX] == feature[:PREFIX]
    return PREFIX_VALUE if shared and max(len(stem), len(feature)) * PREFIX_SHARE <= PREFIX else 0.0


def _content_pairs(units: Iterable[Unit]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield neighbours among the words that mean something, with the first one's place."""
    stop_words = stop_stems()
    content = (unit for unit in units if unit.feature not in stop_words)
    return ((one.first, (one.feature, two.feature)) for one, two in pairwise(content))


def _row(units: Sequence[Unit], weights: Mapping[str, float]) -> dict[Feature, float]:
    """Return the share of a phrasing that each of its words and pairs of words stands for."""
    words = _shares({unit.feature: weights[unit.feature] for unit in units})
    pairs = _shares(dict.fromkeys((pair for _, pair in _content_pairs(units)), ORDER_BONUS))
    row: dict[Feature, float] = {word: share / (1 + ORDER_BONUS) for word, share in words.items()}
    return row | {pair: share * ORDER_BONUS / (1 + ORDER_BONUS) for pair, share in pairs.items()}


def _content_row(units: Sequence[Unit], weights: Mapping[str, float]) -> dict[Feature, float]:
    """Return the same for content words alone."""
    content = (unit.feature for unit in units if unit.feature not in stop_stems())
    values: dict[Feature, float] = {feature: weights[feature] for feature in content}
    return _shares(values)


def _shares(values: dict[Key, float]) -> dict[Key, float]:
    whole = sum(values.values())
    return {key: value / whole for key, value in values.items()}


def _feature_weights(
    documents: Sequence[Sequence[Sequence[Unit]]], asked: Sequence[Unit]
) -> dict[str, float]:
    """Return the weight of every word and concept: rare ones say more, the question's less."""
    pooled = [[unit.feature for units in one for unit in units] for one in documents]
    repeated = {unit.feature for unit in asked}
    return {
        feature: weight * _demotion(feature, repeated)
        for feature, weight in _inverse_document_frequency(pooled)
    }


def _demotion(feature: str, asked: Container[str]) -> float:
    if feature in negator_stems():
        return NEGATOR_WEIGHT
    if feature in stop_stems():
        return STOP_WEIGHT
    return ASKED_WEIGHT if feature in asked else 1.0


def _inverse_document_frequency(
    documents: Sequence[Sequence[str]],
) -> Iterable[tuple[str, float]]:
    # Importing scikit-learn takes a second, so only scoring pays for it.
    from sklearn.feature_extraction.text import TfidfVectorizer

    if not any(documents):
        return ()
    vectorizer = TfidfVectorizer(analyzer=list).fit(documents)
    return zip(vectorizer.get_feature_names_out(), vectorizer.idf_.tolist(), strict=True)
