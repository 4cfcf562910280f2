"""How an answer is built: introduction, body, conclusion, layout. Notes only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scorer.language import load_english
from scorer.report import Structure
from scorer.text import Span, count_words

if TYPE_CHECKING:
    from collections.abc import Sequence

_BULLET = re.compile(r"^[ \t]*(?:[-*•–●▪]|\(?\w{1,3}[.)])\s")
_HEADING = re.compile(r"^[ \t]*(?:#+\s.*|\*\*[^*]+\*\*:?|[^.?!:]{3,60}:)[ \t]*$")
_OPENING_SHARE = 0.3
_CLOSING_SHARE = 0.35
"""An introduction or a conclusion takes no more of an answer than this."""


def describe_structure(text: str) -> Structure:
    """Find the parts of an answer without requiring their names as headings."""
    paragraphs = _paragraphs(text)
    total = count_words(text)
    introduction = _introduction_words(text, paragraphs, total)
    conclusion = _conclusion(text, paragraphs, total)
    closing = count_words(text[conclusion.start :]) if conclusion else 0
    lines = text.split("\n")
    return Structure(
        introduction_words=introduction,
        body_words=total - introduction - closing,
        conclusion_words=closing,
        paragraphs=len(paragraphs),
        bullets=sum(bool(_BULLET.match(line)) for line in lines),
        headings=sum(bool(_HEADING.match(line)) for line in lines),
        conclusion_start=conclusion.start if conclusion else None,
    )


def _paragraphs(text: str) -> tuple[Span, ...]:
    lines = re.finditer(r"[^\n]+", text)
    return tuple(Span(line.start(), line.end()) for line in lines if count_words(line.group()))


def _introduction_words(text: str, paragraphs: Sequence[Span], total: int) -> int:
    if len(paragraphs) < 2 or _BULLET.match(text[slice(*paragraphs[0])]):
        return 0
    words = count_words(text[slice(*paragraphs[0])])
    return words if words <= _OPENING_SHARE * total else 0


def _conclusion(text: str, paragraphs: Sequence[Span], total: int) -> Span | None:
    if len(paragraphs) < 2:
        return None
    last = paragraphs[-1]
    closing = text[slice(*last)]
    cued = any(cue in closing.lower() for cue in load_english().judgement_cues)
    short = count_words(closing) <= _CLOSING_SHARE * total
    return last if short and (cued or not _BULLET.match(closing)) else None
