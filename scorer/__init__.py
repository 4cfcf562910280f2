"""Score answers against rubrics, with every mark explained.

The public names load on first use, so that ``import scorer`` stays fast.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scorer.loading import load_exemplars, load_rubric
    from scorer.prompts import Prompt, get_prompt, load_prompts
    from scorer.report import ScoreReport
    from scorer.rubric import Dimension, KeywordGroup, Rubric, RubricPoint
    from scorer.scale import load_scale
    from scorer.scoring import score_answer, score_answers
    from scorer.text import clean_text, count_words

__version__ = "0.1.0"

_HOMES = {
    "loading": ("load_exemplars", "load_rubric"),
    "prompts": ("Prompt", "get_prompt", "load_prompts"),
    "report": ("ScoreReport",),
    "rubric": ("Dimension", "KeywordGroup", "Rubric", "RubricPoint"),
    "scale": ("load_scale",),
    "scoring": ("score_answer", "score_answers"),
    "text": ("clean_text", "count_words"),
}
_MODULE_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Dimension",
    "KeywordGroup",
    "Prompt",
    "Rubric",
    "RubricPoint",
    "ScoreReport",
    "clean_text",
    "count_words",
    "get_prompt",
    "load_exemplars",
    "load_prompts",
    "load_rubric",
    "load_scale",
    "score_answer",
    "score_answers",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'scorer' has no attribute {name!r}")
    return getattr(import_module(f"scorer.{_MODULE_OF[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
