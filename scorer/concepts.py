"""The concepts of a rubric's topic and of English, ready to be found in texts."""

from __future__ import annotations

from functools import lru_cache

from scorer.language import load_english
from scorer.lexicon import Lexicon  # noqa: TC001 -- the cache's key
from scorer.phrases import PhraseIndex


@lru_cache(maxsize=16)
def concept_index(lexicon: Lexicon) -> PhraseIndex:
    """Return an index of ``@term`` and ``@relation`` forms.

    A topic's own term hides a family of English of the same id.
    """
    terms = [("@" + term.id, form) for term in lexicon.terms for form in term.forms]
    families = [
        ("@" + relation.id, form)
        for relation in load_english().relations
        for form in relation.forms
    ]
    return PhraseIndex([*terms, *families], filler=0)
