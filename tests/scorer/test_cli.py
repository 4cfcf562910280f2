"""The command line: what it prints and how it ends."""

from __future__ import annotations

import csv
import errno
import json
import runpy
import sys

import pytest
from click.testing import CliRunner

from scorer import __version__
from scorer.cli import main
from scorer.report import ScoreReport
from tests.scorer.samples import PROMPTS_YAML, RUBRIC_YAML, flood_rubric, write_bank

ANSWER = flood_rubric().plain_answer


@pytest.fixture
def bank(tmp_path):
    """Return the folder of a bank with one prompt."""
    return str(write_bank(tmp_path / "bank"))


@pytest.fixture
def answer_file(tmp_path):
    """Return the path of a file that holds a fair answer."""
    path = tmp_path / "answer.txt"
    path.write_text(ANSWER, encoding="utf-8")
    return str(path)


def run(*arguments, stdin=None):
    """Run the command and return what came of it."""
    return CliRunner().invoke(main, arguments, input=stdin, prog_name="scorer")


def test_prompts_lists_ids_and_marks(bank):
    result = run("prompts", "--bank", bank)
    assert result.exit_code == 0
    assert result.stdout.startswith("urban-floods")
    assert "10 marks  100 words" in result.stdout


def test_prompts_as_json_holds_everything(bank):
    (prompt,) = json.loads(run("prompts", "--json", "--bank", bank).stdout)
    assert prompt["id"] == "urban-floods"
    assert prompt["demands"][0] == {"id": "causes", "text": "Say why cities flood"}


def test_prompts_without_a_bank_lists_the_installed_ones():
    assert len(json.loads(run("prompts", "--json").stdout)) == 12


def test_score_prints_marks_points_and_how_they_add_up(bank, answer_file):
    result = run("score", "urban-floods", answer_file, "--bank", bank)
    assert result.exit_code == 0
    for part in (
        "Why do Indian cities flood?",
        "practice scale, not UPSC's",
        "How the marks add up",
        "sealed_ground",
        "“Cement covers the soil",
        "Facts checked to 2026-06-02",
    ):
        assert part in result.stdout


def test_score_as_json_can_be_read_back(bank, answer_file):
    report = ScoreReport.from_dict(
        json.loads(run("score", "urban-floods", answer_file, "--json", "--bank", bank).stdout)
    )
    assert report.rubric_id == "urban-floods"
    for point in report.points:
        for evidence in point.evidence:
            assert ANSWER[evidence.start : evidence.end] == evidence.text


def test_score_reads_standard_input(bank, answer_file):
    from_file = run("score", "urban-floods", answer_file, "--bank", bank)
    assert (
        run("score", "urban-floods", "-", "--bank", bank, stdin=ANSWER).stdout == from_file.stdout
    )


def test_score_takes_the_path_of_a_rubric(bank, answer_file):
    path = f"{bank}/rubrics/urban-floods.yaml"
    assert "marks" in run("score", path, answer_file).stdout


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\t", id="white space"),
        pytest.param("\0", id="NUL"),
        pytest.param("😀 🏙️", id="emoji"),
        pytest.param("مرحبا", id="right to left"),
        pytest.param("शहरों में बाढ़ क्यों आती है", id="Devanagari"),
        pytest.param("drains " * 10_000, id="very long"),
    ],
)
def test_score_bears_any_text(bank, text):
    result = run("score", "urban-floods", "-", "--json", "--bank", bank, stdin=text)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["marks"] >= 0


