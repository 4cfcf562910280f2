"""Words, tokens, stems and sentences of a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.text import (
    clean_text,
    count_words,
    negator_stems,
    split_sentences,
    stem,
    stop_stems,
    tokenize,
)

VECTORS = json.loads((Path(__file__).parents[1] / "word_vectors.json").read_text("utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: repr(vector["text"]))
def test_a_word_is_a_run_between_white_space_with_a_letter_or_digit(vector):
    """The browser's editor counts the same table."""
    assert count_words(vector["text"]) == vector["words"]


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        pytest.param("plain", "plain", id="nothing to do"),
        pytest.param("one\r\ntwo\rthree\n", "one\ntwo\rthree\n", id="only CRLF becomes LF"),
        pytest.param("a\x00b", "a\ufffdb", id="NUL"),
        pytest.param("a\ud83db\udc00", "a\ufffdb\ufffd", id="unpaired surrogates"),
        pytest.param(" \ttabs, ﬁ, é ", " \ttabs, ﬁ, é ", id="nothing is trimmed or normalised"),
    ],
)
def test_text_is_stored_as_it_was_written(text, stored):
    assert clean_text(text) == stored


@given(st.text(st.characters()))
def test_what_is_stored_can_be_encoded_and_is_stored_once(text):
    stored = clean_text(text)
    stored.encode()
    assert clean_text(stored) == stored
    assert "\x00" not in stored


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Rain falls.", ["rain", "falls"], id="lower case"),
        pytest.param("self-reliance", ["self", "reliance"], id="a hyphen separates"),
        pytest.param("India's ministers' cars", ["india", "ministers", "cars"], id="possessives"),
        pytest.param(
            "it isn't, it can’t, won't",
            ["it", "is", "not", "it", "can", "not", "will", "not"],
            id="contractions are two words",
        ),
        pytest.param(
            "U.S. and U.K. firms", ["us", "and", "uk", "firms"], id="dotted abbreviations"
        ),
        pytest.param("70%, 70 per cent, 70 percent", ["70", "percent"] * 3, id="per cent signs"),
        pytest.param("Rs 16,300.50 crore", ["rs", "16300.50", "crore"], id="grouped figures"),
        pytest.param("2024-31", ["2024", "31"], id="year ranges"),
        pytest.param("ﬁnance Ⅳ", ["finance", "iv"], id="compatibility characters"),
        pytest.param("snake_case", ["snake", "case"], id="an underscore is no letter"),
        pytest.param("… — !? ()", [], id="only punctuation"),
    ],
)
def test_a_text_is_split_into_words(text, words):
    assert [token.word for token in tokenize(text)] == words


def test_both_halves_of_a_contraction_know_their_place():
    one, two = tokenize("isn't")
    assert (one.start, one.end, two.start, two.end) == (0, 2, 2, 5)


@pytest.mark.parametrize(
    ("word", "capitals"),
    [
        *(pytest.param(word, True, id=word) for word in ("MSP", "U.S.", "MSPs", "MSP's", "MSPs'")),
        *(pytest.param(word, False, id=word) for word in ("Msp", "I", "msp", "Is", "2024")),
    ],
)
def test_abbreviations_are_known_by_their_capitals(word, capitals):
    assert tokenize(word)[0].capitals is capitals


@given(st.text(st.characters()))
def test_tokens_follow_each_other_inside_the_text(text):
    tokens = tokenize(text)
    places = [place for token in tokens for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(token.word and token.stem for token in tokens)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("diversifies", "diversifying", id="endings"),
        pytest.param("localisation", "localization", id="British and American"),
        pytest.param("defence", "defense", id="c and s"),
        pytest.param("programmes", "program", id="spelling and ending"),
        pytest.param("seven", "7", id="number words"),
        pytest.param("seventy", "70", id="tens"),
    ],
)
def test_variants_of_a_word_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("important", "import"), ("rarely", "rare"), ("university", "universal"), ("70", "700")],
)
def test_words_that_only_look_alike_do_not(one, other):
    assert stem(one) != stem(other)


def test_words_that_negate_are_not_function_words():
    assert {"not", "without", "never"} <= negator_stems()
    assert {"the", "of", "is"} <= stop_stems()
    assert stop_stems().isdisjoint(negator_stems())


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\n ", [], id="white space"),
        pytest.param("One. Two? Three!", ["One.", "Two?", "Three!"], id="three stops"),
        pytest.param('He said "no." Then left.', ['He said "no."', "Then left."], id="a quotation"),
        pytest.param("First; second", ["First;", "second"], id="a semicolon"),
        pytest.param("Heading\n- one\n* two", ["Heading", "one", "two"], id="lines and bullets"),
        pytest.param(
            "1. Mines\n(ii) Plants\nb) Ports", ["Mines", "Plants", "Ports"], id="numbering"
        ),
        pytest.param("Rs. 300 crore. Done.", ["Rs. 300 crore.", "Done."], id="an abbreviation"),
        pytest.param("The U.S. gains. So do we.", ["The U.S. gains.", "So do we."], id="U.S."),
        pytest.param("About 1.5 per cent. Yes.", ["About 1.5 per cent.", "Yes."], id="a decimal"),
        pytest.param("e.g. lithium, i.e. Li.", ["e.g. lithium, i.e. Li."], id="Latin"),
        pytest.param("...\n***\nend", ["end"], id="lines without words"),
        pytest.param("Trailing dots... and on.", ["Trailing dots...", "and on."], id="an ellipsis"),
        pytest.param(". . . end.", ["end."], id="stops without words"),
    ],
)
def test_a_text_is_split_into_sentences_and_lines(text, sentences):
    assert [text[slice(*span)] for span in split_sentences(text)] == sentences


@given(st.text(st.characters()))
def test_sentences_follow_each_other_inside_the_text(text):
    spans = split_sentences(text)
    places = [place for span in spans for place in span]
    assert places == sorted(places)
    assert all(any(map(str.isalnum, text[slice(*span)])) for span in spans)


@given(st.text("w .?!;\n-*1)"))
def test_no_word_is_lost_between_sentences(text):
    """Bullets and numbers of items are left out, words never."""
    assert sum(text[slice(*span)].count("w") for span in split_sentences(text)) == text.count("w")
