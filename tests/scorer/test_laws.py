"""Laws that hold for every answer."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from scorer.points import PLAIN_CREDIT
from scorer.report import ScoreReport
from scorer.rubric import Dimension
from scorer.scale import STEP
from scorer.scoring import score_answer, score_answers
from scorer.text import clean_text
from tests.scorer.samples import DRAINS, LAKES, SEALED, flood_rubric
from tests.scorer.test_contradictions import RUNOFF, WETLANDS

POINTS = (SEALED, LAKES, DRAINS, WETLANDS, RUNOFF)
KEYED = flood_rubric(
    word_limit=2000,
    dimensions=(
        Dimension(id="causes", title="Causes", weight=2, full_at=1.5, points=POINTS[:2]),
        Dimension(id="measures", title="Measures", points=POINTS[2:]),
    ),
)
PLAIN = flood_rubric(
    word_limit=2000,
    dimensions=(
        Dimension(
            id="all", title="All", points=tuple(replace(point, keywords=()) for point in POINTS)
        ),
    ),
)
each_rubric = pytest.mark.parametrize("rubric", [KEYED, PLAIN], ids=["keywords", "phrasings"])
PLAIN_TRACE = PLAIN_CREDIT[1][1]

SAYINGS = (
    *(sentence for point in POINTS for sentence in point.sentences),
    "Cities reduce the wetlands that hold storm water.",
    "Nobody should clear the drains.",
    "Rain alone is to blame.",
    "Bengaluru is 20% built-up.",
    "Bengaluru is 93 per cent built-up 👍.",
    "It rained all day; nobody minded.",
    "झीलें भर दी गईं।",
    "Drains, lakes, cement, silt",
)
FOREIGN = (
    "The captain won the toss and chose to bat, because the pitch had been dry for a week and the "
    "bowlers of the other team liked a damp morning, and so the openers played with patience until "
    "lunch and left every ball that was wide of the stumps"
)
sentences = st.lists(st.sampled_from(SAYINGS), max_size=8)
joints = st.sampled_from([" ", "\n", "\n\n", "\n- ", "; ", " but ", ", "])
composed = st.builds(lambda parts, joint: joint.join(parts), sentences, joints)
answers = st.one_of(composed, st.text(st.characters(), max_size=200))


@given(st.lists(answers, max_size=4))
@each_rubric
def test_batch_equals_loop(rubric, answers):
    """No answer's marks depend on the company it keeps."""
    assert score_answers(answers, rubric) == [score_answer(one, rubric) for one in answers]


@given(answers)
def test_the_same_text_has_the_same_report(answer):
    again = flood_rubric(word_limit=2000, dimensions=KEYED.dimensions)
    assert score_answer(answer, again) == score_answer(answer, KEYED)


@given(answers)
@each_rubric
def test_every_span_lies_inside_the_answer_and_quotes_it(rubric, answer):
    report = score_answer(answer, rubric)
    spans = [span for point in report.points for span in point.evidence]
    spans += [point.contradiction.evidence for point in report.points if point.contradiction]
    spans += [finding.evidence for finding in (*report.facts, *report.misconceptions)]
    spans += [span for advisory in report.advisories for span in advisory.evidence]
    for span in spans:
        assert 0 <= span.start < span.end <= len(answer)
        assert answer[span.start : span.end] == span.text


@given(answers)
@each_rubric
def test_the_lines_add_up_to_the_marks(rubric, answer):
    report = score_answer(answer, rubric)
    rounding = [line.hundredths for line in report.ledger if line.kind == "rounding"]
    assert sum(line.hundredths for line in report.ledger) == report.hundredths
    assert sum(point.hundredths for point in report.points) == report.hundredths - sum(rounding)
    assert len(rounding) == 1


@given(answers)
@each_rubric
def test_marks_come_in_halves_between_nothing_and_the_maximum(rubric, answer):
    report = score_answer(answer, rubric)
    low, high = report.marks_range
    assert report.hundredths % STEP == 0
    assert 0 <= low <= report.marks <= high <= report.max_marks


@given(answers)
@each_rubric
def test_every_coverage_is_a_share(rubric, answer):
    report = score_answer(answer, rubric)
    parts = (*report.points, *report.dimensions, *report.demands)
    assert all(0 <= coverage <= 1 for coverage in (report.coverage, *(p.coverage for p in parts)))


