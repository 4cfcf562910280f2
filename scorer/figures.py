"""Figures in an answer: where they stand, what they are worth, which nobody checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scorer.report import EvidenceSpan
from scorer.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scorer.phrases import Hit
    from scorer.reading import Reading
    from scorer.rubric import FactUnit

_NUMBER = r"(?<!\d)(?P<value>\d++(?:,\d++)*+(?:\.\d++)?+)"
_LAKH_CRORE = 100_000
_PATTERNS = {
    "percent": re.compile(_NUMBER + r"\s*(?:%|per\s?cent)", re.IGNORECASE),
    "year": re.compile(r"\b(?P<value>(?:19|20)\d\d)\b"),
    "rupees_crore": re.compile(
        r"(?:(?:rs\.?|₹|inr|rupees)\s?)?" + _NUMBER + r"\s*(?P<lakh>lakh\s+)?(?:crores?|cr)\b",
        re.IGNORECASE,
    ),
    "tonnes": re.compile(_NUMBER + r"\s*(?:metric\s+)?(?:tonnes?|tons?|mt)\b", re.IGNORECASE),
    # A bare number of four digits that may be a year counts nothing.
    "count": re.compile(
        r"(?<![.,-])(?!(?:19|20)\d\d\b)" + _NUMBER + r"(?!\s*(?:%|per\s?cent|crore|cr\b|lakh))"
    ),
}
# Begins with a digit, so that a text is passed over quickly.
_MEASURE = re.compile(
    _NUMBER
    + r"\s*(?:%|per\s?cent|(?:lakh\s+)?(?:crores?|cr)\b|(?:metric\s+)?(?:tonnes?|tons?|mt)\b"
    r"|(?:billion|million|bn)\b)",
    re.IGNORECASE,
)


def find_figures(
    unit: FactUnit, text: str, start: int, end: int
) -> Iterator[tuple[float, EvidenceSpan]]:
    """Yield the value and the place of every figure of a unit in a stretch of text."""
    for match in _PATTERNS[unit].finditer(text, start, min(end + 1, len(text))):
        value = float(match["value"].replace(",", ""))
        if match.groupdict().get("lakh"):
            value *= _LAKH_CRORE
        yield value, EvidenceSpan(start=match.start(), end=match.end(), text=match.group())


def find_unverified(
    reading: Reading, checked: Iterable[EvidenceSpan], known: Iterable[Hit]
) -> tuple[EvidenceSpan, ...]:
    """Return shares, sums and weights that no check and no keyword knows.

    Parameters
    ----------
    reading : Reading
    checked : iterable of EvidenceSpan
        Figures that a fact check has judged.
    known : iterable of Hit
        Where the rubric's keywords were found.
    """
    found = [Span(match.start(), match.end()) for match in _MEASURE.finditer(reading.text)]
    if not found:
        return ()
    named = {reading.characters(Span(hit.first, hit.last)) for hit in known if _names_figure(hit)}
    told = [*named, *(Span(one.start, one.end) for one in checked)]
    return tuple(
        EvidenceSpan(start=one.start, end=one.end, text=reading.text[slice(*one)])
        for one in found
        if not any(one.start < other.end and other.start < one.end for other in told)
    )


def _names_figure(hit: Hit) -> bool:
    return any(map(str.isdigit, hit.key))
