"""The pages of a sitting, run by Streamlit without a browser."""

import pytest

from practice import sharing
from tests.practice.fakes import GOOD_ANSWER, file_url, make_practice, typed
from tests.practice.visiting import checked, click, heading, html, visit


@pytest.fixture
def service(tmp_path, hands, monkeypatch):
    service = make_practice(file_url(tmp_path), hands)
    monkeypatch.setattr(sharing, "_opened", [service])
    yield service
    service.close()


@pytest.fixture
def sitting(service):
    return service.start_sitting(["rivers", "floods"], title="Two questions")


@pytest.mark.parametrize(("size", "count"), [("two", 2), ("topic", 3)])
def test_a_sitting_begins_on_the_page_practise(service, size, count):
    app = visit("practise")
    app.button_group(key="size").set_value(size).run()
    app = click(app, "begin")
    (sitting,) = service.sittings()
    assert len(sitting.places) == count
    assert app.query_params["sitting"] == sitting.id
    assert "6 min 30 s to write" in html(app)


def test_the_learner_jumps_between_answers(service, sitting):
    app = visit("sitting", sitting=sitting.id)
    assert not app.get("bidi_component")
    app = click(app, "way_2")
    assert app.query_params["answer"] == "2"
    assert "Discuss floods." in html(app)
    assert len(app.get("bidi_component")) == 1
    app = click(app, "way_1")
    assert "Discuss rivers." in html(app)
    visits = [each.answer_id for each in service.sittings()[0].visits]
    assert visits == [sitting.places[1].answer_id, sitting.places[0].answer_id]


@pytest.mark.parametrize("number", ["0", "3", "x", "²"])
def test_an_address_that_names_no_question_shows_them_all(service, sitting, number):
    app = visit("sitting", sitting=sitting.id, answer=number)
    assert "Discuss rivers." in html(app)
    assert "Discuss floods." in html(app)


def test_an_answer_of_a_sitting_is_written_there(service, sitting):
    app = visit("write", draft=sitting.places[0].answer_id)
    assert heading(app) == "Two questions"


def test_an_answer_handed_in_says_so(service, sitting):
    service.submit(sitting.places[0].answer_id)
    app = visit("sitting", sitting=sitting.id, answer="1")
    assert "This answer is handed in" in html(app)
    assert app.button(key="way_1").label == "1 ✓"


def test_handing_in_leads_to_time_beside_marks(service, sitting, hands):
    first = sitting.places[0].answer_id
    service.turn_to(sitting.id, first)
    service.save_draft(first, typed(GOOD_ANSWER))
    hands.wait(minutes=6)
    app = click(visit("sitting", sitting=sitting.id), "hand_in")
    assert service.open_sittings() == ()
    page = html(visit("sitting", sitting=sitting.id))
    assert "<td>6:00</td>" in page
    assert "100%" in page
    links = [each.proto.label for each in visit("sitting", sitting=sitting.id).get("page_link")]
    assert links == ["1. Discuss rivers.", "2. Discuss floods."]
    assert checked(app)


def test_own_marks_come_before_the_tools_in_a_sitting(service, sitting):
    app = visit("sitting", sitting=sitting.id)
    app.toggle(key="mark_first").set_value(True).run()
    app = click(app, "hand_in")
    assert heading(app) == "Two questions"
    for place, marks in zip(sitting.places, (4.0, 5.5), strict=True):
        assert "of 10" not in html(app)
        app.slider(key=f"own_marks_{place.answer_id}").set_value(marks)
        app = click(app, "keep_own_marks")
    assert {pair.mine for pair in service.marked_twice()} == {4.0, 5.5}
    assert "Of time" in html(app)
    assert "mark" not in app.query_params


def test_marking_first_can_be_skipped_in_a_sitting(service, sitting):
    service.hand_in_sitting(sitting.id)
    app = visit("sitting", sitting=sitting.id, mark="first")
    assert "Answer 1 of 2" in html(app)
    assert "Of time" in html(click(app, "skip_own_marks"))


def test_an_open_sitting_is_offered_once_and_a_past_one_is_listed(service, sitting):
    app = visit()
    assert next(each.proto.label for each in app.get("page_link")) == "Go on with the sitting"
    assert not [each for each in app.button if each.key and each.key.startswith("aside_")]
    service.hand_in_sitting(sitting.id)
    assert "Sittings (1)" in [each.label for each in visit("past").expander]
    feedback = visit("feedback", attempt=sitting.places[0].answer_id)
    labels = [each.proto.label for each in feedback.get("page_link")]
    assert "See the whole sitting" in labels


def test_without_a_sitting_the_page_says_where_to_begin_one(service):
    assert "No sitting is chosen" in html(visit("sitting"))
    assert heading(visit("sitting", sitting="none")) == "Not on this computer"
