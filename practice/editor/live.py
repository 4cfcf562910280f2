"""Text fields whose page keeps up with what is typed."""

from __future__ import annotations

from importlib.resources import files

import streamlit as st

_component = st.components.v2.component(
    "mains_practice_live",
    html="<span></span>",
    js=(files(__package__) / "js" / "live.js").read_text("utf-8"),
)


def keep_up() -> None:
    """Let the page run at every pause in a text area whose key begins with ``live_``."""
    _component(key="keep_up", height=1)
