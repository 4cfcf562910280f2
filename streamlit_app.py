"""The launcher: the server that carries the pages, the save routes and the sweeper."""

from pathlib import Path

import streamlit as st

import practice
from practice.middleware import MIDDLEWARE
from practice.routes import save_routes
from practice.sharing import shared_practice
from practice.sweeper import sweeping
from practice.warming import warm_up

app = st.App(
    Path(practice.__file__).with_name("app.py"),
    routes=save_routes(shared_practice),
    middleware=MIDDLEWARE,
    lifespan=sweeping(
        lambda: shared_practice().score_pending(),
        before=lambda: warm_up(shared_practice().catalogue),
    ),
)
