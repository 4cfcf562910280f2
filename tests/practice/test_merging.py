import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.merging import find_hunks, merge, shared_text, split_tokens
from tests.javascript import call_js

VECTORS = json.loads(Path(__file__).parents[1].joinpath("merge_vectors.json").read_text("utf-8"))

words = st.sampled_from("India trust the mineral - ** supply भारत 👍".split())
blanks = st.sampled_from([" ", "\n", "\t", "  "])
prose = st.lists(st.tuples(words, blanks), max_size=12).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_merge_gives_what_the_shared_table_says(vector):
    assert merge(vector["base"], vector["ours"], vector["theirs"]) == vector["merged"]


def test_the_page_merges_as_the_server_does():
    calls = [[vector["base"], vector["ours"], vector["theirs"]] for vector in VECTORS]
    assert call_js(("merging",), "merge", calls) == [vector["merged"] for vector in VECTORS]


@given(prose, prose)
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(base, other):
    assert merge(base, other, base) == other
    assert merge(base, base, other) == other
    assert merge(base, other, other) == other


@given(prose, prose, prose)
def test_every_new_word_of_either_side_survives(base, ours, theirs):
    merged = Counter(merge(base, ours, theirs).split())
    for side in (ours, theirs):
        new = {word: n for word, n in Counter(side.split()).items() if word not in base.split()}
        assert all(merged[word] >= n for word, n in new.items())


@given(prose, prose, prose)
def test_a_word_that_both_kept_is_kept(base, ours, theirs):
    kept = Counter(base.split()) & Counter(ours.split()) & Counter(theirs.split())
    if base.split() == ours.split():
        assert kept <= Counter(merge(base, ours, theirs).split())


@given(st.text("ab \n\t", max_size=12), st.text("ab \n\t", max_size=12))
def test_hunks_turn_one_text_into_the_other(base, other):
    tokens = split_tokens(base)
    made, done = [], 0
    for hunk in find_hunks(tokens, split_tokens(other)):
        made += [*tokens[done : hunk.start], *hunk.tokens]
        done = hunk.end
    assert "".join([*made, *tokens[done:]]) == other


@given(prose, prose)
def test_without_a_base_nothing_of_either_text_is_lost(ours, theirs):
    merged = Counter(merge(shared_text(ours, theirs), ours, theirs).split())
    assert Counter(ours.split()) | Counter(theirs.split()) <= merged


def test_twenty_thousand_words_merge_within_a_second():
    base = " ".join(f"word{n}" for n in range(20_000))
    ours = base.replace("word100 ", "mine ")
    theirs = base.replace("word19000 ", "yours ")
    assert merge(base, ours, theirs) == ours.replace("word19000 ", "yours ")
