"""Checks run over files and banks, with the lines they name."""

from __future__ import annotations

import pytest

from scorer.bank import Bank
from scorer.linting import lint_bank, lint_file, lint_paths
from tests.scorer.samples import (
    EXEMPLARS_YAML,
    LEXICON_YAML,
    PROMPTS_YAML,
    RUBRIC_YAML,
    SOURCES_YAML,
    write_bank,
)

PROMPTS = "prompts/cities.yaml"
RUBRIC = "rubrics/urban-floods.yaml"
EXEMPLARS = "rubrics/urban-floods.exemplars.yaml"
LEXICON = "rubrics/cities.lexicon.yaml"
SOURCES = "rubrics/cities.sources.yaml"
CLAIMS = "rubrics/cities.claims.yaml"
CLAIM = "{id: a, kind: identity, statement: S, correction: C, source: nidm_2021}"


def lines(issues, folder) -> list[str]:
    """Return issues as ``file:line: CODE``, the folder left out."""
    return [
        f"{issue.path.removeprefix(f'{folder}/')}:{issue.line}: {issue.code}" for issue in issues
    ]


def found(folder, **texts) -> list[str]:
    """Return what quick checks find in a bank with some files replaced."""
    return lines(lint_bank(Bank.at(write_bank(folder, **texts)), measured=False), folder)


def test_a_sound_bank_has_no_issues(tmp_path):
    assert found(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        pytest.param(
            PROMPTS,
            PROMPTS_YAML.replace("discuss", "discus"),
            [f"{PROMPTS}:6: P02"],
            id="a misspelt directive",
        ),
        pytest.param(
            PROMPTS,
            PROMPTS_YAML.replace("discuss", "xyzzy"),
            [f"{PROMPTS}:6: P02"],
            id="a directive like no other",
        ),
        pytest.param(
            PROMPTS,
            PROMPTS_YAML.replace("minutes: 7", "minutes: 0"),
            [f"{PROMPTS}:9: P03"],
            id="no time",
        ),
        pytest.param(
            PROMPTS,
            PROMPTS_YAML.replace("id: measures", "id: Mea-sures"),
            [f"{PROMPTS}:13: P04", f"{RUBRIC}:4: F03", f"{RUBRIC}:38: F02"],
            id="a demand's id in another style",
        ),
        pytest.param(
            LEXICON,
            LEXICON_YAML + "  - {id: Road-Way, forms: []}\n  - {id: road, forms: [Paved]}\n",
            [f"{LEXICON}:4: L01", f"{LEXICON}:4: L02", f"{LEXICON}:5: L03"],
            id="terms in another style, empty and shared",
        ),
        pytest.param(
            SOURCES,
            SOURCES_YAML + "  - {id: NDMA, title: T, publisher: P, date: '2020'}\n",
            [f"{SOURCES}:4: L01"],
            id="a source's id in another style",
        ),
        pytest.param(CLAIMS, f"topic: cities\nclaims: [{CLAIM}]", [], id="a sound claim"),
        pytest.param(
            CLAIMS,
            f"topic: cities\nclaims:\n  - {CLAIM.replace('nidm_2021', 'nidm')}",
            [f"{CLAIMS}:3: L04"],
            id="a claim's unknown source",
        ),
        pytest.param(
            CLAIMS,
            "topic: cities\nsets:\n  - {id: rain, forms: [$hail]}\n"
            f"claims:\n  - {CLAIM.replace('statement:', 'wrong: [$rain, $snow], statement:')}",
            [f"{CLAIMS}:3: L05", f"{CLAIMS}:5: L05"],
            id="sets that are not there",
        ),
        pytest.param(
            EXEMPLARS,
            EXEMPLARS_YAML.replace("marks: 6.5", "marks: 9.5"),
            [f"{EXEMPLARS}:3: E04"],
            id="marks that nobody gets",
        ),
        pytest.param(
            EXEMPLARS,
            EXEMPLARS_YAML.replace("marks: 6.5", "marks: 6.7"),
            [f"{EXEMPLARS}:3: E04"],
            id="marks in smaller steps than a half",
        ),
        pytest.param(
            EXEMPLARS,
            EXEMPLARS_YAML.replace("quality: thin, marks: 1", "quality: confused, marks: 1"),
            [f"{EXEMPLARS}:1: E02"],
            id="a quality without exemplar",
        ),
        pytest.param(
            EXEMPLARS,
            EXEMPLARS_YAML.replace("Rain falls.", "''", 1),
            [f"{EXEMPLARS}:3: E03"],
            id="an empty exemplar",
        ),
        pytest.param(
            EXEMPLARS,
            EXEMPLARS_YAML.replace("id: urban-floods", "id: urban-flood"),
            [f"{EXEMPLARS}:1: E01"],
            id="exemplars named after nothing",
        ),
        pytest.param(
            RUBRIC,
            RUBRIC_YAML.replace("as_of: 2026-06-02", "as_of: today"),
            [f"{RUBRIC}:3: R03"],
            id="a rubric without date",
        ),
        pytest.param(
            RUBRIC,
            RUBRIC_YAML.replace("statement:", "statment:", 1),
            [f"{RUBRIC}:8: D02", f"{RUBRIC}:9: D01"],
            id="a rubric that cannot be read",
        ),
        pytest.param(
            EXEMPLARS,
            "id: urban-floods\nexemplars: [{}]",
            [f"{EXEMPLARS}:2: D02"] * 4,
            id="exemplars that cannot be read",
        ),
        pytest.param(
            "prompts/directives.yaml",
            "directives: [{id: discuss}]",
            ["prompts/directives.yaml:1: D02"] * 4,
            id="directives that cannot be read",
        ),
    ],
)
def test_a_flaw_is_found_at_its_line(tmp_path, name, text, expected):
    issues = found(tmp_path, **{name: text})
    if name == "prompts/directives.yaml":
        issues = [issue for issue in issues if issue.startswith(name)]
    assert issues == expected


