"""Answers with examiners' marks, read from a ``.jsonl`` file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from scorer.issues import DataFileError, Issue

if TYPE_CHECKING:
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
        With every line that is not a graded answer.
    """
    answers, issues = [], []
    for number, text in enumerate(path.read_text("utf-8-sig").splitlines(), 1):
        if not text.strip():
            continue
        try:
            answers.append(_parse(text))
        except ValueError as error:
            problem = str(error).splitlines()[0]
            issues.append(
                Issue(str(path), number, "G01", f"not a graded answer: {problem}", _WANTED)
            )
    if issues:
        raise DataFileError(issues)
    return tuple(answers)


def _parse(text: str) -> GradedAnswer:
    record = json.loads(text)
    if not isinstance(record, dict):
        raise ValueError("no keys and values")
    marks, tags = record.get("marks"), record.get("tags", [])
    listed = marks if isinstance(marks, list) else [marks]
    answer = _adapter().validate_python(record | {"marks": listed, "tags": _nested(tags)})
    if not answer.marks or answer.max_marks <= 0:
        raise ValueError("no marks")
    return answer


def _nested(tags: Any) -> Any:
    flat = isinstance(tags, list) and any(isinstance(tag, str) for tag in tags)
    return [tags] if flat else tags


@cache
def _adapter() -> TypeAdapter[GradedAnswer]:
    from pydantic import TypeAdapter

    return TypeAdapter(GradedAnswer)
