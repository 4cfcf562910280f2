"""The answer, its words tied to the notes in the margin."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from practice.highlighting import find_margin_notes, split_answer, text_after_bell
from practice.markup import Markup, element, join
from practice.views.parts.page import show, show_section
from practice.views.parts.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.highlighting import Segment
    from practice.history import Review, StoredReport

_SHEET: Final = Sheet()


def show_answer(review: Review, stored: StoredReport) -> None:
    """Show the counted text with its notes, then whatever did not count."""
    show_section("Your words")
    answer, report = review.attempt.in_time_text, stored.report
    if not answer.strip():
        show(element("p", "Nothing was written in time.", class_="mp-meta"))
    notes = find_margin_notes(report, stored.rubric)
    segments = split_answer(answer, notes, report.counted_until)
    show(
        _SHEET.draw(
            [segment for segment in segments if segment.counted],
            notes,
            _beyond_limit(segments, report.word_limit),
            _after_bell(review),
        )
    )
    _show_other_texts(review)


def show_plain_answer(review: Review) -> None:
    """Show an answer about which nothing is known yet."""
    show_section("Your words")
    text = element("div", review.attempt.in_time_text, _after_bell(review), class_="mp-answer")
    show(element("div", text, class_="mp-sheet mp-sheet-alone"))
    _show_other_texts(review)


def _beyond_limit(segments: Sequence[Segment], word_limit: int) -> Markup | None:
    beyond = [segment for segment in segments if not segment.counted]
    if not beyond:
        return None
    said = f"Far beyond {word_limit} words: what follows was not counted"
    return join(element("span", said, class_="mp-bell"), *map(_SHEET.draw_segment, beyond))


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
