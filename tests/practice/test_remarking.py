from datetime import timedelta

import pytest

from practice.storage import UnknownRecord
from tests.practice.fakes import START, answer


@pytest.fixture
def attempt(practice):
    return answer(practice)


def remarks(practice, attempt):
    return practice.review(attempt.id).remarks


def test_nothing_is_said_at_first(practice, attempt):
    assert remarks(practice, attempt).tags == ()
    assert remarks(practice, attempt).self_mark is None


def test_i_said_this(practice, attempt, hands):
    hands.wait(minutes=1)
    dispute = practice.dispute(attempt.id, "drains", words="choked\r\nwith silt")
    assert (dispute.kind, dispute.words) == ("said_this", "choked\nwith silt")
    assert (dispute.prompt_id, dispute.point_id) == ("rivers", "drains")
    assert dispute.created_at == START + timedelta(minutes=1)
    assert remarks(practice, attempt).disputes == practice.disputes() == (dispute,)


def test_i_made_another_good_point(practice, attempt):
    practice.dispute(attempt.id, None, "other_point", "Wetlands store water.")
    [dispute] = practice.disputes()
    assert (dispute.point_id, dispute.kind) == (None, "other_point")


def test_the_same_objection_counts_once(practice, attempt):
    first = practice.dispute(attempt.id, "drains")
    assert practice.dispute(attempt.id, "drains") == first
    practice.dispute(attempt.id, "drains", words="in the last line")
    assert len(practice.disputes()) == 2


def test_an_objection_can_be_taken_back(practice, attempt):
    practice.withdraw_dispute(practice.dispute(attempt.id, "drains").id)
    assert practice.disputes() == ()


def test_notes_are_kept_in_order_and_removed(practice, attempt, hands):
    first = practice.add_note(attempt.id, "First.")
    hands.wait(seconds=1)
    second = practice.add_note(attempt.id, "Second.")
    assert remarks(practice, attempt).notes == (first, second)
    practice.remove_note(first.id)
    assert remarks(practice, attempt).notes == (second,)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (["b", "a"], ("a", "b")),
        (["  two   words ", "two words"], ("two words",)),
        (["", "  "], ()),
    ],
)
def test_tags_are_tidy(practice, attempt, given, kept):
    practice.set_tags(attempt.id, ["old"])
    practice.set_tags(attempt.id, given)
    assert remarks(practice, attempt).tags == practice.all_tags() == kept


def test_my_own_marks_may_be_changed(practice, attempt):
    practice.mark_myself(attempt.id, 5)
    mark = practice.mark_myself(attempt.id, 4.5)
    assert remarks(practice, attempt).self_mark == mark
    assert mark.marks == 4.5


def test_teachers_marks_stand_side_by_side(practice, attempt, hands):
    first = practice.add_teacher_mark(attempt.id, 6, "Ms Rao", "Clear.")
    hands.wait(days=1)
    second = practice.add_teacher_mark(attempt.id, 10)
    assert remarks(practice, attempt).teacher_marks == (first, second)


@pytest.mark.parametrize("act", ["mark_myself", "add_teacher_mark"])
@pytest.mark.parametrize("marks", [-0.5, 10.5, float("nan")])
def test_marks_must_be_on_the_scale(practice, attempt, act, marks):
    with pytest.raises(ValueError, match="between 0 and 10"):
        getattr(practice, act)(attempt.id, marks)
    assert remarks(practice, attempt).self_mark is None
    assert remarks(practice, attempt).teacher_marks == ()


@pytest.mark.parametrize(
    ("act", "said"),
    [
        ("dispute", "drains"),
        ("add_note", "Note."),
        ("set_tags", ["a"]),
        ("mark_myself", 3),
        ("add_teacher_mark", 3),
    ],
)
def test_nothing_can_be_said_about_nothing(practice, act, said):
    with pytest.raises(UnknownRecord):
        getattr(practice, act)("nobody", said)
