"""Claims of the topic that an answer turns round.

What contradicts a claim follows from the claim's kind (see
:class:`scorer.rubric.Claim`), so that sentences nobody foresaw are found.
Questions, hypotheses and sentences with a silencing word are left alone:
better quiet and right than loud and unreliable.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scorer.antecedents import with_pronouns
from scorer.claim_places import Places, SlotNumbers
from scorer.claim_words import ClaimWords
from scorer.concepts import concept_index
from scorer.language import load_english
from scorer.report import MisconceptionFinding
from scorer.sentences import Sentence
from scorer.turning import turns

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        slots = [_slots_of(claim) for claim in rubric.claims]
        self._slots = SlotNumbers(one[name] for one in slots for name in NEEDED)
        self._claims = [
            (claim, one, [self._slots.number(one[name]) for name in NEEDED if one[name]])
            for claim, one in zip(rubric.claims, slots, strict=True)
        ]
        self._hypotheses = frozenset(load_english().hypotheses) - ADVICE
        self._actors = frozenset[str]().union(*(one["subject"] | one["wrong"] for one in slots))
        words = self._hypotheses.union(*(words for one in slots for words in one.values()))
        self._words = ClaimWords(words, rubric.sets)
        self.concepts = concept_index(rubric.lexicon)

    def find(self, reading: Reading, polarity: Polarity) -> tuple[MisconceptionFinding, ...]:
        """Return the claims that the answer turns round, sentence by sentence."""
        if not self._claims:
            return ()
        hits = with_pronouns(reading, self._words.find(reading), self._actors)
        told: dict[tuple[int, str], MisconceptionFinding] = {}
        for claim, span in self._turned(Places(reading, hits, self._slots), reading, polarity):
            # Two claims with one correction would tell the learner the same twice.
            told.setdefault((span.start, claim.correction), _finding(claim, span, reading))
        return tuple(told.values())

    def _turned(
        self, places: Places, reading: Reading, polarity: Polarity
    ) -> Iterator[tuple[Claim, Span]]:
        """Yield every claim with the sentences that turn it round."""
        stating = [self._states(n, places, reading) for n in range(len(reading.sentences))]
        for claim, slots, needed in self._claims:
            for number in places.sentences_with(needed):
                if stating[number] and not places.has(slots["unless"], number):
                    hits = {name: places.inside(slots[name], number) for name in NEEDED}
                    sentence = Sentence(reading.sentences[number], hits, reading, polarity)
                    if turns(claim, sentence):
                        yield claim, sentence.span

    def _states(self, number: int, places: Places, reading: Reading) -> bool:
        """Whether a sentence states a fact; "may not join" is no guess, but a ban."""
        last = reading.sentences[number].end
        asks = reading.text[reading.tokens[last - 1].end :][:1] == "?"
        guesses = places.inside(self._hypotheses, number)
        return not asks and all(_word_at(hit.last, reading) == "not" for hit in guesses)


@lru_cache(maxsize=64)
def claim_table(rubric: Rubric) -> ClaimTable:
    """Return the topic's claims, compiled once per rubric."""
    return ClaimTable(rubric)


def _slots_of(claim: Claim) -> Slots:
    slots = {name: frozenset(getattr(claim, name)) for name in SLOTS}
    return slots | {"object": frozenset()} if claim.kind in TRUE_VALUES else slots


def _word_at(place: int, reading: Reading) -> str:
    return reading.tokens[place].word if place < len(reading.tokens) else ""


def _finding(claim: Claim, span: Span, reading: Reading) -> MisconceptionFinding:
    return MisconceptionFinding(
        id=claim.id,
        statement=claim.statement,
        evidence=reading.evidence(span),
        correction=claim.correction,
    )
