"""Writes that wait for the disk at the same moment wait for it once."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from practice.storage.errors import StorageUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from practice.storage.store import Transaction

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class _Job(Generic[T]):
    act: Callable[[Transaction], T]
    outcome: Future[T] = field(default_factory=Future)
    woken: Future[None] = field(default_factory=Future)
    """Done when the outcome is known, or when it is this job's turn to lead."""


class Group:
    """Runs what several threads want to write, those that wait together in one transaction.

    A disk confirms transactions, some milliseconds each, however much they hold.
    The first thread that comes leads: it writes for all that are waiting, and
    then makes the first of those that came meanwhile the next to lead.

    Parameters
    ----------
    writing : callable
        Opens a transaction that stores all of its changes at the end, or none.
    """

    def __init__(self, writing: Callable[[], AbstractContextManager[Transaction]]) -> None:
        self._writing = writing
        self._lock = Lock()
        self._waiting: list[_Job[Any]] = []
        self._led = False

    def run(self, act: Callable[[Transaction], T]) -> T:
        """Return what ``act`` returns, once it is stored; raise what it raises.

        Where a neighbour fails it is called again, in a transaction of its own.
        """
        job = _Job(act)
        if not self._join(job):
            job.woken.result()
        if not job.outcome.done():
            self._lead()
        return job.outcome.result()

    def _join(self, job: _Job[Any]) -> bool:
        """Wait in line; tell whether the job must lead at once."""
        with self._lock:
            self._waiting.append(job)
            leads = not self._led
            self._led = True
        return leads

    def _lead(self) -> None:
        with self._lock:
            jobs, self._waiting = self._waiting, []
        try:
            self._store(jobs)
        finally:
            # Whatever has happened to this thread, nobody may wait for it for ever.
            for job in jobs:
                _settle(job, StorageUnavailable("locked"))
            self._pass_on()

    def _pass_on(self) -> None:
        with self._lock:
            following = next(iter(self._waiting), None)
            self._led = following is not None
        if following is not None:
            following.woken.set_result(None)

    def _store(self, jobs: Sequence[_Job[Any]]) -> None:
        try:
            with self._writing() as tables:
                results = [job.act(tables) for job in jobs]
        except StorageUnavailable as error:
            for job in jobs:
                job.outcome.set_exception(error)
        except Exception as error:
            self._store_apart(jobs, error)
        else:
            for job, result in zip(jobs, results, strict=True):
                job.outcome.set_result(result)

    def _store_apart(self, jobs: Sequence[_Job[Any]], error: Exception) -> None:
        if len(jobs) == 1:
            jobs[0].outcome.set_exception(error)
            return
        for job in jobs:
            self._store([job])


def _settle(job: _Job[Any], otherwise: Exception) -> None:
    if not job.outcome.done():
        job.outcome.set_exception(otherwise)
    if not job.woken.done():
        job.woken.set_result(None)
