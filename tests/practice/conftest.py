import pytest

from practice import sharing
from tests.practice.fakes import Hands, file_url, make_practice


@pytest.fixture
def hands():
    return Hands()


@pytest.fixture
def url(tmp_path):
    return file_url(tmp_path)


@pytest.fixture
def practice(url, hands):
    service = make_practice(url, hands)
    yield service
    service.close()


@pytest.fixture
def service(tmp_path, hands, monkeypatch):
    """Return the service that the pages use."""
    service = make_practice(file_url(tmp_path), hands)
    monkeypatch.setattr(sharing, "_opened", [service])
    yield service
    service.close()
