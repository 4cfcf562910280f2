"""The words that claims are made of, found in an answer: phrases, concepts and sets of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from scorer.phrases import Hit, PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scorer.lexicon import Term
    from scorer.reading import Reading

SET = "$"
"""``$id`` stands for every form of a set, as ``@id`` does for a term's."""


class ClaimWords:
    """Phrases, ``@concepts`` and ``$sets``, each found under its own name."""

    def __init__(self, words: Iterable[str], sets: Iterable[Term]) -> None:
        forms = {SET + one.id: one.forms for one in sets}
        self._owners: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            for form in set(_members(word, forms)):
                self._owners[form].append(word)
        written = (form for form in self._owners if not form.startswith("@"))
        self._index = PhraseIndex((form, form) for form in written)

    def find(self, reading: Reading) -> list[Hit]:
        """Return every hit; what belongs to several sets is found under each."""
        concepts = (hit for hit in reading.hits if hit.key in self._owners)
        return [
            hit if owner == hit.key else Hit(owner, hit.first, hit.last)
            for hit in (*concepts, *self._index.find(reading.tokens))
            for owner in self._owners[hit.key]
        ]


def unknown_sets(words: Iterable[str], sets: Iterable[Term]) -> list[str]:
    """Return the names of sets that are used but not given."""
    known = {SET + one.id for one in sets}
    return sorted({word for word in words if word.startswith(SET)} - known)


def _members(word: str, forms: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if word.startswith(SET):
        for form in forms.get(word, ()):
            yield from _members(form, forms)
    else:
        yield word
