"""YAML text as plain strings, lists and mappings that remember their lines.

Scalars stay strings: YAML 1.1 would turn ``NO``, ``on`` and ``2005-07-26`` into
booleans and dates. Duplicate keys, merge keys and references are issues, where
a plain loader keeps one value and says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import yaml

from scorer.issues import DataFileError, Finding, Issue, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_MERGE = f"{_TAG}merge"
_EMPTY = "write a value or remove it; quote text with a comma inside { } or [ ]"
_QUOTE = 'put quotation marks round text that contains ": " or " #" or begins with @ or %'


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One YAML file, read but not yet understood."""

    path: str
    tree: Tree
    lines: Mapping[Place, int]
    findings: tuple[Finding, ...]
    """What was wrong in the YAML itself."""

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest known place above it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def issues(self, findings: Iterable[Finding]) -> tuple[Issue, ...]:
        """Return findings with this file's path and their lines."""
        return tuple(
            Issue(self.path, self.line(found.place), found.code, found.problem, found.remedy)
            for found in findings
        )


def load_document(path: Path) -> Document:
    """Read a YAML file.

    Raises
    ------
    DataFileError
        If it is not UTF-8 or not YAML.
    FileNotFoundError
        If there is no such file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        issue = Issue(str(path), 1, "Y08", f"not UTF-8 ({error.reason})", "save it as UTF-8")
        raise DataFileError([issue]) from None
    return parse_document(text, str(path))


def parse_document(text: str, path: str) -> Document:
    """Parse YAML text; ``path`` only names it in messages.

    Raises
    ------
    DataFileError
        If it is not YAML, or nested too deeply.
    """
    reader = _Reader()
    try:
        root = yaml.compose(text, Loader=_LOADER)
        tree = reader.read(root, ()) if root else {}
    except yaml.YAMLError as error:
        raise DataFileError([_syntax_issue(error, text, path)]) from None
    except RecursionError:
        raise DataFileError([_nesting_issue(path)]) from None
    return Document(path=path, tree=tree, lines=reader.lines, findings=tuple(reader.findings))


def walk_mappings(tree: Tree, place: Place = ()) -> Iterator[tuple[Place, dict[str, Tree]]]:
    """Yield every mapping of a tree with its place, outermost first."""
    if isinstance(tree, dict):
        yield place, tree
        for key, value in tree.items():
            yield from walk_mappings(value, (*place, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from walk_mappings(value, (*place, index))


def walk_texts(tree: Tree, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Yield every text of a tree with its place, in order."""
    if isinstance(tree, str):
        yield place, tree
        return
    for step, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from walk_texts(value, (*place, step))


def _nesting_issue(path: str) -> Issue:
    return Issue(path, 1, "Y09", "lists within lists without end", "write them side by side")


def _syntax_issue(error: yaml.YAMLError, text: str, path: str) -> Issue:
    # PyYAML has a limit of its own from 6.0.4 on; before, Python's was reached first.
    if "nesting depth" in str(error):
        return _nesting_issue(path)
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or " ".join(str(error).split())
    # What is never closed is noticed one line past the end.
    line = min(mark.line + 1, len(text.splitlines())) if mark else 1
    return Issue(path, line, "Y01", f"not YAML: {problem}", _QUOTE)


class _Reader:
    """Turns composed nodes into a tree, noting lines and what is wrong."""

    def __init__(self) -> None:
        self.lines: dict[Place, int] = {}
        self.findings: list[Finding] = []
        self._seen: set[int] = set()

    def read(self, node: yaml.Node, place: Place) -> Tree:
        self.lines.setdefault(place, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._note(place, "Y04", "a reference (*name) to another value", "write it out here")
            return ""
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, place)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, place)
        return [self.read(item, (*place, index)) for index, item in enumerate(node.value)]

    def _mapping(self, node: yaml.MappingNode, place: Place) -> Tree:
        tree: dict[str, Tree] = {}
        for key, value in node.value:
            if self._is_usable(key, place, tree):
                here = (*place, key.value)
                self.lines[here] = key.start_mark.line + 1
                tree[key.value] = self.read(value, here)
        return tree

    def _is_usable(self, key: yaml.Node, place: Place, tree: dict[str, Tree]) -> bool:
        if not isinstance(key, yaml.ScalarNode):
            self._note_key(key, place, "Y07", "a key that is not text", "write a word as the key")
        elif key.tag == _MERGE:
            self._note_key(key, place, "Y03", "a merge key (<<)", "write its keys out here")
        elif key.value in tree:
            first = self.lines[(*place, key.value)]
            problem = f"{key.value!r} stands here a second time (first on line {first})"
            self._note_key(key, place, "Y02", problem, "keep one of the two")
        else:
            return True
        return False

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> str:
        if not node.tag.startswith(_TAG):
            self._note(place, "Y05", f"a tag ({node.tag})", "remove it, or quote the text")
        if not node.value and not node.style:
            self._note(place, "Y06", "nothing after the colon", _EMPTY)
        return str(node.value)

    def _note_key(self, key: yaml.Node, place: Place, code: str, problem: str, remedy: str) -> None:
        here = (*place, f"<{code} {key.start_mark.index}>")
        self.lines[here] = key.start_mark.line + 1
        self._note(here, code, problem, remedy)

    def _note(self, place: Place, code: str, problem: str, remedy: str) -> None:
        self.findings.append(Finding(place, code, problem, remedy))
