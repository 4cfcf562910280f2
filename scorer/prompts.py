"""Prompts and directives: what a learner is asked, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from scorer.bank import Bank, installed_bank
from scorer.issues import WrongUse, nearest_names
from scorer.rubric import Demand
from scorer.short_form import load_short

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scorer.short_form import ShortQuestion

OWN_TOPIC = "own"
"""Topic of every question in short form."""

DirectiveFamily = Literal["descriptive", "clarificatory", "analytical", "evaluative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """What the learner answers."""

    id: str
    text: str
    """As printed in the paper."""
    directive: str
    """Id of the command word, such as ``critically examine``."""
    marks: int
    words: int
    """The word limit."""
    minutes: float
    topic: str = ""
    paper: str = ""
    syllabus: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    demands: tuple[Demand, ...] = ()
    """The parts of the prompt that must each be answered."""
    hints: tuple[str, ...] = ()
    """Hidden until the learner asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """What a command word asks of an answer, as guidance to the learner."""

    id: str
    family: DirectiveFamily
    asks: str
    """What the word means, in one sentence."""
    moves: tuple[str, ...]
    """What a full answer does."""
    conclusion: str
    """How such an answer ends."""
    both_sides: bool = False
    """Whether an answer must argue for and against."""
    judgement: bool = False
    """Whether an answer must come to a judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptFile:
    """The prompts of one topic."""

    topic: str
    title: str
    """The topic as the learner reads it."""
    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveFile:
    """Every directive that a prompt may name."""

    directives: tuple[Directive, ...]


class UnknownPrompt(WrongUse, LookupError):
    """No prompt has this id; the message names the nearest ids."""

    def __init__(self, prompt_id: str, known: Iterable[str]) -> None:
        self.prompt_id = prompt_id
        self.nearest = nearest_names(prompt_id, known, cutoff=0.0)
        nearest = f"nearest are {', '.join(self.nearest)}" if self.nearest else "the bank has none"
        super().__init__(f"there is no prompt {prompt_id!r}; {nearest}")


def load_prompts(bank: Bank | None = None) -> tuple[Prompt, ...]:
    """Return every prompt of a bank, topic by topic, in file order.

    Parameters
    ----------
    bank : Bank, optional
        The installed bank if not given.

    Raises
    ------
    DataFileError
        If a prompt file has mistakes.
    """
    return tuple(prompt for topic in load_topics(bank) for prompt in topic.prompts)


def load_topics(bank: Bank | None = None) -> tuple[PromptFile, ...]:
    """Return the prompts of a bank with their topics' titles."""
    bank = bank or installed_bank()
    return tuple(map(load_topic, (*bank.prompt_files(), *bank.short_files())))


def load_topic(path: Path) -> PromptFile:
    """Return the prompts of one file, in YAML or in short form.

    Raises
    ------
    DataFileError
        If the file has mistakes.
    """
    from scorer.typed_yaml import load_typed

    is_short = path.suffix == ".txt"
    return _short_topic(path) if is_short else _with_topic(load_typed(path, PromptFile))


def get_prompt(prompt_id: str, bank: Bank | None = None) -> Prompt:
    """Return the prompt with an id.

    Raises
    ------
    UnknownPrompt
        If there is none.
    """
    prompts = {prompt.id: prompt for prompt in load_prompts(bank)}
    if prompt_id not in prompts:
        raise UnknownPrompt(prompt_id, prompts)
    return prompts[prompt_id]


def find_prompt(prompt_id: str, bank: Bank | None = None) -> Prompt | None:
    """Return the prompt with an id, or None."""
    return next((prompt for prompt in load_prompts(bank) if prompt.id == prompt_id), None)


def filter_prompts(
    prompts: Iterable[Prompt],
    *,
    marks: int | None = None,
    directive: str | None = None,
    topic: str | None = None,
    tag: str | None = None,
    text: str = "",
) -> tuple[Prompt, ...]:
    """Return the prompts that fit every wish that is given.

    Parameters
    ----------
    prompts : iterable of Prompt
    marks, directive, topic, tag : optional
        Must be equal; ``tag`` must be among the prompt's tags.
    text : str, optional
        Must occur in the prompt's text, whatever its case.
    """
    wishes = {"marks": marks, "directive": directive, "topic": topic}
    wanted = {name: value for name, value in wishes.items() if value is not None}
    return tuple(
        prompt
        for prompt in prompts
        if all(getattr(prompt, name) == value for name, value in wanted.items())
        and (tag is None or tag in prompt.tags)
        and text.casefold() in prompt.text.casefold()
    )


def load_directives(bank: Bank | None = None) -> tuple[Directive, ...]:
    """Return every directive, family by family.

    A bank without directives of its own has the installed ones.
    """
    from scorer.typed_yaml import load_typed

    paths = [each.prompts / "directives.yaml" for each in (bank, installed_bank()) if each]
    path = next((path for path in paths if path.is_file()), paths[-1])
    return load_typed(path, DirectiveFile).directives


def find_directive(directive_id: str, bank: Bank | None = None) -> Directive | None:
    """Return what a command word asks for, or None if the bank has no guidance on it."""
    return next((word for word in load_directives(bank) if word.id == directive_id), None)


def short_prompt(question: ShortQuestion, prompt_id: str) -> Prompt:
    """Return the prompt of a question in short form; its directive stands in its text."""
    return Prompt(
        id=prompt_id,
        text=question.text,
        directive=_directive_in(question.text),
        marks=question.marks,
        words=question.words,
        minutes=question.minutes,
        topic=OWN_TOPIC,
        tags=(question.topic,) if question.topic else (),
    )


def _directive_in(text: str) -> str:
    words = f" {' '.join(re.findall(r'[a-z]+', text.lower()))} "
    known = sorted((word.id for word in load_directives()), key=len, reverse=True)
    return next((word for word in known if f" {word} " in words), "discuss")


def _short_topic(path: Path) -> PromptFile:
    question = load_short(path)
    prompt = short_prompt(question, path.stem)
    return PromptFile(topic=OWN_TOPIC, title=question.topic or question.text, prompts=(prompt,))


def _with_topic(file: PromptFile) -> PromptFile:
    prompts = tuple(replace(prompt, topic=file.topic) for prompt in file.prompts)
    return replace(file, prompts=prompts)
