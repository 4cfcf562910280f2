"""What one would write without an editor of one's own: ``st.text_area`` and a timer."""

import sqlite3
import sys
import time

import streamlit as st


def save() -> None:
    """Store the text, as durably as the product does."""
    with sqlite3.connect(sys.argv[1]) as database:
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, text TEXT)")
        database.execute(
            "INSERT OR REPLACE INTO answers VALUES (?, ?)",
            (st.session_state.writer, st.session_state.answer),
        )


@st.fragment(run_every=1)
def write() -> None:
    """Show the time and the text."""
    st.text_area("Your answer", key="answer", on_change=save, height=400)
    left = 420 - (time.time() - st.session_state.started)
    st.metric("Time left", f"{left // 60:.0f}:{left % 60:02.0f}")


st.session_state.setdefault("started", time.time())
st.session_state.writer = st.query_params.get("writer", "somebody")
write()
