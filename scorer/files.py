"""What each kind of file beside the prompts holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from scorer.lexicon import Term
from scorer.prompts import DirectiveFile, PromptFile
from scorer.rubric import Claim, Demand, Dimension, FactCheck, Misconception, Source

Quality = Literal["strong", "good", "average", "generic", "thin", "confused"]
"""How good an exemplar is, from the best to a confident, wrong one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricFile:
    """A rubric as it is written: what it leaves out, its prompt and topic give."""

    id: str
    """The prompt's id."""
    dimensions: tuple[Dimension, ...]
    topic: str = ""
    """Finds the topic's lexicon and sources."""
    as_of: str = ""
    """ISO date to which the facts were checked."""
    misconceptions: tuple[Misconception, ...] = ()
    facts: tuple[FactCheck, ...] = ()
    model_answer: str = ""
    plain_answer: str = ""
    """The model answer's content in everyday words."""
    prompt_text: str | None = None
    """Only for a rubric whose prompt is in no prompt file; so are the next four."""
    max_marks: int | None = None
    word_limit: int | None = None
    directive: str | None = None
    demands: tuple[Demand, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LexiconFile:
    """A topic's thesaurus."""

    topic: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFile:
    """What is true of a topic and often turned round."""

    topic: str
    claims: tuple[Claim, ...]
    sets: tuple[Term, ...] = ()
    """Phrases that several claims name together, as ``$id``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """Where a topic's facts were published."""

    topic: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemplar:
    """An answer with its author's marks; tests a rubric, never proves it valid."""

    id: str
    quality: Quality
    marks: float
    """On the prompt's exam scale."""
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarFile:
    """The exemplars of one prompt."""

    id: str
    """The prompt's id."""
    exemplars: tuple[Exemplar, ...]


FILE_KINDS: dict[str, type[object]] = {
    "claims": ClaimFile,
    "directives": DirectiveFile,
    "exemplars": ExemplarFile,
    "lexicon": LexiconFile,
    "prompts": PromptFile,
    "rubric": RubricFile,
    "sources": SourceFile,
}
"""Every kind of data file by its name."""
