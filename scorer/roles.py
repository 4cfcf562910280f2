"""Whether a wrong actor does something: "China leads it", "led by China", "which China leads"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.sentences import words

if TYPE_CHECKING:
    from scorer.phrases import Hit
    from scorer.sentences import Sentence

ROLE_REACH = 9
"""Tokens between the first and the last of actor, relation and object."""
_BY = words("by under between among")
_DENYING = words("no none not neither nor nothing without")
_UNDER = words("under")
_TOWARDS = words("to against for from amid on with than without after despite")
_ACCOMPANYING = words("by with against amid despite without after than")
_PLACING = words("to from in into on of with under by")
_RELATIVES = words("which that")


def turns_roles(sentence: Sentence) -> bool:
    """Whether a wrong actor stands in a relation to an object."""
    slots = sentence.slots
    asserted = [hit for hit in slots["relation"] if sentence.asserted(hit)]
    return any(
        _plays(actor, relation, target, sentence)
        for relation in asserted
        for actor in slots["wrong"]
        for target in slots["object"]
    )


def _plays(actor: Hit, relation: Hit, target: Hit, sentence: Sentence) -> bool:
    if actor.last <= relation.first and relation.last <= target.first:
        return _active(actor, relation, target, sentence)
    if relation.last <= actor.first and actor.last <= target.first:
        return _participial(actor, relation, target, sentence)
    if target.last > min(actor.first, relation.first):
        return False
    return _relative(actor, relation, target, sentence) or _passive(
        actor, relation, target, sentence
    )


def _active(actor: Hit, relation: Hit, target: Hit, sentence: Sentence) -> bool:
    """Actor, relation, object, in this order and close together."""
    if target.first - actor.last > ROLE_REACH:
        return False
    turned = any(
        token.word in _BY | _DENYING for token in sentence.between(relation, target)
    ) or any(token.word in _ACCOMPANYING for token in sentence.between(actor, relation))
    return (
        not turned
        and not _on_burden(relation, target, sentence)
        and not sentence.polarity.undone(actor, relation)
        and sentence.together(actor, target)
        and sentence.is_subject(actor)
    )


def _on_burden(relation: Hit, target: Hit, sentence: Sentence) -> bool:
    """Whether "cuts the risk of X" bears on the risk; "hands control to X" has no such object."""
    placed = sentence.word(target.first) in _PLACING
    return not placed and sentence.polarity.bears_on_burden(relation, target)


def _participial(actor: Hit, relation: Hit, target: Hit, sentence: Sentence) -> bool:
    """Relation *by* actor, object: "Led by the army, the council met"."""
    return (
        relation.first == sentence.span.start
        and any(token.word == "by" for token in sentence.between(relation, actor))
        and "," in sentence.gap(actor, target)
        and target.first - relation.last <= ROLE_REACH
    )


def _passive(actor: Hit, relation: Hit, target: Hit, sentence: Sentence) -> bool:
    """Object, relation, *by* actor; or object, *under* actor's relation."""
    first, second = sorted((actor, relation), key=lambda hit: hit.first)
    if first.last > second.first:
        return False
    between = [token.word for token in sentence.between(target, actor)]
    agents = _UNDER if first is actor else _BY
    by = max((at for at, one in enumerate(between) if one in agents), default=None)
    if by is None or second.first - target.last > ROLE_REACH:
        return False
    return _TOWARDS.isdisjoint(between[by:]) and sentence.together(target, second)


def _relative(actor: Hit, relation: Hit, target: Hit, sentence: Sentence) -> bool:
    """Object, *which* actor relation: "the council, which the army leads"."""
    return (
        actor.last <= relation.first
        and sentence.word(target.first) in _RELATIVES
        and relation.first - target.last <= ROLE_REACH
        and sentence.together(target, relation)
    )
