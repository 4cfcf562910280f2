"""What the app must remember about itself."""

from __future__ import annotations

import secrets as random
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from practice.storage.schema import clock_jumps, secrets

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

_SECRET_BYTES = 32


class Housekeeping:
    """Secrets and changes of the clock, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def secret(self, name: str) -> bytes:
        """Return a random key, always the same for a name; make it if there is none."""
        row = {"name": name, "value": random.token_bytes(_SECRET_BYTES)}
        self._connection.execute(insert_or(secrets).on_conflict_do_nothing(), row)
        query = select(secrets.c.value).where(secrets.c.name == name)
        value: bytes = self._connection.execute(query).scalar_one()
        return value

    def add_clock_jump(self, noticed_at: datetime, by: timedelta) -> None:
        """Remember that somebody moved the system clock."""
        row = {"noticed_at": noticed_at, "seconds": by.total_seconds()}
        self._connection.execute(insert(clock_jumps), row)

    def clock_offset(self, since: datetime) -> timedelta:
        """Return by how much the system clock was moved in all since a moment."""
        query = select(func.sum(clock_jumps.c.seconds)).where(clock_jumps.c.noticed_at >= since)
        return timedelta(seconds=self._connection.scalar(query) or 0.0)
