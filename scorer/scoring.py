"""Scoring: one answer, one rubric, one report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scorer import __version__
from scorer.advisories import Subject, find_advisories
from scorer.caps import find_caps
from scorer.composition import describe_structure
from scorer.examination import examine
from scorer.filling import fill_dimensions, meet_demands, share_out, whole_coverage
from scorer.ledger import split_hundredths, write_ledger
from scorer.report import PointScore, ScoreReport, Signature
from scorer.scale import load_scale
from scorer.text import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scorer.examination import Examination
    from scorer.report import Contradiction, DimensionScore, LedgerLine, PointStatus
    from scorer.rubric import Rubric
    from scorer.scale import Scale

COVERED_FROM = 0.60
PARTIAL_FROM = 0.20
"""Coverage from which a point is called covered, and partial."""
COUNTED_SHARE = 1.2
"""Words beyond this share of the limit earn nothing."""
CHARACTERS = 20
"""Longer than this on average, words are no English; what follows is not read."""


def score_answer(answer: str, rubric: Rubric) -> ScoreReport:
    """Score one answer against one rubric.

    Parameters
    ----------
    answer : str
        The learner's text. Evidence offsets refer to exactly this string.
    rubric : Rubric
        What a good answer contains.

    Returns
    -------
    ScoreReport
        One ``PointScore`` per rubric point, in rubric order. An empty answer
        is not an error; it covers nothing.
    """
    words = count_words(answer)
    cut = _counted_until(answer, words, rubric.word_limit)
    found = examine(answer[:cut], rubric)
    covered = {match.point.id: match.coverage for match in found.matches}
    dimensions = fill_dimensions(rubric, covered)
    demands = meet_demands(rubric, covered)
    warned = find_advisories(
        Subject(found.reading, rubric, answer, words, found.denied, found.bearing)
    )
    scale = load_scale()
    caps = find_caps(warned, len(found.wrong_places), demands)
    ledger = write_ledger(dimensions, caps, scale, rubric.max_marks)
    hundredths = sum(line.hundredths for line in ledger)
    return ScoreReport(
        rubric_id=rubric.id,
        hundredths=hundredths,
        max_marks=rubric.max_marks,
        marks_range=scale.likely(hundredths / 100, rubric.max_marks),
        coverage=whole_coverage(dimensions),
        band=scale.band(hundredths / 100 / rubric.max_marks),
        words=words,
        word_limit=rubric.word_limit,
        signature=_signature(rubric, scale),
        points=_point_scores(rubric, found, dimensions, ledger),
        dimensions=dimensions,
        demands=demands,
        ledger=ledger,
        structure=describe_structure(answer),
        advisories=tuple(one.advisory for one in warned),
        facts=found.facts,
        unverified=found.unverified,
        misconceptions=found.misconceptions,
        counted_until=cut,
        as_of=rubric.as_of,
    )


def score_answers(answers: Iterable[str], rubric: Rubric) -> list[ScoreReport]:
    """Score several answers against one rubric; each as if it stood alone."""
    return [score_answer(answer, rubric) for answer in answers]


def _signature(rubric: Rubric, scale: Scale) -> Signature:
    return Signature(
        scorer=__version__,
        rubric=rubric.digest,
        lexicon=rubric.lexicon.digest,
        scale=scale.digest,
    )


def _point_scores(
    rubric: Rubric,
    found: Examination,
    dimensions: Sequence[DimensionScore],
    ledger: Sequence[LedgerLine],
) -> tuple[PointScore, ...]:
    total = sum(line.hundredths for line in ledger if line.kind != "rounding")
    covered = {match.point.id: match.coverage for match in found.matches}
    earned = split_hundredths(total, share_out(rubric, covered, dimensions))
    return tuple(
        PointScore(
            id=match.point.id,
            dimension=dimension.id,
            statement=match.point.statement,
            status=_status(match.coverage, found.contradictions.get(number)),
            coverage=match.coverage,
            hundredths=hundredths,
            evidence=(found.reading.evidence(match.window),) if match.window else (),
            groups_met=match.groups_met,
            groups_not_met=match.groups_not_met,
            depth=match.depth,
            demand=match.point.demand,
            side=match.point.side,
            contradiction=found.contradictions.get(number),
            feedback=match.point.feedback,
            correction=match.point.correction,
        )
        for number, ((dimension, _), match, hundredths) in enumerate(
            zip(rubric.pairs(), found.matches, earned, strict=True)
        )
    )


def _status(coverage: float, contradiction: Contradiction | None) -> PointStatus:
    if contradiction and contradiction.sure:
        return "contradicted"
    if coverage >= COVERED_FROM:
        return "covered"
    return "partial" if coverage >= PARTIAL_FROM else "missing"


def _counted_until(answer: str, written: int, word_limit: int) -> int | None:
    """Return where the counted words end, or None if all of them count."""
    words = int(COUNTED_SHARE * word_limit)
    characters = CHARACTERS * words
    if written <= words and len(answer) <= characters:
        return None
    for run in re.finditer(r"\S+", answer):
        words -= any(map(str.isalnum, run.group()))
        if words < 0:
            return run.start()
        characters -= len(run.group())
        if characters < 0:
            return run.end() + characters
    return None
