import pytest
import streamlit.web.cli
from click.testing import CliRunner

from practice.launch import main


@pytest.fixture
def started(monkeypatch):
    calls = []
    monkeypatch.setattr(streamlit.web.cli, "main", lambda arguments, **_: calls.append(arguments))
    return calls


def test_it_listens_on_this_computer_only(started):
    assert CliRunner().invoke(main, []).exit_code == 0
    (arguments,) = started
    assert arguments[0] == "run"
    assert arguments[1].endswith("streamlit_app.py")
    assert "--server.address=127.0.0.1" in arguments


def test_address_port_and_browser_can_be_chosen(started):
    CliRunner().invoke(main, ["--address", "0.0.0.0", "--port", "9000", "--no-browser"])  # noqa: S104
    assert started[0][2:] == [
        "--server.address=0.0.0.0",
        "--server.port=9000",
        "--server.headless=true",
        "--browser.serverAddress=localhost",
    ]


def test_a_phone_is_let_in_only_on_demand(started):
    CliRunner().invoke(main, ["--phone"])
    assert "--server.address=0.0.0.0" in started[0]
    assert "--browser.serverAddress=localhost" in started[0]


def test_wrong_use_is_explained(started):
    result = CliRunner().invoke(main, ["--port", "many"])
    assert result.exit_code == 2
    assert "not a valid integer" in result.output
    assert not started
