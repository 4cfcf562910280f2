"""The component as Python sees it; the browser tests see the rest."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from practice.editor.assets import MODULES, load_css, load_js

KEY = "editor"


def page():
    from datetime import UTC, datetime, timedelta

    import streamlit as st

    from practice.attempts import Draft
    from practice.editor import answer_editor
    from scorer import get_prompt

    started = datetime(2026, 1, 5, 21, 0, tzinfo=UTC)
    draft = Draft(
        id="d1",
        prompt_id="pharma-api",
        prompt_text="Examine.",
        max_marks=10,
        word_limit=150,
        mode="exam",
        started_at=started,
        deadline=started + timedelta(minutes=7),
        text="Must not travel with the component",
        rev=3,
    )

    def channel(payload):
        return (200, {"rev": 4}) if payload else (503, {"error": "storage"})

    event = answer_editor(draft, get_prompt("pharma-api"), "token", "editor", channel=channel)
    st.button("Again")
    st.text(event.attempt_id if event else "writing")


@pytest.fixture
def app():
    return AppTest.from_function(page, default_timeout=30).run()


def data(app):
    return json.loads(app.get("bidi_component")[0].proto.json)


def test_the_page_gets_constants_and_no_text(app):
    assert data(app) == {
        "draft": "d1",
        "token": "token",
        "api": "/api/drafts/d1",
        "mode": "exam",
        "words": 150,
        "started_at": 1767646800.0,
        "deadline": 1767647220.0,
        "answer": None,
    }
    before = data(app)
    app.button[0].click().run()
    assert data(app) == before
    assert app.text[0].value == "writing"


def test_python_hears_of_the_submission_once(app):
    app.session_state[KEY] = {"phase": {"phase": "submitted", "attempt": "another"}}
    app.run()
    assert app.text[0].value == "d1"
    app.run()
    assert app.text[0].value == "d1"
    assert not app.exception


@pytest.mark.parametrize("phase", [None, "submitted", {"phase": "writing"}, {}, 3])
def test_other_phases_are_no_submission(app, phase):
    app.session_state[KEY] = {"phase": phase}
    app.run()
    assert app.text[0].value == "writing"


def test_the_scripts_are_joined_in_an_order_that_works():
    source = load_js()
    assert "import {" not in source
    assert source.count("export ") == 1
    assert "export default function mount" in source
    assert all(load_js(name) in source for name in MODULES)


def test_colours_come_from_the_theme_alone():
    assert "#" not in load_css()
    assert "rgb(" not in load_css()
    assert "var(--st-text-color)" in load_css()
