"""The tables, as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
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

from practice.storage.columns import count, moment, number, of_attempt, of_draft, text, word
from practice.storage.types import UtcDateTime

REVISION = "0003"
"""The newest migration; a test holds it to the files."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


drafts = Table(
    "drafts",
    metadata,
    Column("id", String, primary_key=True),
    word("learner"),
    word("prompt_id"),
    text("prompt_text"),
    count("max_marks"),
    count("word_limit"),
    word("mode"),
    word("medium"),
    moment("started_at"),
    Column("deadline", UtcDateTime),
    Column("parent_id", String),
    Column("sitting_id", String),
    word("state"),
    count("head"),
    moment("saved_at"),
    Column("in_time_text", Text),
    Column("laid_down_at", UtcDateTime),
    Index(None, "state", "deadline"),
)

# The text of a pruned revision is null; its key still answers a repeated save.
revisions = Table(
    "revisions",
    metadata,
    of_draft(primary_key=True),
    Column("rev", Integer, primary_key=True, autoincrement=False),
    word("client_id"),
    count("seq"),
    Column("text", Text),
    moment("saved_at"),
)

pace_events = Table(
    "pace_events",
    metadata,
    Column("id", Integer, primary_key=True),
    of_draft(),
    word("kind"),
    number("at"),
    count("value"),
    Index(None, "draft_id"),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", String, primary_key=True),
    word("learner"),
    word("prompt_id"),
    text("prompt_text"),
    count("max_marks"),
    count("word_limit"),
    word("mode"),
    word("medium"),
    moment("started_at"),
    Column("deadline", UtcDateTime),
    moment("submitted_at"),
    word("ended_by"),
    count("words"),
    text("in_time_text"),
    text("final_text"),
    Column("parent_id", String),
    Column("sitting_id", String),
    Index(None, "learner", "submitted_at"),
    Index(None, "learner", "prompt_id"),
)

deletions = Table(
    "deletions",
    metadata,
    of_attempt(primary_key=True),
    moment("deleted_at"),
)

late_texts = Table(
    "late_texts",
    metadata,
    of_attempt(primary_key=True),
    Column("client_id", String, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    text("text"),
    moment("received_at"),
    Column("written_at", UtcDateTime),
)

time_records = Table(
    "time_records",
    metadata,
    of_attempt(primary_key=True),
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
    of_attempt(),
    Column("snapshot", String, ForeignKey("rubric_snapshots.digest"), nullable=False),
    word("signature"),
    moment("created_at"),
    number("marks"),
    number("coverage"),
    word("band"),
    Column("dimensions", JSON, nullable=False),
    Column("content", JSON, nullable=False),
    UniqueConstraint("attempt_id", "signature"),
)

# Attempts wait here from their submission until they have a report.
scoring_queue = Table(
    "scoring_queue",
    metadata,
    of_attempt(primary_key=True),
    Column("failed_at", UtcDateTime),
    Column("reason", Text),
)

disputes = Table(
    "disputes",
    metadata,
    Column("id", String, primary_key=True),
    of_attempt(index=True),
    Column("point_id", String),
    word("kind"),
    text("words"),
    moment("created_at"),
)

notes = Table(
    "notes",
    metadata,
    Column("id", String, primary_key=True),
    of_attempt(index=True),
    text("text"),
    moment("created_at"),
)

tags = Table(
    "tags",
    metadata,
    of_attempt(primary_key=True),
    Column("tag", String, primary_key=True),
)

self_marks = Table(
    "self_marks",
    metadata,
    of_attempt(primary_key=True),
    number("marks"),
    moment("created_at"),
)

teacher_marks = Table(
    "teacher_marks",
    metadata,
    Column("id", String, primary_key=True),
    of_attempt(index=True),
    word("teacher"),
    number("marks"),
    text("comment"),
    moment("created_at"),
)

sittings = Table(
    "sittings",
    metadata,
    Column("id", String, primary_key=True),
    word("learner"),
    text("title"),
    word("mode"),
    moment("started_at"),
    moment("deadline"),
    Column("places", JSON, nullable=False),
)

sitting_visits = Table(
    "sitting_visits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column(
        "sitting_id",
        String,
        ForeignKey("sittings.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    moment("at"),
    Column("answer_id", String),
)

copies = Table(
    "copies",
    metadata,
    Column("id", String, primary_key=True),
    word("learner"),
    word("prompt_id"),
    word("label"),
    Column("ticks", JSON, nullable=False),
    number("marks"),
    count("max_marks"),
    moment("marked_at"),
    Index(None, "learner", "prompt_id"),
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
    moment("noticed_at"),
    number("seconds"),
)
