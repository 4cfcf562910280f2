"""Points found in answers against what examiners say the answers assert."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from scorer.agreement.statistics import binary_kappa

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scorer.agreement.graded import GradedAnswer
    from scorer.report import ScoreReport
    from scorer.rubric import Rubric

Pair = tuple[bool, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class TagFigures:
    """Agreement of two raters on which tags answers have."""

    n: int
    """Answers times tags of their rubrics times pairs of raters."""
    precision: float
    recall: float
    f1: float
    kappa: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TagAgreement:
    """The scorer with each examiner, and the examiners with each other."""

    scorer: TagFigures
    examiners: TagFigures | None
    """None if each answer has one examiner."""


def compare_tags(
    cases: Sequence[tuple[GradedAnswer, Rubric, ScoreReport]],
) -> TagAgreement | None:
    """Compare the tags of found points with examiners' tags, if there are any."""
    with_scorer = [pair for case in cases for pair in _scorer_pairs(*case)]
    if not with_scorer:
        return None
    among = [pair for graded, rubric, _ in cases for pair in _examiner_pairs(graded, rubric)]
    return TagAgreement(scorer=_figures(with_scorer), examiners=_figures(among) if among else None)


def found_tags(rubric: Rubric, report: ScoreReport) -> frozenset[str]:
    """Return the tags of the points that a report finds made, wholly or partly."""
    made = {point.id for point in report.points if point.status in ("covered", "partial")}
    return _tags(point.tags for point in rubric.points if point.id in made)


def _tags(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(tag for tags in lists for tag in tags)


def _scorer_pairs(graded: GradedAnswer, rubric: Rubric, report: ScoreReport) -> Iterator[Pair]:
    found = found_tags(rubric, report)
    for tags in graded.tags:
        yield from ((tag in found, tag in tags) for tag in _known(rubric))


def _examiner_pairs(graded: GradedAnswer, rubric: Rubric) -> Iterator[Pair]:
    for one, two in combinations(graded.tags, 2):
        yield from ((tag in one, tag in two) for tag in _known(rubric))


def _known(rubric: Rubric) -> frozenset[str]:
    """Return the tags that the rubric can award at all."""
    return _tags(point.tags for point in rubric.points)


def _figures(pairs: Sequence[Pair]) -> TagFigures:
    table = np.array(pairs, dtype=bool)
    found, wanted = table[:, 0], table[:, 1]
    both = float((found & wanted).sum())
    precision, recall = both / max(found.sum(), 1), both / max(wanted.sum(), 1)
    return TagFigures(
        n=len(pairs),
        precision=precision,
        recall=recall,
        f1=2 * both / max(found.sum() + wanted.sum(), 1),
        kappa=binary_kappa(found, wanted),
    )
