"""Writes that wait together are stored together, and fail apart."""

from contextlib import contextmanager
from threading import Event, Thread

import pytest

from practice.saving import SpliceMismatch
from practice.storage import StorageUnavailable
from practice.storage.grouping import Group
from tests.practice.test_submitting import at_once

PATIENCE = 10


class Disk:
    """Confirms transactions, the first of them only when it is told to."""

    def __init__(self):
        self.stored = []
        self.transactions = 0
        self.broken = False
        self.busy, self.go_on = Event(), Event()

    @contextmanager
    def writing(self):
        written = []
        yield written
        self.transactions += 1
        self.busy.set()
        assert self.go_on.wait(PATIENCE)
        if self.broken:
            raise StorageUnavailable("full")
        self.stored += written


@pytest.fixture
def disk():
    return Disk()


@pytest.fixture
def group(disk):
    return Group(disk.writing)


def write(group, word, outcomes):
    """Write a word in a thread of its own, and note what became of it."""

    def act(tables):
        if word == "bad":
            raise SpliceMismatch
        tables.append(word)
        return word.upper()

    def run():
        try:
            outcomes[word] = group.run(act)
        except Exception as error:
            outcomes[word] = type(error)

    thread = Thread(target=run)
    thread.start()
    return thread


def write_while_the_disk_is_busy(disk, group, *words, broken=False):
    """Keep the disk busy with one word until the others have joined the line."""
    outcomes = {}
    threads = [write(group, "first", outcomes)]
    assert disk.busy.wait(PATIENCE)
    for joined, word in enumerate(words, start=1):
        threads.append(write(group, word, outcomes))
        while len(group._waiting) < joined:
            pass
    disk.broken = broken
    disk.go_on.set()
    for thread in threads:
        thread.join(PATIENCE)
    return outcomes


def test_what_waits_together_is_stored_in_one_transaction(disk, group):
    outcomes = write_while_the_disk_is_busy(disk, group, "second", "third", "fourth")
    assert outcomes == {word: word.upper() for word in ("first", "second", "third", "fourth")}
    assert disk.stored == ["first", "second", "third", "fourth"]
    assert disk.transactions == 2


def test_what_fails_takes_nobody_along(disk, group):
    outcomes = write_while_the_disk_is_busy(disk, group, "second", "bad", "fourth")
    assert outcomes["bad"] is SpliceMismatch
    assert (outcomes["second"], outcomes["fourth"]) == ("SECOND", "FOURTH")
    assert disk.stored == ["first", "second", "fourth"]


def test_a_full_disk_is_told_to_everybody_and_asked_once(disk, group):
    outcomes = write_while_the_disk_is_busy(disk, group, "second", "third", broken=True)
    assert set(outcomes.values()) == {StorageUnavailable}
    assert disk.stored == []
    assert disk.transactions == 2


def test_when_the_leader_dies_the_next_are_served(disk, group):
    disk.go_on.set()

    def die(_tables):
        raise SystemExit

    with pytest.raises(SystemExit):
        group.run(die)
    group.run(lambda tables: tables.append("next"))
    assert disk.stored == ["next"]


def test_hundreds_at_once_are_each_stored_once(disk, group):
    disk.go_on.set()

    def run(number):
        for turn in range(20):
            group.run(lambda tables, word=f"{number}.{turn}": tables.append(word))

    at_once(16, run)
    assert sorted(disk.stored) == sorted(f"{n}.{turn}" for n in range(16) for turn in range(20))
