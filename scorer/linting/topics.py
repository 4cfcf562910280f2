"""Checks of what a topic's rubrics share: terms, claims and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.claim_words import unknown_sets
from scorer.claims import SLOTS
from scorer.issues import Finding
from scorer.linting.structure import SNAKE_CASE
from scorer.phrases import compared_stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scorer.files import ClaimFile, LexiconFile, SourceFile
    from scorer.rubric import Claim


def lint_lexicon(file: LexiconFile) -> Iterator[Finding]:
    """Yield what is wrong in a lexicon."""
    yield from _bad_ids("terms", (term.id for term in file.terms))
    yield from _formless_terms(file)
    yield from _shared_forms(file)


def lint_claims(file: ClaimFile, sources: Iterable[str]) -> Iterator[Finding]:
    """Yield what is wrong in a list of claims."""
    yield from _bad_ids("claims", (claim.id for claim in file.claims))
    yield from _bad_ids("sets", (one.id for one in file.sets))
    yield from _unknown_sets(file)
    known = set(sources)
    for at, claim in enumerate(file.claims):
        if claim.source is not None and claim.source not in known:
            problem = f"there is no source {claim.source!r}"
            remedy = "add it to the topic's sources"
            yield Finding(("claims", at, "source"), "L04", problem, remedy)


def _unknown_sets(file: ClaimFile) -> Iterator[Finding]:
    """L05: a claim, or a set, names only sets that there are."""
    named = [(("claims", at), _words_of(claim)) for at, claim in enumerate(file.claims)]
    named += [(("sets", at), one.forms) for at, one in enumerate(file.sets)]
    for place, words in named:
        for word in unknown_sets(words, file.sets):
            yield Finding(place, "L05", f"there is no set {word!r}", "add it to 'sets'")


def _words_of(claim: Claim) -> tuple[str, ...]:
    return tuple(word for slot in SLOTS for word in getattr(claim, slot))


def lint_source_list(file: SourceFile) -> Iterator[Finding]:
    """Yield what is wrong in a list of sources."""
    yield from _bad_ids("sources", (source.id for source in file.sources))


def _bad_ids(key: str, ids: Iterable[str]) -> Iterator[Finding]:
    """L01: ids are snake_case."""
    for at, name in enumerate(ids):
        if not SNAKE_CASE.fullmatch(name):
            problem = f"the id {name!r} is not snake_case"
            remedy = "write small letters and underscores"
            yield Finding((key, at, "id"), "L01", problem, remedy)


def _formless_terms(file: LexiconFile) -> Iterator[Finding]:
    """L02: every term has forms."""
    for at, term in enumerate(file.terms):
        if not term.forms:
            problem = f"the term {term.id!r} has no forms"
            yield Finding(("terms", at), "L02", problem, "fill 'forms' or remove the term")


def _shared_forms(file: LexiconFile) -> Iterator[Finding]:
    """L03: a form belongs to one term."""
    owners: dict[tuple[tuple[str, bool], ...], str] = {}
    for at, term in enumerate(file.terms):
        for number, form in enumerate(term.forms):
            owner = owners.setdefault(compared_stems(form), term.id)
            if owner != term.id:
                problem = f"{form!r} is a form of {owner!r} too"
                remedy = "keep it in one of the two terms"
                yield Finding(("terms", at, "forms", number), "L03", problem, remedy)
