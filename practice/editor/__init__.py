"""The browser editor: a component that saves by itself and tells Python only of the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from practice.editor.assets import load_css, load_js

if TYPE_CHECKING:
    from collections.abc import Callable

    from practice.attempts import Draft
    from scorer.prompts import Prompt

    Channel = Callable[[Any], tuple[int, dict[str, Any]]]
    """Answers one message of the page, or the request for the draft (None)."""

_RESYNC_SECONDS = 1800

# Registered once: registering again at every run would make Streamlit warn.
_component = st.components.v2.component(
    "mains_practice_editor", html='<div class="ed-host"></div>', css=load_css(), js=load_js()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorEvent:
    """The one thing that the editor tells the page: the answer has been submitted."""

    attempt_id: str


def answer_editor(
    draft: Draft,
    prompt: Prompt,
    token: str,
    key: str,
    *,
    channel: Channel | None = None,
) -> EditorEvent | None:
    """Show the editor for a draft.

    Call it before anything slow, and at every run: an exception or `st.stop`
    above it takes it off the page until the next run (nothing typed is lost).

    Parameters
    ----------
    draft : Draft
        What is being written. The page loads its text by itself.
    prompt : Prompt
        For the word limit.
    token : str
        From `practice.tokens.sign_draft`.
    key : str
        Streamlit's key; the same at every run, another for every draft.
    channel : callable, optional
        Takes messages where the host does not serve the save routes; see
        `practice.exchange.page_channel`.

    Returns
    -------
    EditorEvent or None
        None while the learner is writing.
    """
    with st.container(key=f"{key}_box"):
        _mount(_page_data(draft, prompt, token), key, channel)
    _resync()
    return EditorEvent(attempt_id=draft.id) if _submitted_key(key) in st.session_state else None


@st.fragment
def _mount(data: dict[str, Any], key: str, channel: Channel | None) -> None:
    result = _component(
        key=key,
        data=data | {"answer": st.session_state.get(_answer_key(key))},
        on_phase_change=lambda: None,
        on_request_change=lambda: _answer_request(key, channel),
    )
    if _is_submitted(result.phase) and _submitted_key(key) not in st.session_state:
        st.session_state[_submitted_key(key)] = True
        st.rerun()


@st.fragment(run_every=_RESYNC_SECONDS)
def _resync() -> None:
    # With a timed fragment on the page, however slow, the front end asks for a full
    # run when it reconnects; without one it stays half dead after a restart.
    pass


def _page_data(draft: Draft, prompt: Prompt, token: str) -> dict[str, Any]:
    # Only what never changes while the draft is open: new data mean a new call
    # of the component, and the whole script sent again.
    return {
        "draft": draft.id,
        "token": token,
        "api": f"/api/drafts/{draft.id}",
        "mode": draft.mode if draft.medium == "typed" else "relaxed",
        "words": prompt.words,
        "started_at": draft.started_at.timestamp(),
        "deadline": draft.bell.timestamp() if draft.bell else None,
    }


def _is_submitted(phase: Any) -> bool:
    return isinstance(phase, dict) and phase.get("phase") == "submitted"


def _answer_request(key: str, channel: Channel | None) -> None:
    request = st.session_state[key].get("request")
    if channel is None or not isinstance(request, dict):
        return
    status, body = channel(request.get("body"))
    number = request.get("number")
    st.session_state[_answer_key(key)] = {"number": number, "status": status, "body": body}


def _answer_key(key: str) -> str:
    return f"{key}:answer"


def _submitted_key(key: str) -> str:
    return f"{key}:submitted"
