"""What ``import scorer`` gives."""

from __future__ import annotations

import pytest

import scorer


@pytest.mark.parametrize("name", scorer.__all__)
def test_every_public_name_is_there(name):
    assert getattr(scorer, name).__doc__
    assert name in dir(scorer)


def test_other_names_are_not():
    with pytest.raises(AttributeError, match="no attribute 'score'"):
        scorer.score  # noqa: B018 -- asking for it is the test
