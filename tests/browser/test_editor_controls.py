"""What is around the text: count, clock, toolbar, settings, focus."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.writer import pace_of, part, press, words

pytestmark = pytest.mark.browser


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


def test_the_paper_invites_only_while_nothing_is_written(write):
    writer = write()
    for text, attributes in [("", 1), ("One.", 0), ("", 1)]:
        writer.area.fill(text)
        expect(writer.page.locator("textarea[placeholder]")).to_have_count(attributes)


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
