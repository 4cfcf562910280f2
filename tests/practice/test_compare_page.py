"""Two answers side by side."""

import pytest

from tests.practice.fakes import GOOD_ANSWER, answer
from tests.practice.visiting import checked, click, heading, html, visit


@pytest.fixture
def pair(service, hands):
    first = answer(service, text="<b>Rain</b> falls.")
    hands.wait(days=1)
    return first, answer(service, parent_id=first.id)


def test_a_deep_link_shows_points_and_words(service, pair):
    first, second = pair
    page = html(visit("compare", a=first.id, b=second.id))
    assert "Points gained (2)" in page
    assert "Points lost" not in page
    assert "&lt;b&gt;" not in page.partition("Second answer")[2]
    assert "<del>&lt;b&gt;Rain&lt;/b&gt; falls</del>" in page
    assert "<ins>Paved ground" in page
    assert "The second answer gets" in page


def test_the_order_of_the_address_is_kept_and_can_be_swapped(service, pair):
    first, second = pair
    app = visit("compare", a=second.id, b=first.id)
    assert "Points lost (2)" in html(app)
    app = click(app, "swap")
    assert dict(app.query_params) == {"a": [first.id], "b": [second.id]} or dict(
        app.query_params
    ) == {"a": first.id, "b": second.id}


def test_another_attempt_can_be_chosen(service, pair):
    first, second = pair
    third = answer(service, text=GOOD_ANSWER)
    app = visit("compare", a=first.id, b=second.id)
    app.selectbox(key="first").set_value(third.id)
    app = checked(app.run())
    assert app.query_params["a"] in (third.id, [third.id])
    assert "The marks are the same." in html(app)


def test_with_one_attempt_named_the_other_is_found(service, pair):
    first, second = pair
    for query in ({"a": second.id}, {"b": second.id}):
        app = visit("compare", **query)
        assert (app.selectbox(key="first").value, app.selectbox(key="second").value) == (
            first.id,
            second.id,
        )


def test_without_an_address_questions_answered_twice_are_offered(service, pair):
    app = click(visit("compare"), "pair_rivers")
    assert "Points gained" in html(app)


@pytest.mark.parametrize(
    ("answers", "said"),
    [([], "Nothing to compare yet"), (["rivers", "floods"], "Nothing to compare yet")],
)
def test_with_nothing_to_compare_the_page_says_so(service, answers, said):
    for prompt in answers:
        answer(service, prompt)
    assert said in html(visit("compare"))


def test_an_answer_alone_says_so(service):
    assert "One answer only" in html(visit("compare", a=answer(service).id))


def test_answers_to_different_questions_are_told_apart(service):
    a, b = answer(service, "rivers"), answer(service, "floods")
    assert "Two different questions" in html(visit("compare", a=a.id, b=b.id))


def test_an_unknown_attempt_is_told_in_words(service):
    assert heading(visit("compare", a="x", b="y")) == "Compare"


def test_a_deleted_answer_can_still_be_compared(service, pair):
    first, second = pair
    service.delete(first.id)
    app = visit("compare", a=first.id, b=second.id)
    assert "Points gained (2)" in html(app)
    assert not app.selectbox


def test_the_feedback_on_a_rewrite_says_what_changed(service, pair):
    first, second = pair
    app = visit("feedback", attempt=second.id)
    assert "What this rewrite changed" in [each.value for each in app.header]
    links = [each.proto for each in app.get("page_link")]
    assert "compare" in [each.page for each in links]
    assert "What this rewrite changed" not in [
        each.value for each in visit("feedback", attempt=first.id).header
    ]
