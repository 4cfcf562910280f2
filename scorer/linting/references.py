"""Checks that what a rubric names exists: demands, sides, sources, terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.issues import Finding, nearest_names
from scorer.language import load_english

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from scorer.issues import Place
    from scorer.linting.subjects import RubricCheck, RubricSubject


def lint_topic(subject: RubricSubject) -> Iterator[Finding]:
    """F01: a rubric's topic has a lexicon."""
    if not subject.topic:
        yield Finding((), "F01", "'topic' is missing", "add 'topic: …'")
    elif not subject.rubric.lexicon.id:
        problem = f"the topic {subject.topic!r} has no lexicon"
        remedy = f"write {subject.topic}.lexicon.yaml beside the rubric, or correct the topic"
        yield Finding(("topic",), "F01", problem, remedy)


def lint_point_demands(subject: RubricSubject) -> Iterator[Finding]:
    """F02: every point serves one of the prompt's demands."""
    known = [demand.id for demand in subject.rubric.demands]
    for place, point in subject.points():
        if known and point.demand is None:
            remedy = f"add 'demand: …', one of {', '.join(known)}"
            yield Finding(place, "F02", f"{point.id!r} serves no demand", remedy)
        elif point.demand is not None and point.demand not in known:
            yield _unknown((*place, "demand"), "F02", "demand", point.demand, known)


def lint_served_demands(subject: RubricSubject) -> Iterator[Finding]:
    """F03: every demand of the prompt is served by a point."""
    served = {point.demand for point in subject.rubric.points}
    for demand in subject.rubric.demands:
        if demand.id not in served:
            problem = f"no point serves the demand {demand.id!r}"
            yield Finding(("dimensions",), "F03", problem, "write a point for it")


def lint_sources(subject: RubricSubject) -> Iterator[Finding]:
    """F04: what a rubric cites is in the topic's list of sources."""
    known = [source.id for source in subject.rubric.sources]
    for place, source in _citations(subject):
        if source is not None and source not in known:
            yield _unknown((*place, "source"), "F04", "source", source, known)


def lint_sourced_points(subject: RubricSubject) -> Iterator[Finding]:
    """F05: every point has a source for its facts, judgements excepted."""
    for place, point in subject.points():
        if point.source is None and point.side != "judgement":
            remedy = "add 'source: …', the id of a source"
            yield Finding(place, "F05", f"{point.id!r} has no source", remedy)


def lint_references(subject: RubricSubject) -> Iterator[Finding]:
    """F06: every ``@name`` is a term of the lexicon or a family of English verbs."""
    terms = {term.id for term in subject.rubric.lexicon.terms}
    known = terms | {relation.id for relation in load_english().relations}
    for place, group in subject.every_group():
        for at, alias in enumerate(group.any):
            if alias.startswith("@") and alias[1:] not in known:
                yield _unknown((*place, "any", at), "F06", "term or family", alias[1:], known)


def lint_sides(subject: RubricSubject) -> Iterator[Finding]:
    """F07: a prompt that wants both sides has points on both."""
    if subject.directive and subject.directive.both_sides:
        yield from _absent_sides(subject, ("support", "limit"))


def lint_judgement(subject: RubricSubject) -> Iterator[Finding]:
    """F08: a prompt that wants a judgement has points that judge."""
    if subject.directive and subject.directive.judgement:
        yield from _absent_sides(subject, ("judgement",))


REFERENCE_CHECKS: tuple[RubricCheck, ...] = (
    lint_topic,
    lint_point_demands,
    lint_served_demands,
    lint_sources,
    lint_sourced_points,
    lint_references,
    lint_sides,
    lint_judgement,
)


def _citations(subject: RubricSubject) -> Iterator[tuple[Place, str | None]]:
    yield from ((place, point.source) for place, point in subject.points())
    for at, misconception in enumerate(subject.rubric.misconceptions):
        yield ("misconceptions", at), misconception.source
    for at, fact in enumerate(subject.rubric.facts):
        yield ("facts", at), fact.source


def _absent_sides(subject: RubricSubject, sides: tuple[str, ...]) -> Iterator[Finding]:
    present = {point.side for point in subject.rubric.points}
    for side in sides:
        if side not in present:
            code = "F08" if side == "judgement" else "F07"
            problem = f"'{subject.rubric.directive}' wants points with 'side: {side}'"
            yield Finding(("dimensions",), code, problem, "give the points their sides")


def _unknown(place: Place, code: str, kind: str, name: str, known: Collection[str]) -> Finding:
    near = nearest_names(name, known)
    remedy = f"write {' or '.join(near)}" if near else f"add it, or use a known {kind}"
    return Finding(place, code, f"there is no {kind} {name!r}", remedy)
