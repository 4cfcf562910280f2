"""Checks of how a rubric is built. Nothing is scored."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from scorer.issues import Finding
from scorer.text import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.issues import Place
    from scorer.linting.subjects import RubricCheck, RubricSubject
    from scorer.rubric import FactCheck, Misconception

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
MIN_PHRASINGS = 3
PHRASING_WORDS = (3, 30)
WORDS_PER_POINT = (12, 42)
"""A full answer makes a point in so many words: five to seven points in 150."""


def lint_name(subject: RubricSubject) -> Iterator[Finding]:
    """R01: a rubric's file is named after its prompt."""
    if subject.rubric.id != subject.name:
        problem = f"the id is {subject.rubric.id!r} but the file is {subject.name}.yaml"
        yield Finding(("id",), "R01", problem, "give both the prompt's id")


def lint_ids(subject: RubricSubject) -> Iterator[Finding]:
    """R02: ids inside a rubric are snake_case."""
    for place, name in _ids(subject):
        if not SNAKE_CASE.fullmatch(name):
            remedy = f"write {re.sub(r'[^a-z0-9]+', '_', name.lower()).strip('_')!r}"
            yield Finding((*place, "id"), "R02", f"the id {name!r} is not snake_case", remedy)


def lint_as_of(subject: RubricSubject) -> Iterator[Finding]:
    """R03: a rubric says to which date its facts were checked."""
    try:
        date.fromisoformat(subject.rubric.as_of)
    except ValueError:
        problem = f"'as_of' is {subject.rubric.as_of!r}, not a date"
        remedy = "write the day on which the facts were checked, such as 2026-06-02"
        yield Finding(("as_of",), "R03", problem, remedy)


def lint_empty_dimensions(subject: RubricSubject) -> Iterator[Finding]:
    """R04: every dimension has points."""
    for place, dimension in subject.dimensions():
        if not dimension.points:
            problem = f"the dimension {dimension.id!r} has no points"
            yield Finding(place, "R04", problem, "add a point or remove it")


def lint_full_at(subject: RubricSubject) -> Iterator[Finding]:
    """R05: a dimension is full at no more than its points are worth."""
    for place, dimension in subject.dimensions():
        total = sum(point.weight for point in dimension.points)
        if dimension.full_at is not None and dimension.full_at > total:
            problem = f"'full_at' is {dimension.full_at:g} but the points are worth {total:g}"
            yield Finding((*place, "full_at"), "R05", problem, f"write {total:g} or less")


def lint_saturation(subject: RubricSubject) -> Iterator[Finding]:
    """R06: a full answer fits into the word limit."""
    limit = subject.rubric.word_limit
    least, most = (limit / words for words in reversed(WORDS_PER_POINT))
    total = sum(dimension.saturation for dimension in subject.rubric.dimensions)
    if not least <= total <= most:
        problem = (
            f"the dimensions are full at {total:g} points in {subject.rubric.word_limit} words"
        )
        remedy = f"choose every 'full_at' so that they sum to {least:.0f} to {most:.0f}"
        yield Finding(("dimensions",), "R06", problem, remedy)


def lint_phrasing_count(subject: RubricSubject) -> Iterator[Finding]:
    """R07: every point can be made in several ways."""
    for place, point in subject.points():
        if len(point.phrasings) < MIN_PHRASINGS:
            problem = f"{point.id!r} has {len(point.phrasings)} phrasings"
            remedy = f"add sentences in other words until there are {MIN_PHRASINGS}"
            yield Finding(place, "R07", problem, remedy)


def lint_phrasing_length(subject: RubricSubject) -> Iterator[Finding]:
    """R08: a phrasing is a whole sentence that makes only its own point."""
    least, most = PHRASING_WORDS
    for place, point in subject.points():
        for at, phrasing in enumerate(point.phrasings):
            if not least <= (words := count_words(phrasing)) <= most:
                problem = f"a phrasing of {words} words"
                remedy = f"write a sentence of {least} to {most}"
                yield Finding((*place, "phrasings", at), "R08", problem, remedy)


