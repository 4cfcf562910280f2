"""Writing in the editor: what is typed, pasted or composed arrives and stays."""

import pytest
from playwright.sync_api import expect

from tests.browser.server import WRITING, AppServer
from tests.browser.writer import Writer, pace_of, part, press, words

pytestmark = pytest.mark.browser


HOSTED = WRITING.with_name("writing_hosted.py")


def test_what_is_typed_is_saved_and_survives_a_refresh(write, practice):
    writer = write()
    writer.type("TRUST secures critical minerals.")
    expect(writer.state).to_have_text("Saving…")
    writer.saved()
    assert practice.get_draft(writer.draft_id).text == "TRUST secures critical minerals."
    writer.page.reload()
    writer.ready()
    assert writer.text == "TRUST secures critical minerals."


def test_the_accessible_names_are_the_promised_ones(write):
    page = write().page
    expect(page.get_by_role("textbox", name="Your answer", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_enabled()


def test_a_short_answer_is_submitted_only_after_asking(write, practice):
    writer = write()
    writer.type("Too short.")
    writer.page.keyboard.press("Control+Enter")
    question = writer.page.get_by_role("alertdialog")
    expect(question).to_contain_text("2 of 150 words")
    writer.page.keyboard.press("Escape")
    expect(question).to_be_hidden()
    writer.type(" More.")
    writer.page.keyboard.press("Control+Enter")
    writer.page.keyboard.press("Control+Enter")
    writer.submitted()
    assert practice.review(writer.draft_id).attempt.final_text == "Too short. More."


def test_a_full_answer_is_submitted_at_once(write, practice):
    writer = write()
    writer.area.fill(words(140))
    press(writer, "Submit")
    writer.submitted()
    assert practice.review(writer.draft_id).attempt.words == 140


def test_what_is_typed_and_taken_back_leaves_no_doubt(write):
    writer = write()
    writer.type("a")
    writer.page.keyboard.press("Backspace")
    writer.saved()
    assert writer.text == ""


def test_pasted_windows_line_ends_become_plain_ones(write, practice):
    writer = write()
    paste(writer, "one\r\ntwo")
    writer.saved()
    assert writer.text == "one\ntwo"
    assert practice.get_draft(writer.draft_id).text == "one\ntwo"


def paste(writer, text):
    writer.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    writer.page.evaluate("text => navigator.clipboard.writeText(text)", text)
    writer.area.press("Control+v")


def test_pasted_words_are_counted_not_blocked(write, practice):
    writer = write()
    paste(writer, "five words from somewhere else")
    expect(part(writer, "notice")).to_have_text("Pasted 5 words")
    writer.saved()
    assert writer.text == "five words from somewhere else"
    (event,) = [event for event in pace_of(practice, writer) if event.kind == "paste"]
    assert event.value == 5


def test_an_exam_can_block_foreign_text_but_never_ones_own(write):
    writer = write("exam")
    paste(writer, "two words ")
    assert writer.text == "two words "
    writer.area.fill("")
    writer.page.get_by_text("Editor settings").click()
    writer.page.get_by_label("Refuse text pasted from elsewhere").check()
    paste(writer, "foreign words")
    assert writer.text == ""
    expect(part(writer, "notice")).to_contain_text("Pasting from elsewhere is off")
    writer.type("my own words")
    writer.page.keyboard.press("Control+a")
    writer.page.keyboard.press("Control+x")
    assert writer.text == ""
    writer.page.keyboard.press("Control+v")
    writer.page.keyboard.press("Control+v")
    assert writer.text == "my own wordsmy own words"


def test_composing_neither_loses_nor_doubles_nor_saves_half_a_word(write, practice):
    writer = write()
    writer.type("Before ")
    writer.saved()
    session = writer.page.context.new_cdp_session(writer.page)
    for half in ("क", "क्", "क्ष", "क्षे"):
        session.send(
            "Input.imeSetComposition",
            {"text": half, "selectionStart": len(half), "selectionEnd": len(half)},
        )
        writer.page.wait_for_timeout(700)
    assert writer.text == "Before क्षे"
    assert practice.get_draft(writer.draft_id).text == "Before "
    session.send("Input.insertText", {"text": "क्षेत्र"})
    writer.saved()
    assert writer.text == "Before क्षेत्र"
    assert practice.get_draft(writer.draft_id).text == "Before क्षेत्र"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("👩‍🚀 and 🇮🇳 and 👍🏽", id="emoji"),
        pytest.param("e\u0301 \u0915\u094d\u0937", id="combining marks"),
        pytest.param("tab\tand\n\nline breaks\n", id="blanks"),
        pytest.param("<script>alert(1)</script> <b>&amp;</b>", id="markup"),
        pytest.param("العربية ثم English", id="right to left"),
    ],
)
def test_every_character_arrives_as_it_was(write, practice, text):
    writer = write()
    writer.area.fill(text)
    writer.saved()
    writer.page.keyboard.press("Control+Home")
    writer.page.keyboard.type("👍 ")
    writer.saved()
    assert practice.get_draft(writer.draft_id).text == f"👍 {text}"
    writer.page.reload()
    writer.ready()
    assert writer.text == f"👍 {text}"


