"""Sittings: several questions under one clock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of sittings."""
    op.create_table(
        "sittings",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("learner", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("deadline", sa.DateTime(), nullable=False),
        sa.Column("places", sa.JSON(), nullable=False),
    )
    owner = sa.ForeignKey("sittings.id", ondelete="CASCADE")
    op.create_table(
        "sitting_visits",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sitting_id", sa.String(), owner, nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("answer_id", sa.String()),
    )
    op.create_index("ix_sitting_visits_sitting_id", "sitting_visits", ["sitting_id"])
