"""Checks of exemplars on their own; :mod:`scorer.linting.measured` scores them."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from scorer.files import Quality
from scorer.issues import Finding
from scorer.text import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.files import ExemplarFile
    from scorer.prompts import Prompt

QUALITIES: tuple[Quality, ...] = get_args(Quality)

SHARE_OF_MARKS: dict[Quality, tuple[float, float]] = {
    "strong": (0.60, 0.75),
    "good": (0.50, 0.62),
    "average": (0.33, 0.47),
    "generic": (0.20, 0.32),
    "thin": (0.05, 0.17),
    "confused": (0.00, 0.10),
}
"""Marks that a fair examiner gives each quality, as shares of the full marks."""


def lint_exemplars(file: ExemplarFile, name: str, prompt: Prompt | None) -> Iterator[Finding]:
    """Yield what is wrong in a file of exemplars."""
    yield from _name_findings(file, name, prompt)
    yield from _quality_findings(file)
    yield from _empty_answers(file)
    if prompt:
        yield from _marks_findings(file, prompt.marks)


def _name_findings(file: ExemplarFile, name: str, prompt: Prompt | None) -> Iterator[Finding]:
    """E01: exemplars are named after their prompt, and it exists."""
    if file.id != name.removesuffix(".exemplars"):
        problem = f"the id is {file.id!r} but the file is {name}.yaml"
        yield Finding(("id",), "E01", problem, "give both the prompt's id")
    elif prompt is None:
        problem = f"there is no prompt {file.id!r}"
        yield Finding(("id",), "E01", problem, "correct the id or write the prompt")


def _quality_findings(file: ExemplarFile) -> Iterator[Finding]:
    """E02: there is an exemplar of every quality."""
    present = {exemplar.quality for exemplar in file.exemplars}
    for quality in QUALITIES:
        if quality not in present:
            yield Finding((), "E02", f"no exemplar is {quality!r}", "write one")


def _empty_answers(file: ExemplarFile) -> Iterator[Finding]:
    """E03: exemplars have answers."""
    for at, exemplar in enumerate(file.exemplars):
        if not count_words(exemplar.answer):
            yield Finding(("exemplars", at, "answer"), "E03", "an empty answer", "write one")


def _marks_findings(file: ExemplarFile, max_marks: int) -> Iterator[Finding]:
    """E04: marks are half marks and fit the quality."""
    for at, exemplar in enumerate(file.exemplars):
        least, most = (share * max_marks for share in SHARE_OF_MARKS[exemplar.quality])
        if exemplar.marks % 0.5 or not least <= exemplar.marks <= most:
            problem = f"a {exemplar.quality} answer with {exemplar.marks:g} of {max_marks}"
            remedy = f"give half marks from {least:.1f} to {most:.1f}, or another quality"
            yield Finding(("exemplars", at, "marks"), "E04", problem, remedy)
