"""The pages of own questions, run by Streamlit without a browser."""

import pytest

from scorer.short_form import ShortQuestion, dump_short
from tests.practice.fakes import answer
from tests.practice.test_own import ANSWER, LAKES
from tests.practice.visiting import checked, click, heading, html, visit


def fill(app, **fields):
    kinds = {"text": app.text_area, "points": app.text_area, "model_answer": app.text_area}
    for name, value in fields.items():
        live = "live_" if name in kinds else ""
        kind = kinds.get(name, app.number_input)
        kind(key=f"{live}own_{name}_new").set_value(value)
    return checked(app.run())


def test_a_question_is_typed_saved_and_practised(service):
    app = fill(visit("own"), text=LAKES.text, points=LAKES.points)
    app = click(app, "own_practise")
    (draft,) = service.open_drafts()
    assert heading(app) == "Your answer"
    assert draft.prompt_text == LAKES.text
    assert service.find_question(draft.prompt_id).points == LAKES.points


def test_it_stands_in_the_bank_and_among_the_choices_marked_as_own(service):
    prompt_id = service.save_question(LAKES)
    bank = html(visit("questions"))
    assert bank.count("my question · ") == 1
    app = visit("practise")
    assert html(app).count("my question · ") == 1
    assert f"start_{prompt_id}" in {each.key for each in app.button}


def test_the_checks_speak_while_it_is_typed(service):
    app = fill(visit("own"), text="Why do lakes dry up?", points="Wells\n# Remedies")
    page = html(app)
    assert "<b>Line 1</b>: “Wells” is too short to be recognised in other words." in page
    assert "Write the whole point, as a sentence." in page
    assert "<b>Line 2</b>: “Remedies” has no points." in page
    assert "1 point. About 1 of them" in page


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"points": "Rain falls on roofs"}, "The question itself", id="no question"),
        pytest.param({"text": "Why?"}, "at least one point", id="no points"),
        pytest.param({"text": "Why?", "points": "# Only a heading"}, "at least one", id="heading"),
    ],
)
def test_what_cannot_be_marked_is_not_saved(service, fields, told):
    app = click(fill(visit("own"), **fields), "own_save")
    assert told in app.error[0].value
    assert len(service.catalogue.prompts) == 3


def test_words_and_minutes_follow_the_marks(service):
    app = fill(visit("own"), marks=15)
    assert app.number_input(key="own_words_new").value == 250
    assert app.number_input(key="own_minutes_new").value == 11


def test_points_are_tested_on_a_pasted_answer(service):
    app = fill(visit("own"), text=LAKES.text, points=LAKES.points)
    app.text_area(key="live_trial_new").set_value(ANSWER)
    page = html(checked(app.run()))
    assert "of 10</b>, likely" in page
    assert page.count("<i>found</i>") == 2
    app.text_area(key="live_trial_new").set_value("<script>Nothing</script>")
    page = html(checked(app.run()))
    assert page.count("<i>not found</i>") == 2
    assert "<script" not in page


def test_points_are_tested_on_a_past_answer(service):
    attempt = answer(service, "rivers", ANSWER)
    app = fill(visit("own"), text=LAKES.text, points=LAKES.points)
    app.button_group(key="trial_source_new").set_value("One of mine").run()
    app.selectbox(key="trial_attempt_new").set_value(attempt.id)
    assert html(checked(app.run())).count("<i>found</i>") == 2


def test_an_own_question_is_edited(service):
    prompt_id = service.save_question(LAKES)
    app = visit("own", id=prompt_id)
    assert heading(app) == "Edit my question"
    points = app.text_area(key=f"live_own_points_{prompt_id}")
    assert points.value == LAKES.points
    points.set_value(f"{LAKES.points}\nSilt fills the bed of the lake")
    app = click(checked(app.run()), "own_save")
    assert heading(app) == "Question"
    assert len(service.catalogue.get_rubric(prompt_id).points) == 3


@pytest.mark.parametrize("prompt_id", ["rivers", "../rivers", "own-none"])
def test_only_what_was_made_here_is_edited_here(service, prompt_id):
    assert "It was not made on this page" in html(visit("own", id=prompt_id))


def test_an_own_question_is_deleted_after_a_question_and_brought_back(service):
    prompt_id = service.save_question(LAKES)
    app = click(visit("question", id=prompt_id), "own_delete")
    assert "Your answers to it stay" in html(app)
    app = click(app, "own_delete_now")
    assert heading(app) == "Question bank"
    assert len(service.catalogue.prompts) == 3
    click(app, "own_undo")
    assert len(service.catalogue.prompts) == 4


def test_it_is_kept_if_that_is_the_answer(service):
    prompt_id = service.save_question(LAKES)
    click(click(visit("question", id=prompt_id), "own_delete"), "own_keep")
    assert len(service.catalogue.prompts) == 4


def test_a_question_that_came_with_the_app_offers_neither(service):
    keys = {each.key for each in visit("question", id="rivers").button}
    assert "own_delete" not in keys


def test_the_page_of_an_own_question_shows_its_points_and_no_empty_parts(service):
    text = "Why <b>not</b>? Discuss."
    prompt_id = service.save_question(ShortQuestion(text=text, points="<i>Rain</i> falls on roofs"))
    app = visit("question", id=prompt_id)
    app.toggle(key="points").set_value(True)
    page = html(checked(app.run()))
    assert "&lt;i&gt;Rain" in page
    assert "<b>not" not in page
    assert "syllabus" not in page
    assert "To answer" not in page
    assert "Share as one file" in [each.label for each in app.get("download_button")]


def test_a_shared_question_fills_the_fields(service):
    app = visit("own")
    app.file_uploader(key="own_import").set_value(
        ("lakes.txt", dump_short(LAKES).encode(), "text/plain")
    )
    app = click(checked(app.run()), "own_take")
    assert app.text_area(key="live_own_points_new").value == LAKES.points
    assert app.text_input(key="own_topic_new").value == "Water"


def test_a_file_that_is_no_question_is_told_why(service):
    app = visit("own")
    app.file_uploader(key="own_import").set_value(("x.txt", b"Marks: x\xff", "text/plain"))
    app = checked(app.run())
    assert "Line 1: there is no question" in app.error[0].value


def test_files_that_cannot_be_read_are_named_in_the_bank(service):
    service.save_question(LAKES)
    folder = service.store.folder / "questions" / "prompts"
    (folder / "bad.txt").write_text("Marks: many\n<b># A")
    app = visit("questions")
    assert "Files of yours that cannot be read (1)" in [each.label for each in app.expander]
