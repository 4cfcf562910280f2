import pytest

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