def lint_repeated_phrasings(subject: RubricSubject) -> Iterator[Finding]:
    """R09: no phrasing is written twice in a rubric."""
    seen: set[str] = set()
    for place, point in subject.points():
        for at, phrasing in enumerate(point.phrasings):
            if phrasing.casefold() in seen:
                problem = "this phrasing stands in the rubric twice"
                yield Finding((*place, "phrasings", at), "R09", problem, "say it in other words")
            seen.add(phrasing.casefold())


def lint_feedback(subject: RubricSubject) -> Iterator[Finding]:
    """R10: every point says what a learner who left it out should write."""
    for place, point in subject.points():
        if not point.feedback.strip():
            remedy = "add 'feedback: …', advice to a learner"
            yield Finding(place, "R10", f"{point.id!r} has no feedback", remedy)


def lint_model_answer(subject: RubricSubject) -> Iterator[Finding]:
    """R11: the model answer exists and keeps to the word limit."""
    yield from _answer_findings(subject, "model_answer", subject.rubric.model_answer, "R11")


def lint_plain_answer(subject: RubricSubject) -> Iterator[Finding]:
    """R12: the plain answer exists and keeps to the word limit."""
    yield from _answer_findings(subject, "plain_answer", subject.rubric.plain_answer, "R12")


def lint_fact_ranges(subject: RubricSubject) -> Iterator[Finding]:
    """R13: an accepted range runs from its lower to its higher end."""
    for at, fact in enumerate(subject.rubric.facts):
        for number, (low, high) in enumerate(fact.accept):
            if low > high:
                place = ("facts", at, "accept", number)
                remedy = f"write [{high:g}, {low:g}]"
                yield Finding(place, "R13", f"the range [{low:g}, {high:g}] is empty", remedy)


def lint_fact_cues(subject: RubricSubject) -> Iterator[Finding]:
    """R14: a figure is checked only near its cue words, against some range."""
    for at, fact in enumerate(subject.rubric.facts):
        if not fact.cues or not fact.accept:
            problem = f"{fact.id!r} lacks cues or accepted ranges"
            yield Finding(("facts", at), "R14", problem, "add both 'cues' and 'accept'")


def lint_corrections(subject: RubricSubject) -> Iterator[Finding]:
    """R15: misconceptions and figures come with what is right."""
    rubric = subject.rubric
    corrected: list[tuple[Place, Misconception | FactCheck]] = [
        (("misconceptions", at), item) for at, item in enumerate(rubric.misconceptions)
    ]
    corrected += [(("facts", at), item) for at, item in enumerate(rubric.facts)]
    for place, item in corrected:
        if not item.correction.strip():
            problem = f"{item.id!r} has an empty correction"
            yield Finding((*place, "correction"), "R15", problem, "say what is right")


STRUCTURE_CHECKS: tuple[RubricCheck, ...] = (
    lint_name,
    lint_ids,
    lint_as_of,
    lint_empty_dimensions,
    lint_full_at,
    lint_saturation,
    lint_phrasing_count,
    lint_phrasing_length,
    lint_repeated_phrasings,
    lint_feedback,
    lint_model_answer,
    lint_plain_answer,
    lint_fact_ranges,
    lint_fact_cues,
    lint_corrections,
)


def _ids(subject: RubricSubject) -> Iterator[tuple[Place, str]]:
    yield from ((place, dimension.id) for place, dimension in subject.dimensions())
    yield from ((place, point.id) for place, point in subject.points())
    for at, misconception in enumerate(subject.rubric.misconceptions):
        yield ("misconceptions", at), misconception.id
    for at, fact in enumerate(subject.rubric.facts):
        yield ("facts", at), fact.id


def _answer_findings(subject: RubricSubject, key: str, answer: str, code: str) -> Iterator[Finding]:
    words, limit = count_words(answer), subject.rubric.word_limit
    if not words:
        yield Finding((key,), code, f"'{key}' is missing", f"add one of at most {limit} words")
    elif words > limit:
        yield Finding((key,), code, f"'{key}' has {words} words", f"cut it to {limit}")
