"""How an answer grew while its time passed, column by column of a small chart."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final

from scorer.text import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from practice.attempts import Attempt, TimeRecord
    from practice.saving import PaceEvent

MOST_COLUMNS: Final = 30
"""Answers that took longer have several minutes to a column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaceColumn:
    """Some minutes of an answer, usually one."""

    until: float
    """Minutes from the start to its end."""
    words: int
    """Words on the page at its end."""
    height: float
    """Those words in per cent of the word limit, or of the longest text if that was longer."""
    pasted: int
    """Words pasted in it."""
    at_rest: bool
    """Whether no key was pressed, or the clock was stopped, for half of it or more."""
    after_bell: bool
    """Whether it began after the bell."""


def trace_pace(attempt: Attempt, record: TimeRecord | None) -> tuple[PaceColumn, ...]:
    """Return the columns of an attempt in order; none if nobody watched the time."""
    events = record.events if record else ()
    seconds = attempt.time_taken.total_seconds()
    if not events or seconds <= 0:
        return ()
    step = 60 * ceil(seconds / 60 / MOST_COLUMNS)
    starts = [step * number for number in range(ceil(seconds / step))]
    return tuple(_column(attempt, events, start, min(start + step, seconds)) for start in starts)


def _column(
    attempt: Attempt, events: tuple[PaceEvent, ...], start: float, end: float
) -> PaceColumn:
    final = count_words(attempt.final_text)
    is_last = end >= attempt.time_taken.total_seconds()
    words = final if is_last else _words_by(end, events)
    counts = (event.value for event in events if event.kind == "words")
    top = max(attempt.word_limit, final, *counts)
    return PaceColumn(
        until=end / 60,
        words=words,
        height=100 * words / top,
        pasted=sum(event.value for event in _within(start, end, events) if event.kind == "paste"),
        at_rest=2 * _rest_within(start, end, events) >= end - start,
        after_bell=_is_after_bell(attempt, start),
    )


def _words_by(moment: float, events: Iterable[PaceEvent]) -> int:
    counts = [event.value for event in events if event.kind == "words" and event.at <= moment]
    return counts[-1] if counts else 0


def _within(start: float, end: float, events: Iterable[PaceEvent]) -> Iterable[PaceEvent]:
    return (event for event in events if start <= event.at < end)


def _rest_within(start: float, end: float, events: Iterable[PaceEvent]) -> float:
    rests = (event for event in events if event.kind in ("idle", "clock_paused"))
    overlaps = (min(end, rest.at + rest.value) - max(start, rest.at) for rest in rests)
    return sum(max(0.0, overlap) for overlap in overlaps)


def _is_after_bell(attempt: Attempt, start: float) -> bool:
    if attempt.deadline is None:
        return False
    return start >= (attempt.deadline - attempt.started_at).total_seconds()
