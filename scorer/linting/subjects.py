"""What the checks look at: a rubric with its file, its exemplars and its topic."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from scorer.issues import Finding

if TYPE_CHECKING:
    from scorer.files import Exemplar
    from scorer.issues import Place
    from scorer.prompts import Directive
    from scorer.rubric import Dimension, KeywordGroup, Rubric, RubricPoint


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricSubject:
    """One rubric and what a check needs to know about it."""

    name: str
    """The file's name without ``.yaml``."""
    rubric: Rubric
    topic: str = ""
    directive: Directive | None = None
    exemplars: tuple[Exemplar, ...] = ()
    others: tuple[Rubric, ...] = ()
    """The bank's other rubrics."""

    def dimensions(self) -> Iterator[tuple[Place, Dimension]]:
        """Yield every dimension with its place in the file."""
        for at, dimension in enumerate(self.rubric.dimensions):
            yield ("dimensions", at), dimension

    def points(self) -> Iterator[tuple[Place, RubricPoint]]:
        """Yield every rubric point with its place in the file."""
        for place, dimension in self.dimensions():
            for at, point in enumerate(dimension.points):
                yield (*place, "points", at), point

    def groups(self) -> Iterator[tuple[Place, RubricPoint, KeywordGroup]]:
        """Yield every keyword group of every point."""
        for place, point in self.points():
            for at, group in enumerate(point.keywords):
                yield (*place, "keywords", at), point, group

    def every_group(self) -> Iterator[tuple[Place, KeywordGroup]]:
        """Yield the groups of points and misconceptions and the cues of facts."""
        yield from ((place, group) for place, _, group in self.groups())
        for at, misconception in enumerate(self.rubric.misconceptions):
            for number, group in enumerate(misconception.keywords):
                yield ("misconceptions", at, "keywords", number), group
        for at, fact in enumerate(self.rubric.facts):
            for number, group in enumerate(fact.cues):
                yield ("facts", at, "cues", number), group


RubricCheck: TypeAlias = Callable[[RubricSubject], Iterator[Finding]]
