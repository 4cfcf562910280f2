"""The tables, as the newest migration leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from practice.storage.types import UtcDateTime

if TYPE_CHECKING:
    from datetime import datetime

REVISION = "0001"
"""The newest migration; a test holds it to the files."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _word(name: str) -> Column[str]:
    return Column(name, String, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _number(name: str) -> Column[float]:
    return Column(name, Float, nullable=False)


def _moment(name: str) -> Column[datetime]:
    return Column(name, UtcDateTime, nullable=False)


def _of_attempt(*, primary_key: bool = False, index: bool = False) -> Column[str]:
    owner = ForeignKey("attempts.id", ondelete="CASCADE")
    return Column("attempt_id", String, owner, primary_key=primary_key, nullable=False, index=index)


def _of_draft(*, primary_key: bool = False) -> Column[str]:
    owner = ForeignKey("drafts.id", ondelete="CASCADE")
    return Column("draft_id", String, owner, primary_key=primary_key, nullable=False)


drafts = Table(
    "drafts",
    metadata,
    Column("id", String, primary_key=True),
    _word("learner"),
    _word("prompt_id"),
    _word("mode"),
    _word("medium"),
    _moment("started_at"),
    Column("deadline", UtcDateTime),
    Column("parent_id", String),
    Column("sitting_id", String),
    _word("state"),
    _count("head"),
    _moment("saved_at"),
    Column("in_time_text", Text),
    Index(None, "state", "deadline"),
)

# The text of a pruned revision is null; its key still answers a repeated save.
revisions = Table(
    "revisions",
    metadata,
    _of_draft(primary_key=True),
    Column("rev", Integer, primary_key=True, autoincrement=False),
    _word("client_id"),
    _count("seq"),
    Column("text", Text),
    _moment("saved_at"),
    Column("in_time", Boolean, nullable=False),
)

pace_events = Table(
    "pace_events",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_draft(),
    _word("kind"),
    _number("at"),
    _count("value"),
    Index(None, "draft_id"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String, primary_key=True),
    _word("learner"),
    _word("prompt_id"),
    _text("prompt_text"),
    _count("max_marks"),
    _count("word_limit"),
    _word("mode"),
    _word("medium"),
    _moment("started_at"),
    Column("deadline", UtcDateTime),
    _moment("submitted_at"),
    _word("ended_by"),
    _count("words"),
    _text("in_time_text"),
    _text("final_text"),
    Column("parent_id", String),
    Column("sitting_id", String),
    Index(None, "learner", "submitted_at"),
    Index(None, "learner", "prompt_id"),
)

deletions = Table(
    "deletions",
    metadata,
    _of_attempt(primary_key=True),
    _moment("deleted_at"),
)

late_texts = Table(
    "late_texts",
    metadata,
    _of_attempt(primary_key=True),
    Column("client_id", String, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    _text("text"),
    _moment("received_at"),
    Column("written_at", UtcDateTime),
)

time_records = Table(
    "time_records",
    metadata,
    _of_attempt(primary_key=True),
    Column("events", JSON, nullable=False),
)

rubric_snapshots = Table(
    "rubric_snapshots",
    metadata,
    Column("digest", String, primary_key=True),
    Column("content", JSON, nullable=False),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_attempt(),
    Column("snapshot", String, ForeignKey("rubric_snapshots.digest"), nullable=False),
    _word("signature"),
    _moment("created_at"),
    _number("marks"),
    _number("coverage"),
    _word("band"),
    Column("dimensions", JSON, nullable=False),
    Column("content", JSON, nullable=False),
    UniqueConstraint("attempt_id", "signature"),
)

scoring_failures = Table(
    "scoring_failures",
    metadata,
    _of_attempt(primary_key=True),
    _moment("failed_at"),
    _text("reason"),
)

disputes = Table(
    "disputes",
    metadata,
    Column("id", String, primary_key=True),
    _of_attempt(index=True),
    Column("point_id", String),
    _word("kind"),
    _text("words"),
    _moment("created_at"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", String, primary_key=True),
    _of_attempt(index=True),
    _text("text"),
    _moment("created_at"),
)

tags = Table(
    "tags",
    metadata,
    _of_attempt(primary_key=True),
    Column("tag", String, primary_key=True),
)

self_marks = Table(
    "self_marks",
    metadata,
    _of_attempt(primary_key=True),
    _number("marks"),
    _moment("created_at"),
)

teacher_marks = Table(
    "teacher_marks",
    metadata,
    Column("id", String, primary_key=True),
    _of_attempt(index=True),
    _word("teacher"),
    _number("marks"),
    _text("comment"),
    _moment("created_at"),
)

secrets = Table(
    "secrets",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

clock_jumps = Table(
    "clock_jumps",
    metadata,
    Column("id", Integer, primary_key=True),
    _moment("noticed_at"),
    _number("seconds"),
)
