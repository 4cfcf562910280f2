"""Attempts for other programs and for people: CSV and Markdown."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from scorer.batch import safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from practice.history import Review
    from practice.remarks import Remarks
    from scorer.report import PointScore, ScoreReport

_COLUMNS = (
    "id submitted_at prompt question mode minutes words word_limit marks max_marks band "
    "coverage self_marks teacher_marks tags answer written_after_the_bell"
).split()


def to_csv(reviews: Iterable[Review]) -> str:
    """Return one line per attempt, for a spreadsheet."""
    file = StringIO()
    writer = csv.DictWriter(file, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_cells(review) for review in reviews)
    return file.getvalue()


def to_markdown(reviews: Iterable[Review]) -> str:
    """Return the attempts one below the other, for reading and printing."""
    return "\n\n---\n\n".join(_section(review) for review in reviews) + "\n"


def _cells(review: Review) -> dict[str, object]:
    attempt, report, remarks = review.attempt, review.report, review.remarks
    cells: dict[str, object] = {
        "id": attempt.id,
        "submitted_at": attempt.submitted_at.isoformat(timespec="seconds"),
        "prompt": attempt.prompt_id,
        "question": attempt.prompt_text,
        "mode": attempt.mode,
        "minutes": round(review.time_taken.total_seconds() / 60, 1),
        "words": attempt.words,
        "word_limit": attempt.word_limit,
        "max_marks": attempt.max_marks,
        "self_marks": None if remarks.self_mark is None else remarks.self_mark.marks,
        "teacher_marks": _latest_teacher_marks(remarks),
        "tags": ", ".join(remarks.tags),
        "answer": attempt.in_time_text,
        "written_after_the_bell": attempt.final_text if attempt.wrote_on else "",
    }
    if report is not None:
        cells |= {"marks": report.marks, "band": report.band, "coverage": report.coverage}
    return {name: safe_cell(value) for name, value in cells.items()}


def _latest_teacher_marks(remarks: Remarks) -> float | None:
    return remarks.teacher_marks[-1].marks if remarks.teacher_marks else None


def _section(review: Review) -> str:
    attempt = review.attempt
    parts = [f"## {attempt.prompt_text}", _facts(review), _quoted(attempt.in_time_text)]
    if attempt.wrote_on:
        parts += ["**After the bell:**", _quoted(attempt.final_text)]
    if review.report is not None:
        parts += _points(review.report)
    parts += [f"- Note: {note.text}" for note in review.remarks.notes]
    return "\n\n".join(part for part in parts if part)


def _facts(review: Review) -> str:
    attempt, report = review.attempt, review.report
    marks = "not marked yet" if report is None else f"{report.marks:g} of {report.max_marks} marks"
    minutes = round(review.time_taken.total_seconds() / 60)
    written = f"{attempt.words} of {attempt.word_limit} words in {minutes} minutes"
    return f"{attempt.submitted_at:%d %B %Y}: {marks}, {written}."


def _points(report: ScoreReport) -> list[str]:
    made = [_listed(point) for point in report.points if point.status in ("covered", "partial")]
    open_ones = [_listed(point) for point in report.points if point.status == "missing"]
    blocks = (("Found in your words", made), ("Not found", open_ones))
    return [f"**{title}:**\n\n" + "\n".join(lines) for title, lines in blocks if lines]


def _listed(point: PointScore) -> str:
    return f"- {point.statement}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
