"""Which prompt to answer next, and why."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from practice.history import Suggestion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from practice.history import AttemptRow
    from scorer.prompts import Prompt

FRESH = timedelta(days=30)
"""After this long without a try, an answer is worth as much as a new one."""


def suggest(
    prompts: Sequence[Prompt], rows: Sequence[AttemptRow], now: datetime
) -> Suggestion | None:
    """Return the prompt that a learner gains most from, or None if there are no prompts.

    Something new comes first, where the learner's marks are lowest; then what
    went worst or was left longest.

    Parameters
    ----------
    prompts : sequence of Prompt
    rows : sequence of AttemptRow
        The newest attempt at each prompt; older ones count as well if given.
    now : datetime
    """
    if not prompts:
        return None
    tried = {row.prompt_id: row for row in sorted(rows, key=lambda row: row.submitted_at)}
    unseen = [prompt for prompt in prompts if prompt.id not in tried]
    if not rows:
        return _suggest_first(prompts)
    if unseen:
        return _suggest_new(unseen, _share_by_tag(prompts, rows))
    return _suggest_again(prompts, tried, now)


def _suggest_first(prompts: Sequence[Prompt]) -> Suggestion:
    shortest = min(prompts, key=lambda prompt: prompt.minutes)
    return Suggestion(prompt_id=shortest.id, why="A short one to begin with.")


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
        return missing + min(1.0, (now - last.submitted_at) / FRESH)

    chosen = max(prompts, key=gain)
    last = tried[chosen.id]
    when = _days_ago((now - last.submitted_at).days)
    if last.marks is None:
        return Suggestion(prompt_id=chosen.id, why=f"You last answered this {when}.")
    earned = f"{last.marks:g} of {last.max_marks}"
    return Suggestion(
        prompt_id=chosen.id, why=f"Your last answer, {when}, earned {earned}: beat it."
    )


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
