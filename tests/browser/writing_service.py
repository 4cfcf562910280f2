"""The service of the writing page, with clocks that a test can move."""

from __future__ import annotations

import os
from datetime import timedelta
from functools import cache

from practice.clock import Clock, boot_ticks, wall_time
from practice.service import Practice, bridge_restart
from practice.storage import open_store
from tests.browser.server import read_times


@cache
def moved_practice() -> Practice:
    """Return the one service of this process."""
    store = open_store(os.environ["MAINS_PRACTICE_DB"])
    clock = Clock(
        wall=lambda: wall_time() + timedelta(seconds=read_times()["wall"]),
        ticks=lambda: boot_ticks() + read_times()["ticks"],
    )
    bridge_restart(store, clock)
    return Practice(store, clock=clock)
