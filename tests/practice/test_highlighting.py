from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.highlighting import (
    MarginNote,
    find_margin_notes,
    not_found,
    split_answer,
    text_after_bell,
)
from scorer import score_answer
from scorer.report import (
    Contradiction,
    EvidenceSpan,
    FactFinding,
    MisconceptionFinding,
    PointScore,
)
from scorer.rubric import Dimension, KeywordGroup, RubricPoint
from tests.practice.fakes import GOOD_ANSWER, make_rubric

RUBRIC = make_rubric("rivers")
REPORT = score_answer("", RUBRIC)


def note(start, end, number=1, kind="made"):
    return MarginNote(
        number=number, kind=kind, label="l", title="t", quote="q", comment="", start=start, end=end
    )


def span(answer, words):
    start = answer.index(words)
    return EvidenceSpan(start=start, end=start + len(words), text=words)


def point(status, answer="", words="", **more):
    fields = {
        "id": "p",
        "dimension": "d",
        "statement": "Rain runs off.",
        "coverage": 1.0,
        "hundredths": 50,
        "evidence": (span(answer, words),) if words else (),
        "feedback": "Say why.",
        "correction": "It runs off.",
    }
    return PointScore(status=status, **fields | more)


def texts(segments):
    return [segment.text for segment in segments]


def numbers(segments):
    return [[each.number for each in segment.notes] for segment in segments]


@pytest.mark.parametrize(
    ("notes", "pieces", "tied"),
    [
        pytest.param([], ["abcdef"], [[]], id="nothing to say"),
        pytest.param([note(2, 4)], ["ab", "cd", "ef"], [[], [1], []], id="in the middle"),
        pytest.param([note(0, 6)], ["abcdef"], [[1]], id="all of it"),
        pytest.param(
            [note(0, 4), note(2, 6, 2)],
            ["ab", "cd", "ef"],
            [[1], [1, 2], [2]],
            id="two that overlap",
        ),
        pytest.param([note(0, 3), note(0, 3, 2)], ["abc", "def"], [[1, 2], []], id="same words"),
    ],
)
def test_an_answer_is_cut_where_notes_begin_and_end(notes, pieces, tied):
    segments = split_answer("abcdef", notes)
    assert texts(segments) == pieces
    assert numbers(segments) == tied


def test_a_note_ends_once():
    segments = split_answer("abcdef", [note(0, 4), note(2, 6, 2)])
    assert [[each.number for each in segment.ending] for segment in segments] == [[], [1], [2]]


def test_text_beyond_the_limit_is_told_apart():
    segments = split_answer("abcdef", [note(1, 5)], counted_until=3)
    assert [(each.text, each.counted) for each in segments] == [
        ("a", True),
        ("bc", True),
        ("de", False),
        ("f", False),
    ]


def test_an_empty_answer_has_no_segments():
    assert split_answer("", []) == ()


@st.composite
def annotated(draw):
    answer = draw(st.text(min_size=1, max_size=80))
    places = st.integers(0, len(answer))
    pairs = draw(st.lists(st.tuples(places, places), max_size=6))
    spans = [sorted(pair) for pair in pairs]
    notes = [note(a, b, n) for n, (a, b) in enumerate(spans, start=1) if a < b]
    return answer, notes, draw(st.none() | places)


@given(annotated())
def test_the_segments_make_up_the_answer(case):
    answer, notes, until = case
    segments = split_answer(answer, notes, until)
    assert "".join(texts(segments)) == answer
    assert "".join(each.text for each in segments if each.counted) == answer[:until]
    for each in notes:
        tied = "".join(segment.text for segment in segments if each in segment.notes)
        assert tied == answer[each.start : each.end]


def test_a_real_report_ties_its_points_to_the_learners_words():
    report = score_answer(GOOD_ANSWER, RUBRIC)
    notes = find_margin_notes(report, RUBRIC)
    assert {each.title for each in notes} == {each.statement for each in report.points}
    assert all(GOOD_ANSWER[each.start : each.end] == each.quote for each in notes)
    assert [each.number for each in notes] == [1, 2]


def deepened_by(*roles):
    """Return a rubric whose point ``p`` can be deepened in these ways."""
    groups = tuple(KeywordGroup(any=("x",), role=role) for role in ("object", *roles))
    dimension = Dimension(
        id="d", title="D", points=(RubricPoint(id="p", statement="s", keywords=groups),)
    )
    return replace(RUBRIC, dimensions=(dimension,))


BOTH = ("mechanism", "specific")
WHY, DETAIL = "say why, or through what.", "add a figure, a scheme, a date or a place."


