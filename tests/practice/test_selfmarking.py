from dataclasses import replace

import pytest

from practice.remarks import SelfMark
from practice.selfmarking import (
    pair_marks,
    running_difference,
    tell_difference,
    tell_own_marks,
)
from tests.practice.fakes import GOOD_ANSWER, START, answer, typed
from tests.practice.test_suggesting import make_row
from tests.practice.visiting import checked, click, heading, html, visit


def pairs(*both, max_marks=10):
    """Pair the learner's marks with the tool's."""
    rows = [
        replace(make_row("rivers", number=n), marks=tools, max_marks=max_marks)
        for n, (_, tools) in enumerate(both)
    ]
    given = (
        SelfMark(attempt_id=row.id, marks=mine, created_at=START)
        for row, (mine, _) in zip(rows, both, strict=True)
    )
    return pair_marks(rows, given)


@pytest.mark.parametrize(
    ("both", "above", "apart"),
    [
        pytest.param([(5.0, 4.0)], 1.0, 1.0, id="one"),
        pytest.param([(5.0, 4.0), (3.0, 4.0)], 0.0, 1.0, id="above and below"),
        pytest.param([(2.0, 4.0), (4.0, 4.0)], -1.0, 1.0, id="stricter"),
    ],
)
def test_the_difference_is_the_mean_so_far(both, above, apart):
    running = running_difference(pairs(*both))
    assert (running.answers, running.above, running.apart) == (len(both), above, apart)


def test_questions_of_different_size_count_alike():
    assert running_difference(pairs((9.0, 7.5), max_marks=15)).above == pytest.approx(1.0)


def test_without_both_marks_there_is_no_difference():
    assert running_difference(()) is None
    assert pair_marks([make_row("rivers", None)], []) == ()
    mine = SelfMark(attempt_id="rivers0", marks=3.0, created_at=START)
    assert pair_marks([make_row("rivers", None)], [mine]) == ()


@pytest.mark.parametrize(
    ("both", "said"),
    [
        ([(5.0, 4.0)], "Over this answer your marks lie 1.0 in ten"),
        ([(5.0, 4.0), (5.0, 4.0)], "Over 2 answers"),
        ([(5.0, 4.0)], "you give 1.0 more."),
        ([(3.0, 4.0)], "you give 1.0 less."),
        ([(3.0, 4.0), (5.0, 4.0)], "as often above as below"),
    ],
)
def test_the_running_difference_is_told(both, said):
    assert said in tell_difference(running_difference(pairs(*both)))


@pytest.mark.parametrize(
    ("mine", "tools", "said"),
    [
        (5.0, None, "You gave it 5.0."),
        (5.0, 5.0, "You gave it 5.0, exactly what this tool gives."),
        (5.0, 4.5, "You gave it 5.0, 0.5 more than this tool."),
        (4.0, 4.5, "You gave it 4.0, 0.5 less than this tool."),
    ],
)
def test_ones_own_marks_are_told_beside_the_tools(mine, tools, said):
    assert tell_own_marks(mine, tools) == said


def hand_in(service, app, draft):
    """Tell the page that the editor has submitted."""
    service.submit(draft.id)
    app._page_hash = ""
    app.session_state[f"editor_{draft.id}"] = {"phase": {"phase": "submitted"}}
    return checked(app.run())


@pytest.fixture
def gate(service):
    """Return the page that asks for the learner's own marks."""
    draft = service.start("rivers")
    service.save_draft(draft.id, typed(GOOD_ANSWER))
    app = visit("write", draft=draft.id)
    app.toggle(key="mark_first").set_value(True).run()
    return hand_in(service, app, draft)


def test_ones_own_marks_come_before_the_tools(service, gate):
    assert heading(gate) == "Feedback"
    page = html(gate)
    assert "mp-number" not in page
    assert "Your words:" not in page
    assert GOOD_ANSWER in page
    gate.slider[0].set_value(7.5)
    app = click(gate, "keep_own_marks")
    (row,) = service.attempts()
    assert service.review(row.id).remarks.self_mark.marks == 7.5
    assert "mp-number" in html(app)
    assert "You gave it 7.5," in html(app)
    assert "mark" not in app.query_params


def test_marking_first_can_be_skipped(service, gate):
    app = click(gate, "skip_own_marks")
    (row,) = service.attempts()
    assert service.review(row.id).remarks.self_mark is None
    assert "mp-number" in html(app)
    assert "You gave it" not in html(app)


def test_whoever_has_marked_an_answer_is_not_asked_again(service):
    attempt = answer(service)
    service.mark_myself(attempt.id, 3)
    assert "mp-number" in html(visit("feedback", attempt=attempt.id, mark="first"))


@pytest.mark.parametrize("marked", [True, False])
def test_the_choice_stays_as_it_was_at_the_last_answer(service, hands, marked):
    attempt = answer(service)
    if marked:
        service.mark_myself(attempt.id, 3)
    draft = service.start("floods")
    assert visit("write", draft=draft.id).toggle(key="mark_first").value is marked


def test_progress_shows_the_running_difference(service):
    attempt = answer(service)
    assert "Your marks and this tool's" not in [each.value for each in visit("progress").header]
    service.mark_myself(attempt.id, 9)
    app = visit("progress")
    assert "Your marks and this tool's" in [each.value for each in app.header]
    assert any("you 9.0, this tool" in each.proto.label for each in app.get("page_link"))


def test_a_deleted_answer_leaves_the_running_difference(service):
    attempt = answer(service)
    service.mark_myself(attempt.id, 9)
    assert [pair.mine for pair in service.marked_twice()] == [9]
    service.delete(attempt.id)
    assert service.marked_twice() == ()
