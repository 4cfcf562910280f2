"""Banks: the folders that prompts and rubrics are read from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_ID = 80
_KEBAB_CASE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_PACKAGE = Path(__file__).parent
_NOT_RUBRICS = (".claims", ".exemplars", ".lexicon", ".sources")


@dataclass(frozen=True, slots=True)
class Bank:
    """A folder of prompts and a folder of rubrics."""

    prompts: Path
    rubrics: Path

    @classmethod
    def at(cls, folder: Path | str) -> Bank:
        """Return the bank whose ``prompts`` and ``rubrics`` lie in a folder."""
        return cls(prompts=Path(folder, "prompts"), rubrics=Path(folder, "rubrics"))

    def seen_from(self, folder: Path) -> Bank:
        """Return the same bank with paths relative to a folder, if it lies within."""
        if not self.prompts.is_relative_to(folder):
            return self
        return Bank(self.prompts.relative_to(folder), self.rubrics.relative_to(folder))

    def prompt_files(self) -> Iterator[Path]:
        """Yield one path per topic, in alphabetical order."""
        return (path for path in _yaml_files(self.prompts) if path.stem != "directives")

    def rubric_files(self) -> Iterator[Path]:
        """Yield the path of every rubric, in alphabetical order."""
        return (path for path in _yaml_files(self.rubrics) if is_rubric_file(path))

    def exemplar_files(self) -> Iterator[Path]:
        """Yield the path of every file of exemplars, in alphabetical order."""
        return (path for path in _yaml_files(self.rubrics) if path.stem.endswith(".exemplars"))

    def short_files(self) -> Iterator[Path]:
        """Yield the path of every question in short form, prompt and rubric in one."""
        return (path for path in sorted(self.prompts.glob("*.txt")) if is_safe_id(path.stem))

    def short_file(self, prompt_id: str) -> Path:
        """Return where a question in short form belongs.

        Raises
        ------
        ValueError
            If the id is no plain name; it could lead out of the folder.
        """
        if not is_safe_id(prompt_id):
            raise ValueError(f"{prompt_id!r} is not an id in kebab-case")
        return self.prompts / f"{prompt_id}.txt"

    def rubric_file(self, prompt_id: str) -> Path:
        """Return where a prompt's rubric belongs, whether or not it is there."""
        return self.rubrics / f"{prompt_id}.yaml"

    def exemplar_file(self, prompt_id: str) -> Path:
        """Return where a prompt's exemplars belong, whether or not they are there."""
        return self.rubrics / f"{prompt_id}.exemplars.yaml"


def is_rubric_file(path: Path) -> bool:
    """Whether a YAML file's name is that of a rubric."""
    return Path(path.stem).suffix not in _NOT_RUBRICS


def is_safe_id(prompt_id: str) -> bool:
    """Whether an id is in kebab-case, and so can be part of a path."""
    return len(prompt_id) <= _LONGEST_ID and bool(_KEBAB_CASE.fullmatch(prompt_id))


@cache
def installed_bank() -> Bank:
    """Return the bank inside the installed package, or the checkout's own."""
    packaged = Bank.at(_PACKAGE / "bank")
    return packaged if packaged.prompts.is_dir() else Bank.at(_PACKAGE.parent)


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))
