"""How a sentence turns a claim round, one way for every kind of claim."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from scorer.language import load_english
from scorer.phrases import PhraseIndex, longest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorer.phrases import Hit
    from scorer.polarity import Polarity
    from scorer.reading import Reading
    from scorer.rubric import Claim
    from scorer.text import Span, Token

LINK = 10
"""Tokens between a subject and what it is called."""
ROLE_REACH = 9
"""Tokens between the first and the last of actor, relation and object."""
ORDER_REACH = 15
CUE_REACH = 2
"""Tokens between a cue of order and the name it stands before."""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_COPULAS = _words(
    "is are was were be been being as become becomes became remain remains remained called named"
    " termed has have having"
)
_NAMING = _words("called named termed as")
_ASIDE = _words(
    "from to by with for than on like unlike against beyond towards more less about through under"
    " between hardly scarcely not seen perceived viewed portrayed dismissed interpreted regarded"
    " treated read compared mistaken viewed regarded portrayed"
)
_BY = _words("by under between among")
_UNDER = _words("under")
_TOWARDS = _words("to against for from amid on with than without after despite")
_ACCOMPANYING = _words("by with against amid despite without after than")
_PREPOSITIONS = _words("in on upon from against with of than over toward via through without about")
_POSSESSIVES = frozenset({"its", "their", "our", "his"})
_RELATIVES = frozenset({"which", "that"})
_DETERMINERS = _words("a an the its their our his such any")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the slots of one claim found in it."""

    span: Span
    slots: dict[str, list[Hit]]
    reading: Reading
    polarity: Polarity

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        end = self.reading.tokens[self.span.end - 1].end
        return self.reading.text[end : end + 1] == "?"

    def between(self, one: Hit, two: Hit) -> Sequence[Token]:
        """Return the tokens between two hits."""
        return self.reading.tokens[one.last : two.first]

    def gap(self, one: Hit, two: Hit) -> str:
        """Return the text between two hits."""
        tokens = self.reading.tokens
        return self.reading.text[tokens[one.last - 1].end : tokens[two.first].start]

    def asserted(self, hit: Hit) -> bool:
        """Whether no negation turns the hit."""
        return not self.polarity.denies(hit)

    def together(self, one: Hit, two: Hit) -> bool:
        """Whether two hits stand in one clause."""
        return self.polarity.together(one.first, two.first)

    def is_subject(self, hit: Hit) -> bool:
        """Whether the hit is neither a possessive nor behind a preposition."""
        possessive = self.reading.tokens[hit.first].word in _POSSESSIVES
        return not possessive and not self.preceded(hit, _PREPOSITIONS)

    def preceded(self, hit: Hit, words: frozenset[str]) -> bool:
        """Whether one of the words stands before the hit, a determiner apart."""
        place = hit.first - 1
        while place >= self.span.start and self.reading.tokens[place].word in _DETERMINERS:
            place -= 1
        return place >= self.span.start and self.reading.tokens[place].word in words


def turns(claim: Claim, sentence: Sentence) -> bool:
    """Whether the sentence says the opposite of the claim."""
    return _TURNS[claim.kind](claim, sentence)


def _turns_direction(claim: Claim, sentence: Sentence) -> bool:
    right = 1 if claim.direction == "up" else -1
    found = [sentence.polarity.find_bearing(hit, sentence.span) for hit in sentence.slots["object"]]
    bearings = [bearing for bearing in found if bearing]
    if any(bearing.sign == right for bearing in bearings):
        return False
    relations = {place for hit in sentence.slots["relation"] for place in range(*hit[1:])}
    # "It does not ease controls" is criticism, not the opposite.
    return any(
        not bearing.negated and (not claim.relation or bearing.governor.first in relations)
        for bearing in bearings
    )


def _turns_roles(claim: Claim, sentence: Sentence) -> bool:
    del claim  # its slots say all
    return any(
        sentence.asserted(relation)
        and (
            _active(actor, relation, target, sentence)
            or _passive(actor, relation, target, sentence)
        )
        for actor in sentence.slots["wrong"]
        for relation in sentence.slots["relation"]
        for target in sentence.slots["object"]
    )


