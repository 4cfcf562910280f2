"""Where drafts and attempts are kept. Rows never leave this package."""

from practice.storage.errors import (
    DatabaseTooNew,
    NotABackup,
    StorageUnavailable,
    UnknownRecord,
    UnsupportedDatabase,
)
from practice.storage.restoring import restore
from practice.storage.store import Store, Transaction, open_store

__all__ = [
    "DatabaseTooNew",
    "NotABackup",
    "StorageUnavailable",
    "Store",
    "Transaction",
    "UnknownRecord",
    "UnsupportedDatabase",
    "open_store",
    "restore",
]
