"""The learner's own questions: files in a folder of theirs, read whenever they are needed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

from practice.storage.errors import StorageUnavailable
from scorer.bank import Bank
from scorer.issues import DataFileError, Issue
from scorer.loading import load_rubric
from scorer.prompts import UnknownPrompt, load_topic
from scorer.short_form import dump_short, load_short, parse_short
from scorer.short_points import slug

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from scorer.prompts import Prompt
    from scorer.rubric import Rubric
    from scorer.short_form import ShortQuestion

_ID_WORDS = 6


class OwnQuestions:
    """A bank of prompts and rubrics that the learner may write to.

    Questions made in the app are in short form, one file each. What else lies in the
    folder's ``prompts`` and ``rubrics``, written by hand, is offered as well.

    Parameters
    ----------
    folder : Path
        Made when the first question is saved.
    """

    def __init__(self, folder: Path) -> None:
        self._bank = Bank.at(folder)
        self._removed = Bank.at(folder / "removed")

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt whose file can be read, in alphabetical order of the files."""
        return tuple(prompt for file in self._readable() for prompt in file)

    @property
    def problems(self) -> tuple[Issue, ...]:
        """What is wrong with the files that cannot be read."""
        return tuple(
            issue
            for read in self._read()
            if isinstance(read, DataFileError)
            for issue in read.issues
        )

    def find_prompt(self, prompt_id: str) -> Prompt | None:
        """Return an own prompt, removed or not; None if there is none."""
        kept = (prompt for prompt in self.prompts if prompt.id == prompt_id)
        removed = (
            load_topic(path).prompts[0]
            for path in self._removed.short_files()
            if path.stem == prompt_id
        )
        return next(kept, None) or next(removed, None)

    def get_rubric(self, prompt_id: str) -> Rubric:
        """Return the rubric of an own prompt, removed or not.

        Raises
        ------
        UnknownPrompt, MissingFile, DataFileError
            If there is none, or its file has mistakes.
        """
        is_removed = any(path.stem == prompt_id for path in self._removed.short_files())
        is_kept = any(prompt.id == prompt_id for prompt in self.prompts)
        return load_rubric(prompt_id, self._removed if is_removed and not is_kept else self._bank)

    def find_question(self, prompt_id: str) -> ShortQuestion | None:
        """Return a question as it was typed; None if it is not in short form."""
        paths = (path for path in self._bank.short_files() if path.stem == prompt_id)
        path = next(paths, None)
        return load_short(path) if path else None

    def save(self, question: ShortQuestion, prompt_id: str | None = None) -> str:
        """Store a question, whole or not at all; return its id.

        Parameters
        ----------
        question : ShortQuestion
        prompt_id : str, optional
            The question that this is a new version of.

        Raises
        ------
        DataFileError
            If it could not be read again.
        StorageUnavailable
            If the folder cannot be written.
        """
        text = dump_short(question)
        parse_short(text)
        path = self._bank.short_file(prompt_id or _new_id(question.text))
        with _clear_errors():
            self._bank.prompts.mkdir(parents=True, exist_ok=True)
            fresh = path.with_suffix(f".{uuid4().hex}.new")
            fresh.write_text(text, "utf-8")
            fresh.replace(path)
        return path.stem

    def remove(self, prompt_id: str) -> None:
        """Take a question out of the bank; what was written on it can still be marked.

        Raises
        ------
        UnknownPrompt
            If it is not one that was made here.
        """
        self._move(prompt_id, self._bank, self._removed)

    def bring_back(self, prompt_id: str) -> None:
        """Undo a removal.

        Raises
        ------
        UnknownPrompt
            If the question was not removed.
        """
        self._move(prompt_id, self._removed, self._bank)

    def _move(self, prompt_id: str, source: Bank, target: Bank) -> None:
        # Sought among the files that are there: an id may come from an address.
        path = next((one for one in source.short_files() if one.stem == prompt_id), None)
        if path is None:
            raise UnknownPrompt(prompt_id, [one.stem for one in source.short_files()])
        with _clear_errors():
            target.prompts.mkdir(parents=True, exist_ok=True)
            path.replace(target.short_file(prompt_id))

    def _readable(self) -> Iterator[tuple[Prompt, ...]]:
        return (read for read in self._read() if not isinstance(read, DataFileError))

    def _read(self) -> Iterator[tuple[Prompt, ...] | DataFileError]:
        for path in (*self._bank.prompt_files(), *self._bank.short_files()):
            try:
                yield load_topic(path).prompts
            except DataFileError as error:
                yield error
            except OSError:
                continue  # removed, by another window, since it was listed


def _new_id(text: str) -> str:
    return "-".join(filter(None, ("own", slug(text, "-", _ID_WORDS), uuid4().hex[:6])))


@contextmanager
def _clear_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageUnavailable("folder") from error
