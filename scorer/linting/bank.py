"""Running the checks over folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.bank import Bank
from scorer.issues import WrongUse
from scorer.linting.catalogue import lint_catalogue
from scorer.linting.files import lint_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scorer.issues import Issue


def lint_bank(bank: Bank, *, measured: bool = True) -> tuple[Issue, ...]:
    """Check every file of a bank and that prompts, rubrics and exemplars agree.

    Parameters
    ----------
    bank : Bank
    measured : bool, optional
        Whether rubrics are also checked by scoring answers with them, which
        takes seconds.

    Returns
    -------
    tuple of Issue
        File by file, in the order of their lines.
    """
    paths = [*bank.prompts.glob("*.yaml"), *bank.rubrics.glob("*.yaml")]
    paths += bank.prompts.glob("*.txt")
    issues = [issue for path in paths for issue in lint_file(path, measured=measured)]
    return tuple(sorted({*issues, *lint_catalogue(bank)}))


def lint_paths(paths: Iterable[Path], *, measured: bool = True) -> tuple[Issue, ...]:
    """Check files, and folders that hold ``prompts`` and ``rubrics`` or the files themselves.

    Raises
    ------
    FileNotFoundError
        If a file does not exist.
    WrongUse
        If a folder holds nothing to check.
    """
    issues: set[Issue] = set()
    for path in paths:
        lint = _lint_folder if path.is_dir() else lint_file
        issues.update(lint(path, measured=measured))
    return tuple(sorted(issues))


def _lint_folder(folder: Path, *, measured: bool) -> Iterable[Issue]:
    bank = Bank.at(folder)
    if bank.prompts.is_dir() or bank.rubrics.is_dir():
        return lint_bank(bank, measured=measured)
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise WrongUse(f"{folder} holds no prompts/, no rubrics/ and no .yaml files")
    return lint_paths(paths, measured=measured)
