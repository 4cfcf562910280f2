"""The prompts and rubrics that can be practised."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from practice.storage import StorageUnavailable
from scorer.issues import DataFileError, WrongUse
from scorer.loading import MissingFile, load_exemplars, load_rubric
from scorer.prompts import Prompt, UnknownPrompt, load_directives, load_prompts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from practice.own import OwnQuestions
    from scorer.files import Exemplar
    from scorer.issues import Issue
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
    own : OwnQuestions, optional
        The learner's own; read at every call, for they change.
    """

    def __init__(
        self,
        prompts: Callable[[], Iterable[Prompt]] = load_prompts,
        rubric: Callable[[str], Rubric] = load_rubric,
        exemplars: Callable[[str], Iterable[Exemplar]] = load_exemplars,
        own: OwnQuestions | None = None,
    ) -> None:
        self._own = own
        self._load_prompts = prompts
        self._load_rubric = rubric
        self._load_exemplars = exemplars
        self._rubrics: dict[str, Rubric] = {}
        self._exemplars: dict[str, tuple[Exemplar, ...]] = {}
        self._reading = Lock()

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, topic by topic, the learner's own at the end."""
        own = self._own.prompts if self._own else ()
        return (*self._by_id.values(), *(each for each in own if each.id not in self._by_id))

    @property
    def own(self) -> OwnQuestions:
        """The learner's own questions.

        Raises
        ------
        StorageUnavailable
            If there is no folder for them.
        """
        if self._own is None:
            raise StorageUnavailable("folder")
        return self._own

    @property
    def problems(self) -> tuple[Issue, ...]:
        """What is wrong with files of the learner's own."""
        return self._own.problems if self._own else ()

    def is_own(self, prompt_id: str) -> bool:
        """Whether a prompt is the learner's, not one that came with the app."""
        return prompt_id not in self._by_id

    def get_prompt(self, prompt_id: str) -> Prompt:
        """Return the prompt with an id.

        Raises
        ------
        UnknownPrompt
            If there is none.
        """
        own = self._own.find_prompt(prompt_id) if self._own and self.is_own(prompt_id) else None
        prompt = self._by_id.get(prompt_id) or own
        if prompt is None:
            raise UnknownPrompt(prompt_id, [each.id for each in self.prompts])
        return prompt

    def get_rubric(self, prompt_id: str) -> Rubric:
        """Return a prompt's rubric.

        Raises
        ------
        UnknownPrompt, MissingFile, DataFileError
            If there is no such rubric, or its file has mistakes.
        """
        if self._own and self.is_own(prompt_id):
            return self._own.get_rubric(prompt_id)
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
