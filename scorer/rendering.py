"""Prompts and reports as lines of text for a terminal."""

from __future__ import annotations

from textwrap import shorten, wrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scorer.prompts import Prompt
    from scorer.report import LedgerLine, PointScore, ScoreReport
    from scorer.rubric import Rubric

WIDTH = 96
_STATUS = {
    "covered": "made",
    "partial": "partly",
    "missing": "not found",
    "contradicted": "contradicted",
}


def prompt_lines(prompts: Iterable[Prompt]) -> Iterator[str]:
    """Yield one line per prompt: id, marks, limit, text."""
    for prompt in prompts:
        text = shorten(prompt.text, 70, placeholder=" …")
        yield f"{prompt.id:<30}{prompt.marks:>3} marks {prompt.words:>4} words  {text}"


def report_lines(report: ScoreReport, rubric: Rubric) -> Iterator[str]:
    """Yield a report as a learner reads it in a terminal."""
    yield from wrap(rubric.prompt_text, WIDTH)
    yield ""
    yield from _summary(report)
    yield from _section("How the marks add up", ledger_lines(report.ledger))
    yield from _section("Points", _point_lines(report.points))
    yield from _section("Notes", _note_lines(report))
    yield ""
    yield f"Facts checked to {report.as_of or 'an unknown date'}. {report.signature}"


def ledger_lines(ledger: Iterable[LedgerLine]) -> Iterator[str]:
    """Yield every line of a ledger and the total."""
    total = 0
    for line in ledger:
        total += line.hundredths
        yield f"{line.hundredths / 100:+7.2f}  {line.label}: {line.why}"
    yield f"{total / 100:7.2f}  marks"


def _summary(report: ScoreReport) -> Iterator[str]:
    low, high = report.marks_range
    yield (
        f"Marks     {report.marks:g} of {report.max_marks}, likely {low:g} to {high:g}"
        f" ({report.band}) on a practice scale, not UPSC's"
    )
    yield f"Coverage  {report.coverage:.0%} of the rubric"
    yield f"Words     {report.words} of {report.word_limit}"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == 0:
            yield ""
            yield title
        yield f"  {line}"


def _point_lines(points: Iterable[PointScore]) -> Iterator[str]:
    for point in points:
        yield f"{_STATUS[point.status]:<13}{point.marks:5.2f}  {point.id}: {point.statement}"
        for evidence in point.evidence:
            yield f"{'':20}“{shorten(evidence.text, 70, placeholder=' …')}”"
        if point.contradiction:
            quote = shorten(point.contradiction.evidence.text, 70, placeholder=" …")
            yield f"{'':20}but “{quote}”: {point.correction or point.contradiction.why}"
        elif point.status == "missing" and point.feedback:
            yield f"{'':20}{point.feedback}"


def _note_lines(report: ScoreReport) -> Iterator[str]:
    for advisory in report.advisories:
        yield f"{advisory.code}: {advisory.message} (effect: {advisory.effect})"
    for misconception in report.misconceptions:
        yield f"“{misconception.evidence.text}” {misconception.correction}"
    for fact in report.facts:
        remark = "right" if fact.verdict == "right" else fact.correction
        yield f"{fact.about}: “{fact.evidence.text}” {remark}"
    for figure in report.unverified:
        yield f"“{figure.text}” not verified, not counted"
