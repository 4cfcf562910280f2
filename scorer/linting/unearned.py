"""Checks of what worthless texts earn: next to nothing, however rich in words."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from scorer.alternatives import expand_alternatives
from scorer.issues import Finding
from scorer.linting.trial import off_topic_answer, score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.linting.subjects import RubricCheck, RubricSubject
    from scorer.report import ScoreReport
    from scorer.rubric import KeywordGroup

WORTHLESS_COVERAGE = 0.15
"""What a text that answers nothing may cover."""
OTHER_PROMPT_SHARE = 0.60
"""What a good answer to another prompt may cover here, of its coverage there."""


def lint_prompt_text(subject: RubricSubject) -> Iterator[Finding]:
    """M04: repeating the prompt earns nothing."""
    yield from _worthless(subject, subject.rubric.prompt_text, "M04", "the prompt's own text")


def lint_shuffled_keywords(subject: RubricSubject) -> Iterator[Finding]:
    """M05: keywords without sentences earn nothing."""
    keywords = [
        group.name
        for _, _, group in subject.groups()
        if group.any and not group.name.startswith("@")
    ]
    random.Random(subject.rubric.id).shuffle(keywords)  # noqa: S311 -- the same each time
    yield from _worthless(subject, " ".join(keywords), "M05", "the keywords in random order")


def lint_other_topic(subject: RubricSubject) -> Iterator[Finding]:
    """M06: a rich answer on another topic earns nothing."""
    yield from _worthless(subject, off_topic_answer(), "M06", "an answer on another topic")


def lint_misconceptions(subject: RubricSubject) -> Iterator[Finding]:
    """M07: a misconception earns nothing, however it is put."""
    for at, misconception in enumerate(subject.rubric.misconceptions):
        for sentence in (misconception.statement, *misconception.phrasings):
            report = score(sentence, subject.rubric)
            if report.coverage > WORTHLESS_COVERAGE:
                problem = f"{misconception.id!r} covers {report.coverage:.0%} ({sentence!r})"
                yield Finding(("misconceptions", at), "M07", problem, _narrow(report))


def lint_other_prompts(subject: RubricSubject) -> Iterator[Finding]:
    """M08: a good answer to another prompt earns much less here."""
    for other in subject.others:
        if other.model_answer:
            own = score(other.model_answer, other).coverage
            report = score(other.model_answer, subject.rubric)
            if report.coverage > OTHER_PROMPT_SHARE * own:
                problem = f"the model answer of {other.id!r} covers {report.coverage:.0%} here"
                problem += f" and {own:.0%} there"
                yield Finding((), "M08", problem, _narrow(report))


def lint_single_aliases(subject: RubricSubject) -> Iterator[Finding]:
    """M09: no alternative makes two points by itself."""
    for place, _, group in subject.groups():
        for at, way in _every_way(group):
            made = _covered(score(way, subject.rubric))
            if len(made) > 1:
                problem = f"{way!r} alone makes {' and '.join(made)}"
                remedy = "write something that belongs to one point"
                yield Finding((*place, "any", at), "M09", problem, remedy)


UNEARNED_CHECKS: tuple[RubricCheck, ...] = (
    lint_prompt_text,
    lint_shuffled_keywords,
    lint_other_topic,
    lint_misconceptions,
    lint_other_prompts,
    lint_single_aliases,
)


def _worthless(subject: RubricSubject, text: str, code: str, what: str) -> Iterator[Finding]:
    report = score(text, subject.rubric)
    if report.coverage > WORTHLESS_COVERAGE:
        yield Finding((), code, f"{what} covers {report.coverage:.0%}", _narrow(report))


def _every_way(group: KeywordGroup) -> Iterator[tuple[int, str]]:
    """Yield every way to write a group's alternatives, with the place of the alternative."""
    for at, alias in enumerate(group.any):
        for way in expand_alternatives(alias):
            yield at, way


def _covered(report: ScoreReport) -> list[str]:
    return [point.id for point in report.points if point.status == "covered"]


def _narrow(report: ScoreReport) -> str:
    earning = [point.id for point in report.points if point.coverage > 0]
    return f"narrow the keywords of {', '.join(earning)}"
