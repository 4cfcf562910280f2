from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from practice.sheets import make_sheet
from practice.sheets.paper import Paper
from practice.wording import signed
from tests.practice.fakes import GOOD_ANSWER, Hands, answer, make_practice, typed


def read(pdf):
    pages = PdfReader(BytesIO(pdf)).pages
    # Lines end where the paper does.
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def sheet(practice):
    """Return a function that writes an answer and returns the words of its sheet."""

    def write(text=GOOD_ANSWER, **start):
        return read(practice.answer_sheet(answer(practice, text=text, **start).id))

    return write


def test_a_sheet_holds_the_question_the_answer_its_notes_and_the_sums(practice):
    attempt = answer(practice, text=GOOD_ANSWER[:80])
    practice.add_note(attempt.id, "Write faster.")
    practice.add_teacher_mark(attempt.id, 6, "Ms Rao", "A good start.")
    report = practice.review(attempt.id).report
    page = read(practice.answer_sheet(attempt.id))
    assert "Discuss rivers. (Answer in 150 words, 10 marks)" in page
    assert "Paved ground keeps the rain from sinking in" in page
    assert "Found in your words 1" in page
    assert "Not found ○ Old drains are choked with silt and plastic." in page
    for line in report.ledger:
        assert f"{line.label} {signed(line.marks)}" in page
    assert f"Marks {report.marks:.2f} of 10" in page
    assert "Ms Rao: 6 of 10. A good start." in page
    assert "Your note: Write faster." in page
    assert f"rubric:{report.signature.rubric}" in page


def test_text_that_did_not_count_says_so(practice, hands):
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("In time."))
    hands.wait(minutes=8)
    practice.save_draft(draft.id, typed("In time. Too late.", seq=2, base_rev=1))
    practice.submit(draft.id)
    assert "After the bell, not counted: Too late." in read(practice.answer_sheet(draft.id))


def test_an_empty_answer_and_one_without_marks_have_sheets(sheet, url, hands):
    assert "Nothing was written in time." in sheet("")
    unscored = make_practice(url, hands, score=lambda *_: 1 / 0)
    page = read(unscored.answer_sheet(answer(unscored).id))
    assert "Paved ground" in page
    assert "It has not been marked yet." in page


def test_signs_without_a_letter_are_owned_up_to(sheet):
    assert "Rain □ falls" in sheet("Rain 😀 falls")
    assert "no letter for" in sheet("அலை")
    assert "no letter for" not in sheet("₹70 – “café”")


def test_hindi_has_letters(sheet):
    page = sheet("ज्वार राष्\u200dट्र।")
    assert "ज्वार" in page
    assert "□" not in page
    assert "no letter for" not in page


def test_hindi_letters_are_joined():
    paper = Paper("", "", datetime(2026, 3, 1, tzinfo=UTC))
    paper.block("मित्र")
    joined, *apart = map(paper.get_string_width, ("त्र", "त", "र"))
    paper.output()  # closes the fonts
    assert joined < sum(apart)


def test_markup_in_an_answer_is_text(sheet):
    assert "**no** __no__ <b>no</b> [no](no) {nb}" in sheet("**no** __no__ <b>no</b> [no](no) {nb}")


def test_the_same_answer_makes_the_same_sheet(practice):
    attempt = answer(practice)
    assert practice.answer_sheet(attempt.id) == practice.answer_sheet(attempt.id)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=80))
def test_no_answer_upsets_the_printer(text):
    practice = make_practice("sqlite://", Hands())
    attempt = answer(practice, text=text)
    assert make_sheet(practice.review(attempt.id)).startswith(b"%PDF")
    practice.close()
