"""How an answer is built and how its words are used: notes that earn nothing by themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.text import count_words, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.report import ScoreReport

CANNOT_JUDGE = (
    "Whether the argument convinces, the order is good or the English pleasant; handwriting and "
    "diagrams.",
    "Good points that the marking points do not list. They earn nothing here; say so under “I made "
    "another good point”.",
    "Figures, names and quotations for which it has no check: a wrong one may pass unnoticed.",
    "What the exam would give. These are marks for practice, and people who mark differ among "
    "themselves too.",
)
"""What this tool cannot judge, however an answer is written."""


def describe_answer(report: ScoreReport, answer: str) -> tuple[str, ...]:
    """Return notes on structure and words, one sentence or two each."""
    return (_structure(report), *_layout(report), *_sentences(answer), *_depth(report))


def _structure(report: ScoreReport) -> str:
    structure = report.structure
    parts = (
        f"Introduction {structure.introduction_words} words",
        f"body {structure.body_words}",
        f"conclusion {structure.conclusion_words}",
    )
    return (
        f"{', '.join(parts)}; {report.words} words in all, with a limit of {report.word_limit}. "
        "Layout and length earn nothing by themselves."
    )


def _layout(report: ScoreReport) -> Iterator[str]:
    structure = report.structure
    counts = (
        _count(structure.paragraphs, "paragraph or line", "paragraphs and lines"),
        _count(structure.bullets, "of them a bullet", "of them bullets"),
        _count(structure.headings, "heading", "headings"),
    )
    if structure.paragraphs:
        yield f"{', '.join(counts)}."


def _sentences(answer: str) -> Iterator[str]:
    lengths = [count_words(answer[start:end]) for start, end in split_sentences(answer)]
    spoken = [length for length in lengths if length > 3]
    if len(spoken) > 1:
        mean = sum(spoken) / len(spoken)
        yield (
            f"{len(spoken)} sentences and bullets of {mean:.0f} words on average; "
            f"the longest has {max(spoken)}."
        )


def _depth(report: ScoreReport) -> Iterator[str]:
    made = [point for point in report.points if point.status in ("covered", "partial")]
    if made:
        why, detail = (
            sum(kind in point.depth for point in made) for kind in ("mechanism", "specific")
        )
        yield (
            f"Of {_count(len(made), 'point', 'points')} found in your words, {why} also say why or "
            f"through what, and {detail} give a detail such as a figure, a scheme or a place."
        )


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
