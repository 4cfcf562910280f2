"""The answer, its words tied to the notes in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from practice.highlighting import find_margin_notes, split_answer, text_after_bell
from practice.markup import Markup, element, join
from practice.views.parts.page import show, show_section
from practice.wording import quote_words, signed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.highlighting import MarginKind, MarginNote, Segment
    from practice.history import Review
    from scorer.report import ScoreReport

LABELS: Final[dict[MarginKind, tuple[str, str]]] = {
    "made": ("✓", "Made"),
    "partly": ("◐", "Partly made"),
    "wrong": ("✗", "Contradicts the facts"),
    "doubtful": ("?", "Check this"),
}
"""A sign and a name, so that nothing is told by colour alone."""


def show_answer(review: Review, report: ScoreReport) -> None:
    """Show the counted text with its notes, then whatever did not count."""
    show_section("Your words")
    answer = review.attempt.in_time_text
    if not answer.strip():
        show(element("p", "Nothing was written in time.", class_="mp-meta"))
    notes = find_margin_notes(report)
    segments = split_answer(answer, notes, report.counted_until)
    show(
        element(
            "div",
            _ties(notes),
            element(
                "div",
                *(_segment(segment) for segment in segments if segment.counted),
                _beyond_limit(segments, report.word_limit),
                _after_bell(review),
                class_="mp-answer",
                lang="en-IN",
            ),
            element("ol", *map(_note, notes), class_="mp-notes") if notes else None,
            class_="mp-sheet",
        )
    )
    _show_other_texts(review)


def show_plain_answer(review: Review) -> None:
    """Show an answer about which nothing is known yet."""
    show_section("Your words")
    text = element("div", review.attempt.in_time_text, _after_bell(review), class_="mp-answer")
    show(element("div", text, class_="mp-sheet mp-sheet-alone"))
    _show_other_texts(review)


def _segment(segment: Segment) -> Markup:
    ends = [_reference(note) for note in segment.ending]
    if not segment.counted:
        return element("s", segment.text, class_="mp-uncounted")
    if not segment.notes:
        return join(segment.text)
    kinds = {note.kind for note in segment.notes}
    kind = next(each for each in ("wrong", "doubtful", "made", "partly") if each in kinds)
    tied = " ".join(f"mp-w{note.number}" for note in segment.notes)
    return join(element("mark", segment.text, class_=f"mp-{kind} {tied}"), *ends)


def _beyond_limit(segments: Sequence[Segment], word_limit: int) -> Markup | None:
    beyond = [segment for segment in segments if not segment.counted]
    if not beyond:
        return None
    said = f"Far beyond {word_limit} words: what follows was not counted"
    return join(element("span", said, class_="mp-bell"), *map(_segment, beyond))


def _reference(note: MarginNote) -> Markup:
    return element(
        "sup",
        element(
            "a",
            str(note.number),
            href=f"#note-{note.number}",
            aria_label=f"Note {note.number}: {LABELS[note.kind][1]}",
        ),
        id=f"words-{note.number}",
        class_=f"mp-ref mp-w{note.number}",
    )


def _note(note: MarginNote) -> Markup:
    sign, label = LABELS[note.kind]
    earned = None if note.marks is None else element("span", signed(note.marks), class_="mp-earned")
    return element(
        "li",
        element(
            "p",
            element("a", str(note.number), href=f"#words-{note.number}", class_="mp-note-number"),
            element("span", f"{sign} {label}", class_=f"mp-label mp-label-{note.kind}"),
            earned,
            class_="mp-note-head",
        ),
        element("p", note.title, class_="mp-note-title"),
        element("p", quote_words(note.quote), class_="mp-quote"),
        element("p", note.comment, class_="mp-comment") if note.comment else None,
        id=f"note-{note.number}",
        class_="mp-note",
    )


def _ties(notes: Sequence[MarginNote]) -> Markup:
    """Light up a note with its words, and the words with their note."""
    rules = (
        f".mp-sheet:has(:is(.mp-w{n},#note-{n}):is(:hover,:focus-within,:target))"
        f" :is(.mp-w{n},#note-{n}){{background:var(--mp-lit)}}"
        for n in (note.number for note in notes)
    )
    return Markup(f"<style>{''.join(rules)}</style>")


def _after_bell(review: Review) -> Markup | None:
    attempt = review.attempt
    added = text_after_bell(attempt.in_time_text, attempt.final_text)
    if not added:
        return None
    return join(
        element("span", "The bell: what follows was not counted", class_="mp-bell"),
        element("span", added, class_="mp-uncounted"),
    )


def _show_other_texts(review: Review) -> None:
    attempt = review.attempt
    if text_after_bell(attempt.in_time_text, attempt.final_text) is None:
        _show_kept("Your text as you left it after the bell (not counted)", attempt.final_text)
    for late in review.late_texts:
        _show_kept("Text that arrived after the answer was closed (not counted)", late.text)


def _show_kept(summary: str, text: str) -> None:
    show(
        element(
            "details",
            element("summary", summary),
            element("div", text, class_="mp-answer mp-uncounted"),
        )
    )
