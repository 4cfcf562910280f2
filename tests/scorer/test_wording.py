"""Words as people put them: in sentences, in notes, or in no order at all."""

from __future__ import annotations

import pytest

from scorer.text import tokenize
from scorer.wording import is_list, is_scrambled, lacks_glue

PROSE = (
    "Cities flood because the ground is paved and the rain has nowhere to go. The lakes that "
    "held the water have been filled, and the drains are full of silt and plastic."
)
NOTES = (
    "Causes:\n- paved ground sheds the rain\n- lakes filled for housing, water has no place\n"
    "- drains choked with plastic, never cleared before the monsoon\n"
    "Measures: clear the drains in May; keep wetlands free of building."
)
KEYWORDS = (
    "paving, lakes, wetlands, drains, silt, plastic, monsoon, runoff, encroachment, desilting, "
    "tanks, sewers, cement, concrete, housing, cloudburst, storm water, soil, ponds, urban flood, "
    "garbage, sponge city, master plan, warning, pumps"
)
BAG = KEYWORDS.replace(",", "")
SCRAMBLED = (
    "Of the is ground flood paved because cities and. The of lakes the, have filled to been the by "
    "water held. And of silt the drains are, plastic the of and full are by a the with to of."
)


def words(text):
    return [token.word for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(PROSE, False, id="prose"),
        pytest.param(NOTES, False, id="notes in bullets"),
        pytest.param(KEYWORDS, True, id="keywords between commas"),
        pytest.param(BAG, True, id="keywords without commas"),
        pytest.param("of it. the. is. and a. " * 8, True, id="hardly two words to a stop"),
        pytest.param("Lakes, drains, silt", False, id="too few words to tell"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_a_list_is_not_an_answer(text, expected):
    assert is_list(words(text), text) is expected


@pytest.mark.parametrize(("text", "expected"), [(PROSE, False), (NOTES, False), (BAG, True)])
def test_sentences_have_words_that_tie_others_together(text, expected):
    assert lacks_glue(words(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(PROSE, False, id="prose"),
        pytest.param(NOTES, False, id="notes in bullets"),
        pytest.param(SCRAMBLED, True, id="shuffled words"),
        pytest.param(
            "Limits: - - of for trade. - - Delay to of gains - - fund.", True, id="shuffled bullets"
        ),
        pytest.param(
            "By May the plan lacks the will to act, and lack of will is worse than lack of money.",
            False,
            id="auxiliaries that are nouns",
        ),
        pytest.param(
            "It is a help to, not a cure for, the city, and a call for, and an answer to, action.",
            False,
            id="prepositions that wait for their noun",
        ),
        pytest.param("Of the of.", False, id="one slip is a slip"),
        pytest.param(
            "It rains on the. It stays by a, and goes to the.",
            True,
            id="sentences that end in an article",
        ),
        pytest.param("", False, id="nothing"),
    ],
)
def test_words_in_no_order_are_not_sentences(text, expected):
    assert is_scrambled(words(text), text) is expected
