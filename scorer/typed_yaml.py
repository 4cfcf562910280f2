"""YAML files as typed objects, or every mistake with its line.

Checks types with Pydantic, whose import takes a tenth of a second: whoever only
now and then loads a file imports this module where it does so.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import (
    TYPE_CHECKING,
    Any,
    NamedTuple,
    TypeVar,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import ConfigDict, TypeAdapter, ValidationError

from scorer.issues import DataFileError, Finding, Place, nearest_names
from scorer.yaml_nodes import Document, load_document, walk_mappings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from scorer.yaml_nodes import Tree

T = TypeVar("T")

_WANTED = {
    "string": "write text",
    "tuple": "write a list, even of one",
    "dataclass": "write keys with values",
    "float": "write a number such as 1 or 2.5",
    "finite": "write an ordinary number",
    "int": "write a whole number",
    "bool": "write true or false",
    "too": "write exactly two values, lowest first",
}


def load_typed(path: Path, kind: type[T]) -> T:
    """Read a YAML file as an object of a dataclass.

    Raises
    ------
    DataFileError
        With all mistakes of the file.
    FileNotFoundError
        If there is no such file.
    """
    state = path.stat()
    return cast("T", _load_unchanged(path, (state.st_mtime_ns, state.st_size), _Kind(kind)))


class _Kind(NamedTuple):
    """A dataclass that a file is read as, in a form that caches accept."""

    type: type[Any]


@lru_cache(maxsize=256)
def _load_unchanged(path: Path, _state: tuple[int, int], kind: _Kind) -> Any:
    return convert(load_document(path), kind.type)


def convert(document: Document, kind: type[T]) -> T:
    """Turn a document into an object of a dataclass.

    Raises
    ------
    DataFileError
        With all mistakes of the document.
    """
    findings = [*document.findings, *_repeated_ids(document.tree), *_weights(document.tree)]
    try:
        value: T = _adapter(_Kind(kind)).validate_python([document.tree])[0]
    except ValidationError as error:
        findings += (_finding(details, kind) for details in error.errors(include_url=False))
    if findings:
        raise DataFileError(document.issues(_without_echoes(findings)))
    return value


def json_schema(kind: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema of a kind of data file."""
    schema = _adapter(_Kind(kind)).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$defs": schema["$defs"],
        **schema["items"],
    }


@cache
def _adapter(kind: _Kind) -> TypeAdapter[list[Any]]:
    # A configuration reaches dataclasses only through a type that contains them.
    config = ConfigDict(extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True)
    return TypeAdapter(list[kind.type], config=config)  # type: ignore[name-defined]


def _without_echoes(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Leave out what an earlier finding at the same place already explains."""
    told: set[Place] = set()
    for finding in findings:
        if finding.place not in told:
            yield finding
        if finding.code.startswith("Y"):
            told.add(finding.place)


def _finding(details: ErrorDetails, kind: type[Any]) -> Finding:
    place = details["loc"][1:]
    error = details["type"]
    if error == "unexpected_keyword_argument":
        return _unknown_key(place, kind)
    if error == "missing":
        return Finding(place, "D02", f"{place[-1]!r} is missing", f"add '{place[-1]}: …'")
    return Finding(place, "D03", _problem(place, details), _remedy(details))


def _problem(place: Place, details: ErrorDetails) -> str:
    name = next((str(step) for step in reversed(place) if isinstance(step, str)), "the file")
    value = details["input"]
    shown = "keys and values" if isinstance(value, dict) else repr(value)
    shown = "a list" if isinstance(value, list) else shown
    return f"{name!r} cannot be {shown}"


def _remedy(details: ErrorDetails) -> str:
    if details["type"] == "literal_error":
        return f"write {details['ctx']['expected']}".replace("'", "")
    return _WANTED.get(details["type"].split("_")[0], details["msg"])


def _unknown_key(place: Place, kind: type[Any]) -> Finding:
    key = str(place[-1])
    known = _keys_at(kind, place[:-1])
    near = nearest_names(key, known)
    remedy = f"write {near[0]!r}" if near else f"use one of {', '.join(known)}"
    return Finding(place, "D01", f"{key!r} is not a key here", remedy)


def _keys_at(kind: Any, place: Place) -> tuple[str, ...]:
    """Return the keys that a file of this kind may have at a place."""
    for step in place:
        kind = _part(kind, step)
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _part(kind: Any, step: str | int) -> Any:
    inner = get_args(kind)[0] if isinstance(step, int) else get_type_hints(kind)[step]
    return inner if get_origin(inner) is tuple or is_dataclass(inner) else None


def _repeated_ids(tree: Tree) -> Iterator[Finding]:
    seen: set[tuple[object, object]] = set()
    for place, mapping in walk_mappings(tree):
        name = mapping.get("id")
        if not isinstance(name, str):
            continue
        if (_scope(place), name) in seen:
            yield Finding((*place, "id"), "D04", f"{name!r} is the id of another one", "rename it")
        seen.add((_scope(place), name))


def _scope(place: Place) -> Place:
    """Return where an id must be unique: its list, but for points the rubric."""
    is_point = place[:1] == ("dimensions",) and len(place) > 2
    return ("dimensions", "points") if is_point else place[:-1]


def _weights(tree: Tree) -> Iterator[Finding]:
    for place, mapping in walk_mappings(tree):
        for key in ("weight", "full_at"):
            if _is_zero_or_less(mapping.get(key)):
                problem = f"{key!r} is {mapping[key]}"
                yield Finding((*place, key), "D05", problem, "write a number greater than 0")


def _is_zero_or_less(value: object) -> bool:
    try:
        return isinstance(value, str) and float(value) <= 0
    except ValueError:
        return False
