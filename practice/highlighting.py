"""The answer in segments, and the numbered margin notes that its words are tied to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from scorer.report import FactFinding, MisconceptionFinding, PointScore, ScoreReport
    from scorer.rubric import Rubric

MarginKind = Literal["made", "partly", "wrong", "doubtful"]

CONTRADICTS: Final = "Contradicts the facts"
_DEPTHS: Final = {"mechanism": "mechanism", "specific": "detail"}
_DEEPER: Final = {
    "mechanism": "say why, or through what.",
    "specific": "add a figure, a scheme, a date or a place.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarginNote:
    """Something said about one stretch of the answer."""

    number: int
    """As printed beside the words, from 1 in the order of the text."""
    kind: MarginKind
    label: str
    """What sort of note it is, in a word or two."""
    title: str
    """The marking point, or what a wrong figure is about; of a wrong claim, what is right."""
    quote: str
    """The learner's words."""
    comment: str
    """What is right, or what would deepen it; may be empty."""
    start: int
    end: int
    marks: float | None = None
    """What the point earned; None where nothing is earned or lost by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of the answer throughout which the same notes hold."""

    text: str
    notes: tuple[MarginNote, ...] = ()
    ending: tuple[MarginNote, ...] = ()
    """The notes whose words end with this segment."""
    counted: bool = True


def find_margin_notes(report: ScoreReport, rubric: Rubric) -> tuple[MarginNote, ...]:
    """Return what a report says about stretches of the answer, in the order of the text.

    Parameters
    ----------
    report : ScoreReport
    rubric : Rubric
        The one that the report was made with; it says how a point can be deepened.
    """
    found = sorted(
        (*_on_points(report, rubric), *_on_contradictions(report), *_on_claims(report)),
        key=lambda note: (note.start, note.end),
    )
    return tuple(replace(note, number=number) for number, note in enumerate(found, start=1))


def split_answer(
    answer: str, notes: Sequence[MarginNote], counted_until: int | None = None
) -> tuple[Segment, ...]:
    """Cut an answer wherever a note begins or ends; the segments make up the answer.

    Parameters
    ----------
    answer : str
    notes : sequence of MarginNote
    counted_until : int, optional
        Offset from which the text earned nothing.
    """
    limit = len(answer) if counted_until is None else counted_until
    ends = {end for note in notes for end in (note.start, note.end)}
    cuts = sorted({0, len(answer), limit} | {end for end in ends if 0 < end < len(answer)})
    return tuple(
        _segment(answer, notes, start, end, counted=start < limit) for start, end in pairwise(cuts)
    )


def not_found(report: ScoreReport) -> tuple[PointScore, ...]:
    """Return the marking points of which the answer shows nothing."""
    return tuple(point for point in report.points if point.status == "missing")


def text_after_bell(in_time: str, final: str) -> str | None:
    """Return what was added after the bell; None if the text was changed in other ways."""
    return final[len(in_time) :] if final.startswith(in_time) else None


def _segment(
    answer: str, notes: Sequence[MarginNote], start: int, end: int, *, counted: bool
) -> Segment:
    here = tuple(note for note in notes if note.start < end and start < note.end)
    return Segment(
        text=answer[start:end],
        notes=here,
        ending=tuple(note for note in here if note.end == end),
        counted=counted,
    )


def _on_points(report: ScoreReport, rubric: Rubric) -> Iterator[MarginNote]:
    deepening = {
        point.id: {group.role for group in point.keywords if group.deepens}
        for point in rubric.points
    }
    for point in report.points:
        if point.status not in ("covered", "partial"):
            continue
        lacking = deepening.get(point.id, set()).difference(point.depth)
        for span in point.evidence:
            yield MarginNote(
                number=0,
                kind="made" if point.status == "covered" else "partly",
                label=_label(point),
                title=point.statement,
                quote=span.text,
                comment=_next_step(point, lacking),
                start=span.start,
                end=span.end,
                marks=point.marks,
            )


def _on_contradictions(report: ScoreReport) -> Iterator[MarginNote]:
    for point in report.points:
        if point.contradiction is None:
            continue
        span = point.contradiction.evidence
        yield MarginNote(
            number=0,
            kind="wrong" if point.contradiction.sure else "doubtful",
            label=CONTRADICTS if point.contradiction.sure else "Check this",
            title=f"Reads as the opposite of: {point.statement}",
            quote=span.text,
            comment=point.correction or point.contradiction.why,
            start=span.start,
            end=span.end,
        )


def _on_claims(report: ScoreReport) -> Iterator[MarginNote]:
    for fact in report.facts:
        if fact.verdict == "wrong":
            title = f"{fact.about[:1].upper()}{fact.about[1:]}"
            yield _correction(fact, title=title, comment=fact.correction)
    for claim in report.misconceptions:
        # Its statement is left out: above the correction it would read as a fact.
        yield _correction(claim, title=claim.correction)


def _correction(
    finding: FactFinding | MisconceptionFinding, *, title: str, comment: str = ""
) -> MarginNote:
    return MarginNote(
        number=0,
        kind="wrong",
        label=CONTRADICTS,
        title=title,
        quote=finding.evidence.text,
        comment=comment,
        start=finding.evidence.start,
        end=finding.evidence.end,
    )


def _label(point: PointScore) -> str:
    if point.status == "partial":
        return "Partly made"
    depth = " and ".join(_DEPTHS[each] for each in point.depth)
    return depth.capitalize() or "Made"


def _next_step(point: PointScore, lacking: Collection[str]) -> str:
    """Return the advice that the rubric's author gives on a point, if anything is open in it."""
    if point.status == "partial":
        return point.feedback
    if not lacking:
        return ""
    general = _DEEPER["mechanism" if "mechanism" in lacking else "specific"]
    return f"Deeper: {point.feedback or general}"
