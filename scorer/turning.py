"""How a sentence turns a claim round, one way for every kind of claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.expansions import is_misread
from scorer.identities import turns_identity
from scorer.roles import turns_roles
from scorer.timing import turns_date, turns_order

if TYPE_CHECKING:
    from scorer.rubric import Claim
    from scorer.sentences import Sentence


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


def _turns_expansion(claim: Claim, sentence: Sentence) -> bool:
    return any(
        is_misread(
            sentence.word(name.first), sentence.before(name), sentence.after(name), claim.object
        )
        for name in sentence.slots["subject"]
    )


_TURNS = {
    "direction": _turns_direction,
    "roles": lambda _, sentence: turns_roles(sentence),
    "identity": lambda _, sentence: turns_identity(sentence),
    "order": lambda _, sentence: turns_order(sentence),
    "date": turns_date,
    "expansion": _turns_expansion,
}
