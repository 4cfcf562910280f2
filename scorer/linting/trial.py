"""Scoring texts for the checks that measure a rubric."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from scorer.rubric import Rubric  # noqa: TC001 -- the cache's key
from scorer.scoring import score_answer

if TYPE_CHECKING:
    from scorer.report import ScoreReport


@lru_cache(maxsize=4096)
def score(answer: str, rubric: Rubric) -> ScoreReport:
    """Score an answer; several checks look at the same ones."""
    return score_answer(answer, rubric)


@cache
def off_topic_answer() -> str:
    """Return a rich answer to a question on local government."""
    return resources.files("scorer.linting").joinpath("off_topic.txt").read_text("utf-8")
