"""Saves and receipts as JSON, the way the editor's page speaks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from practice.saving import PaceEvent, PaceKind, Save, Splice

if TYPE_CHECKING:
    from practice.attempts import Draft, Receipt
    from practice.saving import Pauses

T = TypeVar("T")
_LONGEST_ID = 64


class BadSave(ValueError):
    """A message that the editor's page would never send; says what is wrong with it."""


def parse_save(payload: object) -> Save:
    """Return the save that a message holds.

    Raises
    ------
    BadSave
        If a field is missing, has another type or is out of range.
    """
    if not isinstance(payload, Mapping):
        raise BadSave("the message must be a JSON object")
    text = _optional(payload, "text", str)
    splice = _optional(payload, "splice", dict)
    if (text is None) == (splice is None):
        raise BadSave("give either text or splice")
    return Save(
        client_id=_client_id(payload),
        seq=_count(payload, "seq"),
        base_rev=_count(payload, "base_rev"),
        text=text,
        splice=None if splice is None else _parse_splice(splice),
        written_at=_parse_time(payload.get("written_at")),
        pace=tuple(map(_parse_pace, _optional(payload, "pace", list) or [])),
    )


def dump_receipt(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as the page reads it; times are seconds since 1970."""
    body = {
        "rev": receipt.rev,
        "status": receipt.status,
        "deadline": _seconds(receipt.deadline),
        "server_now": _seconds(receipt.server_now),
    }
    return body if receipt.text is None else body | {"text": receipt.text}


def dump_draft(
    draft: Draft, now: datetime, known_rev: int | None, pauses: Pauses | None = None
) -> dict[str, Any]:
    """Return a draft as the page reads it, without the text if the page has it already."""
    body = {
        "rev": draft.rev,
        "status": draft.status,
        "deadline": _seconds(draft.bell),
        "server_now": _seconds(now),
    }
    if pauses is not None:
        body |= {"paused_for": pauses.seconds, "paused_at": pauses.begun}
    return body if draft.rev == known_rev else body | {"text": draft.text}


def _parse_splice(splice: Mapping[str, object]) -> Splice:
    return Splice(
        at=_count(splice, "at"),
        deleted=_count(splice, "del"),
        inserted=_required(splice, "ins", str),
        base_length=_count(splice, "base_len"),
        length=_count(splice, "len"),
    )


def _parse_pace(event: object) -> PaceEvent:
    if not isinstance(event, Mapping) or event.get("kind") not in get_args(PaceKind):
        raise BadSave("pace must list known events")
    at, value = _number(event.get("at")), _number(event.get("value", 0))
    if at is None or value is None:
        raise BadSave("pace events need numbers")
    return PaceEvent(kind=event["kind"], at=at, value=int(value))


def _parse_time(given: object) -> datetime | None:
    if given is None:
        return None
    seconds = _number(given)
    if seconds is None:
        raise BadSave("written_at must be seconds since 1970")
    return datetime.fromtimestamp(seconds, UTC)


def _seconds(time: datetime | None) -> float | None:
    return None if time is None else time.timestamp()


def _client_id(payload: Mapping[str, object]) -> str:
    client_id = _required(payload, "client_id", str)
    if not (0 < len(client_id) <= _LONGEST_ID and client_id.isascii()):
        raise BadSave(f"client_id must have 1 to {_LONGEST_ID} ASCII characters")
    return client_id


def _count(payload: Mapping[str, object], name: str) -> int:
    value = _required(payload, name, int)
    if isinstance(value, bool) or not 0 <= value < 2**53:
        raise BadSave(f"{name} must be a whole number from 0")
    return value


def _required(payload: Mapping[str, object], name: str, kind: type[T]) -> T:
    value = _optional(payload, name, kind)
    if value is None:
        raise BadSave(f"{name} is missing")
    return value


def _optional(payload: Mapping[str, object], name: str, kind: type[T]) -> T | None:
    value = payload.get(name)
    if value is not None and not isinstance(value, kind):
        raise BadSave(f"{name} must be a {kind.__name__}")
    return value


def _number(value: object) -> float | None:
    # Compared, so that NaN and infinity are refused; JSON parsers let them through.
    return float(value) if isinstance(value, int | float) and 0 <= value < 2**33 else None
