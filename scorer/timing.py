"""Whether a sentence puts two things in the wrong order, or one in the wrong year."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scorer.language import load_english
from scorer.phrases import PhraseIndex, longest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.phrases import Hit
    from scorer.rubric import Claim
    from scorer.sentences import Sentence

ORDER_REACH = 15
CUE_REACH = 2
"""Tokens between a cue of order and the name it stands before."""
EVENT_REACH = 4
"""Tokens between what happened and the word that says so."""
YEAR_REACH = 8
"""Tokens between that word and its year."""
FIRST_YEAR, LAST_YEAR = 1900, 2100


def turns_order(sentence: Sentence) -> bool:
    """Whether the earlier is said to follow the later."""
    return any(
        _reversed(early, late, sentence)
        for early in sentence.slots["subject"]
        for late in sentence.slots["object"]
    )


def turns_date(claim: Claim, sentence: Sentence) -> bool:
    """Whether an event of the subject is given a year that is not its own."""
    return any(
        _happens_to(subject, event, sentence)
        and sentence.asserted(event)
        and sentence.together(subject, event)
        and next(_years_after(event, sentence), claim.object[0]) not in claim.object
        for subject in sentence.slots["subject"]
        for event in sentence.slots["relation"]
    )


def _happens_to(subject: Hit, event: Hit, sentence: Sentence) -> bool:
    """Whether a subject stands before its event: "X was launched", "Launched in 2019, X"."""
    leading = event.first == sentence.span.start
    return leading or 0 <= event.first - subject.last <= EVENT_REACH


def _years_after(event: Hit, sentence: Sentence) -> Iterator[str]:
    for place in range(event.last, min(event.last + YEAR_REACH, sentence.span.end)):
        word = sentence.word(place)
        if word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR:
            yield word
        if not sentence.polarity.together(event.first, place):
            return


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
