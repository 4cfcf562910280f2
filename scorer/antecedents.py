"""What *it* and *which* stand for: actors are followed from sentence to sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from scorer.phrases import Hit
from scorer.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scorer.reading import Reading
    from scorer.text import Token

    Places = dict[int, list[Hit]]

BACK = 3
"""Sentences back in which an antecedent is looked for."""
PRONOUN = "it"
_RELATIVES = frozenset({"which", "that"})
_BEHIND = frozenset("in on of for with by from to under against at among between unlike".split())
_JOINING = frozenset({"and", "or"})
_DETERMINERS = frozenset("a an the its their our this that such".split())


def with_pronouns(reading: Reading, hits: Sequence[Hit], actors: frozenset[str]) -> list[Hit]:
    """Return the hits, and at every resolved pronoun those of the actor it stands for.

    An *it* whose antecedent is known is no longer found as the bare word.
    """
    named = _by_place(
        hit for hit in hits if hit.key in actors and _word(reading, hit.first) != PRONOUN
    )
    personal = [*_personal(reading, named)]
    resolved = {hit.first for hit in personal}
    kept = (hit for hit in hits if hit.first not in resolved)
    return [*kept, *personal, *_relative(reading, named)]


def _by_place(hits: Iterable[Hit]) -> Places:
    places: Places = defaultdict(list)
    for hit in hits:
        places[hit.first].append(hit)
    return dict(sorted(places.items()))


def _relative(reading: Reading, named: Places) -> Iterator[Hit]:
    """Yield the actors that stand right before a *which* or *that*."""
    for hits in named.values():
        for hit in hits:
            if _word(reading, hit.last) in _RELATIVES:
                yield Hit(hit.key, hit.last, hit.last + 1)


def _personal(reading: Reading, named: Places) -> Iterator[Hit]:
    """Yield for every *it* the first subject of its sentence, or of one shortly before."""
    subjects = [_subject(reading, sentence, named) for sentence in reading.sentences]
    ends = [sentence.end for sentence in reading.sentences]
    for place, token in enumerate(reading.tokens):
        if token.word == PRONOUN:
            number = bisect_right(ends, place)
            rest = _named_in(Span(place, ends[number]), named)
            near = reversed(subjects[max(0, number - BACK) : number + 1])
            known = (hits for hits in near if hits and hits[0].last <= place)
            # Who is named behind the pronoun is somebody else.
            others = (hits for hits in known if rest.isdisjoint(hit.key for hit in hits))
            for hit in next(others, ()):
                yield Hit(hit.key, place, place + 1)


def _named_in(span: Span, named: Places) -> set[str]:
    return {hit.key for place in range(*span) for hit in named.get(place, ())}


def _subject(reading: Reading, sentence: Span, named: Places) -> list[Hit]:
    """Return the first actors of a sentence that stand behind no preposition."""
    for place in range(sentence.start, sentence.end):
        if place in named and not _is_behind(reading.tokens, place, sentence.start):
            return named[place]
    return []


def _is_behind(tokens: Sequence[Token], place: int, start: int) -> bool:
    place -= 1
    while place >= start and tokens[place].word in _DETERMINERS | _JOINING:
        place -= 2 if tokens[place].word in _JOINING else 1
    return place >= start and tokens[place].word in _BEHIND


def _word(reading: Reading, place: int) -> str:
    return reading.tokens[place].word if place < len(reading.tokens) else ""