def test_score_bears_bytes_that_are_no_text(bank, tmp_path):
    path = tmp_path / "answer.txt"
    path.write_bytes(b"\xff\xfe\x00\xd8 drains")
    assert run("score", "urban-floods", str(path), "--bank", bank).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ("score", "urban-flood", "ANSWER", "--bank", "BANK"),
            "nearest are urban-floods",
            id="an unknown prompt",
        ),
        pytest.param(("score", "x" * 5000, "ANSWER"), "there is no prompt", id="a long id"),
        pytest.param(
            ("score", f"{'x' * 5000}.yaml", "ANSWER"), "File name too long", id="a long path"
        ),
        pytest.param(
            ("prompts", "--bank", "BANK/prompts"), "neither prompts/ nor rubrics/", id="no bank"
        ),
        pytest.param(("score", "urban-floods", "none.txt"), "does not exist", id="no such file"),
        pytest.param(("score", "none.yaml", "ANSWER"), "none.yaml: No such file", id="no rubric"),
        pytest.param(("score", "urban-floods"), "Missing argument", id="no answer"),
        pytest.param(("lint", "none"), "does not exist", id="nothing to lint"),
        pytest.param(("batch", "ANSWER", "-o", "out.csv"), "use .csv or .jsonl", id="a text file"),
        pytest.param(("batch", "ANSWER"), "Missing option", id="no output"),
        pytest.param(("agree", "none.jsonl"), "does not exist", id="nothing to compare"),
        pytest.param(("sing",), "No such command", id="an unknown command"),
    ],
)
def test_wrong_use_ends_with_two_and_a_message(bank, answer_file, arguments, message):
    places = {"BANK": bank, "ANSWER": answer_file, "BANK/prompts": f"{bank}/prompts"}
    result = run(*(places.get(argument, argument) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr


def test_a_broken_rubric_ends_with_one_and_all_its_mistakes(bank, answer_file, tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("id: a\nid: b\ntopics: c\n")
    result = run("score", str(path), answer_file)
    assert result.exit_code == 1
    assert [line.split()[1] for line in result.stderr.splitlines()] == ["D02", "Y02", "D01"]


def test_lint_ends_with_zero_and_no_output_if_all_is_well(bank):
    result = run("lint", "--quick", bank)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no issues" in result.stderr


def test_lint_ends_with_one_and_names_the_lines(tmp_path):
    folder = write_bank(
        tmp_path, **{"rubrics/urban-floods.yaml": RUBRIC_YAML.replace("2026-06-02", "June")}
    )
    result = run("lint", "--quick", str(folder))
    assert result.exit_code == 1
    assert "urban-floods.yaml:3: R03 'as_of' is 'June', not a date; write" in result.stdout
    assert "1 issue\n" in result.stderr


def test_lint_of_an_empty_folder_is_not_called_clean(tmp_path):
    result = run("lint", str(tmp_path))
    assert result.exit_code == 2
    assert "no .yaml files" in result.stderr


def test_a_full_disk_is_not_mistaken_for_wrong_use(bank, answer_file, monkeypatch):
    def fail(_lines):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("scorer.cli._print", fail)
    result = run("score", "urban-floods", answer_file, "--bank", bank)
    assert isinstance(result.exception, OSError)


def test_lint_without_paths_checks_the_installed_bank(monkeypatch, tmp_path):
    here = write_bank(tmp_path / "here")
    monkeypatch.chdir(here)
    monkeypatch.setattr("scorer.bank._PACKAGE", here / "package")
    from scorer.bank import installed_bank

    installed_bank.cache_clear()
    try:
        (here / "prompts" / "cities.yaml").write_text(PROMPTS_YAML.replace("discuss", "discus"))
        (here / "prompts" / "directives.yaml").write_text("directives: []")
        result = run("lint", "--quick")
        assert "prompts/cities.yaml:6: P02" in result.stdout
        assert str(here) not in result.stdout
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        assert str(here) in run("lint", "--quick").stdout
    finally:
        installed_bank.cache_clear()


def test_schema_writes_a_file_per_kind(tmp_path):
    result = run("schema", str(tmp_path / "schemas"))
    assert result.exit_code == 0
    written = {path.name for path in (tmp_path / "schemas").iterdir()}
    assert {"rubric.schema.json", "prompts.schema.json", "lexicon.schema.json"} <= written
    assert len(result.stdout.splitlines()) == len(written)


def test_agree_prints_its_tables(bank, tmp_path):
    graded = tmp_path / "graded.jsonl"
    rows = [
        {"id": name, "prompt": "urban-floods", "answer": text, "max_marks": 10, "marks": marks}
        for name, text, marks in (("a", ANSWER, [6, 6.5]), ("b", "It rains.", 0.5))
    ]
    graded.write_text("\n".join(map(json.dumps, rows)))
    result = run("agree", str(graded), "--bank", bank)
    assert result.exit_code == 0
    for part in ("Per prompt", "beyond length", "naive TF-IDF cosine", "Widest disagreements"):
        assert part in result.stdout
    assert json.loads(run("agree", str(graded), "--json", "--bank", bank).stdout)["n"] == 2


def test_batch_scores_rows_and_reports_bad_ones(bank, tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    with source.open("w", newline="") as file:
        rows = [["id", "prompt", "answer"], ["1", "urban-floods", ANSWER], ["2", "floods", "x"]]
        csv.writer(file).writerows(rows)
    result = run("batch", str(source), "-o", str(target), "--bank", bank)
    assert result.exit_code == 1
    assert f"{source}:3: there is no prompt 'floods'; nearest are urban-floods; skipped" in (
        result.stderr
    )
    assert "1 scored, 1 skipped" in result.stderr
    assert [row["id"] for row in csv.DictReader(target.read_text().splitlines())] == ["1"]


def test_batch_refuses_to_overwrite_its_input(bank, tmp_path):
    source = tmp_path / "in.csv"
    source.write_text("id,prompt,answer\n1,urban-floods,Rain.\n")
    result = run("batch", str(source), "-o", str(source), "--bank", bank)
    assert result.exit_code == 2
    assert "same file" in result.stderr
    assert source.read_text().startswith("id,prompt,answer")


def test_version_is_the_packages():
    assert __version__ in run("--version").stdout


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_explains_itself(command):
    result = run(command, "-h")
    assert result.exit_code == 0
    assert "Usage: scorer" in result.stdout


def test_the_module_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["-m", "prompts"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("scorer", run_name="__main__")
    assert not ended.value.code
    assert capsys.readouterr().out.startswith("trust-overview")
