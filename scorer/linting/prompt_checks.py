"""Checks of prompts and directives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from scorer.issues import Finding, nearest_names
from scorer.linting.structure import SNAKE_CASE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from scorer.prompts import PromptFile

KEBAB_CASE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

PromptCheck: TypeAlias = "Callable[[PromptFile, Collection[str]], Iterator[Finding]]"
"""Takes the prompts of a topic and the ids of the known directives."""


def lint_prompt_ids(file: PromptFile, _directives: Collection[str]) -> Iterator[Finding]:
    """P01: prompt ids are kebab-case."""
    for at, prompt in enumerate(file.prompts):
        if not KEBAB_CASE.fullmatch(prompt.id):
            remedy = f"write {re.sub(r'[^a-z0-9]+', '-', prompt.id.lower()).strip('-')!r}"
            problem = f"the id {prompt.id!r} is not kebab-case"
            yield Finding(("prompts", at, "id"), "P01", problem, remedy)


def lint_directive(file: PromptFile, directives: Collection[str]) -> Iterator[Finding]:
    """P02: there is guidance on every directive."""
    for at, prompt in enumerate(file.prompts):
        if prompt.directive not in directives:
            near = nearest_names(prompt.directive, directives)
            remedy = f"write {' or '.join(near)}" if near else "add it to directives.yaml"
            problem = f"there is no directive {prompt.directive!r}"
            yield Finding(("prompts", at, "directive"), "P02", problem, remedy)


def lint_limits(file: PromptFile, _directives: Collection[str]) -> Iterator[Finding]:
    """P03: marks, words and minutes are more than nothing."""
    for at, prompt in enumerate(file.prompts):
        for key in ("marks", "words", "minutes"):
            if getattr(prompt, key) <= 0:
                problem = f"'{key}' is {getattr(prompt, key):g}"
                yield Finding(("prompts", at, key), "P03", problem, "write a number above 0")


def lint_demands(file: PromptFile, _directives: Collection[str]) -> Iterator[Finding]:
    """P04: every prompt says what must be answered, under snake_case ids."""
    for at, prompt in enumerate(file.prompts):
        if not prompt.demands:
            problem = f"{prompt.id!r} has no demands"
            yield Finding(("prompts", at), "P04", problem, "add 'demands: …'")
        for number, demand in enumerate(prompt.demands):
            if not SNAKE_CASE.fullmatch(demand.id):
                place = ("prompts", at, "demands", number, "id")
                problem = f"the id {demand.id!r} is not snake_case"
                yield Finding(place, "P04", problem, "write small letters and underscores")


PROMPT_CHECKS: tuple[PromptCheck, ...] = (
    lint_prompt_ids,
    lint_directive,
    lint_limits,
    lint_demands,
)
