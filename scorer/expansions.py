"""Acronyms written out wrongly: "the Minimum Support Price (MSP)" where it is a partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.language import load_english

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scorer.text import Token

FOREIGN_SHARE = 0.5
"""Share of an expansion's words that must be foreign to the true one."""
ALIKE = 4
"""Leading letters that make two words the same: "Finance", "Financing"."""
SHORTEST = 3
"""Letters from which words that spell an acronym hardly do so by chance."""
_LINKING = frozenset(
    "stands stand standing for or the means meaning refers refer referring to is are was short form"
    " of full called as namely ie acronym".split()
)


def is_misread(
    acronym: str, before: Sequence[Token], after: Sequence[Token], true_words: Iterable[str]
) -> bool:
    """Whether words beside an acronym spell it, and many of them are not its own."""
    known = {word[:ALIKE].lower() for word in true_words}
    letters = acronym.removesuffix("s")
    beside = (_content(before)[-len(letters) :], _content(_linked(after))[: len(letters)])
    return len(letters) >= SHORTEST and any(
        _spells(words, letters) and _is_foreign(words, known) for words in beside
    )


def _linked(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what follows "stands for the", "or" and the like."""
    linking = next((at for at, one in enumerate(tokens) if one.word not in _LINKING), len(tokens))
    return tokens[linking:]


def _content(tokens: Sequence[Token]) -> list[str]:
    # By the word, not its stem: "mining" is no form of "mine".
    stop_words = load_english().stop_words
    return [one.word for one in tokens if one.word not in stop_words and one.word.isalpha()]


def _spells(words: Sequence[str], letters: str) -> bool:
    return [word[0] for word in words] == list(letters)


def _is_foreign(words: Sequence[str], known: set[str]) -> bool:
    return sum(word[:ALIKE] not in known for word in words) >= FOREIGN_SHARE * len(words)
