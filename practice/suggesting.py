"""Which prompt to answer next, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from statistics import fmean
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from practice.history import Suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime

    from practice.history import AttemptRow, DimensionCoverage
    from scorer.prompts import Prompt

FRESH: Final = timedelta(days=30)
"""After this long without a try, an answer is worth as much as a new one."""
WEAK: Final = 0.8
"""A dimension that is filled less than this can be practised."""
NO_PARTS: Final[Mapping[str, Collection[str]]] = MappingProxyType({})


def suggest(
    prompts: Sequence[Prompt],
    rows: Sequence[AttemptRow],
    now: datetime,
    parts: Mapping[str, Collection[str]] = NO_PARTS,
) -> Suggestion | None:
    """Return the prompt that a learner gains most from, or None if there are no prompts.

    Something new comes first, where the learner's weakest dimension is asked for
    again; then what went worst or was left longest.

    Parameters
    ----------
    prompts : sequence of Prompt
    rows : sequence of AttemptRow
        The newest attempt at each prompt; older ones count as well if given.
    now : datetime
    parts : mapping of str to collection of str, optional
        The ids of the dimensions of each prompt's rubric.
    """
    if not prompts:
        return None
    tried = {row.prompt_id: row for row in sorted(rows, key=lambda row: row.submitted_at)}
    unseen = [prompt for prompt in prompts if prompt.id not in tried]
    if not rows:
        return _suggest_first(prompts)
    if unseen:
        return _suggest_weak(unseen, rows, parts) or _suggest_new(
            unseen, _share_by_tag(prompts, rows)
        )
    return _suggest_again(prompts, tried, now)


def _suggest_first(prompts: Sequence[Prompt]) -> Suggestion:
    shortest = min(prompts, key=lambda prompt: prompt.minutes)
    return Suggestion(prompt_id=shortest.id, why="A short one to begin with.")


def _suggest_weak(
    unseen: Sequence[Prompt], rows: Sequence[AttemptRow], parts: Mapping[str, Collection[str]]
) -> Suggestion | None:
    """Return a new prompt that asks for what was filled least; None if none asks for it."""
    for weak in _weakest_first(rows):
        chosen = next((each for each in unseen if weak.id in parts.get(each.id, ())), None)
        if chosen is not None:
            why = f"New to you. It has a part like “{weak.title}”, which you have filled to "
            return Suggestion(prompt_id=chosen.id, why=f"{why}{weak.coverage:.0%} so far.")
    return None


def _weakest_first(rows: Sequence[AttemptRow]) -> list[DimensionCoverage]:
    """Return the mean of every dimension that is not nearly full, the emptiest first."""
    found: dict[str, list[DimensionCoverage]] = {}
    for dimension in (each for row in rows for each in row.dimensions):
        found.setdefault(dimension.id, []).append(dimension)
    means = (
        replace(same[0], coverage=fmean(each.coverage for each in same)) for same in found.values()
    )
    return sorted((mean for mean in means if mean.coverage < WEAK), key=lambda mean: mean.coverage)


def _suggest_new(unseen: Sequence[Prompt], shares: Mapping[str, float]) -> Suggestion:
    def weakest_tag(prompt: Prompt) -> str | None:
        return min(
            (tag for tag in prompt.tags if tag in shares), key=shares.__getitem__, default=None
        )

    def strength(prompt: Prompt) -> float:
        tag = weakest_tag(prompt)
        return 1.0 if tag is None else shares[tag]

    chosen = min(unseen, key=strength)
    tag = weakest_tag(chosen)
    if tag is None:
        return Suggestion(prompt_id=chosen.id, why="You have not tried this one yet.")
    return Suggestion(
        prompt_id=chosen.id,
        why=f"New to you, on {_spoken(tag)}: there you have earned {shares[tag]:.0%} so far.",
    )


def _suggest_again(
    prompts: Sequence[Prompt], tried: Mapping[str, AttemptRow], now: datetime
) -> Suggestion:
    def gain(prompt: Prompt) -> float:
        last = tried[prompt.id]
        missing = 1.0 if last.share is None else 1.0 - last.share
        weakest = _weakest(last)
        emptiness = missing if weakest is None else 1.0 - weakest.coverage
        return (missing + emptiness) / 2 + min(1.0, (now - last.submitted_at) / FRESH)

    chosen = max(prompts, key=gain)
    last = tried[chosen.id]
    when = _days_ago((now - last.submitted_at).days)
    if last.marks is None:
        return Suggestion(prompt_id=chosen.id, why=f"You last answered this {when}.")
    earned = f"{last.marks:g} of {last.max_marks}"
    weakest = _weakest(last)
    least = f", least for “{weakest.title}”" if weakest and weakest.coverage < WEAK else ""
    return Suggestion(
        prompt_id=chosen.id, why=f"Your last answer, {when}, earned {earned}{least}: beat it."
    )


def _weakest(row: AttemptRow) -> DimensionCoverage | None:
    return min(row.dimensions, key=lambda each: each.coverage, default=None)


def _share_by_tag(prompts: Sequence[Prompt], rows: Sequence[AttemptRow]) -> dict[str, float]:
    tags = {prompt.id: prompt.tags for prompt in prompts}
    shares: dict[str, list[float]] = {}
    for row in rows:
        for tag in tags.get(row.prompt_id, ()):
            if row.share is not None:
                shares.setdefault(tag, []).append(row.share)
    return {tag: fmean(mine) for tag, mine in shares.items()}


def _spoken(tag: str) -> str:
    return tag.replace("-", " ").replace("_", " ")


def _days_ago(days: int) -> str:
    return {0: "within the last day", 1: "a day ago"}.get(days, f"{days} days ago")
