"""Answers on paper: the clock, typing up, ticking, piles of copies."""

import json
from datetime import timedelta

import pytest

from practice.copies import list_copies
from practice.progress import pace, paper_speed
from practice.storage import UnknownRecord
from tests.practice.fakes import GOOD_ANSWER, START, answer, typed
from tests.practice.visiting import checked, click, heading, html, visit


@pytest.fixture
def sheet(practice, hands):
    """Return a sheet written in six minutes and put down."""
    draft = practice.start("rivers", medium="paper")
    hands.wait(minutes=6)
    return practice.lay_down(draft.id)


def test_the_pen_is_put_down_once(practice, hands, sheet):
    assert sheet.laid_down_at == START + timedelta(minutes=6)
    hands.wait(minutes=1)
    assert practice.lay_down(sheet.id).laid_down_at == sheet.laid_down_at
    assert practice.lay_down(practice.start("rivers").id).laid_down_at is None


def test_typing_up_takes_its_time_and_counts_whole(practice, hands, sheet):
    hands.wait(hours=2)
    receipt = practice.save_draft(sheet.id, typed(GOOD_ANSWER, written_at=hands.wall))
    assert (receipt.status, receipt.deadline) == ("writing", None)
    attempt = practice.submit(sheet.id)
    assert attempt.in_time_text == GOOD_ANSWER
    assert attempt.time_taken == timedelta(minutes=6)
    assert attempt.medium == "paper"
    assert practice.review(sheet.id).report.marks > 0
    assert practice.review(sheet.id).time_record.events == ()


def test_a_sheet_is_not_taken_away_at_the_bell(practice, hands):
    draft = practice.start("rivers", "exam", medium="paper")
    hands.wait(minutes=30)
    practice.score_pending()
    assert [each.id for each in practice.open_drafts()] == [draft.id]


def test_ticks_become_the_marks_of_the_attempt(practice, sheet):
    attempt = practice.submit_ticked(sheet.id, {"paving": 1.0, "drains": 0.5})
    review = practice.review(attempt.id)
    assert review.report.coverage == pytest.approx(0.75)
    assert practice.score_pending() == 0
    assert practice.open_drafts() == ()
    practice.submit_ticked(sheet.id, {"paving": 1.0})
    assert [stored.report.coverage for stored in practice.review(attempt.id).reports] == [0.5, 0.75]


def test_marking_again_by_todays_rubric_keeps_the_ticks(practice, sheet):
    attempt = practice.submit_ticked(sheet.id, {"paving": 1.0})
    assert practice.score(attempt.id).coverage == pytest.approx(0.5)
    assert len(practice.review(attempt.id).reports) == 1


def test_only_a_sheet_can_be_ticked(practice, sheet):
    with pytest.raises(UnknownRecord):
        practice.submit_ticked(practice.start("rivers").id, {"paving": 1.0})
    practice.save_draft(sheet.id, typed(GOOD_ANSWER))
    practice.submit(sheet.id)
    with pytest.raises(UnknownRecord):
        practice.submit_ticked(sheet.id, {"paving": 1.0})


def test_speed_on_paper_and_at_the_keyboard_are_kept_apart(practice, hands, sheet):
    practice.save_draft(sheet.id, typed("word " * 60))
    practice.submit(sheet.id)
    draft = practice.start("rivers")
    hands.wait(minutes=2)
    practice.save_draft(draft.id, typed("word " * 80))
    practice.submit(draft.id)
    rows = practice.attempts()
    assert paper_speed(rows) == (10, 1)
    assert [point.words_per_minute for point in pace(rows)] == [40]
    assert paper_speed([row for row in rows if row.medium == "typed"]) is None


def test_a_pile_keeps_name_ticks_and_marks(practice):
    first = practice.keep_copy("rivers", " Asha ", {"paving": 1.0, "gone": 1.0})
    practice.keep_copy("rivers", "=1+1", {})
    practice.keep_copy("floods", "Other pile", {})
    assert [copy.label for copy in practice.copies("rivers")] == ["Asha", "=1+1"]
    assert first.ticks == {"paving": 1.0}
    changed = practice.keep_copy("rivers", "Asha", {"paving": 0.5}, first.id)
    assert changed.marks < first.marks
    assert len(practice.copies("rivers")) == 2
    assert "\n'=1+1," in list_copies(practice.copies("rivers")).replace("\r", "")
    practice.remove_copy(first.id)
    assert len(practice.copies("rivers")) == 1


def tick(app, slot, point_id, value):
    app.button_group(key=f"tick_{slot}_{point_id}").set_value(value)
    return checked(app.run())


