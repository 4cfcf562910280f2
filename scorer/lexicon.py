"""A topic's thesaurus: many surface forms, one term."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One meaning and the ways people write it."""

    id: str
    forms: tuple[str, ...]
    """Stock, colloquial, abbreviated and misspelt forms, most usual first."""


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The terms of one topic. The empty lexicon suits a rubric without one."""

    id: str = ""
    terms: tuple[Term, ...] = ()

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def digest(self) -> str:
        """Twelve hex digits that change whenever a term does."""
        lines = "\n".join(f"{term.id}={'|'.join(term.forms)}" for term in self.terms)
        return hashlib.sha256(lines.encode()).hexdigest()[:12]

    def forms(self, term_id: str) -> tuple[str, ...]:
        """Return every form of a term.

        Raises
        ------
        KeyError
            If the lexicon has no such term.
        """
        return self._by_id[term_id].forms

    @cached_property
    def _by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}
