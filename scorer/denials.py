"""Windows that name a rubric point only to deny it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from scorer.language import load_english
from scorer.phrases import PhraseIndex
from scorer.points import point_table
from scorer.reading import read_text
from scorer.rubric import Rubric  # noqa: TC001 -- the cache's key
from scorer.text import negator_stems

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from scorer.points import Located
    from scorer.polarity import Polarity
    from scorer.reading import Reading
    from scorer.rubric import RubricPoint


DENIED_SHARE = 0.5
"""A sentence denies a point if this much of what names the point stands negated."""
LACKING_SHARE = 0.35
"""A point more of whose phrasings speak of a lack cannot be denied by a *not*."""


class DenialTable:
    """The points of a rubric that are not themselves about a lack."""

    def __init__(self, rubric: Rubric) -> None:
        self._table = point_table(rubric)
        self._deniable = [self._is_positive(point) for point in rubric.points]

    def find(self, reading: Reading, polarity: Polarity, located: Located) -> NDArray[np.bool_]:
        """Return which windows deny which points, shape (n_points, n_windows)."""
        denied = np.zeros(located.strength.shape, dtype=bool)
        if not any(polarity.negated(place) for place in range(len(reading.tokens))):
            return denied
        for number, deniable in enumerate(self._deniable):
            if deniable:
                self._bar(denied[number], number, reading, polarity, located)
        return denied

    def _bar(
        self,
        row: NDArray[np.bool_],
        number: int,
        reading: Reading,
        polarity: Polarity,
        located: Located,
    ) -> None:
        """Mark the sentences that deny a point, and the pairs that hold one of them."""
        groups = self._table.relation_groups[number] + self._table.object_groups[number]
        for sentence in reading.sentences:
            hits = located.hits_of(groups, sentence)
            negated = sum(polarity.negated(hit.first) for hit in hits)
            if hits and negated >= DENIED_SHARE * len(hits):
                for at, window in enumerate(reading.windows):
                    row[at] |= window.start <= sentence.start and sentence.end <= window.end

    def _is_positive(self, point: RubricPoint) -> bool:
        negative = [self._speaks_of_lack(sentence) for sentence in point.sentences]
        return sum(negative) <= LACKING_SHARE * len(negative)

    def _speaks_of_lack(self, sentence: str) -> bool:
        tokens = read_text(sentence, self._table.concepts).tokens
        negated = any(token.stem in negator_stems() for token in tokens)
        return negated or any(True for _ in _lack_index().find(tokens))


@lru_cache(maxsize=64)
def denial_table(rubric: Rubric) -> DenialTable:
    """Return the rubric's deniable points, worked out once per rubric."""
    return DenialTable(rubric)


@lru_cache(maxsize=1)
def _lack_index() -> PhraseIndex:
    english = load_english()
    lacks = [form for one in english.relations if one.id == "lack" for form in one.forms]
    negating = [one.phrase for one in english.negating_phrases]
    return PhraseIndex(("lack", phrase) for phrase in (*lacks, *negating))
