"""How an answer is built: its parts are found without being named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.composition import describe_structure
from scorer.text import count_words

OPENING = "Cities flood more often."
BODY = "Paved ground sheds water at once, and the lakes that stored it have been built over."
MORE = "Drains are choked with silt and plastic, and nobody clears them before the rains come."
CLOSING = "On balance, plans matter more than pumps."


def text(*paragraphs):
    return "\n\n".join(paragraphs)


@pytest.mark.parametrize(
    ("answer", "introduction", "conclusion"),
    [
        pytest.param("", 0, 0, id="nothing"),
        pytest.param(" \n \n", 0, 0, id="white space"),
        pytest.param(BODY, 0, 0, id="one paragraph is all body"),
        pytest.param(text(OPENING, BODY, MORE, CLOSING), 4, 7, id="all three parts"),
        pytest.param(text(BODY, MORE, CLOSING), 0, 7, id="no introduction"),
        pytest.param(text(OPENING, BODY, MORE), 4, 0, id="a long last paragraph is body"),
        pytest.param(text(f"- {OPENING}", BODY, MORE), 0, 0, id="a bullet introduces nothing"),
        pytest.param(text(OPENING, BODY, f"- {MORE[:40]}"), 4, 0, id="a bullet concludes nothing"),
        pytest.param(
            text(OPENING, BODY, MORE, f"- {CLOSING}"), 4, 7, id="unless it announces a judgement"
        ),
        pytest.param(text(OPENING, BODY, MORE, "So plan."), 4, 2, id="no cue is needed"),
    ],
)
def test_the_parts_of_an_answer_are_found(answer, introduction, conclusion):
    structure = describe_structure(answer)
    assert structure.introduction_words == introduction
    assert structure.conclusion_words == conclusion


def test_the_conclusion_is_known_by_its_place():
    answer = text(OPENING, BODY, MORE, CLOSING)
    assert answer[describe_structure(answer).conclusion_start :] == CLOSING
    assert describe_structure(BODY).conclusion_start is None


@pytest.mark.parametrize(
    ("answer", "bullets", "headings"),
    [
        pytest.param("- one\n* two\n• three\n– four", 4, 0, id="bullets"),
        pytest.param("1. one\n2) two\n(a) three\niv. four", 4, 0, id="numbers and letters"),
        pytest.param("# One\n**Two**\n**Three**:\nFour:", 0, 4, id="headings"),
        pytest.param("One: two\nThree.\n-4 per cent", 0, 0, id="plain lines"),
    ],
)
def test_layout_is_counted(answer, bullets, headings):
    structure = describe_structure(answer)
    assert (structure.bullets, structure.headings) == (bullets, headings)


def test_paragraphs_are_lines_with_words():
    assert describe_structure("one\n\n***\ntwo\n").paragraphs == 2


@given(st.text("aB -*.\n1:#"))
def test_the_parts_add_up_to_the_answer(answer):
    structure = describe_structure(answer)
    parts = (structure.introduction_words, structure.body_words, structure.conclusion_words)
    assert sum(parts) == count_words(answer)
    assert min(parts) >= 0
