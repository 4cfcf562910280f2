"""Many answers from a file into a file."""

from __future__ import annotations

import csv
import json

import pytest

from scorer import batch
from scorer.bank import Bank
from scorer.batch import (
    IN_COLUMNS,
    OUT_COLUMNS,
    BadRow,
    Row,
    ScoredRow,
    load_rows,
    open_writer,
    safe_cell,
    score_rows,
)
from scorer.issues import WrongUse
from scorer.report import ScoreReport
from tests.scorer.samples import flood_rubric, write_bank

ANSWER = flood_rubric().plain_answer
NEEDS = "needs 'prompt' and 'answer' as text"


@pytest.fixture
def bank(tmp_path):
    """Return a bank with one prompt."""
    return Bank.at(write_bank(tmp_path / "bank"))


def written(tmp_path, name, text):
    """Write a file and return its path."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_of_a_table_know_where_they_begin(tmp_path):
    path = written(
        tmp_path, "in.csv", '\ufeffid,prompt,answer,note\n1,p,"two\nlines",x\n2,p,one,y\n3,p\n'
    )
    assert load_rows(path) == (
        Row(2, "1", "p", "two\nlines"),
        Row(4, "2", "p", "one"),
        BadRow(5, NEEDS),
    )


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ('{"id": 7, "prompt": "p", "answer": "a"}', Row(1, "7", "p", "a")),
        ('{"prompt": "p", "answer": "a"}', Row(1, "", "p", "a")),
        ('{"id": "x", "prompt": "p"}', BadRow(1, NEEDS)),
        (
            '{"id": "x", "prompt": "p", "answer": 3}',
            BadRow(1, NEEDS),
        ),
        ("[1]", BadRow(1, NEEDS)),
        ('"word"', BadRow(1, NEEDS)),
    ],
)
def test_rows_of_json_lines(tmp_path, line, row):
    assert load_rows(written(tmp_path, "in.jsonl", f"{line}\n\n")) == (row,)


def test_lists_without_end_are_a_bad_row(tmp_path):
    path = written(tmp_path, "in.jsonl", "[" * 200_000)
    assert load_rows(path) == (BadRow(1, "not JSON (nested too deeply)"),)


def test_a_line_that_is_not_json_is_a_bad_row(tmp_path):
    first, second = load_rows(written(tmp_path, "in.jsonl", '{"a\n{"prompt": "p", "answer": "a"}'))
    assert first.line == 1
    assert first.problem.startswith("not JSON")
    assert second == Row(2, "", "p", "a")


@pytest.mark.parametrize("column", IN_COLUMNS)
def test_a_table_without_a_column_is_wrong_use(tmp_path, column):
    heading = ",".join(name for name in IN_COLUMNS if name != column)
    with pytest.raises(WrongUse, match=f"lacks the columns {column}"):
        load_rows(written(tmp_path, "in.csv", heading))


def test_an_open_quotation_mark_swallows_no_row_in_silence(tmp_path):
    path = written(tmp_path, "in.csv", 'id,prompt,answer\n1,p,a\n2,p,"b\n3,p,c\n')
    assert load_rows(path) == (Row(2, "1", "p", "a"), BadRow(3, "not CSV (unexpected end of data)"))


def test_text_after_a_closed_quotation_costs_one_row(tmp_path):
    path = written(tmp_path, "in.csv", 'id,prompt,answer\n1,p,"a"b\n2,p,c\n')
    broken, whole = load_rows(path)
    assert (broken.line, whole) == (2, Row(3, "2", "p", "c"))


def test_a_broken_heading_is_wrong_use(tmp_path):
    with pytest.raises(WrongUse, match="not CSV"):
        load_rows(written(tmp_path, "in.csv", 'id,"prompt,answer\n'))


def test_the_kind_of_a_file_is_known_in_capitals_too(bank, tmp_path):
    rows = load_rows(written(tmp_path, "IN.CSV", "id,prompt,answer\n1,urban-floods,Rain.\n"))
    with open_writer(tmp_path / "OUT.JSONL") as write:
        for row in score_rows(rows, bank):
            write(row)
    assert json.loads((tmp_path / "OUT.JSONL").read_text())["id"] == "1"


def test_an_empty_table_lacks_every_column(tmp_path):
    with pytest.raises(WrongUse, match="id, prompt, answer"):
        load_rows(written(tmp_path, "in.csv", ""))


@pytest.mark.parametrize("name", ["x.txt", "x"])
def test_other_kinds_of_files_are_wrong_use(tmp_path, name):
    with pytest.raises(WrongUse, match=r"use \.csv or \.jsonl"):
        load_rows(written(tmp_path, name, ""))
    with pytest.raises(WrongUse, match=r"use \.csv or \.jsonl"), open_writer(tmp_path / name):
        pass


def test_a_very_long_answer_is_read(tmp_path):
    text = "rain " * 200_000
    (row,) = load_rows(written(tmp_path, "in.csv", f"id,prompt,answer\n1,p,{text}\n"))
    assert row.answer == text


@pytest.mark.parametrize("workers", [1, 2])
def test_order_is_kept_and_bad_rows_pass_through(bank, workers):
    rows = [
        Row(2, "1", "urban-floods", ANSWER),
        BadRow(3, "empty"),
        Row(4, "2", "nowhere", ANSWER),
        Row(5, "3", " urban-floods ", ""),
    ]
    outcomes = list(score_rows(rows, bank, workers))
    assert [type(outcome) for outcome in outcomes] == [ScoredRow, BadRow, BadRow, ScoredRow]
    assert outcomes[1] == rows[1]
    assert "nearest are urban-floods" in outcomes[2].problem
    assert outcomes[3].report.marks == 0


def test_a_failure_of_the_scorer_costs_one_row(bank, monkeypatch):
    def fail(answer, rubric):
        raise ZeroDivisionError("by accident")

    monkeypatch.setattr(batch, "score_answer", fail)
    (outcome,) = score_rows([Row(2, "1", "urban-floods", ANSWER)], bank)
    assert outcome == BadRow(2, "could not be scored (ZeroDivisionError('by accident'))")


def test_a_table_has_one_column_per_value(bank, tmp_path):
    path = tmp_path / "out.csv"
    with open_writer(path) as write:
        for outcome in score_rows([Row(2, "=1+1", "urban-floods", "Rain.")], bank):
            write(outcome)
    (row,) = csv.DictReader(path.read_text().splitlines())
    assert tuple(row) == OUT_COLUMNS
    assert row["id"] == "'=1+1"
    assert row["max_marks"] == "10"
    assert "too_brief" in row["advisories"].split()


def test_json_lines_hold_the_whole_report(bank, tmp_path):
    path = tmp_path / "out.jsonl"
    answer = "Drains \ud800 बाढ़"
    (scored,) = score_rows([Row(1, "=a", "urban-floods", answer)], bank)
    with open_writer(path) as write:
        write(scored)
    line = json.loads(path.read_text(encoding="utf-8"))
    assert tuple(line) == (*OUT_COLUMNS, "report")
    assert line["id"] == "=a"
    assert ScoreReport.from_dict(line["report"]) == scored.report


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("=1", "'=1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("a=1", "a=1"),
        (-1.5, -1.5),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(value, safe):
    assert safe_cell(value) == safe
