"""Warnings about a whole answer, each with its stated effect on the marks."""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scorer.concepts import concept_index
from scorer.enumerations import enumerated_tokens
from scorer.ledger import Cap
from scorer.report import Advisory
from scorer.shingles import ASKED, MODEL, shingles, shingles_of
from scorer.text import stop_stems, tokenize
from scorer.wording import is_list, is_scrambled

if TYPE_CHECKING:
    from collections.abc import Callable

    from scorer.reading import Reading
    from scorer.rubric import Rubric
    from scorer.shingles import Shingle

CAPPED = 0.1
"""Share of the marks that an answer keeps which is no answer."""
COPY_SHARE = 0.5
REPEATED_SHARE, REPEATED_RATIO, REPEATED_TOKENS, REPEATED_SENTENCE = 1 / 3, 0.25, 40, 5
FRAME_WORDS = 4
"""Function words that a sentence needs before its frame can be told from another's. Of 290
answers measured none has two sentences in one frame."""
ASKED_TERMS, NAMED_TERMS, BEARING_SHARE = 3, 3, 0.6
"""An answer to a question on three or more terms names three of them, or three sentences
in five bear on a marking point. Of 190 answers measured, those that name fewer have 0.71 or more of
such sentences; a rich text on another topic has 0.47 at most."""
DENIED_SENTENCES, DENIED_SHARE, DENYING_KEEPS = 5, 0.6, 0.3
"""Genuine answers measured have at most two negated sentences in five."""
ENUMERATED_TOKENS = 25
ENUMERATED_FROM, ENUMERATED_MOST, ENUMERATED_KEEPS = 0.22, 0.35, 0.3
"""Share of the words in long enumerations: up to the first nothing is lost, from the second
on an answer keeps the third. Of 240 genuine answers measured none has more than 0.21."""
BRIEF_SHARE = 0.4
OVER_SHARE = 1.1
SCRIPT_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Warned:
    """An advisory and the cap that carries out its effect, if it has one."""

    advisory: Advisory
    cap: Cap | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """All that the checks look at."""

    reading: Reading
    rubric: Rubric
    answer: str
    """The whole answer, uncounted text included."""
    words: int
    """Words of the whole answer."""
    denied: float
    """Share of the sentences in which something is negated."""
    bearing: float
    """Share of the sentences that bear on a marking point."""


def find_advisories(subject: Subject) -> tuple[Warned, ...]:
    """Return the warnings that an answer earns; an empty answer earns none."""
    if not subject.words:
        return ()
    foreign = _another_script(subject)
    warned = (check(subject) for check in (_ANY_LANGUAGE if foreign else _CHECKS))
    return tuple(one for one in (foreign, *warned) if one)


def _capped(code: str, message: str, share: float = CAPPED) -> Warned:
    effect = f"keeps {share:.0%} of the marks"
    cap = Cap(code=code, label="Limit", why=message, share=share)
    return Warned(Advisory(code=code, message=message, effect=effect), cap)


def _noted(code: str, message: str, effect: str = "none; a note") -> Warned:
    return Warned(Advisory(code=code, message=message, effect=effect))


def _another_script(subject: Subject) -> Warned | None:
    if subject.reading.text.isascii():
        return None
    letters = [c for c in subject.reading.text if c.isalpha()]
    latin = sum("LATIN" in unicodedata.name(c, "") for c in letters)
    if not letters or latin / len(letters) >= SCRIPT_SHARE:
        return None
    message = "Most of this answer is in another script. The tool marks English only."
    return _noted("another_script", message, "only the English words were read")


def _list_without_sentences(subject: Subject) -> Warned | None:
    reading = subject.reading
    if not is_list([token.word for token in reading.tokens], reading.text):
        return _enumerated(reading)
    return _capped("list", "These are words in a row, not sentences that say something.")


def _enumerated(reading: Reading) -> Warned | None:
    listed = enumerated_tokens(reading)
    if listed < ENUMERATED_TOKENS:
        return None
    share = listed / len(reading.tokens)
    excess = (share - ENUMERATED_FROM) / (ENUMERATED_MOST - ENUMERATED_FROM)
    if excess <= 0:
        return None
    message = f"{share:.0%} of the words stand in long lists of names; to name is not to explain."
    keeps = round(1 - (1 - ENUMERATED_KEEPS) * min(excess, 1), 2)
    return _capped("enumerated", message, keeps)


def _scrambled(subject: Subject) -> Warned | None:
    if not is_scrambled([token.word for token in subject.reading.tokens], subject.reading.text):
        return None
    return _capped("scrambled", "The words do not stand in an order that makes sentences.")


