"""How many marks, and what would have paid most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from practice.improving import WORTH_NAMING, best_improvements
from practice.markup import element, join
from practice.verdicts import find_caveats, read_verdict
from practice.views.parts.page import show, show_section
from practice.wording import describe_gain
from scorer import load_scale

if TYPE_CHECKING:
    from practice.history import StoredReport
    from practice.improving import Improvement
    from practice.markup import Markup
    from practice.verdicts import Verdict
    from scorer.report import ScoreReport


def show_marks(report: ScoreReport) -> None:
    """Show the marks, the range in which they probably lie, and the band."""
    verdict = read_verdict(report, load_scale())
    show(
        element(
            "div",
            element(
                "p",
                element("b", verdict.marks, class_="mp-number"),
                element("span", f"of {verdict.out_of},", class_="mp-out-of"),
                element("span", f"likely {verdict.likely}", class_="mp-likely"),
                element("span", verdict.band, class_="mp-band"),
                class_="mp-verdict",
            ),
            _draw_scale(verdict),
            *(element("p", each.message, class_="mp-caveat") for each in find_caveats(report)),
            element("p", verdict.why, class_="mp-why"),
            element("p", verdict.scale, class_="mp-meta"),
            class_="mp-marks",
        )
    )


def show_improvements(stored: StoredReport) -> None:
    """Show the few things that would have paid most."""
    found = best_improvements(stored.report, stored.rubric)
    if found:
        show_section("What would have paid most")
        show(element("ol", *map(_improvement, found), class_="mp-improvements"))


def _draw_scale(verdict: Verdict) -> Markup:
    return element(
        "div",
        _mark("mp-scale-likely", f"left:{verdict.low_at}%;right:{100 - verdict.high_at}%"),
        None
        if verdict.ceiling_at is None
        else _mark("mp-scale-ceiling", f"left:{verdict.ceiling_at}%"),
        _mark("mp-scale-marks", f"left:{verdict.marks_at}%"),
        class_="mp-scale",
        aria_hidden="true",
    )


def _mark(class_: str, style: str) -> Markup:
    return element("i", class_=class_, style=style)


def _improvement(improvement: Improvement) -> Markup:
    gain = describe_gain(improvement.gain) if improvement.gain >= WORTH_NAMING else None
    return element(
        "li",
        join(
            element("b", improvement.title),
            gain and element("span", gain, class_="mp-gain"),
            element("p", improvement.advice),
        ),
    )
