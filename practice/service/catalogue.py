"""The prompts and rubrics that can be practised."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from scorer.issues import DataFileError, WrongUse
from scorer.loading import MissingFile, load_exemplars, load_rubric
from scorer.prompts import Prompt, UnknownPrompt, load_directives, load_prompts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from scorer.files import Exemplar
    from scorer.prompts import Directive
    from scorer.rubric import Rubric


class Catalogue:
    """Prompts and rubrics, each read from its file once.

    Parameters
    ----------
    prompts : callable, optional
        Returns every prompt; the installed ones if not given.
    rubric : callable, optional
        Returns the rubric of a prompt's id.
    exemplars : callable, optional
        Returns the exemplars of a prompt's id.
    """

    def __init__(
        self,
        prompts: Callable[[], Iterable[Prompt]] = load_prompts,
        rubric: Callable[[str], Rubric] = load_rubric,
        exemplars: Callable[[str], Iterable[Exemplar]] = load_exemplars,
    ) -> None:
        self._load_prompts = prompts
        self._load_rubric = rubric
        self._load_exemplars = exemplars
        self._rubrics: dict[str, Rubric] = {}
        self._exemplars: dict[str, tuple[Exemplar, ...]] = {}
        self._reading = Lock()

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, topic by topic."""
        return tuple(self._by_id.values())

    def get_prompt(self, prompt_id: str) -> Prompt:
        """Return the prompt with an id.

        Raises
        ------
        UnknownPrompt
            If there is none.
        """
        if prompt_id not in self._by_id:
            raise UnknownPrompt(prompt_id, self._by_id)
        return self._by_id[prompt_id]

    def get_rubric(self, prompt_id: str) -> Rubric:
        """Return a prompt's rubric.

        Raises
        ------
        UnknownPrompt, MissingFile, DataFileError
            If there is no such rubric, or its file has mistakes.
        """
        with self._reading:
            if prompt_id not in self._rubrics:
                self._rubrics[prompt_id] = self._load_rubric(prompt_id)
            return self._rubrics[prompt_id]

    def find_rubric(self, prompt_id: str) -> Rubric | None:
        """Return a prompt's rubric; None if there is none, or its file has mistakes."""
        try:
            return self.get_rubric(prompt_id)
        except (WrongUse, DataFileError):
            return None

    def exemplars(self, prompt_id: str) -> tuple[Exemplar, ...]:
        """Return a prompt's exemplars; none if it has none or is gone.

        Raises
        ------
        DataFileError
            If their file has mistakes.
        """
        with self._reading:
            if prompt_id not in self._exemplars:
                try:
                    self._exemplars[prompt_id] = tuple(self._load_exemplars(prompt_id))
                except (UnknownPrompt, MissingFile):
                    self._exemplars[prompt_id] = ()
            return self._exemplars[prompt_id]

    @cached_property
    def directives(self) -> Mapping[str, Directive]:
        """Every command word that there is guidance on, by its id."""
        return {word.id: word for word in load_directives()}

    @cached_property
    def _by_id(self) -> Mapping[str, Prompt]:
        return {prompt.id: prompt for prompt in self._load_prompts()}
