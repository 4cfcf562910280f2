"""Checks of rubrics that need no scoring: each finds its kind and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scorer.lexicon import Lexicon, Term
from scorer.linting.keywords import KEYWORD_CHECKS
from scorer.linting.references import REFERENCE_CHECKS
from scorer.linting.structure import STRUCTURE_CHECKS
from scorer.linting.subjects import RubricSubject
from scorer.prompts import find_directive
from scorer.rubric import Demand, Dimension, KeywordGroup
from tests.scorer.samples import DRAINS, LAKES, SEALED, flood_rubric

CHECKS = (*STRUCTURE_CHECKS, *REFERENCE_CHECKS, *KEYWORD_CHECKS)


def codes(rubric, **changes) -> list[str]:
    """Return the codes of everything the checks find in a rubric."""
    facts = {"name": rubric.id, "topic": "cities", "directive": find_directive(rubric.directive)}
    subject = RubricSubject(rubric=rubric, **(facts | changes))
    return [finding.code for check in CHECKS for finding in check(subject)]


def with_point(**changes):
    """Return the rubric on floods with its first point changed."""
    points = (replace(SEALED, **changes), LAKES)
    causes = Dimension(id="causes", title="Causes", weight=2, points=points)
    measures = Dimension(id="measures", title="Measures", points=(DRAINS,))
    return flood_rubric(dimensions=(causes, measures))


def with_object(*aliases, extra=()):
    """Return the rubric on floods with other alternatives in the first object group."""
    groups = (KeywordGroup(any=aliases), *SEALED.keywords[1:], *extra)
    return with_point(keywords=groups)


def test_a_sound_rubric_has_no_findings():
    assert codes(flood_rubric()) == []


@pytest.mark.parametrize(
    ("code", "rubric"),
    [
        pytest.param("R02", with_point(id="Sealed-Ground"), id="an id in another style"),
        pytest.param("R03", flood_rubric(as_of=""), id="no date"),
        pytest.param("R03", flood_rubric(as_of="June 2026"), id="a date in words"),
        pytest.param("R06", flood_rubric(word_limit=400), id="too few points for the limit"),
        pytest.param("R07", with_point(phrasings=SEALED.phrasings[:2]), id="two phrasings"),
        pytest.param(
            "R08", with_point(phrasings=(*SEALED.phrasings, "Runoff.")), id="a one-word phrasing"
        ),
        pytest.param(
            "R08",
            with_point(phrasings=(*SEALED.phrasings, "rain " * 31)),
            id="a phrasing of 31 words",
        ),
        pytest.param(
            "R09",
            with_point(phrasings=(*SEALED.phrasings, LAKES.phrasings[0].upper())),
            id="a phrasing twice",
        ),
        pytest.param("R10", with_point(feedback=" "), id="no feedback"),
        pytest.param("R11", flood_rubric(model_answer=""), id="no model answer"),
        pytest.param("R11", flood_rubric(model_answer="rain " * 101), id="a long model answer"),
        pytest.param("R12", flood_rubric(plain_answer=" "), id="no plain answer"),
        pytest.param(
            "R13",
            flood_rubric(facts=(replace(flood_rubric().facts[0], accept=((95, 88),)),)),
            id="a range backwards",
        ),
        pytest.param(
            "R14",
            flood_rubric(facts=(replace(flood_rubric().facts[0], cues=()),)),
            id="a figure without cues",
        ),
        pytest.param(
            "R15",
            flood_rubric(
                misconceptions=(replace(flood_rubric().misconceptions[0], correction=""),)
            ),
            id="a misconception without correction",
        ),
        pytest.param(
            "R15",
            flood_rubric(facts=(replace(flood_rubric().facts[0], correction=" "),)),
            id="a figure without correction",
        ),
        pytest.param("F02", with_point(demand=None), id="a point for no demand"),
        pytest.param("F02", with_point(demand="cause"), id="a point for an unknown demand"),
        pytest.param("F04", with_point(source="nidm_2012"), id="an unknown source"),
        pytest.param(
            "F04",
            flood_rubric(
                misconceptions=(replace(flood_rubric().misconceptions[0], source="none"),)
            ),
            id="a misconception's unknown source",
        ),
        pytest.param("F05", with_point(source=None), id="a point without source"),
        pytest.param("F06", with_object("@pavement", "cement"), id="an unknown term"),
        pytest.param("F06", with_object("@zzz", "cement"), id="a term like no other"),
        pytest.param(
            "K01", with_point(keywords=(*SEALED.keywords, SEALED.keywords[1])), id="two relations"
        ),
        pytest.param("K01", with_point(keywords=SEALED.keywords[:1]), id="no relation"),
        pytest.param("K02", with_point(keywords=SEALED.keywords[1:]), id="no object"),
        pytest.param("K03", with_point(keywords=()), id="no groups"),
        pytest.param("K04", with_object("cement", "cement"), id="an alternative twice"),
        pytest.param("K04", with_object("new|old cement", "old cement"), id="a way twice"),
        pytest.param("K05", with_object("only if|cement"), id="stop words in one way"),
        pytest.param("K05", with_object("only if", "cement"), id="stop words alone"),
        pytest.param("K06", with_object("cement", "Lakes"), id="another point's word"),
        pytest.param("K06", with_object("cement|lakes"), id="another point's word in one way"),
    ],
)
def test_a_flaw_is_found(code, rubric):
    assert codes(rubric) == [code]


def test_a_rubric_is_named_after_its_file():
    assert codes(flood_rubric(), name="urban-flood") == ["R01"]


def test_a_rubric_names_its_topic():
    assert codes(flood_rubric(), topic="") == ["F01"]


def test_a_topic_without_lexicon_is_found_with_the_terms_it_lacks():
    assert codes(flood_rubric(lexicon=Lexicon())) == ["F01", "F06"]


def test_an_empty_dimension_is_found():
    empty = Dimension(id="empty", title="Empty")
    rubric = flood_rubric(dimensions=(*flood_rubric().dimensions, empty))
    assert codes(rubric) == ["R04"]


def test_a_dimension_cannot_be_full_beyond_its_points():
    causes, measures = flood_rubric().dimensions
    rubric = flood_rubric(dimensions=(causes, replace(measures, full_at=3)))
    assert codes(rubric) == ["R05"]


def test_an_unserved_demand_is_found():
    demands = (*flood_rubric().demands, Demand(id="history", text="Say since when"))
    assert codes(flood_rubric(demands=demands)) == ["F03"]


def test_a_group_without_alternatives_is_found():
    empty = KeywordGroup(any=(), role="mechanism")
    assert codes(with_object("cement", extra=(empty,))) == ["K04"]


def test_a_two_sided_prompt_wants_both_sides_and_a_judgement():
    rubric = flood_rubric(directive="critically examine")
    assert codes(rubric) == ["F07", "F07", "F08"]


def test_sides_satisfy_a_two_sided_prompt():
    sided = (replace(SEALED, side="support"), replace(LAKES, side="limit"))
    verdict = replace(DRAINS, side="judgement", source=None)
    rubric = flood_rubric(
        directive="critically examine",
        dimensions=(
            Dimension(id="causes", title="Causes", points=sided),
            Dimension(id="measures", title="Measures", points=(verdict,)),
        ),
    )
    assert codes(rubric) == []


def test_a_directive_without_guidance_asks_for_no_sides():
    assert codes(flood_rubric(directive="sing")) == []


def test_a_term_shared_through_the_lexicon_is_found():
    lexicon = Lexicon(
        id="cities",
        terms=(
            Term(id="paving", forms=("paved", "paving")),
            Term(id="water", forms=("rain", "lakes")),
        ),
    )
    groups = (KeywordGroup(any=("cement", "@water")), *SEALED.keywords[1:])
    rubric = with_point(keywords=groups)
    assert codes(replace(rubric, lexicon=lexicon)) == ["K06"]


def test_points_may_share_years_and_mechanisms():
    shared = KeywordGroup(any=("2021",), role="specific")
    points = tuple(replace(one, keywords=(*one.keywords, shared)) for one in (SEALED, LAKES))
    causes, measures = flood_rubric().dimensions
    assert codes(flood_rubric(dimensions=(replace(causes, points=points), measures))) == []


@pytest.mark.parametrize("alias", ["US", "off-take", "by 2030", "lock-in", "make EVs"])
def test_short_names_are_not_taken_for_stop_words(alias):
    assert "K05" not in codes(with_object(alias, "cement"))


def test_a_relation_may_consist_of_stop_words():
    relation = KeywordGroup(any=("cannot", "not only"), role="relation")
    rubric = with_point(keywords=(SEALED.keywords[0], relation, SEALED.keywords[2]))
    assert codes(rubric) == []


def test_a_rubric_without_demands_needs_none():
    points = tuple(replace(one, demand=None) for one in (SEALED, LAKES, DRAINS))
    rubric = flood_rubric(demands=(), dimensions=(Dimension(id="all", title="All", points=points),))
    assert codes(rubric) == []


def test_every_check_has_a_docstring_that_begins_with_its_code():
    assert [check.__name__ for check in CHECKS if check.__doc__[3:5] != ": "] == []
    numbers = [check.__doc__[:3] for check in CHECKS]
    assert len(set(numbers)) == len(numbers)
