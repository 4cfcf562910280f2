import json
from pathlib import Path
from unicodedata import ucd_3_2_0

import pytest

from scorer.text import count_words
from tests.javascript import call_js

VECTORS = json.loads(Path(__file__).parents[1].joinpath("word_vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"]))
def test_the_scorer_counts_what_the_table_says(vector):
    assert count_words(vector["text"]) == vector["words"]


def test_the_editor_counts_as_the_scorer_does():
    counts = call_js(("words",), "countWords", [[vector["text"]] for vector in VECTORS])
    assert counts == [vector["words"] for vector in VECTORS]


def test_every_letter_digit_and_blank_up_to_kana_is_judged_alike():
    # Those of Unicode 3.2: newer letters are blanks to whoever has older tables.
    characters = [chr(code) for code in range(0x3100) if ucd_3_2_0.category(chr(code)) != "Cn"]
    texts = [f"a{character}b" for character in characters] + characters
    counts = call_js(("words",), "countWords", [[text] for text in texts])
    differing = [
        hex(ord(text.strip("ab") or "a"))
        for text, count in zip(texts, counts, strict=True)
        if count != count_words(text)
    ]
    assert not differing


@pytest.mark.parametrize(
    ("words", "name"),
    [(0, "under"), (134, "under"), (135, "near"), (149, "near"), (150, "full"), (164, "full"),
     (165, "over")],
)  # fmt: skip
def test_colour_and_text_change_at_90_100_and_110_per_cent(words, name):
    (state,) = call_js(("words",), "lengthState", [[words, 150]])
    assert state["name"] == name


def test_the_gauge_finds_introduction_body_and_conclusion():
    text = "Intro of four words.\n\n- First point\n- Second point\n\nThus ends it."
    (parts,) = call_js(("words",), "structureOf", [[text]])
    assert parts == {"introduction": 4, "body": 4, "conclusion": 3}
