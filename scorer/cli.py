"""The command ``scorer``: prompts, score, batch, lint, agree, schema.

Exit codes are 0 for fine, 1 for findings and 2 for wrong use. Commands import
what they need when they run, so that ``--help`` answers at once.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scorer import __version__
from scorer.bank import Bank
from scorer.issues import DataFileError, WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scorer.issues import Issue

FINDINGS = 1
_STDIN = "-"


class _ExplainingGroup(click.Group):
    """Turns what a user can get wrong into a message instead of a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DataFileError as error:
            click.echo(str(error), err=True)
            ctx.exit(FINDINGS)
        except WrongUse as error:
            raise click.UsageError(str(error)) from None
        except OSError as error:
            if error.filename is None:
                raise  # a closed pipe, say, which Click knows how to treat
            raise click.UsageError(f"{error.filename}: {error.strerror}") from None


def _to_bank(_ctx: click.Context, _option: click.Parameter, folder: str | None) -> Bank | None:
    if folder is None:
        return None
    bank = Bank.at(folder)
    if not (bank.prompts.is_dir() or bank.rubrics.is_dir()):
        raise click.BadParameter(f"{folder} has neither prompts/ nor rubrics/")
    return bank


_bank_option = click.option(
    "--bank",
    type=click.Path(exists=True, file_okay=False),
    callback=_to_bank,
    help="Folder with your own prompts/ and rubrics/.",
)
_json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group(cls=_ExplainingGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="scorer")
def main() -> None:
    """Score answers to UPSC Mains prompts against rubrics.

    Marks are on a practice scale, not UPSC's.
    """


@main.command()
@_json_option
@_bank_option
def prompts(*, as_json: bool, bank: Bank | None) -> None:
    """List the prompts that can be answered."""
    from dataclasses import asdict

    from scorer.prompts import load_prompts
    from scorer.rendering import prompt_lines

    found = load_prompts(bank)
    _print_json([asdict(prompt) for prompt in found]) if as_json else _print(prompt_lines(found))


@main.command()
@click.argument("prompt")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@_json_option
@_bank_option
def score(*, prompt: str, file: str, as_json: bool, bank: Bank | None) -> None:
    """Score the answer in FILE (- for standard input).

    PROMPT is a prompt's id, or the path of a rubric (.yaml) or of a question
    in short form (.txt).
    """
    from scorer.loading import load_rubric
    from scorer.rendering import report_lines
    from scorer.scoring import score_answer

    rubric = load_rubric(prompt, bank)
    report = score_answer(_read_answer(file), rubric)
    _print_json(report.to_dict()) if as_json else _print(report_lines(report, rubric))


@main.command()
@click.argument("source", metavar="IN", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "-o", "--output", required=True, metavar="OUT", type=click.Path(dir_okay=False, writable=True)
)
@click.option("--workers", default=1, show_default=True, type=click.IntRange(min=1))
@_bank_option
def batch(*, source: str, output: str, workers: int, bank: Bank | None) -> None:
    """Score every answer of a .csv or .jsonl file.

    IN has the columns id, prompt and answer. OUT, .csv or .jsonl too, has id,
    prompt, marks, max_marks, coverage, words, band and advisories; a .jsonl
    has the whole report as well. Rows that cannot be scored are reported and
    skipped.
    """
    from scorer.batch import BadRow, load_rows, open_writer, score_rows

    rows = load_rows(Path(source))
    if Path(source).resolve() == Path(output).resolve():
        raise click.UsageError("IN and OUT are the same file")
    bad = []
    with (
        open_writer(Path(output)) as write,
        click.progressbar(length=len(rows), label="Scoring", file=sys.stderr) as bar,
    ):
        for outcome in score_rows(rows, bank, workers):
            bad.append(outcome) if isinstance(outcome, BadRow) else write(outcome)
            bar.update(1)
    for row in bad:
        click.echo(f"{source}:{row.line}: {row.problem}; skipped", err=True)
    click.echo(f"{len(rows) - len(bad)} scored, {len(bad)} skipped", err=True)
    sys.exit(FINDINGS if bad else 0)


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--quick", is_flag=True, help="Leave out the checks that score answers.")
@click.option(
    "--apart-from",
    metavar="GRADED",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A .jsonl file of answers that the installed bank must share no six-word run with.",
)
def lint(*, paths: tuple[Path, ...], quick: bool, apart_from: Path | None) -> None:
    """Check data files; without PATHS, the installed bank.

    A path is a file, or a folder that holds prompts/ and rubrics/.
    """
    from scorer.bank import installed_bank
    from scorer.linting import lint_bank, lint_paths

    bank, measured = installed_bank().seen_from(Path.cwd()), not quick
    issues = lint_paths(paths, measured=measured) if paths else lint_bank(bank, measured=measured)
    if apart_from:
        issues += _shared_with(apart_from, bank)
    _print(map(str, issues))
    count = {0: "no issues", 1: "1 issue"}.get(len(issues), f"{len(issues)} issues")
    click.echo(count, err=True)
    sys.exit(FINDINGS if issues else 0)


@main.command()
@click.argument("graded", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_json_option
@_bank_option
def agree(*, graded: Path, as_json: bool, bank: Bank | None) -> None:
    """Compare the scorer's marks with examiners' marks.

    GRADED is a .jsonl file with id, prompt, answer, max_marks and marks (one
    or several), and optionally kind and tags.
    """
    from dataclasses import asdict

    from scorer.agreement import compare_with_examiners
    from scorer.agreement.rendering import agreement_lines

    agreement = compare_with_examiners(graded, bank)
    _print_json(asdict(agreement)) if as_json else _print(agreement_lines(agreement))


@main.command()
@click.argument("folder", default="schemas", type=click.Path(file_okay=False, path_type=Path))
def schema(*, folder: Path) -> None:
    """Write the JSON Schemas of the data files into FOLDER.

    Editors complete and check YAML by them: begin a file with
    "# yaml-language-server: $schema=schemas/rubric.schema.json".
    """
    from scorer.files import FILE_KINDS
    from scorer.typed_yaml import json_schema

    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in FILE_KINDS.items():
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(json_schema(kind), indent=2) + "\n", encoding="utf-8")
        click.echo(path)


def _shared_with(graded: Path, bank: Bank) -> tuple[Issue, ...]:
    from scorer.agreement.graded import load_graded
    from scorer.linting.overlap import lint_overlap

    return lint_overlap(bank, [one.answer for one in load_graded(graded)])


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, indent=2, ensure_ascii=False))


def _read_answer(file: str) -> str:
    raw = sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
    return raw.decode("utf-8-sig", errors="replace")
