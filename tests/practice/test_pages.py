"""Every page, run by Streamlit without a browser."""

import json
import re
from dataclasses import replace
from html import unescape

import pytest
from streamlit.util import calc_hash

from practice import sharing
from practice.history import AttemptFilter
from practice.storage import StorageUnavailable
from practice.views.parts.points import SHOWN
from scorer import RubricPoint, load_scale, score_answer
from scorer.rubric import Source
from tests.practice.fakes import (
    GOOD_ANSWER,
    answer,
    file_url,
    make_catalogue,
    make_practice,
    make_rubric,
    typed,
)
from tests.practice.visiting import checked, click, heading, html, visit

HTML_ANSWER = "<script>alert('x')</script> <b>bold</b> Paved ground keeps the rain from sinking in."


@pytest.fixture
def failing(tmp_path, hands, monkeypatch):
    """Return a service whose scorer is broken."""

    def score(text, rubric):
        raise ZeroDivisionError("<b>no</b>")

    service = make_practice(file_url(tmp_path), hands, score=score)
    monkeypatch.setattr(sharing, "_opened", [service])
    yield service
    service.close()


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


def test_a_submission_leads_to_the_feedback(service):
    draft = service.start("rivers")
    service.save_draft(draft.id, typed(GOOD_ANSWER))
    app = visit("write", draft=draft.id)
    service.submit(draft.id)
    app._page_hash = ""
    app.session_state[f"editor_{draft.id}"] = {"phase": {"phase": "submitted"}}
    app = checked(app.run())
    assert heading(app) == "Feedback"
    assert app.query_params["attempt"] == draft.id


def test_a_draft_that_is_handed_in_already_shows_its_feedback(service):
    attempt = answer(service)
    assert heading(visit("write", draft=attempt.id)) == "Feedback"


def test_who_comes_back_to_a_draft_that_is_handed_in_is_not_sent_away_again(service):
    attempt = answer(service)
    app = visit("write", draft=attempt.id)
    assert heading(app) == "Feedback"
    app._page_hash = calc_hash("write")
    app.query_params.clear()
    for query in ("attempt", "draft"):
        app.query_params[query] = attempt.id
        assert heading(checked(app.run())) == "Handed in"


def test_the_way_back_from_a_new_draft_leads_to_where_it_was_started(service):
    attempt = answer(service, "rivers", text="Rain falls.")
    rewrite = service.start("rivers", parent_id=attempt.id)
    assert "Rain falls." in html(visit("feedback", draft=rewrite.id))
    fresh = service.start("floods")
    assert service.catalogue.get_prompt("floods").text in html(visit("question", draft=fresh.id))
    assert "No answer is chosen" in html(visit("feedback", draft=fresh.id))


def test_a_rewrite_leads_to_the_answer_that_it_rewrites(service):
    attempt = answer(service, text="Rain falls.")
    rewrite = service.start("rivers", parent_id=attempt.id)
    service.submit(rewrite.id)
    app = click(visit("feedback", attempt=rewrite.id), "parent")
    assert app.query_params["attempt"] == attempt.id
    assert "Rain falls." in html(app)


def test_feedback_shows_marks_words_and_how_they_add_up(service):
    attempt = answer(service)
    report = service.review(attempt.id).report
    page = html(visit("feedback", attempt=attempt.id))
    low, high = report.marks_range
    assert f'"mp-number">{report.marks:.1f}<' in page
    assert f"likely {low:g} to {high:g}" in page
    for line in report.ledger:
        assert f"{line.marks:+.2f}".replace("-", "−") in page
    assert f"{report.marks:.2f}" in page
    for point in report.points:
        assert f"Your words: “{point.evidence[0].text[:20]}" in page
    assert 'href="#note-1"' in page
    assert 'id="note-1"' in page
    assert 'href="#words-1"' in page
    assert 'id="words-1"' in page


def test_the_screen_speaks_the_learners_language(service):
    attempt = answer(service, text="Rain falls.")
    for place, query in [("", {}), ("past", {}), ("feedback", {"attempt": attempt.id})]:
        page = html(visit(place, **query)).lower()
        for word in ("ledger", "coverage", "signature", "rubric", "examiner", "missing"):
            assert f">{word}" not in page
            assert f" {word}" not in page


def test_markup_in_an_answer_stays_text(service):
    attempt = answer(service, text=HTML_ANSWER)
    page = html(visit("feedback", attempt=attempt.id))
    assert "<script" not in page
    assert "<b>bold" not in page
    assert HTML_ANSWER in unescape(re.sub("<sup.*?</sup>|<[^>]*>", "", page))


