"""What changed from one answer to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.markup import Markup, element, join
from practice.telling_changes import tabulate, tell_kept, tell_point
from practice.views.parts.page import show, show_section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from practice.comparing import Changes, Comparison, PointChange, Side
    from practice.diffing import Piece
    from practice.telling_changes import Line


def show_point_changes(changes: Changes) -> None:
    """Show the points that were gained and lost."""
    lists = (
        *_points("Points gained", "+", changes.gained),
        *_points("Points lost", "−", changes.lost),
    )
    show(
        element(
            "div",
            *lists,
            element("p", tell_kept(changes.kept), class_="mp-meta"),
            class_="mp-changes",
        )
    )


def show_table(comparison: Comparison) -> None:
    """Show both answers in figures."""
    head = (element("th", name, scope="col") for name in ("First", "Second", "Change"))
    show(
        element(
            "table",
            element("caption", "Marks, words and time, and how full each part is"),
            element("thead", element("tr", element("td", ""), *head)),
            element("tbody", *map(_line, tabulate(comparison))),
            class_="mp-sums mp-contrast",
        )
    )


def show_words(comparison: Comparison) -> None:
    """Show both texts with the words that only one of them has."""
    show_section("Word by word")
    show(
        element(
            "p",
            element("del", "Struck out"),
            ": only in the first. ",
            element("ins", "Underlined"),
            ": only in the second.",
            class_="mp-meta mp-diff",
        )
    )
    show(
        element(
            "div",
            _text("First answer", "del", comparison.before),
            _text("Second answer", "ins", comparison.after),
            class_="mp-sides mp-diff",
        )
    )


def _points(title: str, sign: str, changes: Sequence[PointChange]) -> tuple[Markup, ...]:
    if not changes:
        return ()
    items = (
        element(
            "li",
            element("b", sign, aria_hidden="true"),
            f" {change.statement} ",
            element("i", tell_point(change)),
        )
        for change in changes
    )
    return element("h3", f"{title} ({len(changes)})"), element("ul", *items, class_="mp-checks")


def _line(line: Line) -> Markup:
    cells = (element("td", each) for each in (line.before, line.after, line.change))
    return element("tr", element("th", line.name, scope="row"), *cells)


def _text(title: str, tag: str, side: Side) -> Markup:
    return element(
        "section",
        element("h3", title),
        element("div", *(_piece(each, tag) for each in side.pieces), class_="mp-answer"),
        aria_label=title,
        lang="en-IN",
    )


def _piece(piece: Piece, tag: str) -> Markup:
    return element(tag, piece.text) if piece.changed else join(piece.text)
