"""Marking again: new reports beside old ones."""

import pytest

from practice import sharing
from practice.rescoring import Marked, Remarked
from scorer.prompts import UnknownPrompt
from tests.practice.fakes import (
    START,
    answer,
    make_catalogue,
    make_practice,
    make_rubric,
)
from tests.practice.visiting import click, html, visit

ANSWER = "Rain cannot sink in."


def changed(prompt_id):
    return make_rubric(prompt_id, statement=ANSWER)


@pytest.fixture
def old(practice):
    """Hand in answers before the marking points change."""
    return [answer(practice, prompt_id, ANSWER) for prompt_id in ("rivers", "floods")]


@pytest.fixture
def newer(old, url, hands, monkeypatch):
    service = make_practice(url, hands, catalogue=make_catalogue(changed))
    monkeypatch.setattr(sharing, "_opened", [service])
    yield service
    service.close()


def test_only_what_other_rules_marked_is_outdated(practice, newer, old):
    assert practice.outdated() == ()
    assert set(newer.outdated()) == {attempt.id for attempt in old}
    newer.delete(old[0].id)
    assert newer.outdated() == (old[1].id,)
    assert newer.score_again(old[1].id)
    assert newer.outdated() == ()


def test_a_ticked_sheet_is_outdated_by_other_rules_only(practice, url, hands):
    sheet = practice.start("rivers", medium="paper")
    practice.submit_ticked(sheet.id, {"paving": 1.0})
    assert practice.outdated() == ()
    service = make_practice(url, hands, catalogue=make_catalogue(changed))
    assert service.outdated() == (sheet.id,)
    assert service.score_again(sheet.id)
    assert service.outdated() == ()
    service.close()


def test_other_ticks_are_named_as_what_changed(practice):
    sheet = practice.start("rivers", medium="paper")
    for ticks in ({"paving": 1.0}, {"paving": 0.5}):
        practice.submit_ticked(sheet.id, ticks)
    (row,) = practice.remarked()
    (change,) = row.what_changed()
    assert change.startswith("the ticks (")


def test_old_reports_are_kept_beside_new_ones(newer, old):
    before = newer.review(old[0].id).report
    newer.score_again(old[0].id)
    after, kept = (stored.report for stored in newer.review(old[0].id).reports)
    assert kept == before
    assert after.marks > before.marks
    (row,) = newer.remarked()
    assert (row.before.marks, row.after.marks) == (before.marks, after.marks)
    assert row.what_changed() == (
        f"the marking points ({before.signature.rubric[:6]} → {after.signature.rubric[:6]})",
    )


def test_marking_again_by_the_same_rules_adds_nothing(practice, old):
    assert practice.score_again(old[0].id)
    assert len(practice.review(old[0].id).reports) == 1
    assert practice.remarked() == ()


def test_what_cannot_be_marked_again_keeps_its_marks(practice, old, url, hands):
    broken = make_practice(url, hands, score=lambda *_: 1 / 0)
    assert not broken.score_again(old[0].id)
    assert broken.review(old[0].id).reports == practice.review(old[0].id).reports
    broken.close()


def test_an_answer_whose_question_is_gone_is_not_outdated(newer, old):
    def gone(prompt_id):
        raise UnknownPrompt(prompt_id, ())

    newer.catalogue._load_rubric = gone
    assert newer.outdated() == ()


def test_each_part_of_a_signature_is_told_by_name():
    row = Remarked(
        attempt_id="a",
        prompt_text="Why?",
        submitted_at=START,
        max_marks=10,
        before=Marked(marks=4, signature="scorer:1|rubric:aaaaaaaa|lexicon:x|scale:s"),
        after=Marked(marks=3.5, signature="scorer:2|rubric:aaaaaaaa|lexicon:y|scale:t"),
    )
    assert row.difference == -0.5
    assert row.what_changed() == (
        "the tool (1 → 2)",
        "the topic's words (x → y)",
        "the scale (s → t)",
    )


def test_the_page_marks_again_and_shows_both(newer, old):
    app = visit("again")
    assert "2 answers were marked by an earlier version." in html(app)
    app = click(app, "again")
    page = html(visit("again"))
    assert "Nothing to mark again" in page
    assert page.count("the marking points (") == 2
    assert f'href="feedback?attempt={old[0].id}"' in page
    labels = [each.proto.label for each in visit("past").get("page_link")]
    assert "Mark answers again with the marking points of today" in labels


def test_the_page_owns_up_to_what_could_not_be_marked(newer, old, tmp_path):
    ids = newer.outdated()
    newer.outdated = lambda: ids
    newer._score = lambda *_: 1 / 0
    app = click(visit("again"), "again")
    assert "2 could not be marked again" in app.error[0].value
