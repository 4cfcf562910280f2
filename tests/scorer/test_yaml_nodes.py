"""Reading YAML as strings that remember their lines."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorer.issues import DataFileError
from scorer.yaml_nodes import load_document, parse_document, walk_mappings


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        pytest.param("", {}, id="an empty file has no keys"),
        pytest.param("a: NO", {"a": "NO"}, id="no is not false"),
        pytest.param("a: 2005-07-26", {"a": "2005-07-26"}, id="a date stays text"),
        pytest.param("a: 010", {"a": "010"}, id="a number stays text"),
        pytest.param("a: [on, ~]", {"a": ["on", "~"]}, id="a list of words"),
        pytest.param("a: ''", {"a": ""}, id="a quoted nothing is a value"),
        pytest.param("a: {b: {c: d}}", {"a": {"b": {"c": "d"}}}, id="mappings nest"),
        pytest.param("1: a", {"1": "a"}, id="a key is text too"),
        pytest.param("a: |\n  b\n  c\n", {"a": "b\nc\n"}, id="a block keeps its lines"),
    ],
)
def test_scalars_stay_text(text, tree):
    document = parse_document(text, "x.yaml")
    assert document.tree == tree
    assert document.findings == ()


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        pytest.param("a: 1\nb: 2\na: 3", 3, "Y02", id="a key twice"),
        pytest.param("a: &x {b: 1}\nc:\n  <<: *x", 3, "Y03", id="a merge key"),
        pytest.param("a: &x b\nc: *x", 2, "Y04", id="a reference"),
        pytest.param("a: &x\n  b: *x", 2, "Y04", id="a reference to itself"),
        pytest.param("a: 1\nb: !odd c", 2, "Y05", id="a tag"),
        pytest.param("a: 1\nb:", 2, "Y06", id="nothing after the colon"),
        pytest.param("- {a: b, and c}", 1, "Y06", id="a comma inside braces"),
        pytest.param("a: 1\n? [b]\n: c", 2, "Y07", id="a list as key"),
    ],
)
def test_what_a_plain_loader_swallows_is_found(text, line, code):
    document = parse_document(text, "x.yaml")
    (issue,) = document.issues(document.findings)
    assert (issue.path, issue.line, issue.code) == ("x.yaml", line, code)


def test_all_findings_of_a_file_come_together():
    document = parse_document("a: 1\na: 2\nb:\nc: !t d", "x.yaml")
    assert [found.code for found in document.findings] == ["Y02", "Y06", "Y05"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("a: b: c", 1, id="a colon in text"),
        pytest.param("a: 1\nb: [1", 2, id="an open list"),
        pytest.param("a: 1\n---\nb: 2", 2, id="a second document"),
        pytest.param("a: @b", 1, id="a reserved sign"),
        pytest.param("a: \x07", 1, id="a control character"),
    ],
)
def test_broken_yaml_is_one_issue_with_its_line(text, line):
    with pytest.raises(DataFileError) as caught:
        parse_document(text, "x.yaml")
    (issue,) = caught.value.issues
    assert issue.code == "Y01"
    assert abs(issue.line - line) <= 1
    assert str(issue).startswith("x.yaml:")
    assert "quotation marks" in issue.remedy


def test_lists_without_end_are_an_issue():
    with pytest.raises(DataFileError, match="Y09 lists within lists without end"):
        parse_document(f"{'[' * 3000}a{']' * 3000}", "x.yaml")


def test_nesting_that_exhausts_python_is_the_same_issue(monkeypatch):
    def exhaust(*_, **__):
        raise RecursionError

    monkeypatch.setattr("scorer.yaml_nodes.yaml.compose", exhaust)
    with pytest.raises(DataFileError, match="Y09 lists within lists without end"):
        parse_document("a: 1", "x.yaml")


def test_bytes_that_are_not_utf8_are_an_issue(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes("a: caf\xe9".encode("latin-1"))
    with pytest.raises(DataFileError, match="Y08 not UTF-8"):
        load_document(path)


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b")
    assert load_document(path).tree == {"a": "b"}


def test_an_unknown_place_has_the_line_above_it():
    document = parse_document("a:\n  - b: 1\n  - c: 2", "x.yaml")
    assert document.line(("a", 1, "missing")) == 3
    assert document.line(("nowhere",)) == 1


def test_walking_names_every_mapping_by_its_place():
    tree = parse_document("a: {b: [{c: d}]}", "x.yaml").tree
    assert [place for place, _ in walk_mappings(tree)] == [(), ("a",), ("a", "b", 0)]


_TREES = st.recursive(
    st.text(st.characters(min_codepoint=32, max_codepoint=0xD7FF, exclude_characters="\x7f\x85")),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.text("xyz", min_size=1), _TREES, max_size=4))
def test_reading_what_was_written_is_identity(tree):
    text = yaml.safe_dump(tree, default_style='"')
    assert parse_document(text, "x.yaml").tree == tree
