"""Answers on paper: when the pen was put down, and copies marked by ticking."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a column to drafts, and the table of copies."""
    op.add_column("drafts", sa.Column("laid_down_at", sa.DateTime()))
    op.create_table(
        "copies",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("learner", sa.String(), nullable=False),
        sa.Column("prompt_id", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("ticks", sa.JSON(), nullable=False),
        sa.Column("marks", sa.Float(), nullable=False),
        sa.Column("max_marks", sa.Integer(), nullable=False),
        sa.Column("marked_at", sa.DateTime(), nullable=False),
    )
    op.create_index("ix_copies_learner_prompt_id", "copies", ["learner", "prompt_id"])
