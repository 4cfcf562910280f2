"""Learners' objections as candidates for a rubric: sentences, and words it does not know yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scorer.text import stop_stems, tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from practice.remarks import Dispute
    from scorer.rubric import Rubric, RubricPoint

    FindRubric = Callable[[str], Rubric | None]

_HEAD = """\
# What learners say they wrote, by question and marking point.
# phrasings: their sentences. aliases: words in them that the point does not know yet.
# times: how often somebody said so. Read before you copy anything into a rubric.
"""


def dump_candidates(disputes: Iterable[Dispute], find_rubric: FindRubric) -> str:
    """Return objections as YAML, in the manner of a rubric.

    Parameters
    ----------
    disputes : iterable of Dispute
    find_rubric : callable
        Returns the rubric of a prompt's id; None if it is gone.
    """
    import yaml

    by_prompt: dict[str, list[Dispute]] = {}
    for dispute in disputes:
        by_prompt.setdefault(dispute.prompt_id, []).append(dispute)
    content = {each: _entry(said, find_rubric(each)) for each, said in sorted(by_prompt.items())}
    return _HEAD + yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=96)


def find_new_words(sentences: Iterable[str], point: RubricPoint) -> tuple[str, ...]:
    """Return the words that a point's statement, phrasings and keywords lack, each once."""
    aliases = (alias for group in point.keywords for alias in group.any)
    known = {token.stem for text in (*point.sentences, *aliases) for token in tokenize(text)}
    new = {
        token.stem: token.word
        for sentence in sentences
        for token in tokenize(sentence)
        if token.stem not in known and token.stem not in stop_stems()
    }
    return tuple(new.values())


def _entry(said: Sequence[Dispute], rubric: Rubric | None) -> dict[str, Any]:
    by_point: dict[str, list[Dispute]] = {}
    for dispute in said:
        if dispute.point_id is not None:
            by_point.setdefault(dispute.point_id, []).append(dispute)
    points = {point.id: point for point in rubric.points} if rubric else {}
    return {
        "points": [_point(each, mine, points.get(each)) for each, mine in by_point.items()],
        "other_points": _words(each for each in said if each.point_id is None),
    }


def _point(point_id: str, said: Sequence[Dispute], point: RubricPoint | None) -> dict[str, Any]:
    phrasings = _words(said)
    entry: dict[str, Any] = {"id": point_id}
    if point is not None:
        entry["statement"] = point.statement
    entry |= {"times": len(said), "phrasings": phrasings}
    if point is not None:
        entry["aliases"] = list(find_new_words(phrasings, point))
    return entry


def _words(said: Iterable[Dispute]) -> list[str]:
    return list(dict.fromkeys(dispute.words for dispute in said if dispute.words))