def test_a_point_that_was_not_found_can_be_objected_to_and_that_undone(service):
    attempt = answer(service, text="Paved ground keeps the rain from sinking in.")
    app = visit("feedback", attempt=attempt.id)
    assert not [each for each in app.button if each.key == "said_paving"]
    app = click(click(app, "said_drains"), "keep_said")
    (dispute,) = service.disputes()
    assert (dispute.point_id, dispute.kind) == ("drains", "said_this")
    app = click(app, "unsaid_drains")
    assert service.disputes() == ()
    assert app.button(key="said_drains").label == "I said this"


def large_rubric(prompt_id):
    """Return a rubric with more points than stand open, and with sources."""
    rubric = make_rubric(prompt_id)
    points = tuple(
        RubricPoint(id=f"point_{n}", statement=f"Canal {n} was filled in.", source="atlas")
        for n in range(SHOWN + 3)
    )
    return replace(
        rubric,
        dimensions=(replace(rubric.dimensions[0], points=points),),
        sources=tuple(
            Source(id=each, title=each.title(), publisher="Press", date="2025")
            for each in ("atlas", "almanac")
        ),
    )


@pytest.fixture
def large(tmp_path, hands, monkeypatch):
    """Return a service whose rubrics are large."""
    service = make_practice(file_url(tmp_path), hands, catalogue=make_catalogue(large_rubric))
    monkeypatch.setattr(sharing, "_opened", [service])
    yield service
    service.close()


def test_of_many_points_not_found_a_few_stand_open_and_all_can_be_objected_to(large):
    attempt = answer(large, text="Rain falls.")
    app = visit("feedback", attempt=attempt.id)
    assert "3 more" in [each.label for each in app.expander]
    last = f"point_{SHOWN + 2}"
    click(click(app, f"said_{last}"), "keep_said")
    assert [each.point_id for each in large.disputes()] == [last]


def test_a_question_names_only_the_sources_that_it_uses(large):
    app = visit("question", id="rivers")
    app.toggle(key="points").set_value(True).run()
    assert "Atlas, Press, 2025" in html(app)
    assert "Almanac" not in html(app)


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


def test_text_after_the_bell_is_kept_and_told_apart(service, hands):
    draft = service.start("rivers")
    service.save_draft(draft.id, typed("In time."))
    hands.wait(minutes=8)
    service.save_draft(draft.id, typed("In time. Too late.", seq=2, base_rev=1))
    service.submit(draft.id)
    page = html(visit("feedback", attempt=draft.id))
    assert '<span class="mp-uncounted"> Too late.</span>' in page
    assert "was not counted" in page


def test_a_text_changed_after_the_bell_is_shown_whole(service, hands):
    draft = service.start("rivers")
    service.save_draft(draft.id, typed("In time."))
    hands.wait(minutes=8)
    service.save_draft(draft.id, typed("Changed.", seq=2, base_rev=1))
    service.submit(draft.id)
    assert "Changed.</div>" in html(visit("feedback", attempt=draft.id))


def test_text_beyond_the_limit_is_grey(service):
    attempt = answer(service, text="rain " * 200)
    page = html(visit("feedback", attempt=attempt.id))
    assert 'class="mp-uncounted"' in page
    assert "Far beyond 150 words: what follows was not counted" in page


def test_an_answer_in_another_script_says_so_beside_the_marks(service):
    attempt = answer(service, text="बारिश होती है और नदियाँ भर जाती हैं।")
    page = html(visit("feedback", attempt=attempt.id))
    assert '<p class="mp-caveat">Most of this answer is in another script.' in page


def test_an_empty_answer_has_its_feedback_too(service):
    attempt = answer(service, text="")
    assert "Nothing was written in time." in html(visit("feedback", attempt=attempt.id))


def test_a_failure_to_mark_leaves_the_answer_in_sight(failing):
    attempt = answer(failing, text=HTML_ANSWER)
    app = visit("feedback", attempt=attempt.id)
    assert "Your answer is stored" in app.warning[0].value
    assert "&lt;script&gt;" in html(app)
    assert "ZeroDivisionError: &lt;b&gt;no" in html(app)
    app = click(app, "mark_now")
    assert "It failed again" in app.error[0].value
    failing._score = score_answer
    app = click(app, "mark_now")
    assert "How the marks add up" in [each.value for each in app.header]


@pytest.mark.parametrize(("key", "text"), [("rewrite", GOOD_ANSWER), ("rewrite_blank", "")])
def test_a_rewrite_is_tied_to_its_attempt(service, key, text):
    attempt = answer(service)
    app = click(visit("feedback", attempt=attempt.id), key)
    (draft,) = service.open_drafts()
    assert (draft.parent_id, draft.text) == (attempt.id, text)
    assert heading(app) == "Your answer"


def test_notes_to_oneself_are_kept_and_removed(service):
    attempt = answer(service)
    note = service.add_note(attempt.id, "Read <b>more</b>.")
    app = visit("feedback", attempt=attempt.id)
    assert "Read &lt;b&gt;more&lt;/b&gt;." in html(app)
    click(app, f"remove_{note.id}")
    assert service.review(attempt.id).remarks.notes == ()


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
