"""Checks of keyword groups: what must be there for a point to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.alternatives import EITHER, expand_alternatives
from scorer.issues import Finding
from scorer.language import load_english
from scorer.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.issues import Place
    from scorer.lexicon import Lexicon
    from scorer.linting.subjects import RubricCheck, RubricSubject

Stems = tuple[str, ...]


def lint_relation_groups(subject: RubricSubject) -> Iterator[Finding]:
    """K01: every point has one group for what happens to its object."""
    for place, point in subject.points():
        relations = sum(group.role == "relation" for group in point.keywords)
        if point.keywords and relations != 1:
            problem = f"{point.id!r} has {relations} groups with 'role: relation'"
            yield Finding((*place, "keywords"), "K01", problem, "write exactly one")


def lint_object_groups(subject: RubricSubject) -> Iterator[Finding]:
    """K02: every point names what it is about, in one or two groups."""
    for place, point in subject.points():
        objects = sum(group.role == "object" for group in point.keywords)
        if point.keywords and objects not in (1, 2):
            problem = f"{point.id!r} has {objects} groups with 'role: object'"
            yield Finding((*place, "keywords"), "K02", problem, "write one or two")


def lint_keyword_groups(subject: RubricSubject) -> Iterator[Finding]:
    """K03: every point has keyword groups."""
    for place, point in subject.points():
        if not point.keywords:
            problem = f"{point.id!r} has no keyword groups"
            yield Finding(place, "K03", problem, "add an object and a relation group")


def lint_alternatives(subject: RubricSubject) -> Iterator[Finding]:
    """K04: every group has alternatives, each written once."""
    for place, group in subject.every_group():
        if not group.any:
            yield Finding(place, "K04", "a group without alternatives", "fill 'any' or remove it")
        written: set[str] = set()
        for at, alias in enumerate(group.any):
            ways = set(expand_alternatives(alias))
            for way in sorted(ways & written):
                problem = f"{way!r} stands in this group twice"
                yield Finding((*place, "any", at), "K04", problem, "remove one")
            written |= ways


def lint_stop_words(subject: RubricSubject) -> Iterator[Finding]:
    """K05: an object or actor is named by more than stop words."""
    for place, _, group in subject.groups():
        for at, alias in enumerate(group.any):
            empty = filter(_names_nothing, expand_alternatives(alias))
            for way in empty if group.role in ("object", "actor") else ():
                problem = f"{way!r} names nothing"
                yield Finding((*place, "any", at), "K05", problem, "write a term of this point")


def lint_shared_aliases(subject: RubricSubject) -> Iterator[Finding]:
    """K06: no alternative that makes a point stands in two points.

    Mechanisms and specifics only deepen a point; two may share a year.
    """
    owners: dict[Stems, str] = {}
    for place, point, group in subject.groups():
        if group.role == "relation" or group.deepens:
            continue
        for at, alias in enumerate(group.any):
            for stems in _forms(alias, subject.rubric.lexicon):
                owner = owners.setdefault(stems, point.id)
                if owner != point.id:
                    yield _shared((*place, "any", at), alias, stems, owner)
                    break


KEYWORD_CHECKS: tuple[RubricCheck, ...] = (
    lint_relation_groups,
    lint_object_groups,
    lint_keyword_groups,
    lint_alternatives,
    lint_stop_words,
    lint_shared_aliases,
)


def _names_nothing(alias: str) -> bool:
    tokens = tokenize(alias)
    named = any(token.capitals or token.word not in load_english().stop_words for token in tokens)
    return "-" not in alias and len(tokens) > 0 and not named


def _forms(alias: str, lexicon: Lexicon) -> Iterator[Stems]:
    """Yield the stems of an alternative, or of every form of the term it names."""
    named = alias.startswith("@") and any(term.id == alias[1:] for term in lexicon.terms)
    for form in lexicon.forms(alias[1:]) if named else expand_alternatives(alias):
        yield tuple(token.stem for token in tokenize(form))


def _shared(place: Place, alias: str, stems: Stems, owner: str) -> Finding:
    several = alias.startswith("@") or EITHER in alias
    same = f"{alias!r} ({' '.join(stems)})" if several else f"{alias!r}"
    remedy = "keep it where it belongs, or make it longer in one of them"
    return Finding(place, "K06", f"{same} also stands in {owner!r}", remedy)
