"""The feedback on one answer, run by Streamlit without a browser."""

import re
from html import unescape

import pytest
from streamlit.util import calc_hash

from practice import sharing
from practice.views.parts.points import SHOWN
from scorer import score_answer
from tests.practice.fakes import (
    GOOD_ANSWER,
    answer,
    file_url,
    make_practice,
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


def test_of_many_points_not_found_a_few_stand_open_and_all_can_be_objected_to(large):
    attempt = answer(large, text="Rain falls.")
    app = visit("feedback", attempt=attempt.id)
    assert "3 more" in [each.label for each in app.expander]
    last = f"point_{SHOWN + 2}"
    click(click(app, f"said_{last}"), "keep_said")
    assert [each.point_id for each in large.disputes()] == [last]


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
