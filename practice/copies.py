"""Copies: other people's answers on paper, marked by ticking."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scorer.batch import safe_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """One copy of a pile."""

    id: str
    prompt_id: str
    label: str
    """A name or a roll number."""
    marks: float
    max_marks: int
    marked_at: datetime
    ticks: Mapping[str, float] = field(default_factory=dict)
    """0.5 or 1 by the id of the point."""
    learner: str = "local"


def list_copies(copies: Iterable[Copy]) -> str:
    """Return copies as the text of a CSV file."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["copy", "marks", "of", "marked_at"])
    for copy in copies:
        moment = copy.marked_at.isoformat(timespec="seconds")
        writer.writerow([safe_cell(copy.label), f"{copy.marks:g}", copy.max_marks, moment])
    return text.getvalue()