def _active(actor: Hit, relation: Hit, target: Hit, sentence: Sentence) -> bool:
    """Actor, relation, object, in this order and close together."""
    in_order = actor.last <= relation.first and relation.last <= target.first
    if not in_order or target.first - actor.last > ROLE_REACH:
        return False
    turned = any(token.word in _BY for token in sentence.between(relation, target)) or any(
        token.word in _ACCOMPANYING for token in sentence.between(actor, relation)
    )
    return (
        not turned
        and not sentence.polarity.bears_on_burden(relation, target)
        and not sentence.polarity.undone(actor, relation)
        and sentence.together(actor, target)
        and sentence.is_subject(actor)
    )


def _passive(actor: Hit, relation: Hit, target: Hit, sentence: Sentence) -> bool:
    """Object, relation, *by* actor; or object, *under* actor's relation."""
    first, second = sorted((actor, relation), key=lambda hit: hit.first)
    if target.last > first.first or first.last > second.first:
        return False
    words = [token.word for token in sentence.between(target, actor)]
    agents = _UNDER if first is actor else _BY
    by = max((at for at, one in enumerate(words) if one in agents), default=None)
    if by is None or second.first - target.last > ROLE_REACH:
        return False
    return _TOWARDS.isdisjoint(words[by:]) and sentence.together(target, second)


def _turns_identity(claim: Claim, sentence: Sentence) -> bool:
    del claim
    return any(
        sentence.asserted(name) and _same(subject, name, sentence)
        for subject in sentence.slots["subject"]
        for name in sentence.slots["wrong"]
    )


def _same(subject: Hit, name: Hit, sentence: Sentence) -> bool:
    """Whether the subject is called the name: "S is a N", "S, a N", "N (S)"."""
    if subject.last <= name.first:
        return name.first - subject.last <= LINK and (
            _is_called(subject, name, sentence) or _stands_beside(subject, name, sentence)
        )
    return name.last <= subject.first and _names(name, subject, sentence)


def _names(name: Hit, subject: Hit, sentence: Sentence) -> bool:
    """Whether a name before the subject is its own: "as a N, the S", "a N called S", "N (S)"."""
    gap = sentence.gap(name, subject).strip()
    words = [token.word for token in sentence.between(name, subject)]
    if gap[:1] == ",":
        return _DETERMINERS.issuperset(words) and sentence.preceded(name, frozenset({"as"}))
    return gap in {"(", "–", "-"} or (len(words) in {1, 2} and words[0] in _NAMING)


def _is_called(subject: Hit, name: Hit, sentence: Sentence) -> bool:
    if not sentence.is_subject(subject):
        return False
    words = [token.word for token in sentence.between(subject, name)]
    copula = max((at for at, one in enumerate(words) if one in _COPULAS), default=None)
    if copula is None or not _ASIDE.isdisjoint(words[max(0, copula - 1) :]):
        return False
    start = subject.last if words[0] in _RELATIVES else subject.first
    return sentence.polarity.together(start, name.first)


def _stands_beside(subject: Hit, name: Hit, sentence: Sentence) -> bool:
    """Apposition: a comma, a dash or a bracket, and at most an article."""
    gap = sentence.gap(subject, name).strip()
    words = [token.word for token in sentence.between(subject, name)]
    if gap[:1] == ",":
        return words[:1] in (["a"], ["an"]) and len(words) <= 3
    return gap[:1] in {"(", "–"} and len(words) <= 3


def _turns_order(claim: Claim, sentence: Sentence) -> bool:
    del claim
    return any(
        _reversed(early, late, sentence)
        for early in sentence.slots["subject"]
        for late in sentence.slots["object"]
    )


def _reversed(early: Hit, late: Hit, sentence: Sentence) -> bool:
    one, two = sorted((early, late), key=lambda hit: hit.first)
    if not 0 <= two.first - one.last <= ORDER_REACH:
        return False
    wrong = "after" if one is early else "before"
    cues = longest(_cue_index().find(sentence.between(one, two)))
    return any(
        cue.key == wrong
        and two.first - one.last - cue.last <= CUE_REACH
        and not sentence.polarity.negated(one.last + cue.first)
        for cue in cues
    )


@cache
def _cue_index() -> PhraseIndex:
    english = load_english()
    after = [("after", words) for words in english.after_cues]
    return PhraseIndex([*after, *(("before", words) for words in english.before_cues)], filler=0)


_TURNS = {
    "direction": _turns_direction,
    "roles": _turns_roles,
    "identity": _turns_identity,
    "order": _turns_order,
}
