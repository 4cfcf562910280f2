"""Commands that keep answers safe: copies of the database, exports, imports."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from practice.service import Practice
    from practice.service.archiving import ExportFormat

_FILE = click.Path(dir_okay=False, path_type=Path)
_THERE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("target", type=_FILE)
def backup(target: Path) -> None:
    """Copy everything to the new file TARGET, also while the app runs."""
    with _answers() as practice:
        practice.back_up(target)
    click.echo(f"Everything is in {target}.")


@click.command()
@click.argument("source", type=_THERE)
def restore(source: Path) -> None:
    """Go back to what the backup SOURCE holds; what is here now is kept in a file."""
    from practice.service import find_url
    from practice.storage import restore

    with _explained():
        kept = restore(source, find_url())
    click.echo(f"Everything is as in {source}.")
    if kept is not None:
        click.echo(f"What was here before is in {kept}.")


@click.command()
@click.argument("target", type=_FILE)
@click.option(
    "--as",
    "kind",
    type=click.Choice(["json", "csv", "markdown"]),
    default="json",
    show_default=True,
    help="JSON holds everything and can be imported.",
)
def export(target: Path, kind: str) -> None:
    """Write every answer to the new file TARGET."""
    with _answers() as practice:
        text = practice.export_attempts(cast("ExportFormat", kind))
        with target.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    click.echo(f"Every answer is in {target}.")


@click.command("import")
@click.argument("source", type=_THERE)
def import_(source: Path) -> None:
    """Bring in the answers of SOURCE, a JSON file that was exported elsewhere."""
    from practice.importing import describe_import

    with _answers() as practice:
        brought = practice.import_attempts(source.read_text("utf-8-sig", "replace"))
    click.echo(describe_import(brought))


@contextmanager
def _answers() -> Iterator[Practice]:
    from practice.service import open_practice

    with _explained():
        practice = open_practice()
        try:
            yield practice
        finally:
            practice.close()


@contextmanager
def _explained() -> Iterator[None]:
    from practice.storage import DatabaseTooNew, StorageUnavailable

    try:
        yield
    except FileExistsError as error:
        raise click.ClickException(f"{error} is there already; name a new file") from error
    # What is wrong with a file or an address is told by a ValueError.
    except (DatabaseTooNew, StorageUnavailable, ValueError) as error:
        raise click.ClickException(str(error)) from error
