"""What the editor offers to somebody who writes in it."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.server import WRITING, AppServer
from tests.browser.writer import Writer

pytestmark = pytest.mark.browser

HOSTED = WRITING.with_name("writing_hosted.py")


def part(writer, name):
    return writer.page.locator(f"[data-part={name}]")


def press(writer, name):
    writer.page.get_by_role("button", name=name, exact=True).click()


def pace_of(practice, writer):
    with practice.store.reading() as tables:
        return tables.drafts.pace(writer.draft_id)


def words(n):
    return " ".join(f"word{i}" for i in range(n))


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


def test_the_word_count_speaks_in_colour_and_in_text(write):
    writer = write()
    for count, state, says in [
        (134, "under", "134 of 150 words"),
        (135, "near", "15 words left"),
        (150, "full", "at the word limit"),
        (165, "over", "15 words over the limit"),
    ]:
        writer.area.fill(words(count))
        expect(part(writer, "words")).to_contain_text(says)
        expect(part(writer, "words")).to_have_attribute("data-state", state)


def test_the_gauge_can_be_hidden_for_good(write):
    writer = write()
    writer.area.fill("One two three.\n\nFour five.\n\nSix.")
    expect(part(writer, "gauge")).to_have_text("Introduction 3 · body 2 · conclusion 1")
    writer.page.get_by_text("Editor settings").click()
    writer.page.get_by_label("Words in each part").uncheck()
    expect(part(writer, "gauge")).to_be_hidden()
    writer.saved()
    writer.page.reload()
    writer.ready()
    expect(part(writer, "gauge")).to_be_hidden()


def test_the_toolbar_marks_as_in_the_booklet_and_undo_takes_it_back(write):
    writer = write()
    for button, before, after in [
        ("- List", "one", "- one"),
        ("- List", "- one", "one"),
        ("- List", "1. one", "- one"),
        ("1. List", "one", "1. one"),
        ("Heading:", "Way forward", "Way forward:"),
        ("Heading:", "Way forward:", "Way forward"),
        ("**Key term**", "", "**term**"),
        ("[diagram]", "", "[diagram: what it shows]"),
    ]:
        writer.area.fill(before)
        press(writer, button)
        assert writer.text == after
        writer.page.keyboard.press("Control+z")
        assert writer.text == before


def test_marks_work_on_many_lines_and_on_a_selection(write):
    writer = write()
    writer.area.fill("\none\ntwo")
    writer.page.keyboard.press("Control+a")
    writer.page.keyboard.press("Control+Shift+Digit7")
    assert writer.text == "1. \n2. one\n3. two"
    writer.area.fill("rare earths")
    writer.page.keyboard.press("Control+a")
    writer.page.keyboard.press("Control+b")
    assert writer.text == "**rare earths**"
    writer.page.keyboard.press("Control+b")
    assert writer.text == "rare earths"


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


def test_the_clock_can_be_hidden(write):
    writer = write()
    clock = writer.page.get_by_role("timer", name="Time left")
    expect(clock).to_have_text(re.compile(r"^[67]:\d\d$"))
    press(writer, "Hide clock")
    expect(clock).to_be_hidden()
    press(writer, "Show clock")
    expect(clock).to_be_visible()


def test_a_relaxed_clock_counts_up_and_pauses(write, practice):
    writer = write("relaxed")
    expect(writer.page.get_by_role("timer", name="Time spent")).to_be_visible()
    press(writer, "Pause")
    expect(part(writer, "stage")).to_have_text("Paused")
    writer.type("x")
    expect(part(writer, "stage")).to_have_text("")
    writer.saved()
    assert "clock_paused" in [event.kind for event in pace_of(practice, writer)]


def test_a_pause_outlives_the_page(write, practice):
    writer = write("relaxed")
    press(writer, "Pause")
    writer.saved()
    shown = part(writer, "clock").inner_text()
    writer.page.reload()
    writer.ready()
    expect(part(writer, "stage")).to_have_text("Paused")
    assert part(writer, "clock").inner_text() == shown
    press(writer, "Go on")
    writer.saved()
    kinds = [event.kind for event in pace_of(practice, writer)]
    assert kinds == ["pause_begun", "clock_paused"]


@pytest.mark.parametrize("mode", ["practice", "exam"])
def test_a_clock_with_a_bell_cannot_be_stopped(write, mode):
    writer = write(mode)
    expect(part(writer, "stage")).to_contain_text("Think")
    expect(writer.page.get_by_role("button", name="Pause")).to_be_hidden()


def test_what_is_typed_and_taken_back_leaves_no_doubt(write):
    writer = write()
    writer.type("a")
    writer.page.keyboard.press("Backspace")
    writer.saved()
    assert writer.text == ""


@pytest.mark.parametrize("wanted", [False, True], ids=["silent unless asked", "asked for"])
def test_a_sound_goes_with_announcements_only_if_asked_for(write, page, wanted):
    page.add_init_script(
        "window.tones = 0; const Real = AudioContext;"
        "window.AudioContext = class extends Real { constructor() { super(); window.tones++ } }"
    )
    writer = write()
    writer.page.get_by_text("Editor settings").click()
    sound = writer.page.get_by_label("A sound with the announcements")
    expect(sound).not_to_be_checked()
    sound.set_checked(wanted)
    writer.page.evaluate(ANNOUNCE, writer.draft_id)
    assert writer.page.evaluate("window.tones") == int(wanted)


ANNOUNCE = """(draft) =>
  window[Symbol.for("mains-practice.editors")].get(draft).announce("Half time", false)"""


def test_text_size_and_lines_follow_the_settings(write):
    writer = write()
    writer.page.get_by_text("Editor settings").click()
    writer.page.get_by_label("Text size").fill("24")
    assert writer.area.evaluate("area => getComputedStyle(area).fontSize") == "24px"
    expect(part(writer, "rules")).to_be_visible()
    line = "line => line.offsetHeight"
    assert part(writer, "rules").locator("i").first.evaluate(line) == round(24 * 1.9)
    writer.page.get_by_label("Ruled lines").uncheck()
    expect(part(writer, "rules")).to_be_hidden()


def test_pasted_windows_line_ends_become_plain_ones(write, practice):
    writer = write()
    paste(writer, "one\r\ntwo")
    writer.saved()
    assert writer.text == "one\ntwo"
    assert practice.get_draft(writer.draft_id).text == "one\ntwo"


def test_focus_shows_the_editor_alone_until_escape(write):
    writer = write()
    press(writer, "Focus")
    box = writer.page.get_by_role("region", name="Answer editor").bounding_box()
    size = writer.page.viewport_size
    assert (box["x"], box["y"], box["width"], box["height"]) == (
        0, 0, size["width"], size["height"],
    )  # fmt: skip
    assert writer.page.evaluate(TOP_OF_PAGE) == "SECTION"
    writer.area.press("Escape")
    expect(writer.page.get_by_role("button", name="Focus", exact=True)).to_be_visible()


TOP_OF_PAGE = """() => {
  let found = document.elementFromPoint(10, 10)
  while (found.shadowRoot) found = found.shadowRoot.elementFromPoint(10, 10)
  return found.tagName
}"""


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
