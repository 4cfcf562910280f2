"""The clock: the server's, whatever the computer's says, and the bell it rings."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.writer import PATIENCE_MS, wait_until

pytestmark = pytest.mark.browser

PHARMA_SECONDS = 7 * 60


@pytest.fixture
def server(own_server):
    return own_server


def clock(writer):
    return writer.page.locator("[data-part=clock]")


def seconds_shown(writer):
    expect(clock(writer)).to_have_text(re.compile(r"^\d:\d\d$"))
    minutes, seconds = clock(writer).inner_text().split(":")
    return int(minutes) * 60 + int(seconds)


def leave_only(writer, server, seconds):
    """Move the server's time to so many seconds before the bell, and let the page see."""
    server.move_clock(ticks=server_shift(writer, seconds))
    writer.look_again()
    expect(clock(writer)).to_have_text(re.compile(r"^0:\d\d$"), timeout=PATIENCE_MS)


def server_shift(writer, seconds):
    return seconds_shown(writer) - seconds


def test_the_page_follows_the_server(write, server):
    writer = write()
    assert PHARMA_SECONDS - seconds_shown(writer) < 20
    server.move_clock(ticks=120)
    writer.look_again()
    expect(clock(writer)).to_have_text(re.compile(r"^[45]:\d\d$"))


def test_a_change_of_the_learners_clock_changes_nothing(write, page):
    page.clock.install()
    writer = write()
    before = seconds_shown(writer)
    page.clock.set_system_time(time.time() + 3600)
    page.clock.run_for(2000)
    assert 0 <= before - seconds_shown(writer) <= 5
    writer.page.reload()
    writer.ready()
    assert 0 <= before - seconds_shown(writer) <= 15


def test_an_hour_on_the_servers_clock_changes_nothing_but_is_noted(write, server, practice):
    writer = write()
    writer.type("Before. ")
    writer.saved()
    before = seconds_shown(writer)
    server.move_clock(wall=3600)
    writer.look_again()
    writer.type("After.")
    writer.saved()
    assert 0 <= before - seconds_shown(writer) <= 10
    wait_until(lambda: noted_offset(practice, writer) == 3600)
    assert practice.get_draft(writer.draft_id).text == "Before. After."


def noted_offset(practice, writer):
    started = practice.get_draft(writer.draft_id).started_at
    with practice.store.reading() as tables:
        return round(tables.housekeeping.clock_offset(started).total_seconds())


def test_half_time_two_minutes_and_thirty_seconds_are_announced(write, server):
    writer = write()
    spoken = writer.page.locator("[data-part=polite]")
    for left, text in [
        (PHARMA_SECONDS / 2, "Half time: 3 minutes 30 seconds left"),
        (120, "Two minutes left"),
        (30, "Thirty seconds left"),
    ]:
        shift = server_shift(writer, left + 2)
        server.move_clock(ticks=server.times["ticks"] + shift)
        writer.look_again()
        expect(spoken).to_have_text(text, timeout=PATIENCE_MS)


def test_practice_goes_on_after_the_bell_and_counts_what_was_in_time(write, server, practice):
    writer = write()
    writer.type("Before the bell. ")
    writer.saved()
    leave_only(writer, server, 7)
    writer.type("Just in time. ")
    expect(clock(writer)).to_have_text(re.compile(r"^\+\d:\d\d$"), timeout=PATIENCE_MS)
    writer.page.wait_for_timeout(2500)
    writer.type("Overtime.")
    writer.saved()
    writer.submit()
    writer.submitted()
    attempt = practice.review(writer.draft_id).attempt
    assert attempt.in_time_text == "Before the bell. Just in time. "
    assert attempt.final_text == "Before the bell. Just in time. Overtime."


def test_typing_across_the_bell_loses_nothing(write, server, practice):
    writer = write()
    leave_only(writer, server, 7)
    text = " ".join(f"word{n:03}" for n in range(25))
    writer.type(text, delay=70)
    writer.saved()
    writer.submit()
    writer.submitted()
    attempt = practice.review(writer.draft_id).attempt
    assert attempt.final_text == text
    assert text.startswith(attempt.in_time_text)
    assert 0 < len(attempt.in_time_text) < len(text)


def test_an_exam_ends_at_the_bell_while_typing(write, server, practice):
    writer = write("exam")
    leave_only(writer, server, 6)
    writer.area.focus()
    give_up = time.monotonic() + 20
    while writer.area.is_editable() and time.monotonic() < give_up:
        writer.page.keyboard.type("word ", delay=20)
    typed = writer.text
    writer.submitted()
    attempt = practice.review(writer.draft_id).attempt
    assert attempt.ended_by == "bell"
    assert attempt.in_time_text == typed


def test_an_exam_ends_with_nobody_connected(write, server, practice):
    writer = write("exam")
    writer.type("Left alone.")
    writer.saved()
    shift = server_shift(writer, 1)
    writer.page.close()
    server.move_clock(ticks=shift)
    wait_until(practice.attempts)
    review = practice.review(writer.draft_id)
    assert (review.attempt.ended_by, review.attempt.final_text) == ("bell", "Left alone.")


@pytest.mark.parametrize(
    ("mode", "counted"),
    [("exam", "Received in time. "), ("practice", "Received in time. Offline but in time. ")],
)
def test_offline_across_the_bell(write, server, practice, proxy, mode, counted):
    writer = write(mode, url=proxy.url)
    writer.type("Received in time. ")
    writer.saved()
    leave_only(writer, server, 8)
    proxy.take_down()
    writer.type("Offline but in time. ")
    expect(clock(writer)).to_have_text(re.compile(r"\+|up"), timeout=PATIENCE_MS)
    if mode == "practice":
        writer.type("After the bell.")
        writer.page.wait_for_timeout(3000)
    else:
        wait_until(practice.attempts)
    proxy.bring_up()
    writer.look_again()
    if mode == "practice":
        writer.saved()
        writer.submit()
    writer.submitted()
    review = practice.review(writer.draft_id)
    assert review.attempt.in_time_text == counted
    if mode == "practice":
        assert review.attempt.final_text == counted + "After the bell."
    else:
        (late,) = review.late_texts
        assert late.text == "Received in time. Offline but in time. "
