"""Rubrics as plain data, and their lexicon."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.lexicon import Lexicon, Term
from scorer.rubric import Dimension, KeywordGroup, Rubric, RubricPoint
from tests.scorer.samples import DRAINS, LAKES, SEALED, flood_rubric


def test_a_rubric_needs_little():
    rubric = Rubric(
        id="r",
        prompt_text="Why?",
        max_marks=10,
        word_limit=150,
        dimensions=(
            Dimension(id="d", title="D", points=(RubricPoint(id="p", statement="It rains."),)),
        ),
    )
    assert [point.id for point in rubric.points] == ["p"]
    assert rubric.points[0].sentences == ("It rains.",)


def test_points_come_dimension_by_dimension():
    pairs = [(dimension.id, point.id) for dimension, point in flood_rubric().pairs()]
    assert pairs == [
        ("causes", "sealed_ground"),
        ("causes", "lost_lakes"),
        ("measures", "clean_drains"),
    ]


@pytest.mark.parametrize(
    ("dimensions", "message"),
    [
        pytest.param(
            (Dimension(id="d", title="A"), Dimension(id="d", title="B")),
            "two dimensions share the id 'd'",
            id="two dimensions of one id",
        ),
        pytest.param(
            (Dimension(id="d", title="A", points=(SEALED, LAKES, SEALED)),),
            "two points share the id 'sealed_ground'",
            id="two points of one id",
        ),
        pytest.param(
            (Dimension(id="d", title="A", weight=0),),
            "greater than 0",
            id="a dimension of no weight",
        ),
        pytest.param(
            (Dimension(id="d", title="A", points=(replace(SEALED, weight=-1),)),),
            "greater than 0",
            id="a point of negative weight",
        ),
        pytest.param(
            (Dimension(id="d", title="A", weight=float("nan")),), "greater than 0", id="no number"
        ),
        pytest.param(
            (Dimension(id="d", title="A", full_at=0),), "greater than 0", id="full at nothing"
        ),
    ],
)
def test_a_rubric_that_cannot_be_scored_is_refused(dimensions, message):
    with pytest.raises(ValueError, match=message):
        flood_rubric(dimensions=dimensions)


@pytest.mark.parametrize("change", [{"max_marks": 0}, {"word_limit": -1}], ids=str)
def test_marks_and_limit_are_more_than_nothing(change):
    with pytest.raises(ValueError, match="greater than 0"):
        flood_rubric(**change)


@pytest.mark.parametrize(
    ("full_at", "saturation"),
    [
        pytest.param(None, 3, id="all"),
        (2, 2),
        (1.5, 1.5),
        pytest.param(9, 3, id="never more than all"),
    ],
)
def test_a_dimension_is_full_at_so_many_points(full_at, saturation):
    points = (SEALED, replace(LAKES, weight=2))
    assert Dimension(id="d", title="D", full_at=full_at, points=points).saturation == saturation


@pytest.mark.parametrize(
    ("role", "deepens"),
    [
        ("actor", False),
        ("object", False),
        ("relation", False),
        ("mechanism", True),
        ("specific", True),
    ],
)
def test_mechanisms_and_specifics_deepen_a_point(role, deepens):
    assert KeywordGroup(any=("a",), role=role).deepens is deepens


def test_equal_rubrics_have_equal_digests_and_hashes():
    one, two = flood_rubric(), flood_rubric()
    assert one == two
    assert one.digest == two.digest
    assert hash(one) == hash(two)


@pytest.mark.parametrize(
    "change",
    [
        {"prompt_text": "Why?"},
        {"max_marks": 15},
        {"misconceptions": ()},
        {"as_of": "2020-01-01"},
        {"dimensions": (Dimension(id="d", title="D", points=(DRAINS,)),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_digest_changes_with_the_content(change):
    assert flood_rubric(**change).digest != flood_rubric().digest


def test_the_lexicon_has_a_digest_of_its_own():
    other = flood_rubric(lexicon=Lexicon(id="other"))
    assert other.digest == flood_rubric().digest
    assert other.lexicon.digest != flood_rubric().lexicon.digest
    assert other != flood_rubric()


def test_a_lexicon_knows_the_forms_of_its_terms():
    lexicon = Lexicon(id="l", terms=(Term(id="us", forms=("US", "Washington")),))
    assert lexicon.forms("us") == ("US", "Washington")
    assert hash(lexicon) == hash(replace(lexicon))
    with pytest.raises(KeyError):
        lexicon.forms("uk")