def test_a_prompts_id_in_another_style_is_found(tmp_path):
    text = PROMPTS_YAML.replace("id: urban-floods", "id: Urban_Floods")
    assert f"{PROMPTS}:4: P01" in found(tmp_path, **{PROMPTS: text})


def test_a_prompt_without_demands_is_found(tmp_path):
    text = PROMPTS_YAML[: PROMPTS_YAML.index("    demands:")]
    assert f"{PROMPTS}:4: P04" in found(tmp_path, **{PROMPTS: text})


def test_a_prompt_without_its_files_is_found(tmp_path):
    write_bank(tmp_path)
    for name in (RUBRIC, EXEMPLARS, LEXICON):
        (tmp_path / name).unlink()
    issues = lint_bank(Bank.at(tmp_path), measured=False)
    assert lines(issues, tmp_path) == [
        f"{PROMPTS}:1: C04",
        f"{PROMPTS}:4: C02",
        f"{PROMPTS}:4: C03",
    ]


def test_a_prompt_in_two_topics_is_found(tmp_path):
    twin = PROMPTS_YAML.replace("topic: cities", "topic: rivers")
    assert "prompts/rivers.yaml:4: C01" in found(tmp_path, **{"prompts/rivers.yaml": twin})


def test_prompts_that_cannot_be_read_do_not_hide_the_rest(tmp_path):
    texts = {
        "prompts/broken.yaml": "prompts: {",
        LEXICON: LEXICON_YAML + "  - {id: road, forms: []}",
    }
    assert found(tmp_path, **texts) == ["prompts/broken.yaml:1: Y01", f"{LEXICON}:4: L02"]


def test_another_rubric_that_cannot_be_read_does_not_stop_the_measuring(tmp_path):
    write_bank(tmp_path, **{"rubrics/broken.yaml": "id: ["})
    assert not [issue for issue in lint_file(tmp_path / RUBRIC) if issue.code in ("M08", "Y01")]


def test_a_file_and_its_folder_say_the_same(tmp_path):
    write_bank(tmp_path, **{RUBRIC: RUBRIC_YAML.replace("as_of: 2026-06-02", "as_of: today")})
    by_file = lint_paths([tmp_path / RUBRIC], measured=False)
    assert by_file == lint_file(tmp_path / RUBRIC, measured=False)
    assert by_file == lint_paths([tmp_path], measured=False)
    assert by_file == lint_paths([tmp_path / "rubrics"], measured=False)


def test_an_absent_file_is_said_to_be_absent(tmp_path):
    with pytest.raises(FileNotFoundError):
        lint_file(tmp_path / "none.yaml")
