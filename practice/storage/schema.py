"""The tables, as the newest migration leaves them."""

from __future__ import annotations

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
    Column("learner", String, nullable=False),
    Column("prompt_id", String, nullable=False),
    Column("mode", String, nullable=False),
    Column("medium", String, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("deadline", UtcDateTime),
    Column("parent_id", String),
    Column("sitting_id", String),
    Column("state", String, nullable=False),
    Column("head", Integer, nullable=False),
    Column("saved_at", UtcDateTime, nullable=False),
    Column("in_time_text", Text),
    Index(None, "state", "deadline"),
)

# The text of a pruned revision is null; its key still answers a repeated save.
revisions = Table(
    "revisions",
    metadata,
    _of_draft(primary_key=True),
    Column("rev", Integer, primary_key=True, autoincrement=False),
    Column("client_id", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("text", Text),
    Column("saved_at", UtcDateTime, nullable=False),
    Column("in_time", Boolean, nullable=False),
)

pace_events = Table(
    "pace_events",
    metadata,
    Column("id", Integer, primary_key=True),
    _of_draft(),
    Column("kind", String, nullable=False),
    Column("at", Float, nullable=False),
    Column("value", Integer, nullable=False),
    Index(None, "draft_id"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String, primary_key=True),
    Column("learner", String, nullable=False),
    Column("prompt_id", String, nullable=False),
    Column("prompt_text", Text, nullable=False),
    Column("max_marks", Integer, nullable=False),
    Column("word_limit", Integer, nullable=False),
    Column("mode", String, nullable=False),
    Column("medium", String, nullable=False),
    Column("started_at", UtcDateTime, nullable=False),
    Column("deadline", UtcDateTime),
    Column("submitted_at", UtcDateTime, nullable=False),
    Column("ended_by", String, nullable=False),
    Column("words", Integer, nullable=False),
    Column("in_time_text", Text, nullable=False),
    Column("final_text", Text, nullable=False),
    Column("parent_id", String),
    Column("sitting_id", String),
    Index(None, "learner", "submitted_at"),
    Index(None, "learner", "prompt_id"),
)

deletions = Table(
    "deletions",
    metadata,
    _of_attempt(primary_key=True),
    Column("deleted_at", UtcDateTime, nullable=False),
)

late_texts = Table(
    "late_texts",
    metadata,
    _of_attempt(primary_key=True),
    Column("client_id", String, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
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
    Column("signature", String, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("marks", Float, nullable=False),
    Column("coverage", Float, nullable=False),
    Column("band", String, nullable=False),
    Column("dimensions", JSON, nullable=False),
    Column("content", JSON, nullable=False),
    UniqueConstraint("attempt_id", "signature"),
)

scoring_failures = Table(
    "scoring_failures",
    metadata,
    _of_attempt(primary_key=True),
    Column("failed_at", UtcDateTime, nullable=False),
    Column("reason", Text, nullable=False),
)

disputes = Table(
    "disputes",
    metadata,
    Column("id", String, primary_key=True),
    _of_attempt(index=True),
    Column("point_id", String),
    Column("kind", String, nullable=False),
    Column("words", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

notes = Table(
    "notes",
    metadata,
    Column("id", String, primary_key=True),
    _of_attempt(index=True),
    Column("text", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
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
    Column("marks", Float, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
)

teacher_marks = Table(
    "teacher_marks",
    metadata,
    Column("id", String, primary_key=True),
    _of_attempt(index=True),
    Column("teacher", String, nullable=False),
    Column("marks", Float, nullable=False),
    Column("comment", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
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
    Column("noticed_at", UtcDateTime, nullable=False),
    Column("seconds", Float, nullable=False),
)