def test_the_page_of_a_sheet_shows_question_and_clock_only(service):
    app = click(visit("question", id="rivers"), "start_paper")
    (draft,) = service.open_drafts()
    assert heading(app) == "On paper"
    (clock,) = app.get("bidi_component")
    assert json.loads(clock.proto.json) == {"total": 420, "passed": 0}
    assert "Discuss rivers." in html(app)
    assert not app.text_area
    app = click(app, "pen_down")
    assert heading(app) == "Pen down"
    assert {each.proto.page for each in app.get("page_link")} == {"write", "marking"}
    assert "7 min 00 s were allowed" in html(app)
    assert draft.medium == "paper"


def test_practise_starts_a_sheet_where_it_is_wished(service):
    app = visit("practise")
    app.toggle(key="on_paper").set_value(True).run()
    assert heading(click(app, "start_tides")) == "On paper"


def test_a_sheet_is_typed_up_without_a_clock(service):
    draft = service.start("rivers", medium="paper")
    assert heading(visit("write", draft=draft.id)) == "On paper"
    service.lay_down(draft.id)
    app = visit("write", draft=draft.id)
    assert heading(app) == "Type it up"
    data = json.loads(app.get("bidi_component")[0].proto.json)
    assert (data["mode"], data["deadline"]) == ("relaxed", None)


def test_a_sheet_is_ticked_and_its_feedback_speaks_of_ticks(service):
    draft = service.start("rivers", medium="paper")
    app = tick(visit("marking", draft=draft.id), draft.id, "paving", 1.0)
    app = tick(app, draft.id, "drains", 0.5)
    assert "2 of 2 points" in html(app)
    app = click(app, "keep_marks")
    page = html(app)
    assert heading(app) == "Feedback"
    assert "marked by ticking" in page
    assert "half a tick" in page
    assert "· 0 words" not in page
    assert "on paper" in html(visit("past"))
    again = visit("marking", draft=draft.id)
    assert again.button_group(key=f"tick_{draft.id}_drains").value == 0.5


def test_a_ticked_sheet_can_be_written_again_and_marked_by_a_teacher(service):
    draft = service.start("rivers", medium="paper")
    service.submit_ticked(draft.id, {"paving": 1.0})
    service.add_teacher_mark(draft.id, 6, "Ms Rao")
    app = visit("feedback", attempt=draft.id)
    assert html(app).index("Ms Rao") < html(app).index("marked by ticking")
    offered = {button.key for button in app.button}
    assert "rewrite_blank" in offered
    assert "rewrite" not in offered, "there is no text to start from"
    assert app.number_input(key="teacher_marks").value is None


def test_a_typed_answer_cannot_be_ticked(service):
    attempt = answer(service)
    assert heading(visit("marking", draft=attempt.id)) == "Not on this computer"


def test_a_pile_is_marked_copy_by_copy(service):
    app = visit("marking", prompt="rivers")
    app.text_input(key="label_copy0").set_value("<b>Asha</b>")
    app = click(tick(app, "copy0", "paving", 1.0), "next_copy0")
    (copy,) = service.copies("rivers")
    assert (copy.label, copy.ticks) == ("<b>Asha</b>", {"paving": 1.0})
    assert "&lt;b&gt;Asha" in html(app)
    assert not app.button_group(key="tick_copy1_paving").value
    app = click(app, "next_copy1")
    assert [each.label for each in service.copies("rivers")] == ["<b>Asha</b>", "Copy 2"]
    app = click(app, f"open_{copy.id}")
    assert app.button_group(key="tick_copy3_paving").value == 1.0
    assert app.text_input(key="label_copy3").value == "<b>Asha</b>"
    click(app, f"remove_{copy.id}")
    assert len(service.copies("rivers")) == 1


def test_the_sheet_to_print_holds_every_point_and_its_tick(service):
    app = tick(visit("marking", prompt="rivers"), "copy0", "paving", 1.0)
    sheet = html(app).rpartition("mp-paper-points")[2]
    assert "<b>✓</b> Paved ground" in sheet
    assert "<b>☐</b> Old drains" in sheet


@pytest.mark.parametrize(
    ("place", "title"), [("paper", "On paper"), ("marking", "Tick the points")]
)
def test_without_an_answer_the_pages_say_where_to_go(service, place, title):
    assert heading(visit(place)) == title


def test_a_sheet_that_is_marked_leads_to_its_feedback(service):
    draft = service.start("rivers", medium="paper")
    service.submit_ticked(draft.id, {})
    assert "This answer is marked" in html(visit("paper", draft=draft.id))
    typed_draft = service.start("rivers")
    assert heading(visit("paper", draft=typed_draft.id)) == "Your answer"
