"""The pages, opened by Streamlit without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import practice

SCRIPT = Path(practice.__file__).with_name("app.py")


def visit(place="", **query):
    """Open a page as a deep link does."""
    app = AppTest.from_file(str(SCRIPT), default_timeout=30)
    app._page_hash = calc_hash(place)
    for name, value in query.items():
        app.query_params[name] = value
    return checked(app.run())


def checked(app):
    assert not app.exception, app.exception
    return app


def click(app, key):
    # From here on the app may go to another page by itself.
    app._page_hash = ""
    return checked(app.button(key=key).click().run())


def html(app):
    """Return all HTML of a page but the style sheet."""
    bodies = (each.proto.body for each in app.get("html"))
    return "\n".join(body for body in bodies if not body.startswith("<style>:root"))


def heading(app):
    return app.title[0].value
