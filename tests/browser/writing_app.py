"""A launcher like the product's, with the editor alone on its page."""

from pathlib import Path

import streamlit as st

from practice.middleware import MIDDLEWARE
from practice.routes import save_routes
from practice.sweeper import sweeping
from tests.browser.writing_service import moved_practice

app = st.App(
    Path(__file__).with_name("writing_page.py"),
    routes=save_routes(moved_practice),
    middleware=MIDDLEWARE,
    lifespan=sweeping(lambda: moved_practice().score_pending()),
)
