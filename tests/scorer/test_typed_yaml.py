"""YAML files as typed objects, or every mistake with its line."""

from __future__ import annotations

import os
from dataclasses import dataclass

import pytest

from scorer.files import FILE_KINDS, RubricFile
from scorer.issues import DataFileError
from scorer.prompts import DirectiveFile
from scorer.typed_yaml import convert, json_schema, load_typed
from scorer.yaml_nodes import parse_document
from tests.scorer.samples import RUBRIC_YAML

MINIMAL = """\
id: r
dimensions:
  - id: d
    title: D
    points:
      - id: p
        statement: S.
"""


def issues_of(text: str, kind: type = RubricFile) -> list[str]:
    """Return a text's issues without their path."""
    with pytest.raises(DataFileError) as caught:
        convert(parse_document(text, "x.yaml"), kind)
    return [str(issue).removeprefix("x.yaml:") for issue in caught.value.issues]


def test_a_file_becomes_its_dataclass():
    file = convert(parse_document(RUBRIC_YAML, "x.yaml"), RubricFile)
    assert [dimension.id for dimension in file.dimensions] == ["causes", "measures"]
    assert file.dimensions[0].points[0].keywords[1].role == "relation"
    assert file.as_of == "2026-06-02"


def test_text_becomes_numbers_and_truth_where_they_belong():
    text = MINIMAL.replace("title: D", "title: D\n    weight: 2.5\n    full_at: 1")
    dimension = convert(parse_document(text, "x.yaml"), RubricFile).dimensions[0]
    assert (dimension.weight, dimension.full_at) == (2.5, 1.0)
    directive = "{id: a, family: analytical, asks: b, moves: [c], conclusion: d, judgement: yes}"
    directives = f"directives: [{directive}]"
    assert convert(parse_document(directives, "x.yaml"), DirectiveFile).directives[0].judgement


@pytest.mark.parametrize(
    ("old", "new", "issue"),
    [
        pytest.param(
            "statement:",
            "statment:",
            "7: D01 'statment' is not a key here; write 'statement'",
            id="a misspelt key",
        ),
        pytest.param(
            "title: D",
            "title: D\n    zzz: 1",
            "5: D01 'zzz' is not a key here; use one of id, title, weight, full_at, points",
            id="an unknown key like no other",
        ),
        pytest.param(
            "        statement: S.\n", "", "6: D02 'statement' is missing", id="a missing key"
        ),
        pytest.param(
            "statement: S.",
            "statement: S.\n        side: suport",
            "8: D03 'side' cannot be 'suport'; write support, limit or judgement",
            id="a word that is not among the choices",
        ),
        pytest.param(
            "statement: S.",
            "statement: S.\n        phrasings: One.",
            "8: D03 'phrasings' cannot be 'One.'; write a list, even of one",
            id="text where a list belongs",
        ),
        pytest.param(
            "statement: S.",
            "statement: [S.]",
            "7: D03 'statement' cannot be a list; write text",
            id="a list where text belongs",
        ),
        pytest.param(
            "statement: S.",
            "statement: {a: b}",
            "7: D03 'statement' cannot be keys and values; write text",
            id="keys where text belongs",
        ),
        pytest.param(
            "title: D",
            "title: D\n    weight: heavy",
            "5: D03 'weight' cannot be 'heavy'; write a number such as 1 or 2.5",
            id="a word where a number belongs",
        ),
        pytest.param(
            "title: D",
            "title: D\n    weight: .inf",
            "5: D03 'weight' cannot be '.inf'; write a number",
            id="YAML's infinity",
        ),
        pytest.param(
            "title: D",
            "title: D\n    weight: inf",
            "5: D03 'weight' cannot be 'inf'; write an ordinary number",
            id="Python's infinity",
        ),
        pytest.param(
            "title: D",
            "title: D\n    weight: 0",
            "5: D05 'weight' is 0; write a number greater than 0",
            id="no weight",
        ),
        pytest.param(
            "statement: S.",
            "statement: S.\n      - {id: p, statement: T.}",
            "8: D04 'p' is the id of another one; rename it",
            id="an id twice",
        ),
        pytest.param(
            "    points:",
            "    points: [{id: q, statement: [}]",
            "5: Y01 not YAML",
            id="broken YAML",
        ),
    ],
)
def test_a_mistake_has_its_line_its_code_and_a_remedy(old, new, issue):
    found = issues_of(MINIMAL.replace(old, new))
    assert any(one.startswith(issue) for one in found), found


def test_a_point_id_is_unique_in_the_whole_rubric():
    second = MINIMAL + "  - {id: e, title: E, points: [{id: p, statement: T.}]}\n"
    assert issues_of(second) == ["8: D04 'p' is the id of another one; rename it"]


def test_equal_ids_of_different_things_are_fine():
    text = MINIMAL.replace("id: p", "id: d")
    assert convert(parse_document(text, "x.yaml"), RubricFile).dimensions[0].points[0].id == "d"


def test_all_mistakes_of_a_file_are_told_at_once_and_in_order():
    text = "id: r\nid: r\ndimensions:\n  - id: d\n    titel: D\n    weight: -1\n    full_at:\n"
    assert [issue.split()[1] for issue in issues_of(text)] == ["Y02", "D02", "D01", "D05", "Y06"]


@pytest.mark.parametrize("text", ["- a", "word", "[a, b]"])
def test_a_file_must_hold_keys(text):
    assert issues_of(text) == [
        f"1: D03 'the file' cannot be {'a list' if text != 'word' else repr(text)};"
        " write keys with values"
    ]


def test_an_unusual_type_is_explained_in_pydantics_words():
    @dataclass(frozen=True)
    class Odd:
        data: bytes = b""
        choice: dict[str, int] | None = None

    assert issues_of("choice: 1", Odd) == [
        "1: D03 'choice' cannot be '1'; Input should be a valid dictionary"
    ]


def test_a_changed_file_is_read_again(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(MINIMAL)
    first = load_typed(path, RubricFile)
    assert load_typed(path, RubricFile) is first
    path.write_text(MINIMAL.replace("S.", "T."))
    os.utime(path, ns=(1, 1))
    assert load_typed(path, RubricFile).dimensions[0].points[0].statement == "T."


@pytest.mark.parametrize("kind", FILE_KINDS)
def test_every_kind_of_file_has_a_schema_that_forbids_unknown_keys(kind):
    schema = json_schema(FILE_KINDS[kind])
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert "$ref" in schema
    objects = [part for part in schema["$defs"].values() if part["type"] == "object"]
    assert all(part["additionalProperties"] is False for part in objects)


def test_a_schema_explains_its_keys():
    definitions = json_schema(RubricFile)["$defs"]
    assert "greater than 0" in definitions["Dimension"]["properties"]["weight"]["description"]
