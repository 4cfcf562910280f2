"""Which question trains what an answer keeps lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from practice.history import Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from practice.habits import Gap
    from practice.history import AttemptRow
    from scorer.prompts import Directive, Prompt

    Wanted = Callable[[Prompt, Directive | None], bool]

_WHY: Final[Mapping[Gap, str]] = {
    "no_judgement": "It asks for a judgement.",
    "one_sided": "It asks for both sides.",
    "no_figures": "Bring one figure or year to it that you are sure of.",
    "overtime": "A short one: stop when the bell rings.",
    "under_length": "Plan five points before you write.",
}
_TRAINS: Final[Mapping[Gap, Wanted]] = {
    "no_judgement": lambda _, word: word is not None and word.judgement,
    "one_sided": lambda _, word: word is not None and word.both_sides,
}


def suggest_exercise(
    gap: Gap,
    prompts: Sequence[Prompt],
    directives: Mapping[str, Directive],
    rows: Sequence[AttemptRow],
) -> Suggestion | None:
    """Return the question that trains a gap: a new one, else the one left longest.

    Parameters
    ----------
    gap : Gap
    prompts : sequence of Prompt
    directives : mapping of str to Directive
        The command words by their ids.
    rows : sequence of AttemptRow
        Attempts so far.

    Returns
    -------
    Suggestion or None
        None without prompts.
    """
    last = {
        row.prompt_id: row.submitted_at for row in sorted(rows, key=lambda row: row.submitted_at)
    }
    wanted = _TRAINS.get(gap)
    fitting = [each for each in prompts if wanted and wanted(each, directives.get(each.directive))]
    candidates = _shortest(prompts) if gap == "overtime" else fitting or prompts
    new = [prompt for prompt in candidates if prompt.id not in last]
    tried = sorted(
        (prompt for prompt in candidates if prompt.id in last), key=lambda prompt: last[prompt.id]
    )
    chosen = next(iter((*new, *tried)), None)
    if chosen is None:
        return None
    why = _WHY[gap] if wanted is None or fitting else ""
    return Suggestion(prompt_id=chosen.id, why=why or "The nearest there is.")


def _shortest(prompts: Collection[Prompt]) -> list[Prompt]:
    least = min((prompt.minutes for prompt in prompts), default=0)
    return [prompt for prompt in prompts if prompt.minutes == least]
