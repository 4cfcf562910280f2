"""What can be wrong with a database, in words that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Reason = Literal["locked", "full", "read_only", "unreachable", "damaged", "folder"]

_MESSAGES: Mapping[Reason, str] = {
    "locked": "another program is using the database; try again in a moment",
    "full": "the disk is full; free some space and try again",
    "read_only": "the database may not be written; check the permissions of its file and folder",
    "unreachable": "the database cannot be opened; check that its disk and folder are there",
    "damaged": "the database file is damaged; restore a backup",
    "folder": "the folder of your questions cannot be written; check its disk and permissions",
}
_SYMPTOMS: Mapping[str, Reason] = {
    "locked": "locked",
    "busy": "locked",
    "full": "full",
    "readonly": "read_only",
    "read-only": "read_only",
    "malformed": "damaged",
    "not a database": "damaged",
    "unable to open": "unreachable",
    "i/o error": "unreachable",
}


class StorageUnavailable(RuntimeError):
    """The database cannot be used just now, and nothing was stored."""

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason
        super().__init__(f"nothing was stored: {_MESSAGES[reason]}")


class DatabaseTooNew(RuntimeError):
    """A later version of the app has written the database."""

    def __init__(self, version: str) -> None:
        self.version = version
        super().__init__(
            f"a newer mains-practice wrote this database (schema {version}); "
            "install that version, or name another database in MAINS_PRACTICE_DB"
        )


class NotABackup(ValueError):
    """The file is no backup of answers, or a damaged one."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is not a backup that mains-practice made, or it is damaged")


class UnknownRecord(LookupError):
    """Nothing is stored under this id."""

    def __init__(self, kind: str, key: str) -> None:
        super().__init__(f"there is no {kind} {key!r}")


class UnsupportedDatabase(ValueError):
    """The address names something other than a SQLite database."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"{url!r} does not name a SQLite database; "
            "write sqlite:/// and then the path of a file in MAINS_PRACTICE_DB"
        )


def find_reason(message: str) -> Reason | None:
    """Return what a driver's message means, or None if it speaks of something else."""
    lower = message.lower()
    return next((reason for cue, reason in _SYMPTOMS.items() if cue in lower), None)
