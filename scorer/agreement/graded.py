"""Answers with examiners' marks, read from a ``.jsonl`` file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from scorer.issues import DataFileError, Issue

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import TypeAdapter

_WANTED = "write id, prompt, answer, max_marks and marks (a number or a list of them)"


@dataclass(frozen=True, slots=True, kw_only=True)
class GradedAnswer:
    """An answer that one or more examiners have marked."""

    id: str
    prompt: str
    answer: str
    max_marks: float
    marks: tuple[float, ...]
    """One per examiner."""
    kind: str = ""
    """What sort of answer it is, such as *stock* or *confused*."""
    tags: tuple[tuple[str, ...], ...] = ()
    """What each examiner says the answer asserts."""

    @property
    def mean_marks(self) -> float:
        """The examiners' mean."""
        return sum(self.marks) / len(self.marks)


def load_graded(path: Path) -> tuple[GradedAnswer, ...]:
    """Read graded answers.

    Raises
    ------
    DataFileError
        With every line that is not a graded answer, or if there is none that is.
    """
    answers, issues = [], []
    for number, text in _lines(path):
        try:
            answers.append(_parse(text))
        except (ValueError, RecursionError) as error:
            problem = f"not a graded answer: {str(error).splitlines()[0]}"
            issues.append(Issue(str(path), number, "G01", problem, _WANTED))
    if not answers and not issues:
        issues.append(Issue(str(path), 1, "G02", "no graded answers", _WANTED))
    if issues:
        raise DataFileError(issues)
    return tuple(answers)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    # Not str.splitlines, which also splits at characters that JSON may hold.
    lines = path.read_text("utf-8-sig", errors="replace").split("\n")
    return ((number, text) for number, text in enumerate(lines, 1) if text.strip())


def _parse(text: str) -> GradedAnswer:
    record = json.loads(text)
    if not isinstance(record, dict):
        raise ValueError("no keys and values")
    marks, tags = record.get("marks"), record.get("tags", [])
    listed = marks if isinstance(marks, list) else [marks]
    answer = _adapter().validate_python(record | {"marks": listed, "tags": _nested(tags)})
    if not answer.marks or answer.max_marks <= 0:
        raise ValueError("no marks")
    if not all(map(isfinite, (answer.max_marks, *answer.marks))):
        raise ValueError("marks that are no number")
    return answer


def _nested(tags: Any) -> Any:
    flat = isinstance(tags, list) and any(isinstance(tag, str) for tag in tags)
    return [tags] if flat else tags


@cache
def _adapter() -> TypeAdapter[GradedAnswer]:
    from pydantic import TypeAdapter

    return TypeAdapter(GradedAnswer)
