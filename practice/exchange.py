"""One message of the editor's page, one answer, whatever carried them."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from practice.saving import SpliceMismatch
from practice.storage.errors import StorageUnavailable, UnknownRecord
from practice.wire import BadSave, dump_draft, dump_receipt, parse_save

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from practice.service import Practice

    Channel = Callable[[Any], tuple[int, dict[str, Any]]]

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page gets back."""

    status: int
    """As in HTTP."""
    body: Mapping[str, Any]


def refuse(status: int, error: str, message: str) -> Answer:
    """Return an answer that says no, to programs and to people."""
    return Answer(status, {"error": error, "message": message})


def guarded(act: Callable[[], Answer]) -> Answer:
    """Return an answer even where something is wrong, in words that say what."""
    try:
        return act()
    except BadSave as wrong:
        return refuse(400, "bad_save", str(wrong))
    except UnknownRecord:
        return refuse(404, "unknown_draft", "This draft is not on this computer.")
    except SpliceMismatch:
        return refuse(409, "splice_mismatch", "Send the whole text.")
    except StorageUnavailable as trouble:
        _LOG.warning("A draft could not be stored: %s", trouble)
        return refuse(503, "storage", str(trouble))


def answer_load(practice: Practice, draft_id: str, known_rev: int | None = None) -> Answer:
    """Return a draft, without its text if ``known_rev`` is still the newest."""
    draft = practice.get_draft(draft_id)
    pauses = practice.find_pauses(draft)
    return Answer(200, dump_draft(draft, practice.now(), known_rev, pauses))


def answer_save(practice: Practice, draft_id: str, payload: Any) -> Answer:
    """Save, and submit if the message says so."""
    receipt = practice.save_draft(draft_id, parse_save(payload))
    if payload.get("submit") is True:
        practice.submit(draft_id)
        receipt = replace(receipt, status="submitted")
    return Answer(200, dump_receipt(receipt))


def page_channel(practice: Practice, draft_id: str) -> Channel:
    """Return what answers one draft's messages where they come through Streamlit."""

    def channel(payload: Any) -> tuple[int, dict[str, Any]]:
        answer = guarded(
            lambda: (
                answer_load(practice, draft_id)
                if payload is None
                else answer_save(practice, draft_id, payload)
            )
        )
        return answer.status, dict(answer.body)

    return channel
