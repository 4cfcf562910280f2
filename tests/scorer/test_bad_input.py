"""Whatever is handed in, a report comes back."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scorer.loading import load_rubric
from scorer.scoring import score_answer
from tests.scorer.samples import flood_rubric

FLOODS = flood_rubric()
BANK = load_rubric("china-dependence")
MEGABYTE = 1_000_000
DEVANAGARI = "शहरों में बाढ़ आती है क्योंकि झीलें भर दी गई हैं (storm water drains)।"
ARABIC = "\u200fتغمر المياه المدن لأن البحيرات رُدمت\u200f"

STRANGE = {
    "empty": "",
    "white space": " \t\n\r\v\f\u00a0\u2003\u2028 ",
    "one word": "Drains",
    "one letter": "a",
    "a figure": "7",
    "only punctuation": "… — !? () «» -- ;;; ...",
    "a per cent sign": "% % %",
    "NUL": "\0 All \0\0 is \0 well.",
    "emoji": "👍 👩‍🚀 🇮🇳 drains 🌊",
    "right-to-left": ARABIC,
    "Devanagari": DEVANAGARI,
    "Chinese": "重要矿产。下水道。",
    "unpaired surrogates": "\ud800 drains \udfff " * 60,
    "combining marks": "d\u0301r\u0301a\u0301ins " * 60,
    "zero width": "dr\u200bains\ufeff " * 60,
    "HTML": "<script>alert('drains')</script>",
    "control characters": "\x07\x1b[31mdrains\x1b[0m\x7f",
    "old line ends": "Drains.\rLakes.\r\nCement.\x85",
    "compatibility characters": "ﷺ ﬁ Ⅳ ½ ² ŉ ǆ",
}

LARGE = {
    "white space": " " * MEGABYTE,
    "empty lines": "\n" * MEGABYTE,
    "one word": "a" * MEGABYTE,
    "words": "drains " * (MEGABYTE // 7),
    "lines": "Drains:\n" * (MEGABYTE // 8),
    "words joined by hyphens": "US-" * (MEGABYTE // 3),
    "full stops": "." * MEGABYTE + "x",
    "digits": "Bengaluru is built-up: " + "1" * MEGABYTE,
    "commas in a figure": "Bengaluru is built-up: " + "1," * (MEGABYTE // 2),
    "bullets": "*" * MEGABYTE,
    "emoji": "👍" * (MEGABYTE // 4),
    "Devanagari": DEVANAGARI * (MEGABYTE // 200),
    "answer after white space": " " * MEGABYTE + FLOODS.plain_answer,
}
SECONDS = 15
"""Far more than any of them takes, and far less than a quadratic step would."""


def named(texts):
    return [pytest.param(text, id=name) for name, text in texts.items()]


@pytest.mark.parametrize("rubric", [FLOODS, BANK], ids=["small", "bank"])
@pytest.mark.parametrize("answer", named(STRANGE))
def test_a_strange_answer_gets_a_report(answer, rubric):
    report = score_answer(answer, rubric)
    assert report.marks <= 0.5
    assert len(report.points) == len(rubric.points)
    assert json.dumps(report.to_dict())


@pytest.mark.parametrize("rubric", [FLOODS, BANK], ids=["small", "bank"])
@pytest.mark.parametrize("answer", named(LARGE))
def test_a_megabyte_gets_a_report_in_time(answer, rubric):
    start = time.perf_counter()
    report = score_answer(answer, rubric)
    assert time.perf_counter() - start < SECONDS
    assert 0 <= report.marks <= report.max_marks


def test_an_answer_is_found_behind_white_space():
    bare = score_answer(FLOODS.plain_answer, FLOODS)
    behind = score_answer(LARGE["answer after white space"], FLOODS)
    assert [point.coverage for point in behind.points] == [point.coverage for point in bare.points]


@pytest.mark.parametrize(
    ("answer", "foreign"),
    [
        pytest.param(DEVANAGARI, True, id="Devanagari with English terms in brackets"),
        pytest.param(ARABIC, True, id="right-to-left"),
        pytest.param("重要矿产", True, id="Chinese"),
        pytest.param("Drains, in Hindi नाले, are full of silt.", False, id="a word in Hindi"),
        pytest.param("naïve façade œuvre", False, id="accents"),
        pytest.param("Drains 👍👍👍👍👍👍", False, id="emoji"),
        pytest.param("१२३ 70%", False, id="digits of another script"),
    ],
)
def test_an_answer_in_another_script_is_told_that_english_is_marked(answer, foreign):
    codes = [advisory.code for advisory in score_answer(answer, FLOODS).advisories]
    assert ("another_script" in codes) is foreign


def test_what_was_not_read_is_said():
    (note,) = [
        advisory
        for advisory in score_answer(DEVANAGARI, FLOODS).advisories
        if advisory.code == "another_script"
    ]
    assert "English only" in note.message


@given(st.text(st.characters(), max_size=400))
@example("'s n't U.S. Per-Cent %")
@example("1.\n(a)\n-\n*")
def test_no_text_raises(answer):
    assert score_answer(answer, BANK).max_marks == BANK.max_marks
