"""Expected points, one per line, as the dimensions of a rubric.

    # Causes
    Paved ground keeps the rain from soaking in: concrete, sealed surface

A heading begins with ``#`` or ends with a colon. After a point's colon stand other
ways to say it, with commas between them, or with semicolons if they hold commas.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scorer.rubric import Dimension, RubricPoint
from scorer.short_form import numbered_lines
from scorer.text import count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

GENERAL = "Points"
"""Title of points that stand under no heading."""
WORDS_PER_POINT = 25
"""So many words of a full answer make a point: six in 150."""
SENTENCE_WORDS = 5
"""An alias of so many words is a sentence of its own, not a term."""
_BULLET = re.compile(r"(?:[-*•–·]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_ID_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPoint:
    """One line of expected points."""

    line: int
    statement: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortDimension:
    """The lines under one heading."""

    line: int
    title: str
    points: tuple[ShortPoint, ...] = ()


def parse_points(text: str, first_line: int = 1) -> tuple[ShortDimension, ...]:
    """Read expected points; a heading that is repeated goes on with its points."""
    found: dict[str, ShortDimension] = {}
    title = GENERAL
    for number, line in numbered_lines(text, first_line):
        heading = _find_heading(line)
        title = heading or title
        known = found.get(title.casefold(), ShortDimension(line=number, title=title))
        points = () if heading else (_parse_point(number, line),)
        found[title.casefold()] = replace(known, points=(*known.points, *points))
    return tuple(found.values())


def build_dimensions(short: Sequence[ShortDimension], word_limit: int) -> tuple[Dimension, ...]:
    """Return dimensions for a rubric: every point weighs the same, and some are enough.

    Parameters
    ----------
    short : sequence of ShortDimension
        Those without points are left out.
    word_limit : int
        Says how many points a full answer can make.
    """
    filled = [dimension for dimension in short if dimension.points]
    ids, point_ids = _Ids("part"), _Ids("point")
    total = sum(len(dimension.points) for dimension in filled)
    share = min(1.0, word_limit / WORDS_PER_POINT / max(1, total))
    return tuple(
        Dimension(
            id=ids.give(dimension.title),
            title=dimension.title,
            weight=len(dimension.points),
            full_at=max(1.0, round(len(dimension.points) * share, 2)),
            points=tuple(_build(point, point_ids) for point in dimension.points),
        )
        for dimension in filled
    )


def slug(text: str, joint: str, words: int) -> str:
    """Return the first words of a text in a to z and 0 to 9; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return joint.join(re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:words])[:60].strip(joint)


class _Ids:
    """Gives every text an id of its own, from its words where it has any."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._given: set[str] = set()

    def give(self, text: str) -> str:
        name = slug(text, "_", _ID_WORDS)
        name = name if name[:1].isalpha() else f"{self._kind}_{name}".strip("_")
        numbered = (f"{name}_{number}" for number in range(2, len(self._given) + 3))
        free = next(each for each in (name, *numbered) if each not in self._given)
        self._given.add(free)
        return free


def _find_heading(line: str) -> str | None:
    if line.startswith("#"):
        return line.strip("# :") or None
    bare = _BULLET.sub("", line, count=1)
    return bare[:-1].strip() if bare.endswith(":") else None


def _parse_point(number: int, line: str) -> ShortPoint:
    bare = _BULLET.sub("", line, count=1)
    statement, *rest = re.split(r":\s+", bare, maxsplit=1)
    mark = ";" if rest and ";" in rest[0] else ","
    aliases = (alias.strip(" .\t") for alias in "".join(rest).split(mark))
    kept = tuple(dict.fromkeys(filter(None, aliases)))
    return ShortPoint(line=number, statement=statement.strip(), aliases=kept)


def _build(point: ShortPoint, ids: _Ids) -> RubricPoint:
    return RubricPoint(
        id=ids.give(point.statement),
        statement=point.statement,
        phrasings=tuple(_phrasing(alias, point.statement) for alias in point.aliases),
    )


def _phrasing(alias: str, statement: str) -> str:
    """Return a sentence: a term makes a point only together with the statement's words."""
    return alias if count_words(alias) >= SENTENCE_WORDS else f"{alias}: {statement}"
