"""Windows that name a rubric point only to deny it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from scorer.language import load_english
from scorer.phrases import PhraseIndex
from scorer.points import point_table
from scorer.polarity import Polarity
from scorer.reading import read_text
from scorer.rubric import Rubric  # noqa: TC001 -- the cache's key
from scorer.text import negator_stems, stop_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from scorer.points import Located
    from scorer.reading import Reading
    from scorer.rubric import RubricPoint


DENIED_SHARE = 0.5
"""A sentence denies a point if this much of what names the point stands negated."""
LACKING_SHARE = 0.35
"""A point more of whose phrasings speak of a lack cannot be denied by a *not*."""
SAID_SHARE = 0.75
"""A sentence with so many content words of a phrasing that holds a *not* says it."""


class DenialTable:
    """The points of a rubric that are not themselves about a lack."""

    def __init__(self, rubric: Rubric) -> None:
        self._table = point_table(rubric)
        groups = zip(self._table.relation_groups, self._table.object_groups, strict=True)
        self._said = [[*self._negative_phrasings(point)] for point in rubric.points]
        self._naming = [
            (number, relations + objects)
            for number, (relations, objects) in enumerate(groups)
            if self._is_positive(rubric.points[number])
        ]
        """The numbers of the deniable points, with the groups that name each."""

    def find(self, reading: Reading, polarity: Polarity, located: Located) -> NDArray[np.bool_]:
        """Return which windows deny which points, shape (n_points, n_windows)."""
        denied = np.zeros(located.strength.shape, dtype=bool)
        for at, sentence in enumerate(reading.sentences):
            if polarity.negates_in(sentence):
                numbers = [*self._denied_in(at, reading, polarity, located)]
                holding = [sentence.within(window) for window in reading.windows]
                denied[np.ix_(numbers, holding)] = True
        return denied

    def _denied_in(
        self, at: int, reading: Reading, polarity: Polarity, located: Located
    ) -> Iterator[int]:
        """Yield the numbers of the points that a sentence denies."""
        sentence = reading.sentences[at]
        stems = _content(reading.stems[slice(*sentence)])
        for number, groups in self._naming:
            if any(located.hits.meets(group, at) for group in groups):
                hits = located.hits_of(groups, sentence)
                negated = sum(polarity.negated(hit.first) for hit in hits)
                if negated >= DENIED_SHARE * len(hits) and not self._says(number, stems):
                    yield number

    def _says(self, number: int, stems: frozenset[str]) -> bool:
        """Whether the *not* belongs to one of the point's own phrasings."""
        return any(len(stems & said) >= SAID_SHARE * len(said) for said in self._said[number])

    def _negative_phrasings(self, point: RubricPoint) -> Iterator[frozenset[str]]:
        """Yield the content words of the phrasings that negate something."""
        for sentence in point.sentences:
            reading = read_text(sentence, self._table.concepts)
            if any(map(Polarity(reading).negates_in, reading.sentences)):
                yield _content(reading.stems)

    def _is_positive(self, point: RubricPoint) -> bool:
        negative = [self._speaks_of_lack(sentence) for sentence in point.sentences]
        return sum(negative) <= LACKING_SHARE * len(negative)

    def _speaks_of_lack(self, sentence: str) -> bool:
        tokens = read_text(sentence, self._table.concepts).tokens
        negated = any(token.stem in negator_stems() for token in tokens)
        return negated or any(True for _ in _lack_index().find(tokens))


def _content(stems: Iterable[str]) -> frozenset[str]:
    return frozenset(stems) - stop_stems()


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
