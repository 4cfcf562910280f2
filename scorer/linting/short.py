"""Checks of a question in short form, in words for whoever typed it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from scorer.bank import is_safe_id
from scorer.issues import DataFileError, Issue
from scorer.short_form import load_short
from scorer.short_points import WORDS_PER_POINT, parse_points, slug
from scorer.text import count_words, stem, stop_stems, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from scorer.short_form import ShortQuestion
    from scorer.short_points import ShortDimension, ShortPoint

Told = tuple[int, str, str, str]
"""Line, code, what is wrong, what to write: an issue without its path."""

LEAST_WORDS, MOST_WORDS = 4, 40
ALIKE = 0.8
"""Two points that share so much of their words cannot be told apart."""
MOST_POINTS = 120


def lint_short_file(path: Path) -> tuple[Issue, ...]:
    """Check a question in short form."""
    try:
        return (*_name(path), *lint_short(load_short(path), str(path)))
    except DataFileError as error:
        return error.issues


def _name(path: Path) -> Iterator[Issue]:
    """S11: the file's name is the prompt's id."""
    if not is_safe_id(path.stem):
        problem = f"the name {path.stem!r} is not kebab-case, so the file is not read"
        remedy = f"name it {slug(path.stem, '-', 8) or 'my-question'}.txt"
        yield Issue(str(path), 1, "S11", problem, remedy)


def lint_short(question: ShortQuestion, path: str = "question") -> tuple[Issue, ...]:
    """Check the points of a question, in the order of their lines.

    Parameters
    ----------
    question : ShortQuestion
    path : str, optional
        What the issues name.
    """
    dimensions = parse_points(question.points, question.first_line)
    points = [point for dimension in dimensions for point in dimension.points]
    found = [
        *_amounts(points, question),
        *_empty_headings(dimensions),
        *(issue for point in points[:MOST_POINTS] for issue in _point(point)),
        *_alike(points[:MOST_POINTS], question.text),
    ]
    return tuple(sorted(Issue(path, *each) for each in found))


def _amounts(points: Sequence[ShortPoint], question: ShortQuestion) -> Iterator[Told]:
    """S04, S05: there are points, and not more than anybody reads."""
    first = question.first_line
    enough = max(2, round(question.words / WORDS_PER_POINT))
    if not points:
        yield first, "S04", "there are no points yet", f"write {enough} or more, one per line"
    elif len(points) < enough / 2:
        problem = f"only {len(points)} for {question.words} words"
        yield first, "S04", problem, f"write about {enough} points, so that marks can differ"
    if len(points) > MOST_POINTS:
        problem = f"there are {len(points)} points"
        yield first, "S05", problem, f"keep the {MOST_POINTS} that matter most"


def _empty_headings(dimensions: Sequence[ShortDimension]) -> Iterator[Told]:
    """S06: every heading has points."""
    for each in dimensions:
        if not each.points:
            problem = f"“{each.title}” has no points"
            yield each.line, "S06", problem, "write some below it, or take the heading away"


def _point(point: ShortPoint) -> Iterator[Told]:
    """S07, S08: a point is a sentence that can be recognised."""
    words = count_words(point.statement)
    quoted = f"“{point.statement[:50]}”"
    if words < LEAST_WORDS:
        problem = f"{quoted} is too short to be recognised in other words"
        yield point.line, "S07", problem, "write the whole point, as a sentence"
    elif words > MOST_WORDS:
        yield point.line, "S07", f"{quoted} has {words} words", "make it two points"
    vague = [alias for alias in point.aliases if not _content(alias)]
    if vague:
        yield point.line, "S08", f"“{vague[0]}” says nothing by itself", "name the thing"


def _alike(points: Sequence[ShortPoint], asked: str) -> Iterator[Told]:
    """S09, S10: points differ from each other and from the question."""
    contents = [(point, _content(point.statement)) for point in points]
    for (one, a), (other, b) in combinations(contents, 2):
        if a and b and len(a & b) >= ALIKE * len(a | b):
            problem = f"this says almost the same as line {one.line}"
            yield other.line, "S09", problem, "join them, or say what is different"
    for point, content in contents:
        if len(content) > 1 and content <= _content(asked):
            problem = "this only repeats the question"
            yield point.line, "S10", problem, "say what a good answer adds"


def _content(text: str) -> frozenset[str]:
    return frozenset(stem(token.word) for token in tokenize(text)) - stop_stems()
