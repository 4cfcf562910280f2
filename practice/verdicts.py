"""What the marks say and what they do not, in the learner's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.report import Advisory, ScoreReport
    from scorer.scale import Scale

FULL = 0.995
"""From here on a part is shown as 100%."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The marks of a report as they are shown and drawn, places in per cent of the scale."""

    marks: str
    out_of: str
    likely: str
    band: str
    marks_at: float
    low_at: float
    high_at: float
    ceiling_at: float | None
    """Where a complete answer would stand; None on a scale that has changed since."""
    why: str
    """What the marks come from, in a few sentences."""
    scale: str
    """What the marks are, and are not."""


def read_verdict(report: ScoreReport, scale: Scale) -> Verdict:
    """Return a report's marks, ready to be shown."""
    low, high = report.marks_range
    is_current = report.signature.scale == scale.digest
    ceiling = f"{scale.ceiling * report.max_marks:.1f} of {report.max_marks}"
    return Verdict(
        marks=f"{report.marks:.1f}",
        out_of=str(report.max_marks),
        likely=f"{low:g} to {high:g}",
        band=report.band,
        marks_at=100 * report.marks / report.max_marks,
        low_at=100 * low / report.max_marks,
        high_at=100 * high / report.max_marks,
        ceiling_at=100 * scale.ceiling if is_current else None,
        why=tell_why(report),
        scale=f"{_name_scale(scale)} A complete answer gets {ceiling} on it."
        if is_current
        else "A practice scale of an earlier version of this tool, not UPSC's.",
    )


def tell_why(report: ScoreReport) -> str:
    """Say what the marks come from: points, the emptiest part, and what took marks away."""
    return " ".join((_tell_points(report), *_tell_emptiest(report), *_tell_limits(report)))


def explain_scale(scale: Scale, max_marks: int) -> str:
    """Say how strict the scale is, and what a good answer gets on it."""
    name, share = scale.bands[-2]
    return (
        f"A strict scale is used, as in the exam: a good answer to this question gets about "
        f"{share * max_marks:.1f} of {max_marks} (called “{name}”), and one that says everything "
        f"looked for {scale.ceiling * max_marks:.1f}. {_name_scale(scale)}"
    )


def _name_scale(scale: Scale) -> str:
    """Say whose the scale is. No examiner has marked with it, calibrated or not."""
    basis = ", calibrated on machine-marked" if scale.calibrated else " and not yet calibrated on"
    return f"This is a practice scale, not UPSC's{basis} answers."


def find_caveats(report: ScoreReport) -> tuple[Advisory, ...]:
    """Return the notes without which the marks would be misread."""
    return tuple(each for each in report.advisories if each.code == "another_script")


def _tell_points(report: ScoreReport) -> str:
    made, partly = (
        sum(point.status == status for point in report.points) for status in ("covered", "partial")
    )
    more = f", and {partly} more in part" if partly else ""
    whose = "The ticks" if report.signature.ticks else "Your words"
    return f"{whose} make {made} of the {len(report.points)} points looked for{more}."


def _tell_emptiest(report: ScoreReport) -> Iterator[str]:
    emptiest = min(report.dimensions, key=lambda each: each.coverage, default=None)
    if emptiest is not None and emptiest.coverage < FULL:
        yield f"Least was found on “{emptiest.title}”."


def _tell_limits(report: ScoreReport) -> Iterator[str]:
    for line in report.ledger:
        if line.kind == "cap" and line.hundredths:
            why = line.why[:1].lower() + line.why[1:].rstrip(".")
            yield f"{-line.marks:.1f} taken off: {why}."
