"""Several ways to write a term in one."""

from __future__ import annotations

import pytest

from scorer.alternatives import expand_alternatives
from scorer.rubric import KeywordGroup


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        pytest.param("storm water", ["storm water"], id="one way"),
        pytest.param("@rain", ["@rain"], id="a term"),
        pytest.param("drain|sewer", ["drain", "sewer"], id="one word"),
        pytest.param(
            "clear|clean the drains|sewers",
            ["clear the drains", "clear the sewers", "clean the drains", "clean the sewers"],
            id="two words, each with each",
        ),
    ],
)
def test_every_way_to_write_an_alternative(alias, expected):
    assert list(expand_alternatives(alias)) == expected


def test_a_group_is_named_by_the_first_way_to_write_its_first_alternative():
    assert KeywordGroup(any=("clear|clean drains", "desilt")).name == "clear drains"
