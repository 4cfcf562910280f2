"""Many answers from a file into a file."""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from scorer.issues import DataFileError, WrongUse
from scorer.loading import load_rubric
from scorer.scoring import score_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from scorer.bank import Bank
    from scorer.report import ScoreReport
    from scorer.rubric import Rubric

IN_COLUMNS = ("id", "prompt", "answer")
OUT_COLUMNS = ("id", "prompt", "marks", "max_marks", "coverage", "words", "band", "advisories")
_LONGEST_CELL = 2**31 - 1
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_CHUNK = 8


@dataclass(frozen=True, slots=True)
class Row:
    """An answer to be scored."""

    line: int
    id: str
    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be scored, and why."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """An answer's row with its report."""

    row: Row
    report: ScoreReport

    def summary(self) -> dict[str, Any]:
        """Return one value per output column."""
        report = self.report
        advisories = [advisory.code for advisory in report.advisories]
        values = (report.marks, report.max_marks, round(report.coverage, 4), report.words)
        row = (self.row.id, self.row.prompt, *values, report.band, advisories)
        return dict(zip(OUT_COLUMNS, row, strict=True))


def load_rows(path: Path) -> tuple[Row | BadRow, ...]:
    """Read the rows of a ``.csv`` or ``.jsonl`` file.

    Raises
    ------
    WrongUse
        If the file is of another kind or lacks a column.
    """
    readers = {".csv": _csv_records, ".jsonl": _json_records}
    kind = path.suffix.lower()
    if kind not in readers:
        raise WrongUse(f"{path}: cannot read {kind or 'this'}; use .csv or .jsonl")
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return tuple(_row(line, record) for line, record in readers[kind](file))


def score_rows(
    rows: Sequence[Row | BadRow], bank: Bank | None = None, workers: int = 1
) -> Iterator[ScoredRow | BadRow]:
    """Score rows in order, on several processor cores if ``workers`` says so."""
    score = partial(_score, bank=bank)
    if workers == 1:
        yield from map(score, rows)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(score, rows, chunksize=_CHUNK)


@contextmanager
def open_writer(path: Path) -> Iterator[Callable[[ScoredRow], None]]:
    """Open a ``.csv`` or ``.jsonl`` file and yield what writes a row into it.

    Raises
    ------
    WrongUse
        If the file's name ends otherwise.
    """
    writers = {".csv": _csv_writer, ".jsonl": _json_writer}
    kind = path.suffix.lower()
    if kind not in writers:
        raise WrongUse(f"{path}: cannot write {kind or 'this'}; use .csv or .jsonl")
    # Unpaired surrogates cannot be encoded; in JSON their escape means the same.
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        yield writers[kind](file)


def safe_cell(value: object) -> object:
    """Return a value that no spreadsheet takes for a formula."""
    starts_formula = isinstance(value, str) and value.startswith(_FORMULA_STARTS)
    return f"'{value}" if starts_formula else value


def _csv_records(file: TextIO) -> Iterator[tuple[int, object]]:
    csv.field_size_limit(_LONGEST_CELL)
    # Otherwise a quotation mark that is never closed would swallow the rows after it.
    reader = csv.DictReader(file, strict=True)
    try:
        known = reader.fieldnames or ()
    except csv.Error as error:
        raise WrongUse(f"{file.name}: not CSV ({error})") from None
    absent = [name for name in IN_COLUMNS if name not in known]
    if absent:
        raise WrongUse(f"{file.name}: lacks the columns {', '.join(absent)}")
    return _numbered(reader)


def _numbered(reader: csv.DictReader[str]) -> Iterator[tuple[int, object]]:
    """Yield records, or what is wrong with them, with the line that each begins on."""
    while True:
        line = reader.reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, ValueError(f"not CSV ({error})")


def _json_records(file: TextIO) -> Iterator[tuple[int, object]]:
    return ((line, _parse_json(text)) for line, text in enumerate(file, 1) if text.strip())


def _parse_json(text: str) -> object:
    """Return the value, or the error that says why there is none."""
    try:
        return json.loads(text)
    except ValueError as error:
        return ValueError(f"not JSON ({error})")
    except RecursionError:
        return ValueError("not JSON (nested too deeply)")


def _row(line: int, record: object) -> Row | BadRow:
    if isinstance(record, ValueError):
        return BadRow(line, str(record))
    values = [record.get(name) for name in IN_COLUMNS] if isinstance(record, dict) else []
    name, prompt, answer = values or (None, None, None)
    if not isinstance(prompt, str) or not isinstance(answer, str):
        return BadRow(line, "needs 'prompt' and 'answer' as text")
    return Row(line, "" if name is None else str(name), prompt, answer)


def _score(row: Row | BadRow, bank: Bank | None) -> ScoredRow | BadRow:
    if isinstance(row, BadRow):
        return row
    try:
        return ScoredRow(row, score_answer(row.answer, _rubric(row.prompt.strip(), bank)))
    except (WrongUse, DataFileError, OSError) as error:
        return BadRow(row.line, str(error))
    except Exception as error:  # one row's failure must not cost the others their marks
        return BadRow(row.line, f"could not be scored ({error!r})")


@lru_cache(maxsize=64)
def _rubric(prompt_id: str, bank: Bank | None) -> Rubric:
    return load_rubric(prompt_id, bank)


def _csv_writer(file: TextIO) -> Callable[[ScoredRow], None]:
    writer = csv.writer(file)
    writer.writerow(OUT_COLUMNS)

    def write(scored: ScoredRow) -> None:
        values = scored.summary() | {"advisories": " ".join(scored.summary()["advisories"])}
        writer.writerow(map(safe_cell, values.values()))

    return write


def _json_writer(file: TextIO) -> Callable[[ScoredRow], None]:
    def write(scored: ScoredRow) -> None:
        line = scored.summary() | {"report": scored.report.to_dict()}
        file.write(json.dumps(line, ensure_ascii=False) + "\n")

    return write
