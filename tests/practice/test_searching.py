import sqlite3
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice.history import AttemptFilter
from practice.storage import Store, open_store, searching
from practice.storage.engine import Database
from tests.practice.fakes import Hands, answer, make_practice

TEXT = "Concrete keeps the rain out: café, 70 per cent, ज्वार-भाटा."


@pytest.fixture
def compared(url, hands, practice):
    """Look into the same database without the index."""
    database = Database(url)
    service = make_practice(url, hands)
    service.store.close()
    service.store = Store(database)
    yield service
    database.close()


def found(service, words):
    return len(service.attempts(AttemptFilter(search=words)))


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("rain", 1),
        ("RAIN concrete", 1),
        ("concr", 1),
        ("rain nowhere", 0),
        ("Discuss", 1),
        ("café", 1),
        ("ज्वार", 1),
        ("%", 0),
        (":", 1),
        ('"', 0),
        ('rain" OR "x', 0),
        ("NEAR(rain)", 0),
        ("rain*", 1),
        ("-rain", 1),
        ("in_time_text:rain", 0),
        ("' OR 1=1 --", 0),
        ("\x00", 0),
    ],
)
def test_whatever_is_typed_is_looked_for_and_nothing_else(practice, words, number):
    answer(practice, text=TEXT)
    assert found(practice, words) == number


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=12))
def test_no_text_upsets_a_search(words):
    practice = make_practice("sqlite://", Hands())
    assert found(practice, words) == 0
    practice.close()


@pytest.mark.parametrize(
    "words", ["rain", "Concr cent", "discuss rivers", "late", "monsoon", "zzz"]
)
def test_without_an_index_the_same_is_found(practice, compared, words):
    attempt = answer(practice, text=TEXT)
    practice.add_note(attempt.id, "Came home late.")
    practice.set_tags(attempt.id, ["monsoon"])
    assert found(compared, words) == found(practice, words)


def test_the_index_is_made_for_attempts_that_are_there_already(practice, compared, url, hands):
    answer(compared, text=TEXT)
    assert found(practice, "rain") == 0
    assert found(make_practice(url, hands), "rain") == 1


def test_an_sqlite_without_full_text_search_compares(url, hands, monkeypatch):
    monkeypatch.setattr(searching, "_IS_ABLE", searching.text("SELECT 0"))
    practice = make_practice(url, hands)
    answer(practice, text=TEXT)
    assert found(practice, "oncret") == 1
    practice.close()


def test_a_database_that_cannot_be_written_is_searched_without_an_index(tmp_path, compared):
    answer(compared, text=TEXT)
    with closing(sqlite3.connect(tmp_path / "practice.db")) as connection, connection:
        connection.execute("DROP TABLE attempt_words")
    store = open_store(f"sqlite:///file:{tmp_path / 'practice.db'}?mode=ro&uri=true")
    with store.reading() as tables:
        assert tables.listing.count("local", AttemptFilter(search="oncret")) == 1
    store.close()
