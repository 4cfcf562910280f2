"""How many words stand in long enumerations."""

from __future__ import annotations

import pytest

from scorer.enumerations import enumerated_tokens
from scorer.phrases import PhraseIndex
from scorer.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("Lakes, ponds, tanks, wells, rivers", 0, id="an example of five"),
        pytest.param("Lakes, ponds, tanks, wells, rivers, wetlands", 6, id="six items"),
        pytest.param(
            "Lakes and ponds with tanks, wells, rivers or wetlands", 6, id="tied by words"
        ),
        pytest.param("Lakes/ponds/tanks/wells: rivers (wetlands)", 6, id="by other signs"),
        pytest.param("Lakes. Ponds. Tanks. Wells. Rivers. Wetlands.", 0, id="sentences"),
        pytest.param("- lakes\n- ponds\n- tanks\n- wells\n- rivers\n- bogs", 0, id="bullets"),
        pytest.param(
            "A drain, a lake, a tank, and then the long street that floods, a pond, a well",
            0,
            id="cut in two by a statement",
        ),
        pytest.param("Lakes, 1,200 ponds, tanks, wells, rivers, bogs", 7, id="a number"),
    ],
)
def test_only_many_short_items_in_a_row_count(text, expected):
    assert enumerated_tokens(read_text(text, PhraseIndex([]))) == expected
