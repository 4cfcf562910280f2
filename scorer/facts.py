"""Figures and years near their cue words, checked against accepted ranges."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from scorer.concepts import concept_index
from scorer.figures import find_figures
from scorer.matching import GroupTable
from scorer.phrases import PhraseIndex
from scorer.report import FactFinding
from scorer.rubric import Rubric  # noqa: TC001 -- the cache's key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from scorer.reading import Reading
    from scorer.report import EvidenceSpan
    from scorer.rubric import FactCheck
    from scorer.text import Span


class FactTable:
    """The figure checks of a rubric, ready for answers."""

    def __init__(self, rubric: Rubric) -> None:
        self._checks = rubric.facts
        self.concepts = concept_index(rubric.lexicon)
        self._cues = GroupTable([cue for check in rubric.facts for cue in check.cues])
        self._owners = np.array([n for n, check in enumerate(rubric.facts) for _ in check.cues])
        self._silencers = [
            PhraseIndex((words, words) for words in check.unless) for check in rubric.facts
        ]

    def find(self, reading: Reading) -> tuple[FactFinding, ...]:
        """Return what can be said of the answer's figures; silent when unsure.

        A check speaks only where all its cues share a sentence with exactly one
        figure of its unit.
        """
        if not self._checks or not reading.sentences:
            return ()
        met = self._cues.find(reading).met
        return tuple(
            finding
            for number in range(len(self._checks))
            for finding in self._check(number, reading, met[self._owners == number].all(axis=0))
        )

    def _check(
        self, number: int, reading: Reading, cued: NDArray[np.bool_]
    ) -> Iterator[FactFinding]:
        check = self._checks[number]
        for at, sentence in enumerate(reading.sentences):
            if not cued[at] or self._silenced(number, reading, sentence):
                continue
            figures = list(find_figures(check.unit, reading.text, *reading.characters(sentence)))
            if len(figures) == 1:
                yield _finding(check, *figures[0])

    def _silenced(self, number: int, reading: Reading, sentence: Span) -> bool:
        tokens = reading.tokens[sentence.start : sentence.end]
        return any(True for _ in self._silencers[number].find(tokens))


@lru_cache(maxsize=64)
def fact_table(rubric: Rubric) -> FactTable:
    """Return the rubric's figure checks, compiled once per rubric."""
    return FactTable(rubric)


def _finding(check: FactCheck, value: float, evidence: EvidenceSpan) -> FactFinding:
    right = any(low <= value <= high for low, high in check.accept)
    return FactFinding(
        id=check.id,
        about=check.about,
        verdict="right" if right else "wrong",
        evidence=evidence,
        correction="" if right else check.correction,
    )
