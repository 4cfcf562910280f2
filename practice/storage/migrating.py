"""Bringing a database to the newest schema, never without a backup."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from practice.storage.errors import DatabaseTooNew
from practice.storage.schema import REVISION

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from practice.storage.engine import Database

MIGRATIONS = Path(__file__).with_name("migrations")


def bring_up_to_date(database: Database) -> None:
    """Give a database the newest schema, all of it or nothing.

    Raises
    ------
    DatabaseTooNew
        If a later version of the app wrote the database.
    StorageUnavailable
        If the database cannot be read or written just now.
    """
    with database.reading() as connection:
        version = find_version(connection)
    if version == REVISION:
        return
    refuse_newer(version)
    if version is not None:
        back_up(database, backup_path(database, version))
    with database.restructuring() as connection:
        # Another process may have been faster.
        if find_version(connection) != REVISION:
            _upgrade(connection)


def find_version(connection: Connection) -> str | None:
    """Return the schema's version, or None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def back_up(database: Database, target: Path) -> None:
    """Copy a SQLite database, as it is at one moment, to a new file.

    Raises
    ------
    FileExistsError
        If the file is there already.
    """
    if target.exists():
        raise FileExistsError(target)
    with database.autocommitting() as connection:
        connection.execute(text("VACUUM INTO :target"), {"target": str(target)})


def backup_path(database: Database, version: str) -> Path:
    """Return where a database of an old version is kept before it is migrated."""
    source = Path(str(database.url.database))
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    return source.with_name(f"{source.stem}.schema-{version}.{moment}.backup{source.suffix}")


def refuse_newer(version: str | None) -> None:
    """Do nothing if this app knows a version of the schema.

    Raises
    ------
    DatabaseTooNew
        If it does not, because a later app made it.
    """
    from alembic.script import ScriptDirectory

    known = {step.revision for step in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}
    if version is not None and version not in known:
        raise DatabaseTooNew(version)


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    # Alembic takes a per cent sign for the beginning of a name to be filled in.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, "head")
