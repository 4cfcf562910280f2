"""Claims of the topic that an answer turns round.

What contradicts a claim follows from the claim's kind (see
:class:`scorer.rubric.Claim`), so that sentences nobody foresaw are found.
Hedged, critical and hypothetical sentences are left alone: better quiet and
right than loud and unreliable.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from scorer.concepts import concept_index
from scorer.language import load_english
from scorer.matching import GroupTable
from scorer.phrases import PhraseIndex
from scorer.polarity import Polarity
from scorer.report import MisconceptionFinding
from scorer.rubric import KeywordGroup, Rubric
from scorer.text import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.matching import GroupHits
    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.rubric import Claim
    from scorer.text import Span

SLOTS = ("subject", "relation", "object", "wrong", "about")
LINK = 7
"""Tokens between a subject and what it is called."""
ROLE_REACH = 9
_COPULAS = frozenset(
    map(stem, "is are was were be been being as called named termed has have having holds".split())
)
_BY = frozenset({"by", "under"})


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence with the slots of one claim found in it."""

    span: Span
    slots: dict[str, list[Hit]]
    reading: Reading
    polarity: Polarity

    def text_between(self, one: Hit, two: Hit) -> str:
        tokens = self.reading.tokens
        return self.reading.text[tokens[one.last - 1].end : tokens[two.first].start]

    def stems_between(self, one: Hit, two: Hit) -> list[str]:
        return [token.stem for token in self.reading.tokens[one.last : two.first]]

    def asserted(self, hit: Hit) -> bool:
        return not self.polarity.negated(hit.first)

    def together(self, one: Hit, two: Hit) -> bool:
        return self.polarity.together(one.first, two.first)


class ClaimTable:
    """The claims of a rubric's topic, ready for answers."""

    def __init__(self, rubric: Rubric) -> None:
        self._claims = rubric.claims
        self._groups = GroupTable(
            [KeywordGroup(any=getattr(claim, slot)) for claim in self._claims for slot in SLOTS]
        )
        self._silencers = [
            PhraseIndex((words, words) for words in claim.unless) for claim in self._claims
        ]
        self.concepts = concept_index(rubric.lexicon)

    def find(self, reading: Reading, polarity: Polarity) -> tuple[MisconceptionFinding, ...]:
        """Return the claims that the answer turns round, with the words that do."""
        if not self._claims:
            return ()
        hits = self._groups.find(reading)
        return tuple(
            MisconceptionFinding(
                id=claim.id,
                statement=claim.statement,
                evidence=reading.evidence(span),
                correction=claim.correction,
            )
            for number, claim in enumerate(self._claims)
            for span in self._contradicting(number, claim, hits, reading, polarity)
        )

    def _contradicting(
        self, number: int, claim: Claim, hits: GroupHits, reading: Reading, polarity: Polarity
    ) -> list[Span]:
        """Return the first sentence that turns the claim round, if any does."""
        for span in reading.sentences:
            slots = {
                slot: hits.inside(number * len(SLOTS) + at, span) for at, slot in enumerate(SLOTS)
            }
            sentence = _Sentence(span, slots, reading, polarity)
            if self._speaks(number, claim, sentence) and _TURNED[claim.kind](claim, sentence):
                return [span]
        return []

    def _speaks(self, number: int, claim: Claim, sentence: _Sentence) -> bool:
        if claim.about and not sentence.slots["about"]:
            return False
        tokens = sentence.reading.tokens[slice(*sentence.span)]
        hypothetical = any(True for _ in _hypothesis_index().find(tokens))
        return not hypothetical and not any(True for _ in self._silencers[number].find(tokens))


@lru_cache(maxsize=64)
def claim_table(rubric: Rubric) -> ClaimTable:
    """Return the topic's claims, compiled once per rubric."""
    return ClaimTable(rubric)


@cache
def _hypothesis_index() -> PhraseIndex:
    return PhraseIndex(("hypothesis", phrase) for phrase in load_english().hypotheses)


def _turns_direction(claim: Claim, sentence: _Sentence) -> bool:
    right = 1 if claim.direction == "up" else -1
    subjects = sentence.slots["subject"]
    if claim.subject and not subjects:
        return False
    signs = [sentence.polarity.sign(hit, sentence.span) for hit in sentence.slots["object"]]
    return any(sign == -right for sign in signs) and right not in signs


def _turns_roles(claim: Claim, sentence: _Sentence) -> bool:
    return any(
        sentence.asserted(relation) and (_active(chain, sentence) or _passive(chain, sentence))
        for actor in sentence.slots["wrong"]
        for relation in sentence.slots["relation"]
        for target in sentence.slots["object"]
        for chain in [(actor, relation, target)]
        if claim.wrong
    )


def _active(chain: tuple[Hit, Hit, Hit], sentence: _Sentence) -> bool:
    """Actor, relation, object, in this order and close together."""
    actor, relation, target = chain
    in_order = actor.last <= relation.first and relation.last <= target.first
    near = target.first - actor.last <= ROLE_REACH
    direct = not _BY & set(sentence.stems_between(relation, target))
    return in_order and near and direct and sentence.together(actor, target)


def _passive(chain: tuple[Hit, Hit, Hit], sentence: _Sentence) -> bool:
    """Object, relation, *by* actor; or object, *under* actor's relation."""
    actor, relation, target = chain
    first, second = sorted((actor, relation), key=lambda hit: hit.first)
    if target.last > first.first or second.first - target.last > ROLE_REACH:
        return False
    words = sentence.stems_between(target, second)
    return bool(_BY & set(words)) and sentence.together(target, second)


def _turns_identity(claim: Claim, sentence: _Sentence) -> bool:
    return any(
        sentence.asserted(name) and _linked(subject, name, sentence)
        for subject in sentence.slots["subject"]
        for name in sentence.slots["wrong"]
        if claim.wrong
    )


def _linked(subject: Hit, name: Hit, sentence: _Sentence) -> bool:
    """Whether the subject is called the name: "S is a N", "S, a N", "N (S)"."""
    if subject.first < name.last <= subject.last or name.first < subject.last <= name.last:
        return False
    if name.last <= subject.first:
        return sentence.text_between(name, subject).strip() in {"(", ",", "–", "-"}
    if name.first - subject.last > LINK or not sentence.together(subject, name):
        return False
    gap = sentence.text_between(subject, name)
    named = _COPULAS & set(sentence.stems_between(subject, name))
    return bool(named) or gap.lstrip()[:1] in {",", "(", "–"}


def _turns_order(claim: Claim, sentence: _Sentence) -> bool:
    del claim  # the order of its two slots says all
    return any(
        True
        for early in sentence.slots["subject"]
        for late in sentence.slots["object"]
        for _ in _reversed_order(early, late, sentence)
    )


def _reversed_order(early: Hit, late: Hit, sentence: _Sentence) -> Iterator[str]:
    english = load_english()
    between = sorted((early, late), key=lambda hit: hit.first)
    gap = sentence.text_between(*between).lower()
    cues = english.after_cues if early.first < late.first else english.before_cues
    yield from (cue for cue in cues if cue in gap)


_TURNED = {
    "direction": _turns_direction,
    "roles": _turns_roles,
    "identity": _turns_identity,
    "order": _turns_order,
}
