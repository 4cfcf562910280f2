"""Whether words stand as people put them in sentences, in notes, or nowhere."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LIST_TOKENS = 25
"""Fewer words than this can be a heading or a bullet."""
GLUE_SHARE = 0.07
"""Share of articles, auxiliaries and the like; genuine answers, notes too, have more."""
SEGMENT_TOKENS = 2.5
"""Mean words between two stops; genuine answers have more."""
SCRAMBLED_PAIRS, SCRAMBLED_SHARE = 3, 0.008
"""Impossible pairs of words, and their share of the words, in no genuine answer."""
_SEGMENT = re.compile(r"[.,;:!?()\n]+")
_AUXILIARIES = frozenset(
    "is are was were be been has have had will can could would may should".split()
)
_NOUNS = frozenset(("may", "will"))
"""Auxiliaries that are nouns too: *by May 2026*, *the will to act*."""
_GLUE = _AUXILIARIES | frozenset("the a an of and to must does do did being having".split())
_ARTICLES = frozenset("the a an its their his her my our your".split())
_PREPOSITIONS = frozenset("of in for by with from at into to about between under over".split())
_CONJUNCTIONS = frozenset("and or but".split())
_NEVER_AFTER = {
    **dict.fromkeys(
        _ARTICLES,
        (_AUXILIARIES - _NOUNS)
        | _CONJUNCTIONS
        | frozenset("of to in for by with the a an from as at which if than".split()),
    ),
    **dict.fromkeys(
        _PREPOSITIONS,
        (_AUXILIARIES - _NOUNS - {"be", "have"}) | _CONJUNCTIONS | {"of", "by", "if", "than"},
    ),
    **dict.fromkeys(
        ("of", "with", "for", "by", "at", "to"),
        (_AUXILIARIES - _NOUNS - {"be", "have"})
        | _CONJUNCTIONS
        | frozenset("of by if than with for at into".split()),
    ),
    **dict.fromkeys(
        _AUXILIARIES, _CONJUNCTIONS | {"is", "are", "was", "were", "of", "will", "can"}
    ),
    **dict.fromkeys(_CONJUNCTIONS, _CONJUNCTIONS | {"of"}),
}
"""Function words, and those that no English sentence puts right after them."""
_DANGLING = re.compile(
    r"\b(?:the|a|an|of|and|its|their|or)[.,;:!?]"
    r"|\b(?:to|for|by|with|from)[.;:!?]"  # but "a supplement to, not a substitute for, ..."
    r"|(?<=[\w.,;:] )[-–—•] [-–—•](?= )",  # two bullets with nothing between
    re.IGNORECASE,
)

_CAPITAL_INSIDE = re.compile(
    r"[a-z]+ (?:The|It|Its|This|These|In|A|An|But|Thus|To|For|With|By|As|While|Yet|Both|However)\b"
)


def is_list(words: Sequence[str], text: str) -> bool:
    """Whether many words are strung together with next to nothing between them."""
    if len(words) < LIST_TOKENS:
        return False
    segments = sum(any(map(str.isalnum, part)) for part in _SEGMENT.split(text))
    return lacks_glue(words) or len(words) < SEGMENT_TOKENS * segments


def lacks_glue(words: Sequence[str]) -> bool:
    """Whether the words that tie others together are all but absent."""
    return sum(word in _GLUE for word in words) < GLUE_SHARE * len(words)


def is_scrambled(words: Sequence[str], text: str) -> bool:
    """Whether function words and capitals stand where no sentence puts them."""
    odd = sum(two in _NEVER_AFTER.get(one, ()) for one, two in pairwise(words))
    for misplaced in (_DANGLING, _CAPITAL_INSIDE):
        odd += len(misplaced.findall(text))
    return odd >= max(SCRAMBLED_PAIRS, SCRAMBLED_SHARE * len(words))