@pytest.mark.parametrize(
    ("depth", "roles", "label", "comment"),
    [
        pytest.param((), (), "Made", "", id="nothing can deepen it"),
        pytest.param((), BOTH, "Made", f"Deeper: {WHY}", id="named only"),
        pytest.param((), ("specific",), "Made", f"Deeper: {DETAIL}", id="no why is asked for"),
        pytest.param(("mechanism",), BOTH, "Mechanism", f"Deeper: {DETAIL}", id="explained"),
        pytest.param(("specific",), BOTH, "Detail", f"Deeper: {WHY}", id="detailed"),
        pytest.param(BOTH, BOTH, "Mechanism and detail", "", id="complete"),
    ],
)
def test_a_note_says_what_is_there_and_what_the_next_step_is(depth, roles, label, comment):
    found = point(
        "covered", answer="Rain runs off fast.", words="Rain runs off", depth=depth, feedback=""
    )
    (only,) = find_margin_notes(replace(REPORT, points=(found,)), deepened_by(*roles))
    assert (only.label, only.comment, only.marks) == (label, comment, 0.5)


@pytest.mark.parametrize(
    ("status", "kind", "label", "comment"),
    [
        ("covered", "made", "Made", "Deeper: Say why."),
        ("partial", "partly", "Partly made", "Say why."),
    ],
)
def test_the_next_step_is_what_the_rubric_advises(status, kind, label, comment):
    found = point(status, answer="Rain runs off fast.", words="Rain runs off")
    (only,) = find_margin_notes(replace(REPORT, points=(found,)), deepened_by("mechanism"))
    assert (only.kind, only.label, only.comment) == (kind, label, comment)


@pytest.mark.parametrize(("sure", "kind"), [(True, "wrong"), (False, "doubtful")])
def test_a_contradiction_comes_with_what_is_right(sure, kind):
    answer = "Rain sinks in."
    against = Contradiction(evidence=span(answer, "sinks in"), sure=sure, why="opposite")
    found = point("contradicted" if sure else "missing", contradiction=against)
    (only,) = find_margin_notes(replace(REPORT, points=(found,)), RUBRIC)
    assert (only.kind, only.quote, only.comment) == (kind, "sinks in", "It runs off.")


def test_wrong_figures_and_claims_are_noted_in_the_order_of_the_text():
    answer = "In 1900, 95% of it sank."
    year, share = span(answer, "1900"), span(answer, "95%")
    fact = {"about": "the year", "correction": "It was 2005."}
    report = replace(
        REPORT,
        points=(),
        misconceptions=(
            MisconceptionFinding(id="m", statement="It sank.", evidence=share, correction="No."),
        ),
        facts=(
            FactFinding(id="f", verdict="wrong", evidence=year, **fact),
            FactFinding(id="g", verdict="right", evidence=share, **fact),
        ),
    )
    notes = find_margin_notes(report, RUBRIC)
    assert [(each.number, each.kind, each.quote) for each in notes] == [
        (1, "wrong", "1900"),
        (2, "wrong", "95%"),
    ]


def test_a_wrong_claim_is_never_printed_as_if_it_were_a_fact():
    words = EvidenceSpan(start=0, end=2, text="It")
    claim = MisconceptionFinding(id="m", statement="It sank.", evidence=words, correction="No.")
    (note,) = find_margin_notes(replace(REPORT, points=(), misconceptions=(claim,)), RUBRIC)
    assert (note.title, note.comment) == ("No.", "")


def test_a_wrong_figure_is_named_and_put_right():
    words = EvidenceSpan(start=0, end=2, text="20")
    fact = FactFinding(
        id="f", about="share of rain", verdict="wrong", evidence=words, correction="It is 70."
    )
    (note,) = find_margin_notes(replace(REPORT, points=(), facts=(fact,)), RUBRIC)
    assert (note.title, note.comment) == ("Share of rain", "It is 70.")


def test_only_what_the_answer_shows_nothing_of_is_not_found():
    points = tuple(point(status) for status in ("covered", "partial", "missing", "contradicted"))
    assert not_found(replace(REPORT, points=points)) == (points[2],)


@pytest.mark.parametrize(
    ("in_time", "final", "added"),
    [
        ("abc", "abc", ""),
        ("abc", "abc and more", " and more"),
        ("abc", "xabc", None),
        ("", "all of it", "all of it"),
    ],
)
def test_what_came_after_the_bell_is_known_if_it_was_only_added(in_time, final, added):
    assert text_after_bell(in_time, final) == added
