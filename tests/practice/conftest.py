from dataclasses import replace

import pytest

from practice import sharing
from practice.views.parts.points import SHOWN
from scorer import RubricPoint
from scorer.rubric import Source
from tests.practice.fakes import Hands, file_url, make_catalogue, make_practice, make_rubric


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


def large_rubric(prompt_id):
    """Return a rubric with more points than stand open, and with sources."""
    rubric = make_rubric(prompt_id)
    points = tuple(
        RubricPoint(id=f"point_{n}", statement=f"Canal {n} was filled in.", source="atlas")
        for n in range(SHOWN + 3)
    )
    return replace(
        rubric,
        dimensions=(replace(rubric.dimensions[0], points=points),),
        sources=tuple(
            Source(id=each, title=each.title(), publisher="Press", date="2025")
            for each in ("atlas", "almanac")
        ),
    )


@pytest.fixture
def large(tmp_path, hands, monkeypatch):
    """Return a service whose rubrics are large."""
    service = make_practice(file_url(tmp_path), hands, catalogue=make_catalogue(large_rubric))
    monkeypatch.setattr(sharing, "_opened", [service])
    yield service
    service.close()
