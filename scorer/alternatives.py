"""Several ways to write a term in one: ``stop|block sales|shipments`` stands for four."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

EITHER = "|"


def expand_alternatives(alias: str) -> Iterator[str]:
    """Yield every way to write an alternative of a keyword group.

    Parameters
    ----------
    alias : str
        Words between spaces; in place of a word may stand several, with ``|``
        between them and no space.
    """
    if EITHER not in alias:
        yield alias
        return
    for words in product(*(word.split(EITHER) for word in alias.split())):
        yield " ".join(words)
