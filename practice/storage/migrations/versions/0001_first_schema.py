"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NEVER_CHANGE = ("attempts", "reports", "rubric_snapshots")


def upgrade() -> None:
    """Make every table."""
    _add_attempts()
    _add_drafts()
    _add_scoring()
    _add_remarks()
    _add_housekeeping()
    _forbid_changes()


def _add_attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.String(), primary_key=True),
        _text("learner"),
        _text("prompt_id"),
        sa.Column("prompt_text", sa.Text(), nullable=False),
        sa.Column("max_marks", sa.Integer(), nullable=False),
        sa.Column("word_limit", sa.Integer(), nullable=False),
        _text("mode"),
        _text("medium"),
        _moment("started_at"),
        sa.Column("deadline", sa.DateTime()),
        _moment("submitted_at"),
        _text("ended_by"),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("in_time_text", sa.Text(), nullable=False),
        sa.Column("final_text", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.String()),
        sa.Column("sitting_id", sa.String()),
    )
    op.create_index("ix_attempts_learner_prompt_id", "attempts", ["learner", "prompt_id"])
    op.create_index("ix_attempts_learner_submitted_at", "attempts", ["learner", "submitted_at"])
    op.create_table("deletions", _attempt_id(primary_key=True), _moment("deleted_at"))
    op.create_table(
        "late_texts",
        _attempt_id(primary_key=True),
        sa.Column("client_id", sa.String(), primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("text", sa.Text(), nullable=False),
        _moment("received_at"),
        sa.Column("written_at", sa.DateTime()),
    )
    op.create_table(
        "time_records",
        _attempt_id(primary_key=True),
        sa.Column("events", sa.JSON(), nullable=False),
    )


def _add_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.String(), primary_key=True),
        _text("learner"),
        _text("prompt_id"),
        sa.Column("prompt_text", sa.Text(), nullable=False),
        sa.Column("max_marks", sa.Integer(), nullable=False),
        sa.Column("word_limit", sa.Integer(), nullable=False),
        _text("mode"),
        _text("medium"),
        _moment("started_at"),
        sa.Column("deadline", sa.DateTime()),
        sa.Column("parent_id", sa.String()),
        sa.Column("sitting_id", sa.String()),
        _text("state"),
        sa.Column("head", sa.Integer(), nullable=False),
        _moment("saved_at"),
        sa.Column("in_time_text", sa.Text()),
    )
    op.create_index("ix_drafts_state_deadline", "drafts", ["state", "deadline"])
    op.create_table(
        "revisions",
        _draft_id(primary_key=True),
        sa.Column("rev", sa.Integer(), primary_key=True, autoincrement=False),
        _text("client_id"),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text()),
        _moment("saved_at"),
    )
    op.create_table(
        "pace_events",
        sa.Column("id", sa.Integer(), primary_key=True),
        _draft_id(),
        _text("kind"),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
    )
    op.create_index("ix_pace_events_draft_id", "pace_events", ["draft_id"])


def _add_scoring() -> None:
    op.create_table(
        "rubric_snapshots",
        sa.Column("digest", sa.String(), primary_key=True),
        sa.Column("content", sa.JSON(), nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Integer(), primary_key=True),
        _attempt_id(),
        sa.Column(
            "snapshot", sa.String(), sa.ForeignKey("rubric_snapshots.digest"), nullable=False
        ),
        _text("signature"),
        _moment("created_at"),
        sa.Column("marks", sa.Float(), nullable=False),
        sa.Column("coverage", sa.Float(), nullable=False),
        _text("band"),
        sa.Column("dimensions", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.UniqueConstraint("attempt_id", "signature"),
    )
    op.create_table(
        "scoring_queue",
        _attempt_id(primary_key=True),
        sa.Column("failed_at", sa.DateTime()),
        sa.Column("reason", sa.Text()),
    )


def _add_remarks() -> None:
    op.create_table(
        "disputes",
        sa.Column("id", sa.String(), primary_key=True),
        _attempt_id(),
        sa.Column("point_id", sa.String()),
        _text("kind"),
        sa.Column("words", sa.Text(), nullable=False),
        _moment("created_at"),
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.String(), primary_key=True),
        _attempt_id(),
        sa.Column("text", sa.Text(), nullable=False),
        _moment("created_at"),
    )
    op.create_table(
        "teacher_marks",
        sa.Column("id", sa.String(), primary_key=True),
        _attempt_id(),
        _text("teacher"),
        sa.Column("marks", sa.Float(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        _moment("created_at"),
    )
    for table in ("disputes", "notes", "teacher_marks"):
        op.create_index(f"ix_{table}_attempt_id", table, ["attempt_id"])
    op.create_table(
        "self_marks",
        _attempt_id(primary_key=True),
        sa.Column("marks", sa.Float(), nullable=False),
        _moment("created_at"),
    )
    op.create_table(
        "tags", _attempt_id(primary_key=True), sa.Column("tag", sa.String(), primary_key=True)
    )


def _add_housekeeping() -> None:
    op.create_table(
        "secrets",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "clock_jumps",
        sa.Column("id", sa.Integer(), primary_key=True),
        _moment("noticed_at"),
        sa.Column("seconds", sa.Float(), nullable=False),
    )


def _forbid_changes() -> None:
    for table in NEVER_CHANGE:
        op.execute(
            f"CREATE TRIGGER {table}_never_change BEFORE UPDATE ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'a row of {table} never changes'); END"
        )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _moment(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(), nullable=False)


def _attempt_id(*, primary_key: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey("attempts.id", ondelete="CASCADE")
    return sa.Column("attempt_id", sa.String(), owner, primary_key=primary_key, nullable=False)


def _draft_id(*, primary_key: bool = False) -> sa.Column[str]:
    owner = sa.ForeignKey("drafts.id", ondelete="CASCADE")
    return sa.Column("draft_id", sa.String(), owner, primary_key=primary_key, nullable=False)
