"""Running the checks that fit a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from scorer.bank import Bank
from scorer.files import ClaimFile, ExemplarFile, LexiconFile, RubricFile, SourceFile
from scorer.issues import DataFileError, Finding, Issue
from scorer.linting.exemplars import lint_exemplars
from scorer.linting.keywords import KEYWORD_CHECKS
from scorer.linting.prompt_checks import PROMPT_CHECKS
from scorer.linting.references import REFERENCE_CHECKS
from scorer.linting.short import lint_short_file
from scorer.linting.structure import STRUCTURE_CHECKS
from scorer.linting.subjects import RubricSubject
from scorer.linting.topics import lint_claims, lint_lexicon, lint_source_list
from scorer.loading import load_exemplars, load_rubric, load_sources
from scorer.prompts import DirectiveFile, PromptFile, find_directive, find_prompt, load_directives
from scorer.typed_yaml import load_typed
from scorer.yaml_nodes import load_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scorer.files import Exemplar
    from scorer.linting.subjects import RubricCheck
    from scorer.rubric import Rubric


def lint_file(path: Path, *, measured: bool = True) -> tuple[Issue, ...]:
    """Check one file; its name says what kind it is.

    Parameters
    ----------
    path : Path
    measured : bool, optional
        Whether a rubric is also checked by scoring answers with it.

    Raises
    ------
    FileNotFoundError
        If there is no such file.
    """
    if path.suffix == ".txt":
        return lint_short_file(path)
    try:
        document = load_document(path)
        return tuple(sorted(document.issues(_findings(path, measured=measured))))
    except DataFileError as error:
        return error.issues


def bank_of(path: Path) -> Bank:
    """Return the bank that a file belongs to by its folder."""
    if path.parent.name == "prompts":
        return Bank.at(path.parent.parent)
    return Bank(prompts=path.parent.parent / "prompts", rubrics=path.parent)


def _findings(path: Path, *, measured: bool) -> list[Finding]:
    if lint := _find_linter(path):
        return list(lint(path))
    checks: tuple[RubricCheck, ...] = (*STRUCTURE_CHECKS, *REFERENCE_CHECKS, *KEYWORD_CHECKS)
    if measured:
        # Scoring loads libraries that the other checks do without.
        from scorer.linting.measured import MEASURED_CHECKS

        checks += MEASURED_CHECKS
    subject = _subject(path, compared=measured)
    return [finding for check in checks for finding in check(subject)]


def _find_linter(path: Path) -> Callable[[Path], Iterator[Finding]] | None:
    if path.parent.name == "prompts":
        return _lint_directives if path.stem == "directives" else _lint_prompts
    return _LINTERS.get(Path(path.stem).suffix)


def _lint_prompts(path: Path) -> Iterator[Finding]:
    file = load_typed(path, PromptFile)
    directives = [directive.id for directive in load_directives(bank_of(path))]
    for check in PROMPT_CHECKS:
        yield from check(file, directives)


def _lint_directives(path: Path) -> Iterator[Finding]:
    load_typed(path, DirectiveFile)
    yield from ()


def _lint_lexicon(path: Path) -> Iterator[Finding]:
    return lint_lexicon(load_typed(path, LexiconFile))


def _lint_sources(path: Path) -> Iterator[Finding]:
    return lint_source_list(load_typed(path, SourceFile))


def _lint_claims(path: Path) -> Iterator[Finding]:
    file = load_typed(path, ClaimFile)
    return lint_claims(file, [source.id for source in load_sources(file.topic, path.parent)])


def _lint_exemplars(path: Path) -> Iterator[Finding]:
    file = load_typed(path, ExemplarFile)
    return lint_exemplars(file, path.stem, find_prompt(file.id, bank_of(path)))


_LINTERS = {
    ".claims": _lint_claims,
    ".exemplars": _lint_exemplars,
    ".lexicon": _lint_lexicon,
    ".sources": _lint_sources,
}


def _subject(path: Path, *, compared: bool) -> RubricSubject:
    bank = bank_of(path)
    rubric = load_rubric(path)
    topic = load_typed(path, RubricFile).topic
    return RubricSubject(
        name=path.stem,
        rubric=rubric,
        topic=topic,
        directive=find_directive(rubric.directive, bank),
        exemplars=_exemplars(rubric.id, bank),
        others=tuple(_loadable(_others(path, bank))) if compared else (),
    )


def _exemplars(prompt_id: str, bank: Bank) -> tuple[Exemplar, ...]:
    """Return what exemplars can be read; the others' file has its own issues."""
    try:
        return load_exemplars(prompt_id, bank)
    except (LookupError, DataFileError):
        return ()


def _others(path: Path, bank: Bank) -> Iterator[Path]:
    return (other for other in bank.rubric_files() if other.resolve() != path.resolve())


def _loadable(paths: Iterator[Path]) -> Iterator[Rubric]:
    for path in paths:
        try:
            yield load_rubric(path)
        except DataFileError:
            continue
