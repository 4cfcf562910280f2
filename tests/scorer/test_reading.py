"""A text read once: tokens, sentences, windows, concepts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorer.concepts import concept_index
from scorer.lexicon import Lexicon, Term
from scorer.phrases import PhraseIndex
from scorer.reading import PAIR_TOKENS, SENTENCE_TOKENS, read_text

CONCEPTS = PhraseIndex([("@rain", "heavy rain"), ("@rain", "cloudburst"), ("@drain", "drain")])


def read(text):
    return read_text(text, CONCEPTS)


def quotes(reading, spans) -> list[str]:
    return [reading.evidence(span).text for span in spans]


def test_windows_are_sentences_and_then_pairs_of_neighbours():
    reading = read("Rain falls. It stays. It stinks.")
    assert quotes(reading, reading.sentences) == ["Rain falls", "It stays", "It stinks"]
    assert quotes(reading, reading.windows[3:]) == ["Rain falls. It stays", "It stays. It stinks"]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("- Rain falls on the hills\n- Drains are choked with silt", 0, id="bullets"),
        pytest.param("What is wrong with our drains:\n- silt", 1, id="a line with a colon"),
        pytest.param("State of drains\n- silt", 1, id="a short line"),
    ],
)
def test_lines_are_read_together_only_below_a_heading(text, pairs):
    reading = read(text)
    assert len(reading.windows) - len(reading.sentences) == pairs


def test_long_neighbours_are_not_read_together():
    long = "word " * (PAIR_TOKENS - 1)
    assert len(read(f"{long}. One.").windows) == 3
    assert len(read(f"{long}. One two.").windows) == 2


@pytest.mark.parametrize(
    ("words", "pieces"),
    [(1, 1), (SENTENCE_TOKENS, 1), (SENTENCE_TOKENS + 1, 2), (3 * SENTENCE_TOKENS, 3)],
)
def test_a_sentence_without_end_is_read_in_even_pieces(words, pieces):
    lengths = [end - start for start, end in read("word " * words).sentences]
    assert len(lengths) == pieces
    assert sum(lengths) == words
    assert max(lengths) - min(lengths) <= 1


@pytest.mark.parametrize(
    ("text", "features"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("Drains overflow", ["@drain", "overflow"], id="a concept and a stem"),
        pytest.param("heavy rain, heavy load", ["@rain", "heavi", "load"], id="several words"),
        pytest.param("A cloudburst", ["a", "@rain"], id="another form of the concept"),
    ],
)
def test_units_are_concepts_and_the_stems_between_them(text, features):
    assert [unit.feature for unit in read(text).units] == features


def test_evidence_quotes_the_text():
    reading = read("(a) Lakes shrink.\n(b) Ponds dry.")
    evidence = reading.evidence(reading.sentences[1])
    assert reading.text[evidence.start : evidence.end] == evidence.text == "Ponds dry"


def test_a_text_without_words_has_no_windows():
    assert read("% … !").windows == ()


def test_gaps_are_what_stands_before_each_token():
    assert read("(A pond), dry.").gaps == ["", " ", "), "]
    assert read("").gaps == []


def test_windows_are_told_by_what_they_hold():
    reading = read("Heavy rain falls. It stays. It stinks.")
    assert [reading.windows_with(hit) for hit in reading.hits] == [0b01001]


@pytest.mark.parametrize(
    ("window", "near"),
    [
        pytest.param(0, "One. Two", id="the first sentence"),
        pytest.param(1, "One. Two. Three", id="one in the middle"),
        pytest.param(3, "Three. Four", id="the last"),
        pytest.param(5, "One. Two. Three. Four", id="a pair"),
    ],
)
def test_neighbours_are_the_sentences_beside_a_window(window, near):
    reading = read("One. Two. Three. Four.")
    assert quotes(reading, [reading.with_neighbours(reading.windows[window])]) == [near]


@given(st.text("Ab .\n%"))
def test_sentences_follow_each_other(text):
    reading = read(text)
    places = [place for span in reading.sentences for place in span]
    assert places == sorted(places)
    assert all(start < end for start, end in reading.windows)


def test_a_topics_own_term_and_the_relations_of_english_are_concepts():
    index = concept_index(Lexicon(id="l", terms=(Term(id="paving", forms=("paved",)),)))
    keys = {hit.key for hit in index.find(read("Paved roads reduce soaking").tokens)}
    assert keys == {"@paving", "@reduce"}


def test_concepts_leave_no_room_for_other_words():
    index = concept_index(Lexicon(id="l", terms=(Term(id="storm", forms=("storm water",)),)))
    assert list(index.find(read("storm fed water").tokens)) == []
