"""The small chart of how an answer grew while its time passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.markup import Markup, element
from practice.pacing import trace_pace
from practice.telling_pace import explain_pace, tell_column, tell_pace
from practice.views.parts.page import show

if TYPE_CHECKING:
    from practice.history import Review
    from practice.pacing import PaceColumn


def show_pace(review: Review) -> None:
    """Show the words on the page minute by minute, if they were watched."""
    columns = trace_pace(review.attempt, review.time_record)
    if not columns:
        return
    show(
        element(
            "figure",
            element(
                "div", *map(_draw, columns), class_="mp-pace", role="img",
                aria_label=tell_pace(columns),
            ),
            element("figcaption", explain_pace(columns), class_="mp-meta"),
        )
    )  # fmt: skip


def _draw(column: PaceColumn) -> Markup:
    kinds = (
        ("mp-rest", column.at_rest),
        ("mp-pasted", column.pasted > 0),
        ("mp-over", column.after_bell),
    )
    return element(
        "span",
        element("i", style=f"height:{column.height:.0f}%"),
        class_=" ".join(name for name, applies in kinds if applies) or None,
        title=tell_column(column),
    )
