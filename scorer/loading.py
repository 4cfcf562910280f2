"""Rubrics and exemplars from their files, complete with prompt and lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from scorer.bank import Bank, installed_bank
from scorer.files import ClaimFile, Exemplar, ExemplarFile, LexiconFile, RubricFile, SourceFile
from scorer.issues import DataFileError, Finding, WrongUse
from scorer.lexicon import Lexicon
from scorer.prompts import Prompt, UnknownPrompt, find_prompt, load_prompts, short_prompt
from scorer.rubric import Rubric, Source
from scorer.short_form import load_short
from scorer.short_points import build_dimensions, parse_points
from scorer.typed_yaml import load_typed
from scorer.yaml_nodes import load_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scorer.short_form import ShortQuestion

_FRAME = ("prompt_text", "max_marks", "word_limit", "directive", "demands")
"""What a rubric takes from its prompt unless it says so itself."""


class MissingFile(WrongUse, LookupError):
    """A prompt has no rubric, or no exemplars; the message names the file to write."""


def load_rubric(id_or_path: str | Path, bank: Bank | None = None) -> Rubric:
    """Load a rubric with its prompt, lexicon and sources.

    Parameters
    ----------
    id_or_path : str or Path
        A prompt's id, or the path of a rubric file (ends in ``.yaml``) or of a
        question in short form (ends in ``.txt``).
    bank : Bank, optional
        Where to look; the installed bank if not given. A rubric file outside a
        bank looks into the folders beside it first.

    Raises
    ------
    UnknownPrompt
        If no prompt has the id; the message names the nearest.
    MissingFile
        If the prompt has no rubric.
    DataFileError
        If a file has mistakes; the message lists all of them.
    FileNotFoundError
        If there is no file at the path.
    """
    if _is_short(id_or_path):
        return short_rubric(load_short(Path(id_or_path)), Path(id_or_path).stem)
    if _is_path(id_or_path):
        path = Path(id_or_path)
        return _complete(path, load_typed(path, RubricFile), _banks_near(path, bank))
    bank = bank or installed_bank()
    path = bank.rubric_file(str(id_or_path))
    short = next((one for one in bank.short_files() if one.stem == id_or_path), None)
    if short and not path.is_file():
        return short_rubric(load_short(short), short.stem)
    _require(path, bank.rubric_files(), str(id_or_path), bank)
    return _complete(path, load_typed(path, RubricFile), (bank,))


def short_rubric(question: ShortQuestion, rubric_id: str) -> Rubric:
    """Return the rubric of a question in short form."""
    short = parse_points(question.points, question.first_line)
    return Rubric(
        id=rubric_id,
        prompt_text=question.text,
        max_marks=question.marks,
        word_limit=question.words,
        directive=short_prompt(question, rubric_id).directive,
        dimensions=build_dimensions(short, question.words),
        model_answer=question.model_answer,
    )


def load_exemplars(prompt_id: str, bank: Bank | None = None) -> tuple[Exemplar, ...]:
    """Load the exemplars of a prompt.

    Raises
    ------
    UnknownPrompt
        If no prompt has the id.
    MissingFile
        If the prompt has no exemplars.
    DataFileError
        If the file has mistakes.
    """
    bank = bank or installed_bank()
    path = bank.exemplar_file(prompt_id)
    _require(path, bank.exemplar_files(), prompt_id, bank)
    return load_typed(path, ExemplarFile).exemplars


def load_lexicon(topic: str, *folders: Path) -> Lexicon:
    """Load a topic's lexicon from the first folder that has it; else an empty one."""
    path = _find_file(f"{topic}.lexicon.yaml", folders)
    return Lexicon(id=topic, terms=load_typed(path, LexiconFile).terms) if path else Lexicon()


def load_claims(topic: str, *folders: Path) -> ClaimFile:
    """Load a topic's claims and their sets from the first folder that has them; else none."""
    path = _find_file(f"{topic}.claims.yaml", folders)
    return load_typed(path, ClaimFile) if path else ClaimFile(topic=topic, claims=())


def load_sources(topic: str, *folders: Path) -> tuple[Source, ...]:
    """Load a topic's sources from the first folder that has them; else none."""
    path = _find_file(f"{topic}.sources.yaml", folders)
    return load_typed(path, SourceFile).sources if path else ()


def _find_file(name: str, folders: Iterable[Path]) -> Path | None:
    return next((folder / name for folder in folders if (folder / name).is_file()), None)


def _is_path(id_or_path: str | Path) -> bool:
    return isinstance(id_or_path, Path) or id_or_path.endswith((".yaml", ".yml"))


def _is_short(id_or_path: str | Path) -> bool:
    return str(id_or_path).endswith(".txt")


def _banks_near(path: Path, bank: Bank | None) -> tuple[Bank, ...]:
    folder = path.parent
    beside = (Bank(prompts=place / "prompts", rubrics=folder) for place in (folder, folder.parent))
    return (*beside, bank or installed_bank())


def _require(path: Path, files: Iterable[Path], prompt_id: str, bank: Bank) -> None:
    # Sought among the bank's files, because an id may be too long for a path or lead out.
    if path in files:
        return
    known = [prompt.id for prompt in load_prompts(bank)]
    if prompt_id not in known:
        raise UnknownPrompt(prompt_id, known)
    raise MissingFile(f"the prompt {prompt_id!r} has no {path.name}: write {path}")


def _complete(path: Path, file: RubricFile, banks: tuple[Bank, ...]) -> Rubric:
    folders = [bank.rubrics for bank in banks]
    known = load_claims(file.topic, *folders)
    beside = {
        "claims": known.claims,
        "sets": known.sets,
        "sources": load_sources(file.topic, *folders),
        "lexicon": load_lexicon(file.topic, *folders),
        **_frame(path, file, banks),
    }
    try:
        return Rubric(
            id=file.id,
            dimensions=file.dimensions,
            misconceptions=file.misconceptions,
            facts=file.facts,
            model_answer=file.model_answer,
            plain_answer=file.plain_answer,
            as_of=file.as_of,
            **beside,
        )
    except ValueError as error:
        raise _refusal(path, "D07", str(error), "correct it here or in its prompt") from None


def _frame(path: Path, file: RubricFile, banks: tuple[Bank, ...]) -> dict[str, Any]:
    """Return what the rubric says of its prompt, and where it is silent, the prompt."""
    found = (find_prompt(file.id, bank) for bank in banks)
    frame = _frame_of(next((prompt for prompt in found if prompt), None))
    frame |= {name: value for name in _FRAME if (value := getattr(file, name)) is not None}
    absent = [name for name in ("prompt_text", "max_marks", "word_limit") if name not in frame]
    if absent:
        problem = f"no prompt file has {file.id!r}"
        remedy = f"correct the id, or add {', '.join(absent)} here"
        raise _refusal(path, "D06", problem, remedy)
    return frame


def _refusal(path: Path, code: str, problem: str, remedy: str) -> DataFileError:
    finding = Finding(("id",), code, problem, remedy)
    return DataFileError(load_document(path).issues([finding]))


def _frame_of(prompt: Prompt | None) -> dict[str, Any]:
    if prompt is None:
        return {}
    values = (prompt.text, prompt.marks, prompt.words, prompt.directive, prompt.demands)
    return dict(zip(_FRAME, values, strict=True))
