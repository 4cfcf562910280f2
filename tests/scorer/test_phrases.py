"""Many phrases found in a text at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.phrases import Hit, PhraseIndex, longest
from scorer.text import tokenize


def found(phrases, text, **options) -> list[Hit]:
    index = PhraseIndex(((phrase, phrase) for phrase in phrases), **options)
    return list(index.find(tokenize(text)))


@pytest.mark.parametrize(
    ("phrase", "text", "places"),
    [
        pytest.param("lake", "Lakes shrink; one lake stays", [(0, 1), (3, 4)], id="on stems"),
        pytest.param("storm water", "the storm water drain", [(1, 3)], id="in order"),
        pytest.param("storm water", "water in a storm", [], id="not in another order"),
        pytest.param("storm water", "storm-fed water", [(0, 3)], id="one word in between"),
        pytest.param("storm water", "storm fed by water", [], id="not two"),
        pytest.param("storm water drain", "storm water", [], id="not a part of it"),
        pytest.param("storm storm", "storm storm storm", [(0, 2), (1, 3)], id="overlapping"),
        pytest.param("US", "the US and us", [(1, 2)], id="capitals match capitals"),
        pytest.param("us", "the US and us", [(1, 2), (3, 4)], id="small letters match both"),
        pytest.param("EV", "EVs, EV's and evs", [(0, 1), (1, 2)], id="capitals with an ending"),
        pytest.param("EVs", "EVs and evs", [(0, 1), (2, 3)], id="an ending is no capital"),
        pytest.param("US firms", "US Firms, us firms", [(0, 2)], id="capitals inside a phrase"),
        pytest.param("70 per cent", "seventy percent, 70%", [(0, 2), (2, 4)], id="figures"),
        pytest.param("...", "... nothing", [], id="a phrase without words"),
    ],
)
def test_a_phrase_is_found_where_it_stands(phrase, text, places):
    assert [(hit.first, hit.last) for hit in found([phrase], text)] == places


def test_filler_words_can_be_forbidden():
    assert found(["storm water"], "storm fed water", filler=0) == []


def test_phrases_may_share_a_key():
    index = PhraseIndex([("@us", "US"), ("@us", "Washington")])
    assert [hit.key for hit in index.find(tokenize("Washington: the US"))] == ["@us", "@us"]


def test_longer_hits_win_over_those_they_overlap():
    hits = found(["rare earth", "earth", "rare", "earth magnet plant"], "rare earth magnet plant")
    assert longest(hits) == [Hit("rare", 0, 1), Hit("earth magnet plant", 1, 4)]


def test_of_two_equal_hits_one_remains():
    assert longest([Hit("b", 0, 1), Hit("a", 0, 1)]) == [Hit("a", 0, 1)]


HITS = st.builds(
    lambda key, first, length: Hit(key, first, first + length),
    st.sampled_from("ab"),
    st.integers(0, 20),
    st.integers(1, 4),
)


@given(st.lists(HITS))
def test_the_longest_hits_do_not_overlap_and_leave_no_room_for_another(hits):
    kept = longest(hits)
    places = [place for hit in kept for place in range(hit.first, hit.last)]
    assert len(places) == len(set(places))
    assert all(not set(places).isdisjoint(range(hit.first, hit.last)) for hit in hits)
