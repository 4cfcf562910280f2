"""Claims of the topic that an answer turns round.

What contradicts a claim follows from the claim's kind (see
:class:`scorer.rubric.Claim`), so that sentences nobody foresaw are found.
Questions, hypotheses and sentences with a silencing word are left alone:
better quiet and right than loud and unreliable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from scorer.antecedents import with_pronouns
from scorer.claim_words import ClaimWords
from scorer.concepts import concept_index
from scorer.language import load_english
from scorer.report import MisconceptionFinding
from scorer.sentences import Sentence
from scorer.turning import turns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.phrases import Hit
    from scorer.polarity import Polarity
    from scorer.reading import Reading
    from scorer.rubric import Claim, Rubric
    from scorer.text import Span

    Slots = dict[str, frozenset[str]]

NEEDED = ("subject", "relation", "object", "wrong", "about")
"""Of each of these slots that a claim fills, something must stand in the sentence."""
SLOTS = (*NEEDED, "unless")
ADVICE = frozenset({"should", "must", "ought to", "has to", "have to", "needs to", "need to"})
"""Advice may be as wrong as a statement: "India must leave the partnership"."""
TRUE_VALUES = frozenset({"date", "expansion"})
"""Kinds whose object is what is true, which a wrong sentence need not name."""


class ClaimTable:
    """The claims of a rubric's topic, ready for answers."""

    def __init__(self, rubric: Rubric) -> None:
        self._claims = [(claim, _slots_of(claim)) for claim in rubric.claims]
        self._hypotheses = frozenset(load_english().hypotheses) - ADVICE
        slots = [found for _, found in self._claims]
        used = self._hypotheses.union(*(one[name] for one in slots for name in one))
        self._words = ClaimWords(used, rubric.sets)
        self._actors = frozenset[str]().union(*(one["subject"] | one["wrong"] for one in slots))
        self.concepts = concept_index(rubric.lexicon)

    def find(self, reading: Reading, polarity: Polarity) -> tuple[MisconceptionFinding, ...]:
        """Return the claims that the answer turns round, sentence by sentence."""
        if not self._claims:
            return ()
        hits = with_pronouns(reading, self._words.find(reading), self._actors)
        found = _Found(reading, hits)
        told: dict[tuple[int, str], MisconceptionFinding] = {}
        for claim, slots in self._claims:
            for span in self._contradicting(claim, slots, found, polarity):
                # Two claims with one correction would tell the learner the same twice.
                told.setdefault((span.start, claim.correction), _finding(claim, span, reading))
        return tuple(told.values())

    def _contradicting(
        self, claim: Claim, slots: Slots, found: _Found, polarity: Polarity
    ) -> Iterator[Span]:
        """Yield the sentences that turn a claim round."""
        for number in found.sentences_with([slots[name] for name in NEEDED if slots[name]]):
            if found.inside(slots["unless"], number) or self._supposes(found, number):
                continue
            hits = {name: found.inside(slots[name], number) for name in NEEDED}
            sentence = Sentence(found.reading.sentences[number], hits, found.reading, polarity)
            if turns(claim, sentence) and not sentence.asks:
                yield sentence.span

    def _supposes(self, found: _Found, number: int) -> bool:
        """Whether a sentence states no fact; "may not join" is no guess, but a ban."""
        tokens = found.reading.tokens
        return any(
            [token.word for token in tokens[hit.last : hit.last + 1]] != ["not"]
            for hit in found.inside(self._hypotheses, number)
        )


class _Found:
    """Where the words of every claim were found in one answer."""

    def __init__(self, reading: Reading, hits: list[Hit]) -> None:
        self.reading = reading
        ends = [span.end for span in reading.sentences]
        self._places: defaultdict[str, defaultdict[int, list[Hit]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for hit in hits:
            number = bisect_right(ends, hit.first)
            if hit.last <= ends[number]:
                self._places[hit.key][number].append(hit)

    def sentences_with(self, slots: list[frozenset[str]]) -> list[int]:
        """Return the numbers of the sentences in which every slot has a hit."""
        places: list[set[int]] = []
        for words in slots:
            present = words & self._places.keys()
            if not present:
                return []
            places.append(set().union(*(self._places[word] for word in present)))
        return sorted(set.intersection(*places)) if places else []

    def inside(self, words: frozenset[str], number: int) -> list[Hit]:
        """Return the hits of some words in one sentence, by position."""
        hits = {
            hit
            for word in words & self._places.keys()
            for hit in self._places[word].get(number, ())
        }
        return sorted(hits, key=lambda hit: (hit.first, hit.last))


@lru_cache(maxsize=64)
def claim_table(rubric: Rubric) -> ClaimTable:
    """Return the topic's claims, compiled once per rubric."""
    return ClaimTable(rubric)


def _slots_of(claim: Claim) -> Slots:
    slots = {name: frozenset(getattr(claim, name)) for name in SLOTS}
    return slots | {"object": frozenset()} if claim.kind in TRUE_VALUES else slots


def _finding(claim: Claim, span: Span, reading: Reading) -> MisconceptionFinding:
    return MisconceptionFinding(
        id=claim.id,
        statement=claim.statement,
        evidence=reading.evidence(span),
        correction=claim.correction,
    )
