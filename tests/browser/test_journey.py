"""An evening with the app: choose, write, submit, read, come back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from practice.service import open_practice
from tests.browser.writer import PATIENCE_MS, Writer

pytestmark = pytest.mark.browser

ANSWER = (
    "About 70 per cent of the APIs that India imports come from China, so a lockdown there "
    "becomes a shortage of medicines here. TRUST brings joint American and Indian investment in "
    "fermentation plants, which adds to the PLI scheme for bulk drugs."
)
HTML_ANSWER = (
    "<script>document.title='taken'</script><img src=x onerror=alert(1)> <b>bold</b> APIs."
)


@pytest.fixture
def stored(app_server):
    """Look into the server's database from outside."""
    service = open_practice(app_server.db_url)
    yield service
    service.close()


def see(page, heading):
    """Wait for a page, whole: a click goes astray while what stands above still grows."""
    expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible(timeout=PATIENCE_MS)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def visit(page, server, path, heading):
    page.goto(server.url + path)
    see(page, heading)


def start(page, server):
    """Start tonight's question; return the writer of its answer."""
    visit(page, server, "/", "Tonight's question")
    page.get_by_role("button", name="Start writing").click()
    see(page, "Your answer")
    page.wait_for_url(re.compile("draft="))
    writer = Writer(page, server.url, page.url.partition("draft=")[2])
    writer.ready()
    return writer


def hand_in(page, server, text):
    writer = start(page, server)
    writer.area.fill(text)
    writer.saved()
    writer.submit()
    see(page, "Feedback")
    return writer.draft_id


def answer_on(page):
    return page.locator(".mp-answer").first


def plain_text(page):
    """Return the answer as it is shown, without the numbers of its notes."""
    return answer_on(page).evaluate(
        "shown => { const copy = shown.cloneNode(true);"
        " copy.querySelectorAll('sup').forEach(each => each.remove()); return copy.textContent }"
    )


def test_the_whole_journey_outlives_the_server(app_server, stored, page):
    visit(page, app_server, "/", "Tonight's question")
    expect(page.get_by_text("Everything stays on this computer.")).to_be_visible()
    page.get_by_role("link", name="Practise", exact=True).click()
    see(page, "Practise")
    page.locator(".st-key-choice_pharma-api").get_by_role("button", name="Start").click()
    see(page, "Your answer")
    writer = Writer(page, app_server.url, stored.open_drafts()[0].id)
    writer.ready()
    writer.type(ANSWER, delay=2)
    writer.saved()
    writer.area.press("Control+Enter")
    page.get_by_role("button", name="Submit anyway").click()
    see(page, "Feedback")
    expect(page.locator(".mp-verdict")).to_contain_text(re.compile(r"of 10,\s*likely"))
    assert plain_text(page) == ANSWER
    marks = page.locator(".mp-number").text_content()

    page.get_by_role("link", name="Past attempts").click()
    see(page, "Past attempts")
    expect(page.locator("[class*=st-key-row_]")).to_have_count(1)

    app_server.restart()
    visit(page, app_server, "/past", "Past attempts")
    page.locator("[class*=st-key-row_]").get_by_role("link").click()
    see(page, "Feedback")
    expect(page.locator(".mp-number")).to_have_text(marks)
    assert plain_text(page) == ANSWER


def test_a_refresh_in_the_middle_of_writing_loses_nothing(app_server, page):
    writer = start(page, app_server)
    writer.type("Half a thought")
    page.reload()
    writer.ready()
    assert writer.text == "Half a thought"
    writer.type(", and the rest.")
    writer.saved()
    page.reload()
    writer.ready()
    assert writer.text == "Half a thought, and the rest."


def test_a_draft_left_behind_is_offered_on_the_first_page(app_server, page):
    writer = start(page, app_server)
    writer.type("To be continued")
    writer.saved()
    visit(page, app_server, "/", "Tonight's question")
    page.get_by_role("link", name="Go on writing").click()
    see(page, "Your answer")
    writer.ready()
    assert writer.text == "To be continued"


