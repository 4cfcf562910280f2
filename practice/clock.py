"""Time that a change of the system clock cannot move."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

JUMP = timedelta(seconds=5)
"""Smaller differences are slewing and drift, not a changed clock."""


def wall_time() -> datetime:
    """Return the system's idea of the time, in UTC."""
    return datetime.now(UTC)


def boot_ticks() -> float:
    """Return seconds since the machine started, time asleep included where known."""
    # time.monotonic() stands still while Linux or macOS sleeps; exams do not.
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC_RAW"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class Clock:
    """Wall time read once, then carried forward by a clock nobody can set.

    Parameters
    ----------
    wall : callable, optional
        Returns the system's time; read when the clock is made, and by `jump`.
    ticks : callable, optional
        Returns seconds from any fixed moment; never goes back.
    """

    def __init__(
        self,
        *,
        wall: Callable[[], datetime] = wall_time,
        ticks: Callable[[], float] = boot_ticks,
    ) -> None:
        self._wall = wall
        self._ticks = ticks
        self._start = wall()
        self._start_ticks = ticks()
        self._known_offset = timedelta()

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return self._start + timedelta(seconds=self._ticks() - self._start_ticks)

    @property
    def offset(self) -> timedelta:
        """How far the system clock is ahead of this one."""
        return self._wall() - self.now()

    def bridge(self, last_seen: datetime, offset: timedelta) -> None:
        """Go on where an earlier run of the program stopped.

        Parameters
        ----------
        last_seen : datetime
            The newest time the earlier run wrote down; time never goes back before it.
        offset : timedelta
            How far the system clock was ahead of the earlier run's clock.
        """
        wall = self.now() + self.offset
        self._start += max(wall - offset, last_seen) - self.now()
        self._known_offset = self.offset

    def jump(self) -> timedelta | None:
        """Return by how much the system clock was moved since the last call, or None."""
        moved = self.offset - self._known_offset
        if abs(moved) < JUMP:
            return None
        self._known_offset += moved
        return moved
