"""The page for the phone, run by Streamlit without a browser."""

import pytest

from practice import sharing
from practice.tokens import sign_phone
from practice.views import phone
from tests.practice.fakes import file_url, make_practice
from tests.practice.visiting import html, visit


@pytest.fixture
def service(tmp_path, hands, monkeypatch):
    service = make_practice(file_url(tmp_path), hands)
    monkeypatch.setattr(sharing, "_opened", [service])
    yield service
    service.close()


def test_it_is_closed_unless_told_otherwise(service, monkeypatch):
    monkeypatch.setattr(phone, "listens_to_others", lambda _: False)
    app = visit("phone")
    assert app.code[0].value == "mains-practice --phone"
    assert "<img" not in html(app)


def test_an_open_server_shows_its_address_with_the_key_and_as_a_code(service, monkeypatch):
    monkeypatch.setattr(phone, "listens_to_others", lambda _: True)
    monkeypatch.setattr(phone, "find_own_address", lambda: "192.168.1.5")
    app = visit("phone")
    key = sign_phone(service.secret("phone"))
    assert app.code[0].value == f"http://192.168.1.5:8501/?key={key}"
    assert 'src="data:image/png;base64,' in html(app)


def test_without_a_network_it_says_so(service, monkeypatch):
    monkeypatch.setattr(phone, "listens_to_others", lambda _: True)
    monkeypatch.setattr(phone, "find_own_address", lambda: None)
    assert "No home network" in html(visit("phone"))
