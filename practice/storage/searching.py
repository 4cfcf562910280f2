"""Finding words in attempts: by an index where SQLite can keep one, by comparing elsewhere.

The index is made from the attempts and from nothing else, so it is no part of
the schema: it can be thrown away, and an app whose SQLite cannot read it works
without it. Whatever the learner typed is bound, never written into SQL.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sqlalchemy import column, insert, literal_column, or_, select, table, text

from practice.storage.errors import StorageUnavailable
from practice.storage.schema import attempts, notes, tags

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

    from practice.attempts import Attempt
    from practice.storage.engine import Database

_LOG = logging.getLogger(__name__)

attempt_words = table(
    "attempt_words", column("attempt_id"), column("prompt_text"), column("final_text")
)
# Vowel signs belong to their word, or Devanagari would fall to pieces.
_CREATE = """
CREATE VIRTUAL TABLE attempt_words USING fts5(
    attempt_id UNINDEXED, prompt_text, final_text,
    tokenize = "unicode61 categories 'L* M* N* Co'"
)
"""
_IS_ABLE = text("SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'")
_IS_THERE = text("SELECT count(*) FROM sqlite_master WHERE name = 'attempt_words'")
_IS_COMPLETE = text("SELECT (SELECT count(*) FROM attempts) = (SELECT count(*) FROM attempt_words)")
_FILL = text(
    "INSERT INTO attempt_words SELECT id, prompt_text, final_text FROM attempts "
    "WHERE id NOT IN (SELECT attempt_id FROM attempt_words)"
)


def open_index(database: Database) -> bool:
    """Make the index and fill it with what it lacks.

    Returns
    -------
    bool
        Whether there is one; without it every search compares every text.
    """
    try:
        with database.reading() as connection:
            if not connection.scalar(_IS_ABLE):
                return False
            if connection.scalar(_IS_THERE) and connection.scalar(_IS_COMPLETE):
                return True
        with database.writing() as connection:
            _complete(connection)
    except StorageUnavailable as trouble:
        _LOG.warning("Searching without an index: %s", trouble)
        return False
    return True


def index_attempt(connection: Connection, attempt: Attempt) -> None:
    """Add a new attempt to the index."""
    row = {
        "attempt_id": attempt.id,
        "prompt_text": attempt.prompt_text,
        "final_text": attempt.final_text,
    }
    connection.execute(insert(attempt_words), row)


def mentions(word: str, *, by_index: bool) -> ColumnElement[bool]:
    """Return the condition that an attempt, a note on it or a tag of it holds a word.

    Parameters
    ----------
    word : str
        Any text without blanks. With an index, the beginnings of words are
        looked for; without, any part of them.
    by_index : bool
        Whether there is an index.
    """
    noted = select(notes.c.attempt_id).where(notes.c.text.icontains(word, autoescape=True))
    tagged = select(tags.c.attempt_id).where(tags.c.tag.icontains(word, autoescape=True))
    # Of signs alone the index knows nothing.
    is_indexed = by_index and any(map(str.isalnum, word))
    written = attempts.c.id.in_(_indexed(word)) if is_indexed else _compared(word)
    return or_(written, attempts.c.id.in_(noted), attempts.c.id.in_(tagged))


def _compared(word: str) -> ColumnElement[bool]:
    texts = (attempts.c.prompt_text, attempts.c.final_text)
    return or_(*(text.icontains(word, autoescape=True) for text in texts))


def _indexed(word: str) -> Select[tuple[str]]:
    quoted = word.replace('"', '""')
    matches = literal_column("attempt_words").op("MATCH")(f'"{quoted}"*')
    return select(attempt_words.c.attempt_id).where(matches)


def _complete(connection: Connection) -> None:
    if not connection.scalar(_IS_THERE):
        connection.exec_driver_sql(_CREATE)
    connection.execute(_FILL)
