"""What a good answer contains: rubrics and their parts.

Plain frozen data. Loading from YAML is in :mod:`scorer.loading`, checks that
need an opinion are in :mod:`scorer.linting`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from scorer.alternatives import expand_alternatives
from scorer.lexicon import Lexicon, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

GroupRole = Literal["actor", "object", "relation", "mechanism", "specific"]
"""What a keyword group names.

``actor``, ``object`` and ``relation`` together make the point; ``mechanism``
(why, through what) and ``specific`` (figure, scheme, date, place) deepen it.
"""

Side = Literal["support", "limit", "judgement"]
"""Which side of a two-sided prompt a point argues."""

ClaimKind = Literal["direction", "roles", "identity", "order", "date", "expansion"]
FactUnit = Literal["percent", "year", "rupees_crore", "tonnes", "count"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordGroup:
    """Alternatives of which one is enough."""

    any: tuple[str, ...]
    """Words or phrases; ``@id`` stands for every form of a lexicon term, ``a|b c`` for
    ``a c`` and ``b c``."""
    role: GroupRole = "object"

    @property
    def name(self) -> str:
        """The first way to write the first alternative, which names the group to a learner."""
        return next(expand_alternatives(self.any[0]))

    @property
    def deepens(self) -> bool:
        """Whether the group adds depth to a point instead of making it."""
        return self.role in ("mechanism", "specific")


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricPoint:
    """One thing an examiner ticks."""

    id: str
    statement: str
    """The point in one sentence, as the learner reads it."""
    phrasings: tuple[str, ...] = ()
    """Other sentences that make the same point, in quite different words."""
    keywords: tuple[KeywordGroup, ...] = ()
    demand: str | None = None
    """Id of the demand that the point serves."""
    side: Side | None = None
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    """Relative to the other points of its dimension; greater than 0."""
    feedback: str = ""
    """Advice if the point is not found."""
    correction: str = ""
    """What is right, for a learner who wrote the opposite."""
    source: str | None = None
    """Id of a source in the topic's source list."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """The statement and every phrasing: all are accepted ways to say it."""
        return (self.statement, *self.phrasings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A weighted axis of a rubric."""

    id: str
    title: str
    weight: float = 1.0
    """Relative to the other dimensions; greater than 0."""
    full_at: float | None = None
    """Points' worth of coverage that fills the dimension; all of them if None."""
    points: tuple[RubricPoint, ...] = ()

    @property
    def saturation(self) -> float:
        """Sum of point weights that fills the dimension."""
        total = sum(point.weight for point in self.points)
        return total if self.full_at is None else min(self.full_at, total)


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One part of what a prompt asks."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A claim that contradicts the facts."""

    id: str
    statement: str
    correction: str
    phrasings: tuple[str, ...] = ()
    keywords: tuple[KeywordGroup, ...] = ()
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCheck:
    """Accepted ranges for a figure that stands near its cue words."""

    id: str
    about: str
    """What the figure measures, as the learner reads it."""
    cues: tuple[KeywordGroup, ...]
    """All of these must stand in the figure's own clause."""
    unit: FactUnit
    accept: tuple[tuple[float, float], ...]
    """Inclusive ranges; a figure in any of them is right."""
    correction: str
    unless: tuple[str, ...] = ()
    """Words that make the check stay silent."""
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something true of the topic that an answer may turn round.

    What contradicts a claim follows from its kind, so that nobody has to
    foresee the sentence:

    - ``direction``: the object is governed by a relation of the other direction
      ("tightens export controls" where they are to be eased);
    - ``roles``: a wrong actor stands in the subject's place ("China depends on
      India", "the MSP, led by China");
    - ``identity``: the subject is called something it is not ("TRUST is a free
      trade agreement");
    - ``order``: the earlier is said to follow the later ("TRUST was replaced by
      iCET");
    - ``date``: the relation is given a year that is not the subject's ("TRUST was
      launched in 2019");
    - ``expansion``: the subject, an acronym, is written out wrongly ("the Minimum
      Support Price (MSP)").

    In every slot but those of words that are true, ``@id`` stands for a term or a
    family of English and ``$id`` for one of the topic's sets.
    """

    id: str
    kind: ClaimKind
    statement: str
    """What is right."""
    correction: str
    subject: tuple[str, ...] = ()
    """Who or what the claim is about; for ``order``, the earlier one."""
    relation: tuple[str, ...] = ()
    """For ``roles``: the relation between subject and object. For ``direction``: the
    only relations that turn it; any if empty."""
    object: tuple[str, ...] = ()
    """For ``order``, the later one; for ``date``, the years that are right; for
    ``expansion``, the words that the acronym stands for."""
    direction: Literal["up", "down"] = "up"
    """For ``direction``: whether there is to be more or less of the object."""
    wrong: tuple[str, ...] = ()
    """For ``roles``, actors that are wrong; for ``identity``, what it is not."""
    about: tuple[str, ...] = ()
    """One of these must stand in the sentence, if any are given."""
    unless: tuple[str, ...] = ()
    """Words that make the claim stay silent."""
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was published."""

    id: str
    title: str
    publisher: str
    date: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Rubric:
    """What a good answer to one prompt contains.

    Raises
    ------
    ValueError
        If two dimensions or two points share an id, or a weight, a ``full_at``, the
        marks or the word limit are not greater than 0.
    """

    id: str
    prompt_text: str
    max_marks: int
    word_limit: int
    dimensions: tuple[Dimension, ...]
    directive: str = "discuss"
    demands: tuple[Demand, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    facts: tuple[FactCheck, ...] = ()
    claims: tuple[Claim, ...] = ()
    """The topic's claims, which every rubric of the topic shares."""
    sets: tuple[Term, ...] = ()
    """Phrases that several claims name together, as ``$id``."""
    sources: tuple[Source, ...] = ()
    model_answer: str = ""
    plain_answer: str = ""
    """The model answer's content in everyday words."""
    as_of: str = ""
    """ISO date to which the facts were checked."""
    lexicon: Lexicon = field(default_factory=Lexicon)

    def __post_init__(self) -> None:
        _refuse_repeats("dimension", [dimension.id for dimension in self.dimensions])
        _refuse_repeats("point", [point.id for point in self.points])
        amounts: list[float] = [self.max_marks, self.word_limit]
        amounts += [dimension.weight for dimension in self.dimensions]
        amounts += [one.full_at for one in self.dimensions if one.full_at is not None]
        amounts += [point.weight for point in self.points]
        if not all(amount > 0 for amount in amounts):
            problem = "weights, full_at, marks and word limit must be greater than 0"
            raise ValueError(f"rubric {self.id!r}: {problem}")

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def points(self) -> tuple[RubricPoint, ...]:
        """Every rubric point, dimension by dimension."""
        return tuple(point for _, point in self.pairs())

    def pairs(self) -> Iterator[tuple[Dimension, RubricPoint]]:
        """Yield every point with the dimension it belongs to."""
        for dimension in self.dimensions:
            for point in dimension.points:
                yield dimension, point

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits that change whenever the rubric's content does."""
        content = asdict(self) | {"lexicon": None}
        canonical = json.dumps(content, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def _refuse_repeats(kind: str, ids: list[str]) -> None:
    for repeated in {name for name in ids if ids.count(name) > 1}:
        raise ValueError(f"two {kind}s share the id {repeated!r}; give each its own")
