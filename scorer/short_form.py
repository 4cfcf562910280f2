"""The short form of a question: one plain text that anybody can type.

    Why do Indian cities flood, and what can be done? Discuss.
    Marks: 10
    Words: 150

    # Causes
    Paved ground keeps the rain from soaking in: concrete, sealed surface
    Lakes and wetlands were built over

    Model answer:
    …

What stands before the first heading is the question and its size. Then follow the
points, one per line (see :mod:`scorer.short_points`), and perhaps a model answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from scorer.issues import DataFileError, Issue
from scorer.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

MARKS, LONGEST = 10, 100_000
"""Marks of a question that does not say; characters of a file that is still read."""
_USUAL_WORDS = {10: 150, 15: 250}
_USUAL_MINUTES = {10: 7.0, 15: 11.0}
_MOST = {"marks": 250, "words": 5000, "minutes": 600}
_SIZE = re.compile(r"(marks|words|minutes)\s*[:=]\s*(.*)", re.IGNORECASE)
_LABEL = re.compile(r"(question|topic)\s*:\s*(.*)", re.IGNORECASE)
_POINTS = re.compile(r"(marking |expected )?points\s*:", re.IGNORECASE)
_MODEL = re.compile(r"model answer\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortQuestion:
    """A question with its expected points, as somebody typed it."""

    text: str
    points: str
    """One per line, under headings."""
    marks: int = MARKS
    words: int = 150
    minutes: float = 7.0
    topic: str = ""
    """As the learner reads it."""
    model_answer: str = ""
    first_line: int = 1
    """Line of the file on which the points begin."""


def usual_words(marks: int) -> int:
    """Return the word limit that goes with marks in the paper."""
    return _USUAL_WORDS.get(marks, 15 * marks)


def usual_minutes(marks: int) -> float:
    """Return the minutes that go with marks in the paper."""
    return _USUAL_MINUTES.get(marks, max(1.0, round(0.73 * marks)))


def load_short(path: Path) -> ShortQuestion:
    """Read a question in short form.

    Raises
    ------
    DataFileError
        With all mistakes of its head.
    FileNotFoundError
        If there is no such file.
    """
    state = path.stat()
    return _load_unchanged(path, (state.st_mtime_ns, state.st_size))


@lru_cache(maxsize=256)
def _load_unchanged(path: Path, _state: tuple[int, int]) -> ShortQuestion:
    with path.open("rb") as file:
        raw = file.read(4 * LONGEST + 1)
    return parse_short(raw.decode("utf-8-sig", errors="replace"), str(path))


def parse_short(text: str, path: str = "question") -> ShortQuestion:
    """Read a question in short form; what its points say is for `lint_points` to judge.

    Parameters
    ----------
    text : str
    path : str, optional
        What the issues name.

    Raises
    ------
    DataFileError
        If it is too long, has no question, or a size is no number.
    """
    if len(text) > LONGEST:
        remedy = f"keep it under {LONGEST} characters"
        raise DataFileError([Issue(path, 1, "S01", "the text is too long", remedy)])
    lines = clean_text(text).splitlines()
    start = next((at for at, line in enumerate(lines) if _opens_points(line)), len(lines))
    head = _Head(path, lines[:start])
    body = lines[start:]
    if body and _POINTS.fullmatch(body[0].strip()):
        body, start = body[1:], start + 1
    points, model_answer = _without_model_answer(body)
    return head.question(points, model_answer, first_line=start + 1)


def dump_short(question: ShortQuestion) -> str:
    """Write a question in short form; `parse_short` reads it again."""
    size = f"Marks: {question.marks}\nWords: {question.words}\nMinutes: {question.minutes:g}\n"
    topic = f"Topic: {_one_line(question.topic)}\n" if question.topic.strip() else ""
    model = f"\nModel answer:\n{question.model_answer.strip()}\n" if question.model_answer else ""
    head = f"Question: {_one_line(question.text)}\n{size}{topic}"
    return clean_text(f"{head}\nPoints:\n{question.points.strip()}\n{model}")


class _Head:
    """The lines before the points."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self._path = path
        self._issues: list[Issue] = []
        self._sizes: dict[str, float] = {}
        self._topic = ""
        self._text: list[str] = []
        for number, line in enumerate(lines, start=1):
            self._read(number, line.strip())

    def question(self, points: str, model_answer: str, first_line: int) -> ShortQuestion:
        text = " ".join(filter(None, self._text))
        if not text:
            self._note(1, "S02", "there is no question", "write the question on the first line")
        if self._issues:
            raise DataFileError(self._issues)
        marks = int(self._sizes.get("marks", MARKS))
        return ShortQuestion(
            text=text,
            points=points,
            marks=marks,
            words=int(self._sizes.get("words", usual_words(marks))),
            minutes=self._sizes.get("minutes", usual_minutes(marks)),
            topic=self._topic,
            model_answer=model_answer,
            first_line=first_line,
        )

    def _read(self, number: int, line: str) -> None:
        if size := _SIZE.fullmatch(line):
            self._read_size(number, size[1].lower(), size[2].strip())
        elif (label := _LABEL.fullmatch(line)) and label[1].lower() == "topic":
            self._topic = label[2].strip()
        else:
            self._text.append(label[2].strip() if label else line)

    def _read_size(self, number: int, name: str, value: str) -> None:
        most = _MOST[name]
        digits = re.fullmatch(r"(\d{1,4}(?:\.\d{1,2})?)( *[a-z]+)?\.?", value, re.IGNORECASE)
        size = float(digits[1]) if digits else 0.0
        whole = size == int(size) or name == "minutes"
        if not (0 < size <= most and whole):
            problem = f"{name} cannot be {value[:30]!r}"
            self._note(number, "S03", problem, f"write a number from 1 to {most}")
        self._sizes[name] = size

    def _note(self, line: int, code: str, problem: str, remedy: str) -> None:
        self._issues.append(Issue(self._path, line, code, problem, remedy))


def _opens_points(line: str) -> bool:
    return line.lstrip().startswith("#") or bool(_POINTS.fullmatch(line.strip()))


def _without_model_answer(lines: Sequence[str]) -> tuple[str, str]:
    at = next((at for at, line in enumerate(lines) if _MODEL.match(line.strip())), len(lines))
    answer = "\n".join(lines[at:]).strip()
    return "\n".join(lines[:at]).rstrip(), _MODEL.sub("", answer, count=1).strip()


def _one_line(text: str) -> str:
    return " ".join(text.split())


def numbered_lines(text: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """Yield the lines that hold something, with their numbers."""
    for number, line in enumerate(text.splitlines(), start=first):
        if line.strip():
            yield number, line.strip()