def test_twenty_thousand_words_are_no_trouble(write, practice):
    writer = write()
    writer.area.fill(words(20_000))
    writer.saved()
    writer.type(" and the last")
    writer.saved()
    assert practice.get_draft(writer.draft_id).text == words(20_000) + " and the last"


def test_reruns_and_new_neighbours_leave_caret_focus_and_undo_alone(write):
    writer = write()
    writer.type("One three")
    for _ in range(6):
        writer.page.keyboard.press("ArrowLeft")
    writer.page.get_by_text("Above", exact=True).click()
    expect(writer.page.get_by_text("Something above the editor")).to_be_visible()
    writer.area.focus()
    writer.page.keyboard.insert_text(" two")
    assert writer.text == "One two three"
    writer.page.keyboard.press("Control+z")
    assert writer.text == "One three"


def test_spelling_help_is_off(write):
    area = write().area
    for name, value in {"spellcheck": "false", "autocorrect": "off", "autocomplete": "off"}.items():
        expect(area).to_have_attribute(name, value)


def test_a_shared_computer_keeps_nothing(write):
    writer = write()
    writer.page.get_by_text("Editor settings").click()
    writer.page.get_by_label("Keep unsaved words").uncheck()
    writer.page.route("**/api/drafts/*", lambda route: route.abort())
    writer.type("secret")
    expect(writer.state).to_have_text("Offline: not kept anywhere yet")
    kept = writer.page.evaluate("JSON.stringify(Object.entries(localStorage))")
    assert "secret" not in kept
    writer.page.unroute("**/api/drafts/*")
    writer.saved()


def test_leaving_with_unsaved_words_asks_first(write):
    writer = write()
    asked = []
    writer.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    writer.type("saved")
    writer.saved()
    writer.page.close(run_before_unload=True)
    assert asked == []

    other = Writer(writer.page.context.new_page(), writer.url, writer.draft_id)
    other.open()
    other.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    other.page.route("**/api/drafts/*", lambda route: route.abort())
    other.type(" unsaved")
    with other.page.expect_event("close"):
        other.page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_a_foreign_page_cannot_save(write, practice, server):
    writer = write()
    writer.type("mine")
    writer.saved()
    answer = writer.page.request.post(
        f"{server.url}/api/drafts/{writer.draft_id}",
        data={"client_id": "evil", "seq": 1, "base_rev": 1, "text": ""},
        headers={"Origin": "https://elsewhere.example"},
    )
    assert (answer.status, answer.json()["error"]) == (403, "foreign_origin")
    assert practice.get_draft(writer.draft_id).text == "mine"


def test_a_host_without_the_save_routes_saves_over_streamlit(tmp_path, page):
    from practice.service import open_practice

    server = AppServer(tmp_path, HOSTED)
    server.start()
    practice = open_practice(server.db_url)
    try:
        writer = Writer(page, server.url, practice.start("pharma-api").id)
        writer.open()
        writer.type("Saved without routes.")
        writer.saved()
        assert practice.get_draft(writer.draft_id).text == "Saved without routes."
        writer.page.reload()
        writer.ready()
        assert writer.text == "Saved without routes."
        writer.submit()
        writer.submitted()
    finally:
        practice.store.close()
        server.kill()
