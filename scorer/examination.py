"""What is found in an answer, before it becomes marks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from scorer.claims import claim_table
from scorer.contradictions import contradiction_table
from scorer.denials import denial_table
from scorer.facts import fact_table
from scorer.figures import find_unverified
from scorer.misconceptions import misconception_table
from scorer.points import point_table
from scorer.polarity import Polarity
from scorer.reading import read_text
from scorer.shingles import ASKED, shingles, shingles_of
from scorer.wording import LIST_TOKENS, lacks_glue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scorer.points import Located, PointMatch
    from scorer.reading import Reading
    from scorer.report import Contradiction, EvidenceSpan, FactFinding, MisconceptionFinding
    from scorer.rubric import Rubric
    from scorer.text import Span

BEARS_FROM = 0.5
"""Strength from which a sentence bears on a point, made or not."""
QUESTION_SHARE = 0.8
"""A window that shares this much of its word triples with the question earns nothing."""


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything found in the counted part of an answer."""

    reading: Reading
    matches: tuple[PointMatch, ...]
    contradictions: dict[int, Contradiction]
    """By the point's number in the rubric."""
    misconceptions: tuple[MisconceptionFinding, ...]
    facts: tuple[FactFinding, ...]
    unverified: tuple[EvidenceSpan, ...]
    """Figures that neither a check nor a keyword knows."""
    denied: float
    """Share of the sentences in which something is negated."""
    bearing: float
    """Share of the sentences that bear on a marking point."""

    @property
    def wrong_places(self) -> frozenset[int]:
        """Offsets of the sentences that are surely wrong, each once."""
        sure = (one.evidence.start for one in self.contradictions.values() if one.sure)
        return frozenset(sure) | {one.evidence.start for one in self.misconceptions}


def examine(text: str, rubric: Rubric) -> Examination:
    """Find the points, contradictions, wrong claims and figures of a text."""
    table = point_table(rubric)
    reading = read_text(text, table.concepts)
    polarity = Polarity(reading)
    located = table.locate(reading)
    contradictions = contradiction_table(rubric).find(reading, polarity, located)
    misconceptions = (
        *misconception_table(rubric).find(reading),
        *claim_table(rubric).find(reading, polarity),
    )
    wrong = [one.evidence.start for one in misconceptions]
    wrong += [one.evidence.start for one in contradictions.values() if one.sure]
    barred = denial_table(rubric).find(reading, polarity, located)
    silent = _windows_with(reading, wrong) | _windows_of_question(reading, rubric)
    barred[:, sorted(silent | _windows_of_names(reading))] = True
    facts = fact_table(rubric).find(reading)
    matches = table.match(reading, located, barred, _misstated(reading, facts))
    known = chain.from_iterable(located.hits.found)
    return Examination(
        reading=reading,
        matches=tuple(
            _silenced(match, contradictions.get(number)) for number, match in enumerate(matches)
        ),
        contradictions=contradictions,
        misconceptions=misconceptions,
        facts=facts,
        unverified=find_unverified(reading, (fact.evidence for fact in facts), known),
        denied=_denied_share(reading, polarity),
        bearing=_bearing_share(reading, located),
    )


def _misstated(reading: Reading, facts: Iterable[FactFinding]) -> list[Span]:
    """Return the sentences that hold a wrong figure."""
    wrong = [one.evidence.start for one in facts if one.verdict == "wrong"]
    return [
        sentence
        for sentence in reading.sentences
        if any(start <= at < end for start, end in [reading.characters(sentence)] for at in wrong)
    ]


def _bearing_share(reading: Reading, located: Located) -> float:
    strength = located.strength[:, : len(reading.sentences)]  # pairs of sentences come after
    return float((strength.max(axis=0) > BEARS_FROM).mean()) if strength.size else 0.0


def _denied_share(reading: Reading, polarity: Polarity) -> float:
    denied = sum(map(polarity.negates_in, reading.sentences))
    return denied / max(1, len(reading.sentences))


def _silenced(match: PointMatch, contradiction: Contradiction | None) -> PointMatch:
    """Let a surely contradicted point earn nothing."""
    if contradiction is None or not contradiction.sure:
        return match
    return replace(match, coverage=0.0)


def _windows_with(reading: Reading, offsets: Iterable[int]) -> frozenset[int]:
    """Return the numbers of the windows in which any of the offsets lies."""
    places = set(offsets)
    if not places:
        return frozenset()
    starts = [token.start for token in reading.tokens]
    return frozenset(
        number
        for number, window in enumerate(reading.windows)
        if not places.isdisjoint(starts[slice(*window)])
    )


def _windows_of_question(reading: Reading, rubric: Rubric) -> frozenset[int]:
    asked = shingles_of(rubric.prompt_text, ASKED)
    if asked.isdisjoint(shingles(reading.stems, ASKED)):
        return frozenset()
    numbers = set()
    for number, window in enumerate(reading.windows):
        own = shingles(reading.stems[slice(*window)], ASKED)
        if own and len(own & asked) >= QUESTION_SHARE * len(own):
            numbers.add(number)
    return frozenset(numbers)


def _windows_of_names(reading: Reading) -> frozenset[int]:
    """Return the numbers of the windows that only string names together."""
    return frozenset(
        number
        for number, window in enumerate(reading.windows)
        if window.end - window.start >= LIST_TOKENS
        and lacks_glue([token.word for token in reading.tokens[slice(*window)]])
    )
