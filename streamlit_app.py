"""The launcher: the server that carries the pages, the save routes and the sweeper."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

import practice
from practice.doorkeeper import Doorkeeper
from practice.middleware import MIDDLEWARE
from practice.routes import save_routes
from practice.sharing import shared_practice
from practice.sweeper import sweeping
from practice.tokens import sign_phone
from practice.warming import warm_up


def find_phone_key() -> str:
    """Return what other machines must bring."""
    return sign_phone(shared_practice().secret("phone"))


app = st.App(
    Path(practice.__file__).with_name("app.py"),
    routes=save_routes(shared_practice),
    middleware=(*MIDDLEWARE, Middleware(Doorkeeper, key=find_phone_key)),
    lifespan=sweeping(
        lambda: shared_practice().score_pending(),
        before=lambda: warm_up(shared_practice().catalogue),
    ),
)
