"""Rubrics as plain data: what an attempt was marked with is kept as it was."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from scorer.rubric import Rubric

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import TypeAdapter

FORMAT_VERSION = 1


def dump_rubric(rubric: Rubric) -> dict[str, Any]:
    """Return a rubric and its lexicon as values that JSON can hold."""
    content: dict[str, Any] = _adapter().dump_python(rubric, mode="json")
    return {"format_version": FORMAT_VERSION, **content}


def read_rubric(data: Mapping[str, Any]) -> Rubric:
    """Read what :func:`dump_rubric` wrote.

    Raises
    ------
    ValueError
        If a part is absent or of the wrong type, or a later version wrote it.
    """
    version = data.get("format_version")
    if version != FORMAT_VERSION:
        raise ValueError(f"cannot read a rubric snapshot of format version {version!r}")
    return _adapter().validate_python(dict(data))


@cache
def _adapter() -> TypeAdapter[Rubric]:
    from pydantic import TypeAdapter

    return TypeAdapter(Rubric)
