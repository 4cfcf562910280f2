import json
from pathlib import Path
from unicodedata import ucd_3_2_0

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorer.text import count_words
from tests.javascript import call_js

VECTORS = json.loads(Path(__file__).parents[1].joinpath("word_vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: ascii(vector["text"]))
def test_the_scorer_counts_what_the_table_says(vector):
    assert count_words(vector["text"]) == vector["words"]


def test_the_editor_counts_as_the_scorer_does():
    counts = call_js(("splicing", "words"), "countWords", [[vector["text"]] for vector in VECTORS])
    assert counts == [vector["words"] for vector in VECTORS]


def test_every_letter_digit_and_blank_up_to_kana_is_judged_alike():
    # Those of Unicode 3.2: newer letters are blanks to whoever has older tables.
    characters = [chr(code) for code in range(0x3100) if ucd_3_2_0.category(chr(code)) != "Cn"]
    texts = [f"a{character}b" for character in characters] + characters
    counts = call_js(("splicing", "words"), "countWords", [[text] for text in texts])
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
    (state,) = call_js(("splicing", "words"), "lengthState", [[words, 150]])
    assert state["name"] == name


COUNTED = """(texts) => {
  const counter = new StructureCounter()
  return texts.map((text) => counter.count(text))
}"""


def count_one_after_another(*texts):
    (parts,) = call_js(("splicing", "words"), COUNTED, [[list(texts)]])
    return parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", (0, 0, 0)),
        ("Intro of four words.\n\n- First point\n- Second point\n\nThus ends it.", (4, 4, 3)),
        ("\n\n One two.\n--\nThree.\n\n", (2, 1, 0)),
        ("One.\nTwo.\n- Three\n", (1, 2, 0)),
        ("One.\nTwo.\n---\nThree four.", (1, 1, 2)),
    ],
)
def test_the_gauge_finds_introduction_body_and_conclusion(text, parts):
    (found,) = count_one_after_another(text)
    assert (found["introduction"], found["body"], found["conclusion"]) == parts
    assert found["words"] == sum(parts)


pieces = st.text(st.sampled_from("a b\n\u2009-👍é1"), max_size=8)


@settings(max_examples=15, deadline=None)
@given(st.lists(pieces, min_size=20, max_size=40))
def test_a_count_kept_up_to_date_is_the_count_from_scratch(texts):
    counts = [parts["words"] for parts in count_one_after_another(*texts)]
    assert counts == [count_words(text) for text in texts]