def test_a_question_of_the_bank_has_an_address_and_can_be_started(app_server, page):
    visit(page, app_server, "/questions", "Question bank")
    page.get_by_role("link", name="Active Pharmaceutical Ingredients").click()
    see(page, "Question")
    page.wait_for_url("**/question?id=pharma-api")
    page.reload()
    page.get_by_role("button", name="Start writing").click()
    see(page, "Your answer")
    page.wait_for_url(re.compile("/write.draft="))
    page.go_back()
    see(page, "Question")
    expect(page.locator(".mp-question-text")).to_contain_text("Active Pharmaceutical Ingredients")


def test_who_goes_back_from_the_feedback_gets_away_from_it(app_server, page):
    hand_in(page, app_server, "Rain falls.")
    for _ in range(2):
        page.go_back()
        see(page, "Handed in")
    page.go_back()
    see(page, "Tonight's question")


def test_script_and_html_in_an_answer_are_shown_as_text(app_server, page):
    hand_in(page, app_server, HTML_ANSWER)
    assert plain_text(page) == HTML_ANSWER
    assert answer_on(page).locator("script, img, b").count() == 0
    assert page.title() != "taken"


def test_words_and_notes_lead_to_each_other(app_server, page):
    visit(page, app_server, "/practise", "Practise")
    page.locator(".st-key-choice_pharma-api").get_by_role("button", name="Start").click()
    see(page, "Your answer")
    writer = Writer(page, app_server.url, "")
    writer.ready()
    writer.area.fill(ANSWER)
    writer.saved()
    writer.submit()
    see(page, "Feedback")
    note, words = page.locator("#note-1"), page.locator("mark.mp-w1").first
    # The button that was clicked lay where a note may lie now.
    page.mouse.move(0, 0)
    unlit = note.evaluate("each => getComputedStyle(each).backgroundColor")
    words.hover()
    expect(note).not_to_have_css("background-color", unlit)
    note.hover()
    expect(words).not_to_have_css("background-color", unlit)
    page.mouse.move(0, 0)
    page.locator("#words-1 a").press("Enter")
    expect(note).to_be_in_viewport()
    expect(note).not_to_have_css("background-color", unlit)
    see(page, "Feedback")
    assert "attempt=" in page.url


def test_an_objection_is_stored(app_server, stored, page):
    attempt_id = hand_in(page, app_server, "Rain falls.")
    page.get_by_role("button", name="I said this").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    expect(page.get_by_role("button", name="✓ You said this. Undo")).to_be_visible()
    (dispute,) = stored.disputes()
    assert (dispute.attempt_id, dispute.kind) == (attempt_id, "said_this")


def test_deleting_asks_first_and_can_be_undone(app_server, stored, page):
    hand_in(page, app_server, "Rain falls.")
    visit(page, app_server, "/past", "Past attempts")
    page.get_by_role("button", name="Delete", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Delete it").click()
    expect(page.get_by_text("Nothing here yet")).to_be_visible()
    assert stored.count_attempts() == 0
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[class*=st-key-row_]")).to_have_count(1)


def test_everything_can_be_taken_out(app_server, page):
    hand_in(page, app_server, "Rain falls.")
    visit(page, app_server, "/past", "Past attempts")
    for kind, sign in [("CSV", "Rain falls."), ("JSON", '"format_version"')]:
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Export all as {kind}").click()
        assert sign in download.value.path().read_text("utf-8")


def test_a_page_of_another_origin_may_not_save(app_server, stored, page):
    draft = start(page, app_server).draft_id
    answer = page.request.post(
        f"{app_server.url}/api/drafts/{draft}",
        headers={"Origin": "https://example.org"},
        data={"client_id": "x", "seq": 1, "base_rev": 0, "text": "stolen"},
    )
    assert (answer.status, answer.json()["error"]) == (403, "foreign_origin")
    assert stored.get_draft(draft).text == ""


@pytest.mark.parametrize("path", ["/", "/practise", "/past", "/progress", "/questions"])
def test_nothing_runs_out_of_a_narrow_page(app_server, open_page, path):
    page = open_page(viewport={"width": 375, "height": 800})
    page.goto(app_server.url + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=PATIENCE_MS)
    wide = "() => [...document.querySelectorAll('section *')].filter(each => "
    wide += "each.getBoundingClientRect().right > innerWidth + 1).map(each => each.className)"
    assert page.evaluate(wide) == []