def _copied_question(subject: Subject) -> Warned | None:
    asked = shingles_of(subject.rubric.prompt_text, ASKED)
    if _shared(shingles(subject.reading.stems, ASKED), asked) < COPY_SHARE:
        return None
    return _capped("copied_question", "Most of this answer repeats the question.")


def _copied_model(subject: Subject) -> Warned | None:
    model = subject.rubric.model_answer
    own = shingles(subject.reading.stems, MODEL)
    if not model or _shared(shingles_of(model, MODEL), own) < COPY_SHARE:
        return None
    return _capped("copied_model", "Half or more of this is the model answer, word for word.")


def _shared(mine: frozenset[Shingle], theirs: frozenset[Shingle]) -> float:
    """Return the share of some word n-grams that are among the others."""
    return len(mine & theirs) / len(mine) if mine else 0.0


def _denying(subject: Subject) -> Warned | None:
    enough = len(subject.reading.sentences) >= DENIED_SENTENCES
    if not enough or subject.denied < DENIED_SHARE:
        return None
    message = "Most sentences here deny what they name; a point must be asserted to be made."
    return _capped("denying", message, DENYING_KEEPS)


def _repeated(subject: Subject) -> Warned | None:
    reading = subject.reading
    if len(reading.tokens) < REPEATED_TOKENS:
        return None
    sentences = [
        " ".join(reading.stems[slice(*span)])
        for span in reading.sentences
        if span.end - span.start >= REPEATED_SENTENCE
    ]
    again = len(sentences) - len(set(sentences))
    plain = reading.text.encode(errors="replace")
    packed = len(zlib.compress(plain)) / len(plain)
    if again > REPEATED_SHARE * len(sentences) or packed < REPEATED_RATIO:
        return _capped("repetition", "The same thing is said again and again; it counts once.")
    if _framed_alike(reading) > REPEATED_SHARE * len(reading.sentences):
        message = "The same sentence comes again and again with other names put in."
        return _capped("repetition", message)
    return None


def _framed_alike(reading: Reading) -> int:
    """Return how many sentences have the function words of an earlier one, in their order."""
    stop_words = stop_stems()
    frames = [
        tuple(stem for stem in reading.stems[slice(*span)] if stem in stop_words)
        for span in reading.sentences
    ]
    long = [frame for frame in frames if len(frame) >= FRAME_WORDS]
    return len(long) - len(set(long))


def _off_topic(subject: Subject) -> Warned | None:
    asked = _terms(subject.rubric.prompt_text, subject.rubric)
    keys = {hit.key for hit in subject.reading.hits}
    named = asked & keys
    enough = subject.words >= BRIEF_SHARE * subject.rubric.word_limit
    if not enough or len(asked) < ASKED_TERMS:
        return None
    if len(named) >= NAMED_TERMS or subject.bearing >= BEARING_SHARE:
        return None
    return _capped("off_topic", "Hardly anything here bears on what the question is about.")


@lru_cache(maxsize=1024)
def _terms(text: str, rubric: Rubric) -> frozenset[str]:
    """Return the topic's terms that a text names."""
    topic = {"@" + term.id for term in rubric.lexicon.terms}
    hits = concept_index(rubric.lexicon).find(tokenize(text))
    return frozenset(hit.key for hit in hits if hit.key in topic)


def _too_brief(subject: Subject) -> Warned | None:
    limit = subject.rubric.word_limit
    if subject.words >= BRIEF_SHARE * limit:
        return None
    message = f"{subject.words} words of {limit}: too short to make enough points."
    return _noted("too_brief", message, "none by itself; what is left out earns nothing")


def _over_limit(subject: Subject) -> Warned | None:
    limit = subject.rubric.word_limit
    if subject.words <= OVER_SHARE * limit:
        return None
    message = f"{subject.words} words; the limit is {limit}."
    return _noted("over_limit", message, "text far beyond the limit is not counted")


def _unfinished(subject: Subject) -> Warned | None:
    last = subject.answer.rstrip().rsplit("\n", 1)[-1]
    enough = subject.words >= BRIEF_SHARE * subject.rubric.word_limit
    if not enough or not last or last[-1] not in ",;-–" or len(last.split()) < 3:
        return None
    return _noted("unfinished", "The answer breaks off in the middle of a sentence.")


_CHECKS: tuple[Callable[[Subject], Warned | None], ...] = (
    _list_without_sentences,
    _scrambled,
    _denying,
    _copied_question,
    _copied_model,
    _repeated,
    _off_topic,
    _too_brief,
    _over_limit,
    _unfinished,
)
_ANY_LANGUAGE = (_copied_question, _copied_model, _too_brief, _over_limit)
"""Checks that can judge a text whose sentences the tool cannot read."""
