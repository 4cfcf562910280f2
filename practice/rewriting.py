"""One sentence of an answer, to be written again in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from practice.highlighting import find_margin_notes
from scorer.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.highlighting import MarginKind, MarginNote
    from practice.history import Review, StoredReport

_MOST_WORTH: Final[tuple[MarginKind | None, ...]] = ("wrong", "doubtful", "partly", None, "made")
"""What a sentence may hold, from what gains most by rewriting; None is nothing at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldSentence:
    """A sentence as it stands in an answer, with what was said about it."""

    text: str
    start: int
    end: int
    notes: tuple[MarginNote, ...]


def list_sentences(review: Review) -> tuple[OldSentence, ...]:
    """Return the sentences, bullets and headings that counted, in their order."""
    answer = review.attempt.in_time_text
    notes = [note for stored in review.reports[:1] for note in _notes(stored)]
    return tuple(
        OldSentence(
            text=answer[start:end],
            start=start,
            end=end,
            notes=tuple(note for note in notes if note.start < end and start < note.end),
        )
        for start, end in split_sentences(answer)
    )


def find_sentence(review: Review, number: str | None) -> OldSentence | None:
    """Return the sentence whose number, from 0, an address gives; None if there is none."""
    sentences = list_sentences(review)
    if number is None or not number.isdecimal() or int(number) >= len(sentences):
        return None
    return sentences[int(number)]


def choose_sentence(sentences: Sequence[OldSentence]) -> int:
    """Return the number of the sentence to begin with; there must be one."""
    return min(range(len(sentences)), key=lambda number: _worth(sentences[number]))


def cut_sentence(answer: str, sentence: OldSentence) -> str:
    """Return an answer without the words of a sentence; its place stays."""
    return answer[: sentence.start] + answer[sentence.end :]


def _notes(stored: StoredReport) -> tuple[MarginNote, ...]:
    return find_margin_notes(stored.report, stored.rubric)


def _worth(sentence: OldSentence) -> int:
    kinds: list[MarginKind | None] = [note.kind for note in sentence.notes]
    return min(map(_MOST_WORTH.index, kinds or [None]))
