"""What a page needs for answers on paper: a clock and a button that prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from practice.editor.assets import load_js

if TYPE_CHECKING:
    from datetime import datetime

    from practice.attempts import Draft

_CLOCK_CSS: Final = """
.clock { font: 600 clamp(2.5rem, 17vw, 4.5rem)/1.1 var(--st-heading-font, serif);
  color: var(--st-text-color);
  font-variant-numeric: lining-nums tabular-nums; }
.note { min-height: 1.6rem; color: var(--st-text-color); font-family: var(--st-font); }
"""
_BUTTON_CSS: Final = """
button { padding: 0.45rem 0.8rem; border: 1px solid var(--st-border-color);
  border-radius: 0.4rem; background: var(--st-background-color); color: var(--st-text-color);
  font: inherit; font-family: var(--st-font); cursor: pointer; }
button:hover { border-color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""
_clock = st.components.v2.component(
    "mains_practice_paper_clock",
    html='<div class="clock" role="timer"></div><div class="note" role="status"></div>',
    css=_CLOCK_CSS,
    js=load_js("clock", "paper"),
)
_print = st.components.v2.component(
    "mains_practice_print",
    html='<button type="button">Print the sheet</button>',
    css=_BUTTON_CSS,
    js=load_js("printing"),
)


def paper_clock(draft: Draft, now: datetime) -> None:
    """Show the time that is left for an answer on paper, or the time spent."""
    total = (draft.deadline - draft.started_at).total_seconds() if draft.deadline else None
    passed = (now - draft.started_at).total_seconds()
    _clock(key=f"clock_{draft.id}", data={"total": total, "passed": passed})


def print_button() -> None:
    """Show a button that opens the browser's printing."""
    _print(key="print_sheet", width="content")
