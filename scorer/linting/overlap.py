"""Keeping rubrics apart from the answers that they are measured on."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from scorer.issues import DataFileError, Finding
from scorer.yaml_nodes import load_document, walk_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from scorer.issues import Issue

RUN = 6
"""So many words in a row are no coincidence."""
Run = tuple[str, ...]
_WORD_EDGES = re.compile(r"^\W+|\W+$")


def lint_overlap(
    paths: Iterable[Path], answers: Iterable[str], prompts: Iterable[str]
) -> tuple[Issue, ...]:
    """Find what data files share with single answers, word by word.

    What several answers say is stock: official names, set phrases.

    Parameters
    ----------
    paths : iterable of Path
        Rubrics, lexicons and whatever else the scorer reads.
    answers : iterable of str
        Answers that nothing may be copied from.
    prompts : iterable of str
        Texts that answers may quote.
    """
    counts = Counter(run for answer in answers for run in set(_runs(answer)))
    quoted = {run for prompt in prompts for run in _runs(prompt)}
    own = {run for run, count in counts.items() if count == 1} - quoted
    return tuple(sorted(issue for path in paths for issue in _file_issues(path, own)))


def _file_issues(path: Path, own: set[Run]) -> tuple[Issue, ...]:
    try:
        document = load_document(path)
    except DataFileError:
        return ()  # the other checks say why
    findings = (
        Finding(place, "O01", f"{' '.join(run)!r} stands in an answer", "say it in other words")
        for place, text in walk_texts(document.tree)
        for run in _first(_runs(text), own)
    )
    return document.issues(findings)


def _first(runs: Iterator[Run], own: set[Run]) -> list[Run]:
    """Return the first shared run; those that overlap it add nothing."""
    return [run for run in runs if run in own][:1]


def _runs(text: str) -> Iterator[Run]:
    words = [word for run in text.casefold().split() if (word := _WORD_EDGES.sub("", run))]
    return zip(*(words[start:] for start in range(RUN)), strict=False)
