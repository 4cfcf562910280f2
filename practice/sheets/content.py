"""What stands on an answer sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from practice.describing import describe_answer
from practice.highlighting import find_margin_notes, not_found, split_answer, text_after_bell
from practice.wording import (
    describe_day,
    describe_duration,
    describe_marks,
    quote_words,
    shorten,
    signed,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.highlighting import MarginKind, MarginNote
    from practice.history import Review, StoredReport
    from practice.sheets.paper import Paper
    from scorer.report import ScoreReport

_SIGNS: Final[dict[MarginKind, str]] = {"made": "", "partly": "◐", "wrong": "×", "doubtful": "?"}
"""Printed after the number of a note; the font has no tick."""

_HOW_TO_READ: Final = (
    "Underlined words belong to the note of the same number. ◐ partly made, × contradicts the "
    "facts, ? to be checked. Text struck through was not counted."
)


def make_sheet(review: Review) -> bytes:
    """Return an answer and its feedback as a PDF.

    Nothing depends on colour, so that it can be printed in black and white.
    """
    from practice.sheets.paper import Paper  # FPDF is slow to import

    attempt = review.attempt
    foot = shorten(attempt.prompt_text, 60)
    paper = Paper(attempt.prompt_text, foot, attempt.submitted_at)
    _write_frame(paper, review)
    if review.reports:
        _write_marked(paper, review, review.reports[0])
    else:
        paper.head("Your answer")
        paper.block(attempt.in_time_text)
        paper.block("It has not been marked yet.", small=True)
    if paper.lacks_signs:
        paper.block("□ stands for a sign that this paper has no letter for.", small=True)
    return bytes(paper.output())


def _write_frame(paper: Paper, review: Review) -> None:
    attempt, report = review.attempt, review.report
    paper.block(attempt.prompt_text, style="B")
    paper.block(f"(Answer in {attempt.word_limit} words, {attempt.max_marks} marks)", small=True)
    facts = (
        describe_day(attempt.submitted_at),
        f"{attempt.words} words",
        describe_duration(review.time_taken.total_seconds()),
    )
    paper.block(" · ".join(facts), small=True)
    if report is not None:
        low, high = report.marks_range
        paper.ln(2)
        marks = describe_marks(report.marks, report.max_marks)
        paper.block(f"{marks}, likely {low:g} to {high:g}: {report.band}", style="B")
        paper.block("A practice scale, not UPSC’s.", small=True)
    for mark in review.remarks.teacher_marks:
        said = f"{mark.teacher or 'Teacher'}: {mark.marks:g} of {attempt.max_marks}"
        paper.block(". ".join(filter(None, (said, mark.comment))))


def _write_marked(paper: Paper, review: Review, stored: StoredReport) -> None:
    report = stored.report
    notes = find_margin_notes(report, stored.rubric)
    paper.head("Your answer")
    _write_answer(paper, review, report, notes)
    wrong = [note for note in notes if note.kind in ("wrong", "doubtful")]
    _write_notes(paper, "Put this right", wrong)
    _write_notes(paper, "Found in your words", [note for note in notes if note not in wrong])
    missing = not_found(report)
    if missing:
        paper.head("Not found")
    for point in missing:
        paper.block(f"○ {point.statement}", small=True)
    _write_sums(paper, report)
    paper.head("Notes")
    for advisory in report.advisories:
        paper.block(f"{advisory.message} Effect: {advisory.effect}.", small=True)
    for line in describe_answer(report, review.attempt.in_time_text):
        paper.block(line, small=True)
    for own in review.remarks.notes:
        paper.block(f"Your note: {own.text}", small=True)
    paper.block(f"Marked by {report.signature}".replace("|", " | "), small=True)


def _write_answer(
    paper: Paper, review: Review, report: ScoreReport, notes: Sequence[MarginNote]
) -> None:
    attempt = review.attempt
    for segment in split_answer(attempt.in_time_text, notes, report.counted_until):
        paper.run(
            segment.text,
            underlined=bool(segment.notes) and segment.counted,
            struck=not segment.counted,
        )
        numbers = (f"{note.number}{_SIGNS[note.kind]}" for note in segment.ending)
        paper.raised(" ".join(numbers))
    if not attempt.in_time_text.strip():
        paper.run("Nothing was written in time.")
    paper.end_paragraph()
    if attempt.wrote_on:
        after = text_after_bell(attempt.in_time_text, attempt.final_text)
        paper.block("After the bell, not counted:", small=True)
        paper.block(attempt.final_text if after is None else after.strip(), small=True)
    paper.block(_HOW_TO_READ, small=True)


def _write_notes(paper: Paper, title: str, notes: Sequence[MarginNote]) -> None:
    if notes:
        paper.head(title)
    for note in notes:
        earned = "" if note.marks is None else f" ({signed(note.marks)})"
        head = f"{note.number}{_SIGNS[note.kind]} {note.label}{earned}"
        paper.block(f"{head}: {note.title}", small=True)
        paper.block(quote_words(note.quote), small=True, indent=6)
        if note.comment:
            paper.block(note.comment, small=True, indent=6)
        paper.ln(1)


def _write_sums(paper: Paper, report: ScoreReport) -> None:
    paper.head("How the marks add up")
    rows = [(line.label, signed(line.marks), line.why) for line in report.ledger]
    rows.append(("Marks", f"{report.marks:.2f}", f"of {report.max_marks}"))
    paper.lines(rows, (34, 12, 54), total=len(rows) - 1)
