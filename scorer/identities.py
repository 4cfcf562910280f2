"""Whether a subject is called something it is not: "it is a court", "it, a court", "(a court)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.sentences import DETERMINERS, words

if TYPE_CHECKING:
    from scorer.phrases import Hit
    from scorer.sentences import Sentence

LINK = 10
"""Tokens between a subject and what it is called."""
_COPULAS = words(
    "is are was were be been being as become becomes became remain remains remained called named"
    " termed has have having"
)
_HAVING = words("has have having")
_NAMING = words("called named termed as")
_ASIDE = words(
    "from to by with for than on like unlike against beyond towards more less about through under"
    " between hardly scarcely not seen perceived viewed portrayed dismissed interpreted regarded"
    " treated read compared mistaken"
)
_INSIDE = words("of in at into")
_RELATIVES = words("which that")
_ARTICLES = words("a an")
_TELLING = words("of that which set launched signed created founded")


def turns_identity(sentence: Sentence) -> bool:
    """Whether a subject is called one of the wrong names."""
    return any(
        sentence.asserted(name) and _same(subject, name, sentence)
        for name in sentence.slots["wrong"]
        for subject in sentence.slots["subject"]
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
    between = [token.word for token in sentence.between(name, subject)]
    if gap[:1] == ",":
        return DETERMINERS.issuperset(between) and sentence.preceded(name, words("as"))
    return gap in {"(", "–", "-"} or (len(between) in {1, 2} and between[0] in _NAMING)


def _is_called(subject: Hit, name: Hit, sentence: Sentence) -> bool:
    if not sentence.is_subject(subject):
        return False
    between = [token.word for token in sentence.between(subject, name)]
    copula = max((at for at, one in enumerate(between) if one in _COPULAS), default=None)
    if copula is None or not _links(between[copula:], between[max(0, copula - 1)]):
        return False
    start = subject.last if between[0] in _RELATIVES else subject.first
    return sentence.polarity.together(start, name.first)


def _links(between: list[str], before: str) -> bool:
    """Whether a copula reaches a name: "is set up as a", not "is helping the" or "has met the"."""
    copula, *rest = between
    if copula in _HAVING:
        return DETERMINERS.issuperset(rest)
    acting = any(word.endswith("ing") for word in rest) and "as" not in rest
    return not acting and (_ASIDE | _INSIDE).isdisjoint(rest) and before not in _ASIDE


def _stands_beside(subject: Hit, name: Hit, sentence: Sentence) -> bool:
    """Apposition: a comma, a dash or a bracket, and at most an article."""
    gap = sentence.gap(subject, name).strip()
    between = [token.word for token in sentence.between(subject, name)]
    if gap[:1] == ",":
        # "S, the N and the M" is a list, "S, the N of last year" is not.
        article = sentence.word(subject.last)
        told = article in _ARTICLES or (article == "the" and _is_told(name, sentence))
        return told and len(between) <= 3
    return gap[:1] in {"(", "–"} and ")" not in gap and len(between) <= 3


def _is_told(name: Hit, sentence: Sentence) -> bool:
    return name.last < sentence.span.end and sentence.word(name.last) in _TELLING
