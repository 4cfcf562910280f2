"""Checks of a bank as a whole: what must go together does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.issues import DataFileError, Finding
from scorer.prompts import PromptFile
from scorer.typed_yaml import load_typed
from scorer.yaml_nodes import load_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scorer.bank import Bank
    from scorer.issues import Issue


def lint_catalogue(bank: Bank) -> Iterator[Issue]:
    """Yield what is absent or repeated across the files of a bank."""
    seen: set[str] = set()
    for path in bank.prompt_files():
        try:
            file = load_typed(path, PromptFile)
        except DataFileError:
            continue  # its own issues say why
        findings = [*_repeated_prompts(file, seen), *_absent_files(file, bank)]
        yield from load_document(path).issues(findings)
        seen.update(prompt.id for prompt in file.prompts)


def _repeated_prompts(file: PromptFile, seen: set[str]) -> Iterator[Finding]:
    """C01: no two topics have a prompt of the same id."""
    for at, prompt in enumerate(file.prompts):
        if prompt.id in seen:
            problem = f"another topic has a prompt {prompt.id!r} too"
            yield Finding(("prompts", at, "id"), "C01", problem, "rename one of them")


def _absent_files(file: PromptFile, bank: Bank) -> Iterator[Finding]:
    """C02, C03, C04: every prompt has a rubric and exemplars, every topic a lexicon."""
    for at, prompt in enumerate(file.prompts):
        place = ("prompts", at, "id")
        yield from _absent(bank.rubric_file(prompt.id), "C02", place)
        yield from _absent(bank.exemplar_file(prompt.id), "C03", place)
    yield from _absent(bank.rubrics / f"{file.topic}.lexicon.yaml", "C04", ("topic",))


def _absent(path: Path, code: str, place: tuple[str | int, ...]) -> Iterator[Finding]:
    if not path.is_file():
        yield Finding(place, code, f"there is no {path.name}", f"write {path}")
