"""The filters of past attempts as the address of the page writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, get_args

from practice.attempts import Mode
from practice.history import AttemptFilter, Order

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PAGE_SIZE: Final = 20
"""Attempts on one page of the list."""

_MOST_PAGES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which attempts are looked at, and where in the list."""

    search: str = ""
    question: str | None = None
    how: Mode | None = None
    tag: str | None = None
    order: Order = "newest"
    first_only: bool = False
    deleted: bool = False
    page: int = 1

    def wanted(self) -> AttemptFilter:
        """Return the filter that finds them all."""
        return AttemptFilter(
            search=self.search,
            prompt_id=self.question,
            mode=self.how,
            tag=self.tag,
            order=self.order,
            first_only=self.first_only,
            deleted=self.deleted,
        )


NOWHERE: Final = Place()
NAMES: Final = tuple(Place.__dataclass_fields__)


def read_place(address: Mapping[str, str]) -> Place:
    """Return the place that an address names; what it says wrongly is left out."""
    said = {name: _READERS[name](text) for name, text in address.items() if name in _READERS}
    known: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    return Place(**known)


def write_place(place: Place) -> dict[str, str]:
    """Return what an address says of a place: what differs from the plain list."""
    values = ((name, getattr(place, name)) for name in NAMES)
    return {
        name: "yes" if value is True else str(value)
        for name, value in values
        if value != getattr(NOWHERE, name)
    }


def _one_of(*known: str) -> Callable[[str], str | None]:
    return lambda text: text if text in known else None


def _read_page(text: str) -> int | None:
    is_number = text.isascii() and text.isdecimal() and len(text) < len(str(_MOST_PAGES))
    return max(1, int(text)) if is_number else None


_READERS: Final[Mapping[str, Callable[[str], object]]] = {
    "search": str,
    "question": str,
    "tag": str,
    "how": _one_of(*get_args(Mode)),
    "order": _one_of(*get_args(Order)),
    "first_only": lambda text: text == "yes",
    "deleted": lambda text: text == "yes",
    "page": _read_page,
}
