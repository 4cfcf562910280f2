"""The pace chart in words: its columns, the whole, and how to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.pacing import PaceColumn


def tell_column(column: PaceColumn) -> str:
    """Say what a column shows."""
    pasted = f", {column.pasted} pasted" if column.pasted else ""
    return f"After {_minutes(column)} min: {column.words} words{pasted}"


def tell_pace(columns: Sequence[PaceColumn]) -> str:
    """Say what the chart shows, to those who do not see it."""
    counts = ", ".join(f"{_minutes(column)}: {column.words}" for column in columns)
    return f"Words on the page after so many minutes. {counts}"


def explain_pace(columns: Sequence[PaceColumn]) -> str:
    """Say how to read the chart; only what is in it."""
    signs = (
        ("striped: mostly at rest", any(column.at_rest for column in columns)),
        ("dotted top: words were pasted", any(column.pasted for column in columns)),
        ("pale: after the bell", any(column.after_bell for column in columns)),
    )
    present = [sign for sign, applies in signs if applies]
    return "; ".join(["Words on the page, from the start to the end", *present]) + "."


def _minutes(column: PaceColumn) -> str:
    return f"{round(column.until, 1):g}"