@given(answers)
@each_rubric
def test_a_point_has_evidence_exactly_when_it_is_made(rubric, answer):
    """A contradicted point may have words for it as well as against it."""
    for point in score_answer(answer, rubric).points:
        if point.status == "contradicted":
            assert point.coverage == point.hundredths == 0
        else:
            assert bool(point.evidence) == (point.coverage > 0)


@given(answers)
def test_parse_after_dump_is_identity(answer):
    report = score_answer(clean_text(answer), KEYED)
    assert ScoreReport.from_dict(json.loads(json.dumps(report.to_dict()))) == report


@given(answers, st.sampled_from(["", " ", "\n", "\n\n\t"]))
def test_white_space_at_the_end_changes_nothing(answer, space):
    bare = answer.rstrip()
    padded = score_answer(bare + space, KEYED)
    assert replace(padded, structure=score_answer(bare, KEYED).structure) == score_answer(
        bare, KEYED
    )


def apart(parts) -> str:
    """Join sentences so that none stands beside another: what is cut leaves no new neighbours."""
    return f"\n{FOREIGN}.\n".join(parts)


def delete_evidence(parts, rubric, data):
    """Return the reports before and after the evidence of a point is deleted, and its number."""
    answer = apart(parts)
    before = score_answer(answer, rubric)
    made = [number for number, point in enumerate(before.points) if point.coverage]
    assume(made)
    number = data.draw(st.sampled_from(made))
    (span,) = before.points[number].evidence
    return before, score_answer(answer[: span.start] + answer[span.end :], rubric), number


def is_full(report, number) -> bool:
    dimension = report.points[number].dimension
    return any(one.coverage == 1 for one in report.dimensions if one.id == dimension)


@given(sentences.filter(bool), st.data())
def test_deleting_the_evidence_of_a_point_lowers_coverage(parts, data):
    """Unless the point is evidenced elsewhere or its dimension is full."""
    before, after, number = delete_evidence(parts, KEYED, data)
    assert after.coverage <= before.coverage
    assert after.points[number].coverage <= before.points[number].coverage
    if after.points[number].coverage < before.points[number].coverage:
        assert after.coverage < before.coverage or is_full(before, number)


@given(sentences.filter(bool), st.data())
def test_deleting_the_evidence_of_a_point_without_keywords_lowers_coverage(parts, data):
    """Less is then taken for chance too, so what is evidenced elsewhere may gain a little."""
    before, after, number = delete_evidence(parts, PLAIN, data)
    if (before.points[number].status, after.points[number].status) == ("covered", "missing"):
        assert after.coverage < before.coverage or is_full(before, number)


@given(sentences, st.booleans(), st.integers(1, 3))
@pytest.mark.parametrize(
    ("rubric", "trace"),
    [pytest.param(KEYED, 0, id="keywords"), pytest.param(PLAIN, PLAIN_TRACE, id="phrasings")],
)
def test_text_of_another_topic_makes_no_point(rubric, trace, parts, first, times):
    """Nor does it make one that is made any better; without keywords, by a trace at most."""
    foreign = [f"{FOREIGN}."] * times
    mixed = [*foreign, *parts] if first else [*parts, *foreign]
    before = score_answer("\n".join(parts), rubric)
    after = score_answer("\n".join(mixed), rubric)
    for one, other in zip(before.points, after.points, strict=True):
        assert other.coverage <= one.coverage + trace + 1e-9


@given(sentences, st.permutations(range(8)))
def test_sentences_kept_apart_may_stand_in_any_order(parts, order):
    """A point is made wherever it is made."""
    shuffled = [parts[at] for at in order if at < len(parts)]
    one = {point.id: point.coverage for point in score_answer(apart(parts), KEYED).points}
    other = {point.id: point.coverage for point in score_answer(apart(shuffled), KEYED).points}
    assert one == pytest.approx(other)


@given(sentences)
@settings(max_examples=25)
def test_nothing_made_is_nothing_earned(parts):
    report = score_answer("\n".join(parts), KEYED)
    if not any(point.coverage for point in report.points):
        assert (report.coverage, report.marks) == (0, 0)
    else:
        assert report.coverage > 0
