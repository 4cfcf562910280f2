"""Which two answers to set side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.history import AttemptRow

Pair = tuple["AttemptRow", "AttemptRow"]


def pair_up(rows: Sequence[AttemptRow], attempt_id: str) -> Pair | None:
    """Return an attempt and the one to compare it with, the older first.

    That is the answer that it rewrites, else the newest other one.

    Parameters
    ----------
    rows : sequence of AttemptRow
        The attempts at its question, oldest first.
    attempt_id : str

    Returns
    -------
    tuple of AttemptRow or None
        None if it is not among the rows, or alone.
    """
    mine = next((row for row in rows if row.id == attempt_id), None)
    others = [row for row in rows if row.id != attempt_id]
    if mine is None or not others:
        return None
    other = next((row for row in others if row.id == mine.parent_id), others[-1])
    older, newer = sorted((mine, other), key=rows.index)
    return older, newer


def find_pairs(rows: Sequence[AttemptRow]) -> tuple[Pair, ...]:
    """Return the newest two answers to every question that was answered more than once.

    Parameters
    ----------
    rows : sequence of AttemptRow
        Oldest first.
    """
    by_prompt: dict[str, list[AttemptRow]] = {}
    for row in rows:
        by_prompt.setdefault(row.prompt_id, []).append(row)
    pairs = ((mine[-2], mine[-1]) for mine in by_prompt.values() if len(mine) > 1)
    return tuple(sorted(pairs, key=lambda pair: pair[1].submitted_at, reverse=True))
