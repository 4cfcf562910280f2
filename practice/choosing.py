"""Choosing a question: filters, and what has been attempted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorer.prompts import filter_prompts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from scorer.prompts import Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a learner wants to practise; every wish that is given must be met."""

    marks: int | None = None
    directive: str | None = None
    tag: str | None = None
    only_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be wished for."""

    marks: tuple[int, ...]
    directives: tuple[str, ...]
    tags: tuple[str, ...]


def choose_prompts(
    prompts: Iterable[Prompt], wishes: Wishes, attempted: Collection[str] = ()
) -> tuple[Prompt, ...]:
    """Return the prompts that fit, in their order.

    Parameters
    ----------
    prompts : iterable of Prompt
    wishes : Wishes
    attempted : collection of str, optional
        Ids of the prompts that have been answered.
    """
    fitting = filter_prompts(
        prompts, marks=wishes.marks, directive=wishes.directive, tag=wishes.tag
    )
    skipped = attempted if wishes.only_new else ()
    return tuple(prompt for prompt in fitting if prompt.id not in skipped)


def list_choices(prompts: Iterable[Prompt]) -> Choices:
    """Return every value that some prompt has."""
    known = tuple(prompts)
    return Choices(
        marks=tuple(sorted({prompt.marks for prompt in known})),
        directives=tuple(sorted({prompt.directive for prompt in known})),
        tags=tuple(sorted({tag for prompt in known for tag in prompt.tags})),
    )
