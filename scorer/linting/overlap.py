"""Keeping rubrics apart from the answers that they are measured on."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from scorer.issues import DataFileError, Finding
from scorer.language import load_english
from scorer.prompts import load_prompts
from scorer.yaml_nodes import load_document, walk_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from scorer.bank import Bank
    from scorer.issues import Issue

RUN = 6
"""So many words in a row are no coincidence."""
Run = tuple[str, ...]
_WORD_EDGES = re.compile(r"^\W+|\W+$")


def lint_overlap(bank: Bank, answers: Iterable[str]) -> tuple[Issue, ...]:
    """Find what a bank's rubrics and lexicons share with single answers, word by word.

    What several answers say is stock: official names, set phrases. What the
    prompts say may be quoted, and a name can be written in one way only.
    """
    counts = Counter(run for answer in answers for run in set(map(_folded, _runs(answer))))
    quoted = {_folded(run) for prompt in load_prompts(bank) for run in _runs(prompt.text)}
    own = {run for run, count in counts.items() if count == 1} - quoted
    paths = sorted(bank.rubrics.glob("*.yaml"))
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
    shared = (_folded(run) for run in runs if not _is_name(run))
    return [run for run in shared if run in own][:1]


def _is_name(run: Run) -> bool:
    """Whether only small words are written small: "between India and the United States"."""
    small = load_english().stop_words
    return all(word[0].isupper() or word in small for word in run)


def _folded(run: Run) -> Run:
    return tuple(map(str.casefold, run))


def _runs(text: str) -> Iterator[Run]:
    words = [word for run in text.split() if (word := _WORD_EDGES.sub("", run))]
    return zip(*(words[start:] for start in range(RUN)), strict=False)
