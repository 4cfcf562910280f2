"""Every page, and the ways from one to the next, run by Streamlit without a browser."""

import json
from dataclasses import replace

import pytest

from practice.storage import StorageUnavailable
from scorer import load_scale
from tests.practice.fakes import (
    answer,
)
from tests.practice.visiting import click, heading, html, visit


@pytest.mark.parametrize(
    ("place", "title"),
    [
        ("", "Tonight's question"),
        ("practise", "Practise"),
        ("past", "Past attempts"),
        ("progress", "Progress"),
        ("questions", "Question bank"),
        ("question", "Question"),
        ("own", "My question"),
        ("write", "Write"),
        ("feedback", "Feedback"),
    ],
)
def test_every_page_opens_on_an_empty_database(service, place, title):
    assert heading(visit(place)) == title


def test_the_first_page_says_what_is_asked_and_how_strict_the_scale_is(service):
    page = html(visit())
    prompt = service.catalogue.get_prompt(service.suggest_prompt().prompt_id)
    assert prompt.text in page
    assert "10 marks · 150 words · 7 minutes" in page
    assert "Everything stays on this computer." in page
    assert f"{load_scale().ceiling * 10:.1f}" in page
    assert "not UPSC&#x27;s" in page


def test_one_button_leads_to_the_editor(service):
    app = click(visit(), "start")
    (draft,) = service.open_drafts()
    assert heading(app) == "Your answer"
    assert app.query_params["draft"] == draft.id
    data = json.loads(app.get("bidi_component")[0].proto.json)
    assert data["draft"] == draft.id


def test_an_open_draft_can_be_set_aside_and_taken_up_again(service):
    draft = service.start("floods")
    app = click(visit(), f"aside_{draft.id}")
    assert service.open_drafts() == ()
    app = click(app, "take_up")
    assert [each.id for each in service.open_drafts()] == [draft.id]


def starts(app):
    return {each.key for each in app.button if each.key and each.key.startswith("start_")}


def test_practise_offers_only_what_fits(service):
    answer(service, "rivers")
    app = visit("practise")
    assert starts(app) == {"start_rivers", "start_floods", "start_tides"}
    app.toggle(key="only_new").set_value(True)
    assert starts(app.run()) == {"start_floods", "start_tides"}
    app.selectbox(key="topic").set_value("sea")
    assert starts(app.run()) == {"start_tides"}
    app.selectbox(key="marks").set_value(15)
    assert starts(app.run()) == set()
    assert "No question fits" in html(app)


@pytest.mark.parametrize("mode", ["relaxed", "exam"])
def test_practise_starts_in_the_chosen_mode(service, mode):
    app = visit("practise")
    app.button_group(key="mode").set_value(mode).run()
    click(app, "surprise")
    assert service.open_drafts()[0].mode == mode


def test_a_question_names_only_the_sources_that_it_uses(large):
    app = visit("question", id="rivers")
    app.toggle(key="points").set_value(True).run()
    assert "Atlas, Press, 2025" in html(app)
    assert "Almanac" not in html(app)


@pytest.mark.parametrize(("answers", "drawn"), [(9, False), (10, True)])
def test_a_trend_is_drawn_from_ten_answers_on(service, hands, answers, drawn):
    for _ in range(answers):
        answer(service)
        hands.wait(days=1)
    assert ("A trend is drawn" not in html(visit("progress"))) is drawn


def test_the_bank_lists_every_question(service):
    own, *links = visit("questions").get("page_link")
    assert own.proto.page == "own"
    assert [each.proto.label for each in links] == [p.text for p in service.catalogue.prompts]
    assert {each.proto.page for each in links} == {"question"}


def test_the_bank_shows_marking_points_only_when_asked(service):
    app = visit("question", id="rivers")
    assert "Paved ground" not in html(app)
    app.toggle(key="points").set_value(True).run()
    assert "Paved ground" in html(app)
    assert "Facts checked to 2026-01-01." in html(app)


@pytest.mark.parametrize(
    ("place", "query", "title"),
    [
        ("feedback", {"attempt": "none"}, "Not on this computer"),
        ("write", {"draft": "none"}, "Not on this computer"),
        ("question", {"id": "river"}, "No such question"),
    ],
)
def test_a_wrong_address_is_told_in_words(service, place, query, title):
    assert heading(visit(place, **query)) == title


def test_a_database_out_of_reach_is_told_in_words(service, monkeypatch):
    def refuse(*_args):
        raise StorageUnavailable("locked")

    monkeypatch.setattr(type(service), "attempts", refuse)
    app = visit("progress")
    assert heading(app) == "Your answers cannot be reached"
    assert "another program is using the database" in app.error[0].value


def test_an_attempt_survives_its_question(service):
    attempt = answer(service)
    prompts = tuple(each for each in service.catalogue.prompts if each.id != attempt.prompt_id)
    service.catalogue.__dict__["_by_id"] = {each.id: replace(each) for each in prompts}
    page = html(visit("feedback", attempt=attempt.id))
    assert attempt.prompt_text in page
