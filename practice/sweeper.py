"""What happens with nobody connected: exams end, and what was left unscored is scored."""

from __future__ import annotations

import asyncio
import logging
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

_LOG = logging.getLogger(__name__)
EVERY_SECONDS = 1.0
AFTER_FAILURE_SECONDS = 15.0


def sweeping(
    sweep: Callable[[], object],
    *,
    before: Callable[[], object] = lambda: None,
    every: float = EVERY_SECONDS,
) -> Callable[[object], AbstractAsyncContextManager[None]]:
    """Return a lifespan during which ``sweep`` is called again and again.

    Parameters
    ----------
    sweep : callable
        Runs in a thread. What it raises is logged, and tried again later.
    before : callable, optional
        Runs once before, in a thread, while the server answers already.
    every : float, optional
        Seconds between two calls.
    """

    @asynccontextmanager
    async def lifespan(_app: object) -> AsyncIterator[None]:
        task = asyncio.create_task(_sweep_forever(before, sweep, every))
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    return lifespan


async def _sweep_forever(
    before: Callable[[], object], sweep: Callable[[], object], every: float
) -> None:
    await _attempt(before)
    while True:
        if not await _attempt(sweep):
            await asyncio.sleep(AFTER_FAILURE_SECONDS)
        await asyncio.sleep(every)


async def _attempt(act: Callable[[], object]) -> bool:
    try:
        await asyncio.to_thread(act)
    except Exception:
        _LOG.exception("Could not do what was due with nobody connected; trying again")
        return False
    return True
