"""Runs the migrations on the connection, and in the transaction, that is handed in."""

from __future__ import annotations

from alembic import context

from practice.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    # SQLite cannot alter most of a table in place.
    render_as_batch=True,
)
context.run_migrations()
