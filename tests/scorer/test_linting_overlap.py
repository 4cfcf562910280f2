"""Rubrics stay apart from the answers they are measured on."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from scorer.bank import Bank
from scorer.cli import main
from scorer.linting.overlap import lint_overlap
from tests.scorer.samples import write_bank

COPIED = "one two three four five six"
ASKED = "Why do Indian cities flood? Suggest measures."


def shared(tmp_path, text, answers) -> list[tuple[int, str]]:
    """Return line and code of what a rubric with this phrasing shares with answers."""
    write_bank(tmp_path)
    path = tmp_path / "rubrics" / "other.yaml"
    path.write_text(f"id: x\nphrasings: [{text}]\n")
    issues = lint_overlap(Bank.at(tmp_path), answers)
    return [(issue.line, issue.code) for issue in issues]


@pytest.mark.parametrize(
    ("text", "answers", "lines"),
    [
        pytest.param(COPIED, [f"Zero {COPIED}, seven."], [2], id="six words in a row"),
        pytest.param(COPIED, [COPIED.upper()], [2], id="whatever their case"),
        pytest.param(COPIED, ["One, two - three; four. Five! (six)"], [2], id="and points"),
        pytest.param(COPIED, [COPIED.replace("four", "for")], [], id="one word differs"),
        pytest.param("one two three four five", [COPIED], [], id="five words"),
        pytest.param(COPIED, [COPIED, f"And {COPIED}"], [], id="what several answers say"),
        pytest.param(COPIED, [f"{COPIED} {COPIED}"], [2], id="one answer twice"),
        pytest.param(ASKED, [f"I ask: {ASKED}"], [], id="what the prompt says"),
        pytest.param(f"{COPIED} seven eight", [f"{COPIED} seven eight"], [2], id="told once"),
        pytest.param(
            "the United States and the Republic of India",
            ["The United States and the republic of India"],
            [],
            id="a name",
        ),
        pytest.param(
            "the united States and the Republic of India",
            ["the united States and the Republic"],
            [2],
            id="no name if a word of it is small",
        ),
    ],
)
def test_shared_runs_are_found(tmp_path, text, answers, lines):
    assert shared(tmp_path, text, answers) == [(line, "O01") for line in lines]


def test_a_file_that_cannot_be_read_is_another_checks_matter(tmp_path):
    assert shared(tmp_path, "[", [COPIED]) == []


def test_the_command_looks_through_the_installed_bank(tmp_path):
    graded = tmp_path / "graded.jsonl"
    answer = {"id": "a", "prompt": "p", "max_marks": 10, "marks": 1}
    source = "Special briefing by the Foreign Secretary on the Prime Minister's visit to the USA"
    graded.write_text(json.dumps(answer | {"answer": source}))
    (tmp_path / "none.yaml").write_text("id: x\ndimensions: []\n")
    result = CliRunner().invoke(
        main, ["lint", "--quick", str(tmp_path / "none.yaml"), "--apart-from", str(graded)]
    )
    assert result.exit_code == 1
    assert "trust.sources.yaml" in result.stdout
    assert "O01 'special briefing by the foreign secretary' stands in an answer" in result.stdout
