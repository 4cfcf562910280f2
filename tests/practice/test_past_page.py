"""The list of past attempts, run by Streamlit without a browser."""

from streamlit.util import calc_hash

from practice.history import AttemptFilter
from tests.practice.fakes import (
    answer,
)
from tests.practice.visiting import checked, click, html, visit


def test_objections_are_listed_with_the_past_attempts(service):
    attempt = answer(service, text="Rain falls.")
    service.dispute(attempt.id, None, "other_point", "<i>Trees</i> drink it.")
    page = html(visit("past"))
    assert "I made another good point: &lt;i&gt;Trees&lt;/i&gt; drink it." in page


def test_a_point_that_was_objected_to_is_listed_in_its_own_words(service):
    attempt = answer(service, text="Rain falls.")
    service.dispute(attempt.id, "drains")
    service.dispute(attempt.id, "gone_since")
    page = html(visit("past"))
    point = next(p for p in service.catalogue.get_rubric("rivers").points if p.id == "drains")
    assert f"I said this: {point.statement}" in page
    assert "I said this: a point that is no longer listed" in page


def rows(app):
    return [each.key for each in app.button if each.key and each.key.startswith("delete_")]


def test_past_attempts_can_be_filtered_and_sorted(service, hands):
    first = answer(service, "rivers")
    hands.wait(days=1)
    second = answer(service, "floods", text="Rain falls.", mode="exam")
    app = visit("past")
    assert rows(app) == [f"delete_{second.id}", f"delete_{first.id}"]
    app.selectbox(key="order").set_value("highest").run()
    assert rows(app) == [f"delete_{first.id}", f"delete_{second.id}"]
    app.selectbox(key="how").set_value("exam").run()
    assert rows(app) == [f"delete_{second.id}"]
    app.text_input(key="search").set_value("monsoon").run()
    assert rows(app) == []
    assert "No answer fits" in html(app)


def test_the_filters_of_past_attempts_outlive_a_look_at_one(service):
    answer(service, "rivers")
    second = answer(service, "floods", text="Rain falls.", mode="exam")
    app = visit("past")
    app.selectbox(key="how").set_value("exam").run()
    for place, query in [("feedback", {"attempt": second.id}), ("past", {})]:
        app._page_hash = calc_hash(place)
        app.query_params.clear()
        app.query_params.update(query)
        checked(app.run())
    assert rows(app) == [f"delete_{second.id}"]


def test_the_filters_of_past_attempts_stand_in_the_address(service, hands):
    first = answer(service, "rivers")
    hands.wait(hours=1)
    second = answer(service, "floods", text="Rain falls.", mode="exam")
    assert rows(visit("past", how="exam")) == [f"delete_{second.id}"]
    assert rows(visit("past", search="Paved", question="rivers")) == [f"delete_{first.id}"]
    app = visit("past")
    app.selectbox(key="how").set_value("exam").run()
    app.text_input(key="search").set_value("rain").run()
    assert app.query_params == {"search": "rain", "how": "exam"}
    assert rows(visit("past", how="strict", question="gone", tag="none", page="7")) == [
        f"delete_{second.id}",
        f"delete_{first.id}",
    ]


def test_going_back_to_the_plain_list_takes_the_filters_away(service):
    answer(service, "rivers")
    app = visit("past", how="exam")
    assert rows(app) == []
    app.query_params.clear()
    assert len(rows(checked(app.run()))) == 1


def test_notes_and_tags_are_written_beside_a_row(service):
    attempt = answer(service)
    app = click(visit("past"), f"labels_{attempt.id}")
    app.multiselect(key=f"tags_{attempt.id}").set_value(["monsoon", "<b>"])
    app.text_area(key=f"note_{attempt.id}").set_value("Read more.")
    app = click(app, "keep_labels")
    remarks = service.review(attempt.id).remarks
    assert remarks.tags == ("<b>", "monsoon")
    assert [note.text for note in remarks.notes] == ["Read more."]
    app._page_hash = calc_hash("past")
    app = checked(app.run())
    assert app.button(key=f"labels_{attempt.id}").label == "<b>, monsoon, 1 note"
    assert rows(visit("past", tag="monsoon")) == [f"delete_{attempt.id}"]


def test_deleted_answers_can_be_looked_through_and_brought_back(service):
    attempt = answer(service)
    service.delete(attempt.id)
    app = visit("past", deleted="yes")
    click(app, f"restore_{attempt.id}")
    assert service.count_attempts() == 1


def test_deleting_asks_first_and_can_be_undone(service):
    attempt = answer(service)
    app = click(visit("past"), f"delete_{attempt.id}")
    assert service.count_attempts() == 1
    app = click(app, "delete_now")
    assert service.count_attempts() == 0
    assert service.count_attempts(AttemptFilter(deleted=True)) == 1
    click(app, "undo")
    assert service.count_attempts() == 1


def test_many_attempts_are_shown_page_by_page(service, hands):
    for _ in range(21):
        answer(service, text="Rain.")
        hands.wait(hours=1)
    assert len(rows(visit("past"))) == 20
    assert len(rows(visit("past", page="2"))) == 1
    assert len(rows(visit("past", page="99"))) == 1


def test_exports_are_offered_once_there_is_something(service):
    assert not visit("past").get("download_button")
    attempt = answer(service)
    labels = [each.label for each in visit("past").get("download_button")]
    assert labels == ["Export all as CSV", "Export all as JSON", "Export all as Markdown"]
    labels = [each.label for each in visit("past", how="exam").get("download_button")]
    assert labels[0] == "Export these as CSV"
    (sheet,) = visit("feedback", attempt=attempt.id).get("download_button")
    assert sheet.label == "Answer sheet to print (PDF)"
