"""A launcher like the product's, with the editor alone on its page.

It warms up only where it is asked to, because most tests start it for a moment.
"""

import sys
from pathlib import Path

import streamlit as st

from practice.middleware import MIDDLEWARE
from practice.routes import save_routes
from practice.sweeper import sweeping
from practice.warming import warm_up
from tests.browser.writing_service import moved_practice

WARM = "warm"


def prepare() -> None:
    """Do what the product does at its start."""
    if WARM in sys.argv:
        warm_up(moved_practice().catalogue)


app = st.App(
    Path(__file__).with_name("writing_page.py"),
    routes=save_routes(moved_practice),
    middleware=MIDDLEWARE,
    lifespan=sweeping(lambda: moved_practice().score_pending(), before=prepare),
)
