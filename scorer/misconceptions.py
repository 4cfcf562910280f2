"""Known wrong claims, found where an answer makes them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from scorer.concepts import concept_index
from scorer.coverage import PhrasingMatrix
from scorer.matching import GroupTable
from scorer.report import MisconceptionFinding
from scorer.rubric import Misconception, Rubric, RubricPoint
from scorer.text import negator_stems, tokenize

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from scorer.reading import Reading

SURE_PHRASED = 0.45
"""Coverage of a phrasing that is enough when every keyword group is met too."""
SURE_ALONE = 0.8
"""Coverage of a phrasing that is enough where there are no keyword groups."""


class MisconceptionTable:
    """The misconceptions of a rubric, ready to be found in answers."""

    def __init__(self, rubric: Rubric) -> None:
        self._known = rubric.misconceptions
        self.concepts = concept_index(rubric.lexicon)
        points = [_as_point(known) for known in self._known]
        self._matrix = PhrasingMatrix(points, rubric.prompt_text, self.concepts)
        self._groups = GroupTable([group for known in self._known for group in known.keywords])
        self._enough = np.array(
            [[SURE_PHRASED if known.keywords else SURE_ALONE] for known in self._known]
        )
        self._negative = np.array([[_speaks_negatively(known)] for known in self._known])
        self._owners = np.array([n for n, known in enumerate(self._known) for _ in known.keywords])

    def find(self, reading: Reading) -> tuple[MisconceptionFinding, ...]:
        """Return the wrong claims that the answer makes, in rubric order.

        A sentence that negates anything may be denying the claim, so it is left
        alone unless the claim itself is put with a negation.
        """
        if not self._known or not reading.sentences:
            return ()
        count = len(reading.sentences)
        group_met = self._groups.find(reading).met[:, :count]
        met = np.array([group_met[self._owners == n].all(axis=0) for n in range(len(self._known))])
        met &= self._negative | ~_negated(reading)
        if not met.any():
            return ()
        phrased = self._matrix.measure(self._matrix.find(reading))[:, :count]
        sure = met & (phrased >= self._enough)
        return tuple(
            _finding(known, reading, int(np.where(sure[number], phrased[number], -1).argmax()))
            for number, known in enumerate(self._known)
            if sure[number].any()
        )


@lru_cache(maxsize=64)
def misconception_table(rubric: Rubric) -> MisconceptionTable:
    """Return the rubric's misconceptions, compiled once per rubric."""
    return MisconceptionTable(rubric)


def _speaks_negatively(known: Misconception) -> bool:
    sentences = (known.statement, *known.phrasings)
    return any(token.stem in negator_stems() for one in sentences for token in tokenize(one))


def _negated(reading: Reading) -> NDArray[np.bool_]:
    """Return which sentences hold a negator."""
    negators = [token.stem in negator_stems() for token in reading.tokens]
    return np.array([any(negators[slice(*span)]) for span in reading.sentences])


def _as_point(known: Misconception) -> RubricPoint:
    return RubricPoint(id=known.id, statement=known.statement, phrasings=known.phrasings)


def _finding(known: Misconception, reading: Reading, sentence: int) -> MisconceptionFinding:
    return MisconceptionFinding(
        id=known.id,
        statement=known.statement,
        evidence=reading.evidence(reading.sentences[sentence]),
        correction=known.correction,
    )
