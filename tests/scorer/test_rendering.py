"""Reports as lines of text for a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.rendering import ledger_lines, report_lines
from scorer.report import (
    Advisory,
    Contradiction,
    EvidenceSpan,
    FactFinding,
    LedgerLine,
    MisconceptionFinding,
)
from scorer.scoring import score_answer
from tests.scorer.samples import flood_rubric

RUBRIC = flood_rubric()
REPORT = score_answer(RUBRIC.plain_answer, RUBRIC)
QUOTE = EvidenceSpan(start=0, end=6, text="Cement")


def text(**changes) -> str:
    """Return the lines of a report with some of its parts replaced."""
    return "\n".join(report_lines(replace(REPORT, **changes), RUBRIC))


def with_first_point(**changes) -> str:
    """Return the lines of a report whose first point is another."""
    first, *others = REPORT.points
    return text(points=(replace(first, **changes), *others))


def test_the_ledger_ends_with_its_sum():
    lines = [
        LedgerLine(label="Causes", hundredths=255, why="much", kind="dimension"),
        LedgerLine(label="Scale", hundredths=-30, why="strict", kind="map"),
        LedgerLine(label="Rounding", hundredths=-25, why="half marks", kind="rounding"),
    ]
    assert list(ledger_lines(lines)) == [
        "  +2.55  Causes: much",
        "  -0.30  Scale: strict",
        "  -0.25  Rounding: half marks",
        "   2.00  marks",
    ]


def test_the_ledger_of_a_report_sums_to_its_marks():
    *_, total = ledger_lines(REPORT.ledger)
    assert total == f"{REPORT.marks:7.2f}  marks"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": "covered"}, "made"),
        ({"status": "partial"}, "partly"),
        ({"status": "missing", "evidence": (), "feedback": "Say why."}, "Say why."),
        ({"status": "missing", "feedback": ""}, "not found"),
        ({"evidence": (QUOTE,)}, "“Cement”"),
        (
            {
                "status": "contradicted",
                "contradiction": Contradiction(evidence=QUOTE, sure=True, why="turned round"),
                "correction": "It is the other way.",
            },
            "but “Cement”: It is the other way.",
        ),
        (
            {
                "contradiction": Contradiction(evidence=QUOTE, sure=False, why="check this"),
                "correction": "",
            },
            "but “Cement”: check this",
        ),
    ],
)
def test_a_point_says_how_it_fared(changes, words):
    assert words in with_first_point(**changes)


def test_notes_hold_advisories_misconceptions_and_figures():
    right = FactFinding(id="a", about="A", verdict="right", evidence=QUOTE, correction="C.")
    output = text(
        advisories=(Advisory(code="copy", message="Copied.", effect="half the marks"),),
        misconceptions=(
            MisconceptionFinding(id="m", statement="S", evidence=QUOTE, correction="Not so."),
        ),
        facts=(right, replace(right, about="B", verdict="wrong")),
        unverified=(replace(QUOTE, text="40 per cent"),),
    )
    for part in (
        "copy: Copied. (effect: half the marks)",
        "“Cement” Not so.",
        "A: “Cement” right",
        "B: “Cement” C.",
        "“40 per cent” not verified, not counted",
    ):
        assert part in output


def test_a_report_without_notes_has_no_such_section():
    output = text(advisories=(), misconceptions=(), facts=(), as_of="")
    assert "Notes" not in output
    assert "Facts checked to an unknown date" in output


def test_long_lines_of_the_prompt_are_wrapped():
    wordy = replace(RUBRIC, prompt_text="Why do cities flood? " * 20)
    assert max(map(len, list(report_lines(REPORT, wordy))[:5])) <= 96
