"""How much surer a full rubric marks than the same points in short form.

Run as ``python benchmarks/short_form.py``. It cuts every rubric of the bank down and
prints how far the marks then lie from those of the exemplars' authors, as a share of
the maximum.
"""

from __future__ import annotations

from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING

from scorer import Rubric, load_exemplars, load_prompts, load_rubric, score_answer
from scorer.lexicon import Lexicon
from scorer.short_points import build_dimensions, parse_points

if TYPE_CHECKING:
    from collections.abc import Callable

    from scorer import RubricPoint

    Aliases = Callable[[Rubric, RubricPoint], list[str]]

KEPT = 2
TERMS = 4


def nothing(_rubric: Rubric, _point: RubricPoint) -> list[str]:
    """Give a point no other ways to say it."""
    return []


def terms(rubric: Rubric, point: RubricPoint) -> list[str]:
    """Give a point a few names of its object."""
    forms = {term.id: list(term.forms[:KEPT]) for term in rubric.lexicon.terms}
    named = next(group.any for group in point.keywords if group.role == "object")[:TERMS]
    return [form for name in named for form in forms.get(name.removeprefix("@"), [name])]


def sentences(_rubric: Rubric, point: RubricPoint) -> list[str]:
    """Give a point two other sentences."""
    return list(point.phrasings[:KEPT])


def cut_down(rubric: Rubric, aliases: Aliases) -> Rubric:
    """Return a rubric as somebody could have typed it in short form."""
    lines = []
    for dimension in rubric.dimensions:
        lines.append(f"# {dimension.title}")
        for point in dimension.points:
            others = "; ".join(each.replace(";", ",") for each in aliases(rubric, point))
            lines.append(f"{point.statement.replace(':', ',')}: {others};")
    dimensions = build_dimensions(parse_points("\n".join(lines)), rubric.word_limit)
    bare = replace(rubric, claims=(), sets=(), misconceptions=(), facts=(), lexicon=Lexicon())
    return replace(bare, dimensions=dimensions, demands=())


def distance(make: Callable[[Rubric], Rubric]) -> float:
    """Return the mean distance from the authors' marks."""
    distances = []
    for prompt in load_prompts():
        rubric = make(load_rubric(prompt.id))
        for exemplar in load_exemplars(prompt.id):
            marks = score_answer(exemplar.answer, rubric).marks
            distances.append(abs(marks - exemplar.marks) / prompt.marks)
    return fmean(distances)


def main() -> None:
    """Print the table."""
    print(f"full rubric  {distance(lambda rubric: rubric):.1%}")
    for aliases in (sentences, terms, nothing):
        found = distance(lambda rubric, aliases=aliases: cut_down(rubric, aliases))
        print(f"{aliases.__name__:<12} {found:.1%}")


if __name__ == "__main__":
    main()
