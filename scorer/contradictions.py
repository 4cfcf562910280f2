"""Rubric points whose opposite an answer says.

What a point expects of its object (more of it, or less) is read from the point's
own phrasings by the same rules as the answer, so that no opposite has to be
written down.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from scorer.language import load_english
from scorer.matching import GroupTable
from scorer.phrases import PhraseIndex
from scorer.points import point_table
from scorer.polarity import Polarity
from scorer.reading import read_text
from scorer.report import Contradiction
from scorer.rubric import Rubric  # noqa: TC001 -- the cache's key

if TYPE_CHECKING:
    from scorer.points import Located
    from scorer.reading import Reading
    from scorer.rubric import RubricPoint
    from scorer.text import Span

AGREEING_PHRASINGS = 2
"""Phrasings that must show a direction before a point expects one."""
SURE_PHRASED = 0.50
"""Coverage of a phrasing from which an opposite direction is surely about the point."""


class ContradictionTable:
    """The direction that each point of a rubric expects of its object."""

    def __init__(self, rubric: Rubric) -> None:
        self._table = point_table(rubric)
        self._expected = [self._expectation(point) for point in rubric.points]
        criticism = load_english().criticism + load_english().hypotheses
        self._critical = PhraseIndex(("critical", words) for words in criticism)

    def find(
        self, reading: Reading, polarity: Polarity, located: Located
    ) -> dict[int, Contradiction]:
        """Return the contradicted points by their number in the rubric."""
        found = {}
        for number, expected in enumerate(self._expected):
            contradiction = expected and self._check(number, expected, reading, polarity, located)
            if contradiction:
                found[number] = contradiction
        return found

    def _expectation(self, point: RubricPoint) -> int:
        groups = [group for group in point.keywords if group.role == "object"]
        table = GroupTable(groups)
        signs = set()
        shown = 0
        for sentence in point.sentences:
            reading = read_text(sentence, self._table.concepts)
            hits = table.find(reading)
            polarity = Polarity(reading)
            ours = {
                polarity.sign(hit, span)
                for span in reading.sentences
                for number in range(len(groups))
                for hit in hits.inside(number, span)
            } - {0}
            signs |= ours
            shown += bool(ours)
        return signs.pop() if len(signs) == 1 and shown >= AGREEING_PHRASINGS else 0

    def _check(
        self, number: int, expected: int, reading: Reading, polarity: Polarity, located: Located
    ) -> Contradiction | None:
        groups = self._table.object_groups[number]
        opposite: list[tuple[bool, float, Span]] = []
        for at, span in enumerate(reading.sentences):
            if not all(located.hits.meets(group, at) for group in groups):
                continue
            found = (polarity.find_bearing(hit, span) for hit in located.hits_of(groups, span))
            bearings = [bearing for bearing in found if bearing]
            if any(bearing.sign == expected for bearing in bearings):
                return None
            if bearings and not self._is_critical(reading, span):
                # A "not" may belong to an idiom; a word of the other direction does not.
                outright = any(not bearing.negated for bearing in bearings)
                opposite.append((outright, float(located.phrased[number, at]), span))
        if not opposite:
            return None
        outright, phrased, span = max(opposite)
        return Contradiction(
            evidence=reading.evidence(span),
            sure=outright and phrased >= SURE_PHRASED and not _advises(reading, span),
            why="This says the opposite of the marking point.",
        )

    def _is_critical(self, reading: Reading, span: Span) -> bool:
        return any(True for _ in self._critical.find(reading.tokens[slice(*span)]))


def _advises(reading: Reading, span: Span) -> bool:
    """Whether a sentence begins with a verb, and so asks for what is not there yet."""
    return reading.tokens[span.start].word in _imperatives()


@cache
def _imperatives() -> frozenset[str]:
    forms = (form for family in load_english().relations for form in family.forms)
    return frozenset(form for form in forms if form.isalpha())


@lru_cache(maxsize=64)
def contradiction_table(rubric: Rubric) -> ContradictionTable:
    """Return the directions a rubric expects, worked out once per rubric."""
    return ContradictionTable(rubric)
