"""Everything that can go wrong while somebody writes, and that nothing typed is lost by it.

Each test counts characters twice: on the server, and on the screen.
"""

import os
import re
import signal
import sqlite3
import subprocess
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import ARGUMENTS, find_chromium
from tests.browser.faults import MORE, TYPED, again, assert_whole, breaks_the_server
from tests.browser.server import free_port
from tests.browser.writer import PATIENCE_MS, Writer

pytestmark = pytest.mark.browser

MAY_MOUNT = os.geteuid() == 0 and Path("/bin/mount").exists()


# ---- the page


def test_refresh(written, practice):
    written.page.reload()
    written.ready()
    assert_whole(written, practice, TYPED)


@pytest.mark.parametrize("gently", [True, False], ids=["asked", "at once"])
def test_tab_closed_and_reopened(written, practice, gently):
    context = written.page.context
    keeper = context.new_page()
    written.page.on("dialog", lambda dialog: dialog.accept())
    written.page.close(run_before_unload=gently)
    assert_whole(again(written, keeper), practice, TYPED)


def test_another_page_by_link_and_back(written, practice):
    written.page.get_by_role("link", name="Elsewhere").click()
    expect(written.page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    written.page.get_by_role("link", name="Write").click()
    written.ready()
    assert_whole(written, practice, TYPED)
    written.type(MORE)
    assert_whole(written, practice, TYPED + MORE)


def test_browser_back_and_forward(written, practice):
    written.page.goto("about:blank")
    written.page.go_back()
    written.ready()
    assert_whole(written, practice, TYPED)
    written.type(MORE)
    written.page.go_back()
    written.page.go_forward()
    written.ready()
    assert_whole(written, practice, TYPED + MORE)


def test_the_address_without_the_draft_after_another_page(written, practice):
    """A page switch drops the query string; the draft must be found all the same."""
    written.page.get_by_role("link", name="Elsewhere").click()
    expect(written.page.get_by_role("heading", name="Elsewhere")).to_be_visible()
    written.page.get_by_role("link", name="Write").click()
    written.ready()
    assert "draft=" not in written.page.url
    written.type(MORE)
    assert_whole(written, practice, TYPED + MORE)


def test_browser_killed_loses_two_seconds_at_most(write, server, practice, tmp_path, browser):
    port = free_port()
    profile = tmp_path / "profile"
    command = [find_chromium(), *ARGUMENTS, "--headless=new", f"--user-data-dir={profile}"]
    writer = write()
    chromium = subprocess.Popen(
        [*command, f"--remote-debugging-port={port}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        killed = Writer(connect(browser, port), server.url, writer.draft_id)
        killed.open()
        started = time.monotonic()
        killed.type(TYPED, delay=30)
        pace = len(TYPED) / (time.monotonic() - started)
    finally:
        os.killpg(chromium.pid, signal.SIGKILL)
        chromium.wait()
    time.sleep(0.5)
    kept = practice.get_draft(writer.draft_id).text
    assert TYPED.startswith(kept)
    assert len(TYPED) - len(kept) <= 2 * pace


def connect(browser, port):
    endpoint = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            remote = browser.browser_type.connect_over_cdp(endpoint)
        except Exception:
            time.sleep(0.1)
        else:
            return remote.contexts[0].new_page()
    raise AssertionError("Chromium does not answer")


# ---- the network


def test_socket_cut_while_typing(write, practice, proxy):
    writer = write(url=proxy.url)
    writer.type(TYPED[:100], delay=8)
    proxy.cut()
    writer.type(TYPED[100:], delay=8)
    assert_whole(writer, practice, TYPED)


@pytest.mark.parametrize("seconds", [5])
def test_network_down_while_typing(write, practice, proxy, seconds):
    writer = write(url=proxy.url)
    writer.type(TYPED[:100], delay=8)
    proxy.take_down()
    writer.type(TYPED[100:], delay=8)
    expect(writer.state).to_have_text("Offline: kept in this browser", timeout=PATIENCE_MS)
    writer.page.wait_for_timeout(seconds * 1000)
    writer.type(MORE)
    assert writer.text == TYPED + MORE
    proxy.bring_up()
    assert_whole(writer, practice, TYPED + MORE)


def test_network_down_five_minutes(write, practice, proxy, page):
    page.clock.install()
    writer = write(url=proxy.url)
    writer.type(TYPED[:100])
    proxy.take_down()
    writer.type(TYPED[100:])
    page.clock.run_for(300_000)
    expect(writer.state).to_have_text("Offline: kept in this browser", timeout=PATIENCE_MS)
    writer.type(MORE)
    proxy.bring_up()
    page.clock.run_for(20_000)
    assert_whole(writer, practice, TYPED + MORE)


def test_offline_and_the_page_closed(write, practice, proxy):
    writer = write(url=proxy.url)
    writer.type(TYPED[:100])
    writer.saved()
    proxy.take_down()
    writer.type(TYPED[100:])
    expect(writer.state).to_have_text("Offline: kept in this browser", timeout=PATIENCE_MS)
    keeper = writer.page.context.new_page()
    writer.page.close()
    proxy.bring_up()
    assert_whole(again(writer, keeper), practice, TYPED)


def test_an_answer_that_never_came_is_asked_for_again(write, practice):
    writer = write()
    lost = []

    def lose_the_answer(route):
        if route.request.method == "POST" and len(lost) < 2:
            lost.append(route.fetch())
            route.abort()
        else:
            route.continue_()

    writer.page.route("**/api/drafts/*", lose_the_answer)
    writer.type(TYPED)
    assert_whole(writer, practice, TYPED)
    assert len(lost) == 2


# ---- the server


@breaks_the_server
def test_server_killed_and_started_with_the_tab_open(written, server, practice):
    server.kill()
    written.type(MORE)
    expect(written.state).to_have_text("Offline: kept in this browser", timeout=PATIENCE_MS)
    server.start()
    assert_whole(written, practice, TYPED + MORE)
    written.submit()
    written.submitted()


@breaks_the_server
def test_server_killed_and_started_with_the_tab_closed(written, server, practice):
    server.kill()
    keeper = written.page.context.new_page()
    written.type(MORE)
    written.page.wait_for_timeout(400)
    written.page.close()
    server.start()
    assert_whole(again(written, keeper), practice, TYPED + MORE)


@breaks_the_server
def test_no_dialog_covers_the_editor_while_the_server_is_away(written, server):
    server.kill()
    written.page.wait_for_timeout(5000)
    expect(written.page.get_by_role("dialog")).to_have_count(0)
    assert written.area.evaluate("area => area.getRootNode().activeElement === area")


@contextmanager
def locked(database):
    """Hold the database's write lock, as a backup tool might."""
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@breaks_the_server
def test_database_locked(write, server, practice):
    writer = write()
    writer.type(TYPED)
    writer.saved()
    with locked(server.database):
        writer.type(MORE)
        expect(writer.state).to_contain_text(
            re.compile("Saving failed, retrying: kept in this browser.*database"),
            timeout=PATIENCE_MS,
        )
        assert practice.get_draft(writer.draft_id).text == TYPED
    assert_whole(writer, practice, TYPED + MORE)


@pytest.mark.skipif(not MAY_MOUNT, reason="only root may mount a small disk to fill")
def test_disk_full(tmp_path, page):
    from practice.service import open_practice
    from tests.browser.server import WRITING, AppServer

    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["/bin/mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    mounted = subprocess.run(mount, check=False)
    if mounted.returncode:
        pytest.skip("may not mount a disk here")
    server = AppServer(disk, WRITING)
    try:
        server.start()
        practice = open_practice(server.db_url)
        writer = Writer(page, server.url, practice.start("pharma-api").id)
        writer.open()
        writer.type(TYPED)
        writer.saved()
        ballast = disk / "ballast"
        fill_up(ballast)
        writer.type(MORE)
        expect(writer.state).to_contain_text("disk is full", timeout=PATIENCE_MS)
        ballast.unlink()
        assert_whole(writer, practice, TYPED + MORE)
        practice.store.close()
    finally:
        server.kill()
        subprocess.run(["/bin/umount", "-l", str(disk)], check=True)


def fill_up(ballast):
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            return


# ---- more than one page


def test_two_tabs_in_turns(write, practice):
    one = write()
    two = again(one)
    expected = ""
    for turn in range(4):
        writer = (one, two)[turn % 2]
        writer.look_again()
        expect(writer.area).to_have_value(expected, timeout=PATIENCE_MS)
        sentence = f"Turn {turn} wrote this. "
        writer.type(sentence)
        expected += sentence
        assert_whole(writer, practice, expected)


@pytest.mark.parametrize("apart", [False, True], ids=["two tabs", "two browsers"])
def test_two_at_once(write, practice, open_page, apart):
    one = write()
    two = again(one, open_page() if apart else None)
    for n in range(20):
        one.type(f"left{n} ", delay=0)
        two.type(f"right{n} ", delay=0)
    for writer in (one, two):
        writer.look_again()
        writer.saved()
    # A save may fall within a word, and the other page then types right behind it: what was
    # typed is counted by characters. A merge may keep one of them twice, but loses none.
    typed = Counter("".join(f"{side}{n} " for side in ("left", "right") for n in range(20)))
    assert not typed - Counter(practice.get_draft(one.draft_id).text)
    for writer in (one, two):
        writer.look_again()
        expect(writer.area).to_have_value(practice.get_draft(one.draft_id).text)


def test_long_work_offline_is_merged_word_by_word(write, practice, proxy, open_page):
    desk = write()
    desk.type("Rivers flood. Cities grow. Drains choke.")
    desk.saved()
    train = Writer(open_page(), proxy.url, desk.draft_id)
    train.open()
    proxy.take_down()
    for old, new in [
        ("Rivers", "Big rivers"),
        ("choke", "choke with silt"),
        ("grow.", "grow fast."),
    ]:
        train.area.fill(train.text.replace(old, new))
        train.page.wait_for_timeout(1500)
    desk.area.fill(desk.text.replace("Cities", "Old cities") + " Rain falls.")
    desk.saved()
    proxy.bring_up()
    train.look_again()
    expected = "Big rivers flood. Old cities grow fast. Drains choke with silt. Rain falls."
    expect(train.area).to_have_value(expected, timeout=PATIENCE_MS)
    assert_whole(train, practice, expected)
