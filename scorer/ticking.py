"""Marks from ticks: a person says which points an answer makes, the rest is computed.

For answers that no scorer reads: on paper, or in another language. Dimensions fill,
the scale maps and parts left out cost what they cost any other answer.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from scorer import __version__
from scorer.caps import find_caps
from scorer.composition import describe_structure
from scorer.filling import fill_dimensions, meet_demands, share_out, whole_coverage
from scorer.ledger import split_hundredths, write_ledger
from scorer.report import PointScore, ScoreReport, Signature
from scorer.scale import load_scale

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scorer.report import DimensionScore, LedgerLine, PointStatus
    from scorer.rubric import Rubric

HALF, WHOLE = 0.5, 1.0


def mark_ticks(rubric: Rubric, ticks: Mapping[str, float]) -> ScoreReport:
    """Return the report on an answer whose points somebody has ticked.

    Parameters
    ----------
    rubric : Rubric
    ticks : mapping
        0.5 for half a tick, 1 for a whole one, by the point's id. Points that are
        not there have none; ids that the rubric does not know are ignored.
    """
    covered = {point.id: _tick(ticks.get(point.id, 0.0)) for point in rubric.points}
    dimensions = fill_dimensions(rubric, covered)
    demands = meet_demands(rubric, covered)
    scale = load_scale()
    ledger = write_ledger(dimensions, find_caps((), 0, demands), scale, rubric.max_marks)
    hundredths = sum(line.hundredths for line in ledger)
    marks = hundredths / 100
    return ScoreReport(
        rubric_id=rubric.id,
        hundredths=hundredths,
        max_marks=rubric.max_marks,
        marks_range=scale.likely(marks, rubric.max_marks),
        coverage=whole_coverage(dimensions),
        band=scale.band(marks / rubric.max_marks),
        words=0,
        word_limit=rubric.word_limit,
        signature=Signature(
            scorer=__version__,
            rubric=rubric.digest,
            lexicon=rubric.lexicon.digest,
            scale=scale.digest,
            ticks=_digest(covered),
        ),
        points=_points(rubric, covered, dimensions, ledger),
        dimensions=dimensions,
        demands=demands,
        ledger=ledger,
        structure=describe_structure(""),
        as_of=rubric.as_of,
    )


def find_ticks(report: ScoreReport) -> dict[str, float]:
    """Return the ticks that a report of :func:`mark_ticks` was made from."""
    return {point.id: point.coverage for point in report.points if point.coverage}


def _tick(given: float) -> float:
    if given >= WHOLE:
        return WHOLE
    return HALF if given >= HALF else 0.0


def _points(
    rubric: Rubric,
    covered: Mapping[str, float],
    dimensions: Sequence[DimensionScore],
    ledger: Sequence[LedgerLine],
) -> tuple[PointScore, ...]:
    total = sum(line.hundredths for line in ledger if line.kind != "rounding")
    earned = split_hundredths(total, share_out(rubric, covered, dimensions))
    return tuple(
        PointScore(
            id=point.id,
            dimension=dimension.id,
            statement=point.statement,
            status=_STATUS[covered[point.id]],
            coverage=covered[point.id],
            hundredths=hundredths,
            demand=point.demand,
            side=point.side,
            feedback=point.feedback,
            correction=point.correction,
        )
        for (dimension, point), hundredths in zip(rubric.pairs(), earned, strict=True)
    )


_STATUS: dict[float, PointStatus] = {0.0: "missing", HALF: "partial", WHOLE: "covered"}


def _digest(covered: Mapping[str, float]) -> str:
    return hashlib.sha256(json.dumps(dict(covered), sort_keys=True).encode()).hexdigest()[:12]
