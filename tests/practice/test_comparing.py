from dataclasses import replace
from datetime import timedelta

import pytest

from practice.comparing import find_changes, pair_reports
from practice.history import Review, StoredReport
from practice.pairing import find_pairs, pair_up
from practice.service import DifferentQuestions
from practice.storage import UnknownRecord
from practice.telling_changes import tabulate, tell_kept, tell_marks
from scorer import score_answer
from tests.practice.fakes import GOOD_ANSWER, START, answer, make_rubric
from tests.practice.test_suggesting import make_row

RUBRIC = make_rubric("rivers")
NONE = score_answer("Nothing to do with it.", RUBRIC)
HALF = score_answer(GOOD_ANSWER.partition(" Old")[0], RUBRIC)
FULL = score_answer(GOOD_ANSWER, RUBRIC)


def statements(changes):
    return [change.statement for change in changes]


def with_status(report, *statuses):
    points = zip(report.points, statuses, strict=True)
    return replace(report, points=tuple(replace(point, status=each) for point, each in points))


@pytest.mark.parametrize(
    ("before", "after", "gained", "lost", "kept"),
    [
        pytest.param(("missing", "missing"), ("missing", "missing"), 0, 0, 0, id="nothing"),
        pytest.param(("missing", "covered"), ("covered", "covered"), 1, 0, 1, id="gained"),
        pytest.param(("covered", "covered"), ("covered", "missing"), 0, 1, 1, id="lost"),
        pytest.param(("partial", "partial"), ("covered", "missing"), 1, 1, 0, id="both"),
        pytest.param(("contradicted", "partial"), ("missing", "partial"), 1, 0, 1, id="put right"),
        pytest.param(("missing", "covered"), ("contradicted", "covered"), 0, 1, 1, id="turned"),
    ],
)
def test_points_are_gained_lost_and_kept(before, after, gained, lost, kept):
    changes = find_changes(with_status(NONE, *before), with_status(NONE, *after))
    assert (len(changes.gained), len(changes.lost), changes.kept) == (gained, lost, kept)


def test_comparing_the_other_way_round_swaps_gains_and_losses():
    there, back = find_changes(HALF, FULL), find_changes(FULL, HALF)
    assert statements(there.gained) == statements(back.lost) == [FULL.points[1].statement]
    assert there.marks == -back.marks > 0


def test_a_point_that_only_one_rubric_has_is_left_out():
    shorter = replace(FULL, points=FULL.points[:1], dimensions=FULL.dimensions[:1])
    changes = find_changes(NONE, shorter)
    assert statements(changes.gained) == [FULL.points[0].statement]
    assert [each.title for each in changes.dimensions] == ["Ground"]


def reviewed(attempt, *reports):
    stored = tuple(StoredReport(report=each, rubric=RUBRIC, created_at=START) for each in reports)
    return Review(attempt=attempt, status="scored", reports=stored)


def test_answers_are_compared_by_the_version_that_marked_both(practice):
    attempt = answer(practice)
    newer = replace(FULL, signature=replace(FULL.signature, scorer="9"))
    before, after = reviewed(attempt, HALF), reviewed(attempt, newer, FULL)
    assert pair_reports(before, after) == (HALF, FULL)
    assert find_changes(HALF, FULL).same_version
    assert pair_reports(before, reviewed(attempt, newer)) == (HALF, newer)
    assert not find_changes(HALF, newer).same_version


def test_two_attempts_are_compared(practice):
    first = answer(practice, text="Rain falls.")
    second = answer(practice, parent_id=first.id)
    comparison = practice.compare(first.id, second.id)
    assert len(comparison.changes.gained) == 2
    assert "".join(piece.text for piece in comparison.after.pieces) == GOOD_ANSWER


def test_answers_to_different_questions_are_not_compared(practice):
    with pytest.raises(DifferentQuestions):
        practice.compare(answer(practice, "rivers").id, answer(practice, "floods").id)


def test_an_attempt_that_is_not_there_is_not_compared(practice):
    with pytest.raises(UnknownRecord):
        practice.compare(answer(practice).id, "nobody")


def test_without_marks_the_words_are_compared(practice):
    first, second = answer(practice), answer(practice)
    comparison = practice.compare(first.id, second.id)
    unmarked = replace(comparison, changes=None, before=replace(comparison.before, report=None))
    assert "only the words" in tell_marks(unmarked)
    assert [line.name for line in tabulate(unmarked)] == ["Marks", "Words", "Time"]
    assert (tabulate(unmarked)[0].before, tabulate(unmarked)[0].change) == ("not marked yet", "")


def test_the_table_counts_what_changed(practice, hands):
    first = answer(practice, text=GOOD_ANSWER.partition(" Old")[0])
    second = answer(practice)
    lines = {line.name: line for line in tabulate(practice.compare(first.id, second.id))}
    assert lines["Public works"].before == "0%"
    assert lines["Public works"].change.startswith("+")
    assert lines["Ground"].change == "±0"
    assert lines["Words"].change == "+15"
    back = {line.name: line for line in tabulate(practice.compare(second.id, first.id))}
    assert back["Words"].change == "−15"


@pytest.mark.parametrize(("kept", "said"), [(0, "No point"), (1, "One point"), (3, "3 points")])
def test_points_in_both_are_counted_in_words(kept, said):
    assert tell_kept(kept).startswith(said)


def test_the_sentence_on_marks_names_the_difference(practice):
    ids = [answer(practice, text="Rain falls.").id, answer(practice).id]
    gain = practice.compare(*ids).changes.marks
    assert tell_marks(practice.compare(*ids)) == f"The second answer gets {gain:.1f} marks more."
    assert tell_marks(practice.compare(*ids[::-1])).endswith("marks less.")
    assert tell_marks(practice.compare(ids[0], ids[0])) == "The marks are the same."


def make_rows(*prompts, **parents):
    rows = [make_row(prompt, number=n, days_ago=9 - n) for n, prompt in enumerate(prompts)]
    return [replace(row, parent_id=parents.get(row.id)) for row in rows]


@pytest.mark.parametrize(
    ("attempt_id", "pair"),
    [
        ("rivers0", ("rivers0", "rivers2")),
        ("rivers1", ("rivers1", "rivers2")),
        ("rivers2", ("rivers0", "rivers2")),
        ("nobody", None),
    ],
)
def test_an_answer_is_compared_with_what_it_rewrites_or_the_newest_other(attempt_id, pair):
    rows = make_rows("rivers", "rivers", "rivers", rivers2="rivers0")
    found = pair_up(rows, attempt_id)
    assert (found and tuple(row.id for row in found)) == pair


def test_an_answer_alone_has_no_partner():
    assert pair_up(make_rows("rivers"), "rivers0") is None


def test_questions_answered_more_than_once_are_offered_the_latest_first():
    rows = make_rows("rivers", "floods", "floods", "rivers", "rivers", "tides")
    rows[2] = replace(rows[2], submitted_at=START + timedelta(days=1))
    assert [(one.id, two.id) for one, two in find_pairs(rows)] == [
        ("floods1", "floods2"),
        ("rivers3", "rivers4"),
    ]


def test_a_rewrite_whose_first_version_is_not_here_changed_nothing_known(practice):
    first = answer(practice)
    assert practice.find_rewriting(first.id) is None
    assert practice.find_rewriting(answer(practice, parent_id="elsewhere").id) is None
    assert practice.find_rewriting(answer(practice, parent_id=first.id).id).changes.kept == 2
