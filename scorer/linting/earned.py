"""Checks of what good answers earn: model answers, plain ones and exemplars."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from scorer.issues import Finding
from scorer.linting.trial import off_topic_answer, score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.linting.subjects import RubricCheck, RubricSubject
    from scorer.report import ScoreReport
    from scorer.rubric import Dimension

MODEL_COVERAGE = 0.80
PLAIN_SHARE = 0.85
"""What the plain answer must cover, of the model answer's coverage."""
EXEMPLAR_ERROR = 0.15
"""How far the scorer may be from an exemplar's marks, as a share of the marks."""
RANK_GAP = 0.10
"""Exemplars that differ by this share of the marks must not change places."""


def lint_model_coverage(subject: RubricSubject) -> Iterator[Finding]:
    """M01: the model answer covers the rubric."""
    rubric = subject.rubric
    if rubric.model_answer:
        report = score(rubric.model_answer, rubric)
        if report.coverage < MODEL_COVERAGE:
            problem = (
                f"the model answer covers {report.coverage:.0%}, less than {MODEL_COVERAGE:.0%}"
            )
            remedy = f"widen the keywords of {_not_made(report)}, or the answer"
            yield Finding(("model_answer",), "M01", problem, remedy)


def lint_model_errors(subject: RubricSubject) -> Iterator[Finding]:
    """M02: the model and the plain answer contradict nothing."""
    rubric = subject.rubric
    answers = {"model_answer": rubric.model_answer, "plain_answer": rubric.plain_answer}
    for key, answer in answers.items():
        for name in _wrong(score(answer, rubric)) if answer else ():
            problem = f"'{key}' is taken to get {name!r} wrong"
            yield Finding((key,), "M02", problem, "correct the answer or narrow the check")


def lint_plain_coverage(subject: RubricSubject) -> Iterator[Finding]:
    """M03: everyday words earn what stock words earn."""
    model, plain = subject.rubric.model_answer, subject.rubric.plain_answer
    if model and plain:
        least = PLAIN_SHARE * score(model, subject.rubric).coverage
        report = score(plain, subject.rubric)
        if report.coverage < least:
            problem = f"the plain answer covers {report.coverage:.0%}, not {least:.0%}"
            remedy = f"add plain phrasings and alternatives to {_not_made(report)}"
            yield Finding(("plain_answer",), "M03", problem, remedy)


def lint_reachable_dimensions(subject: RubricSubject) -> Iterator[Finding]:
    """M10: every dimension can be full, and empty."""
    lines = off_topic_answer().splitlines()
    elsewhere = [score(line, subject.rubric).dimensions for line in lines if line]
    for at, (place, dimension) in enumerate(subject.dimensions()):
        # One dimension's sentences are longer than an answer may be; the limit is M01's matter.
        roomy = replace(subject.rubric, word_limit=100_000)
        least = min(scores[at].coverage for scores in elsewhere)
        most = score(_everything(dimension), roomy).dimensions[at].coverage
        if least > 0 or most < 0.99:
            problem = f"{dimension.id!r} goes from {least:.0%} to {most:.0%}"
            remedy = "make its points reachable by their own sentences"
            yield Finding(place, "M10", problem, remedy)


def lint_own_sentences(subject: RubricSubject) -> Iterator[Finding]:
    """M11: no sentence of a point is taken for its opposite."""
    for place, point in subject.points():
        for sentence in point.sentences:
            if point.id in _wrong(score(sentence, subject.rubric)):
                problem = f"{point.id!r} is contradicted by its own {sentence!r}"
                yield Finding(place, "M11", problem, "write a sentence that states the point")


def lint_exemplar_marks(subject: RubricSubject) -> Iterator[Finding]:
    """M12: the scorer marks the exemplars about as their author did."""
    for exemplar in subject.exemplars:
        marks = score(exemplar.answer, subject.rubric).marks
        if abs(marks - exemplar.marks) > EXEMPLAR_ERROR * subject.rubric.max_marks:
            problem = (
                f"the exemplar {exemplar.id!r} gets {marks:g}, its author gave {exemplar.marks:g}"
            )
            yield Finding((), "M12", problem, "look at its points one by one")


def lint_exemplar_order(subject: RubricSubject) -> Iterator[Finding]:
    """M13: no exemplar overtakes a clearly better one."""
    marked = [(one, score(one.answer, subject.rubric).marks) for one in subject.exemplars]
    for (one, marks_one), (two, marks_two) in combinations(marked, 2):
        gap = one.marks - two.marks
        if abs(gap) >= RANK_GAP * subject.rubric.max_marks and gap * (marks_one - marks_two) < 0:
            problem = f"the exemplars {one.id!r} and {two.id!r} change places:"
            problem += f" {marks_one:g} and {marks_two:g} for {one.marks:g} and {two.marks:g}"
            yield Finding((), "M13", problem, "look at their points one by one")


EARNED_CHECKS: tuple[RubricCheck, ...] = (
    lint_model_coverage,
    lint_model_errors,
    lint_plain_coverage,
    lint_reachable_dimensions,
    lint_own_sentences,
    lint_exemplar_marks,
    lint_exemplar_order,
)


def _not_made(report: ScoreReport) -> str:
    return ", ".join(point.id for point in report.points if point.coverage < 0.5)


def _wrong(report: ScoreReport) -> Iterator[str]:
    yield from (point.id for point in report.points if point.status == "contradicted")
    yield from (fact.id for fact in report.facts if fact.verdict == "wrong")
    yield from (misconception.id for misconception in report.misconceptions)


def _everything(dimension: Dimension) -> str:
    """Return every sentence of a dimension, each with all that deepens it."""
    return "\n".join(
        " ".join([sentence.rstrip("."), *_depth_of(dimension, at)]) + "."
        for at, point in enumerate(dimension.points)
        for sentence in point.sentences
    )


def _depth_of(dimension: Dimension, at: int) -> list[str]:
    groups = dimension.points[at].keywords
    return [group.name for group in groups if group.deepens and group.any]
