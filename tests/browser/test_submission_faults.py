"""Whatever goes wrong while an answer is submitted: one attempt, whole, with its report."""

import pytest
from playwright.sync_api import expect

from tests.browser.faults import TYPED, again, breaks_the_server
from tests.browser.writer import Writer, wait_until

pytestmark = pytest.mark.browser


def attempts_of(practice, writer):
    return [row.id for row in practice.attempts() if row.id == writer.draft_id]


def assert_submitted_whole(practice, writer, text):
    """Assert that there is one attempt, with this text and a report."""
    assert attempts_of(practice, writer) == [writer.draft_id]
    assert practice.review(writer.draft_id).attempt.final_text == text
    wait_until(lambda: practice.review(writer.draft_id).report is not None)


def test_submitted_twice(written, practice):
    written.page.get_by_role("button", name="Submit", exact=True).click()
    written.page.get_by_role("button", name="Submit anyway").dblclick()
    written.submitted()
    assert_submitted_whole(practice, written, TYPED)


def test_submitted_while_offline(write, practice, proxy):
    writer = write(url=proxy.url)
    writer.type(TYPED)
    proxy.take_down()
    writer.submit()
    expect(writer.area).not_to_be_editable()
    assert attempts_of(practice, writer) == []
    proxy.bring_up()
    writer.submitted()
    assert_submitted_whole(practice, writer, TYPED)


def test_submitted_while_offline_and_the_page_closed(write, practice, proxy):
    writer = write(url=proxy.url)
    writer.type(TYPED)
    proxy.take_down()
    writer.submit()
    keeper = writer.page.context.new_page()
    writer.page.wait_for_timeout(500)
    writer.page.close()
    proxy.bring_up()
    other = Writer(keeper, writer.url, writer.draft_id)
    other.page.goto(f"{other.url}/?draft={other.draft_id}")
    other.submitted()
    assert_submitted_whole(practice, writer, TYPED)


def test_submitted_in_two_tabs(written, practice):
    two = again(written)
    written.submit()
    two.page.bring_to_front()
    if two.area.is_editable():
        two.submit()
    written.submitted()
    two.submitted()
    assert_submitted_whole(practice, written, TYPED)


@breaks_the_server
def test_server_killed_between_submission_and_report(written, server, practice):
    from practice.service.drafting import freeze

    written.saved()
    server.kill()
    # What the server does first, and nothing of what follows.
    with practice.store.writing() as tables:
        freeze(tables, practice.get_draft(written.draft_id), practice.now())
    assert practice.review(written.draft_id).report is None
    server.start()
    written.look_again()
    written.submitted()
    assert_submitted_whole(practice, written, TYPED)
