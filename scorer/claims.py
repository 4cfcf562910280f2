"""Claims of the topic that an answer turns round.

What contradicts a claim follows from the claim's kind (see
:class:`scorer.rubric.Claim`), so that sentences nobody foresaw are found.
Questions, hypotheses and sentences with a silencing word are left alone:
better quiet and right than loud and unreliable.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from scorer.concepts import concept_index
from scorer.language import load_english
from scorer.phrases import PhraseIndex
from scorer.report import MisconceptionFinding
from scorer.turning import KINDS, Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.phrases import Hit
    from scorer.polarity import Polarity
    from scorer.reading import Reading
    from scorer.rubric import Claim, Rubric
    from scorer.text import Span

SLOTS = ("subject", "relation", "object", "wrong", "about", "unless")
ADVICE = frozenset({"should", "must", "ought to", "has to", "have to", "needs to", "need to"})
"""Advice may be as wrong as a statement: "India must leave the partnership"."""


class ClaimTable:
    """The claims of a rubric's topic, ready for answers."""

    def __init__(self, rubric: Rubric) -> None:
        self._claims = rubric.claims
        phrases = {phrase for claim in rubric.claims for phrase in _phrases_of(claim)}
        self._hypotheses = tuple(set(load_english().hypotheses) - ADVICE)
        self._index = PhraseIndex((words, words) for words in phrases.union(self._hypotheses))
        self.concepts = concept_index(rubric.lexicon)

    def find(self, reading: Reading, polarity: Polarity) -> tuple[MisconceptionFinding, ...]:
        """Return the claims that the answer turns round, with the first words that do."""
        if not self._claims:
            return ()
        found = _Found(reading, self._index)
        return tuple(
            MisconceptionFinding(
                id=claim.id,
                statement=claim.statement,
                evidence=reading.evidence(span),
                correction=claim.correction,
            )
            for claim in self._claims
            for span in self._contradicting(claim, found, polarity)
        )

    def _contradicting(self, claim: Claim, found: _Found, polarity: Polarity) -> list[Span]:
        turned = KINDS[claim.kind]
        for span in found.sentences_with(getattr(claim, turned.key)):
            slots = {slot: found.inside(getattr(claim, slot), span) for slot in SLOTS}
            sentence = Sentence(span, slots, found.reading, polarity)
            if turned.by(claim, sentence) and self._speaks(claim, sentence, found):
                return [span]
        return []

    def _speaks(self, claim: Claim, sentence: Sentence, found: _Found) -> bool:
        if sentence.slots["unless"] or (claim.about and not sentence.slots["about"]):
            return False
        return not sentence.asks and not found.inside(self._hypotheses, sentence.span)


class _Found:
    """Where the words of every claim were found in one answer."""

    def __init__(self, reading: Reading, index: PhraseIndex) -> None:
        self.reading = reading
        self._by_words: defaultdict[str, list[Hit]] = defaultdict(list)
        for hit in (*reading.hits, *index.find(reading.tokens)):
            self._by_words[hit.key].append(hit)

    def sentences_with(self, aliases: tuple[str, ...]) -> list[Span]:
        """Return the sentences in which any of the words stand, in order."""
        firsts = [hit.first for words in aliases for hit in self._by_words.get(words, ())]
        return [
            span
            for span in (self.reading.sentences if firsts else ())
            if any(span.start <= first < span.end for first in firsts)
        ]

    def inside(self, aliases: tuple[str, ...], span: Span) -> list[Hit]:
        """Return the hits of some words in one sentence, by position."""
        hits = {
            hit
            for words in aliases
            for hit in self._by_words.get(words, ())
            if span.start <= hit.first and hit.last <= span.end
        }
        return sorted(hits, key=lambda hit: (hit.first, hit.last))


@lru_cache(maxsize=64)
def claim_table(rubric: Rubric) -> ClaimTable:
    """Return the topic's claims, compiled once per rubric."""
    return ClaimTable(rubric)


def _phrases_of(claim: Claim) -> Iterator[str]:
    """Yield the words of a claim that are written out in it."""
    for slot in SLOTS:
        yield from (words for words in getattr(claim, slot) if not words.startswith("@"))
