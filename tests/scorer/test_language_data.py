"""The scorer's English, and the thesauri and sources of the topics: what they promise."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter, itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from scorer.phrases import compared_stems
from scorer.text import stem, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).parents[2]
ENGLISH_FILE = ROOT / "scorer/english.yaml"
ENGLISH = yaml.safe_load(ENGLISH_FILE.read_text("utf-8"))
LEXICONS = sorted((ROOT / "rubrics").glob("*.lexicon.yaml"))
SOURCES = sorted((ROOT / "rubrics").glob("*.sources.yaml"))
each_lexicon = pytest.mark.parametrize("path", LEXICONS, ids=attrgetter("name"))
each_source_list = pytest.mark.parametrize("path", SOURCES, ids=attrgetter("name"))
WORD_LISTS = (
    "burdens negators hypotheses after_cues before_cues criticism judgement_cues stop_words"
).split()
RUBRIC_FAMILIES = (  # promised by docs/writing-a-rubric.md
    "reduce increase secure enable fund build share join diversify lack block leave depend lead"
).split()
PLACEHOLDER = "an empty value, or a word that YAML 1.1 takes for something else: quote it"


def load(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return data


def stems(form: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokenize(form))


def repeated(items: Iterable[object]) -> list[object]:
    return [item for item, count in Counter(items).items() if count > 1]


def leaves(node: object) -> Iterator[object]:
    """Yield every value of a YAML document; an empty list or mapping yields None."""
    children = list(node.values()) if isinstance(node, dict) else node
    if not isinstance(children, list):
        yield node
    elif not children:
        yield None
    else:
        for child in children:
            yield from leaves(child)


def shared_forms(groups: Iterable[dict[str, Any]]) -> dict[object, set[str]]:
    """Return the forms that stand in more than one group, with the groups' ids."""
    owners: dict[object, set[str]] = {}
    for group in groups:
        for form in group["forms"]:
            owners.setdefault(compared_stems(form), set()).add(group["id"])
    return {form: ids for form, ids in owners.items() if len(ids) > 1}


def keys(node: object) -> Iterator[object]:
    if isinstance(node, dict):
        yield from node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from keys(child)


@pytest.mark.parametrize("path", [ENGLISH_FILE, *LEXICONS, *SOURCES], ids=attrgetter("name"))
def test_every_value_is_a_word_or_a_number_that_means_itself(path):
    """Unquoted ``no``, ``on`` and dates would turn into booleans and dates."""
    data = load(path)
    strange = [leaf for leaf in leaves(data) if type(leaf) not in (str, int) or leaf == ""]
    assert not strange, PLACEHOLDER
    assert all(type(key) is str for key in keys(data)), PLACEHOLDER


def test_relation_families_are_complete():
    families = ENGLISH["relations"]
    assert {family["direction"] for family in families} == {"up", "down", "none"}
    assert not repeated(family["id"] for family in families)
    assert set(RUBRIC_FAMILIES) <= {family["id"] for family in families}


@pytest.mark.parametrize("family", ENGLISH["relations"], ids=itemgetter("id"))
def test_a_family_says_each_form_once(family):
    assert len(family["forms"]) >= 8
    assert not repeated(compared_stems(form) for form in family["forms"])


def test_no_form_stands_in_two_families():
    assert shared_forms(ENGLISH["relations"]) == {}


def test_opposed_verbs_have_opposed_directions():
    direction = {family["id"]: family["direction"] for family in ENGLISH["relations"]}
    opposed = [("increase", "reduce"), ("tighten", "ease"), ("join", "leave"), ("enable", "block")]
    opposed += [("build", "close"), ("strengthen", "weaken"), ("acquire", "lose")]
    assert [(direction[one], direction[two]) for one, two in opposed] == [("up", "down")] * 7


@pytest.mark.parametrize("name", WORD_LISTS)
def test_a_word_list_says_each_word_once(name):
    assert ENGLISH[name]
    assert not repeated(ENGLISH[name])


def test_burdens_are_said_once_whatever_their_ending():
    assert not repeated(stems(word) for word in ENGLISH["burdens"])


def test_negators_are_neither_stop_words_nor_content_words():
    """Negators are found by stem: *rarely* must not make *rare* earths negative."""
    assert not set(ENGLISH["negators"]) & set(ENGLISH["stop_words"])
    innocent = ["rare", "hard", "scarce", "bare", "note", "known", "norm", "notion", "nation"]
    assert not {stem(word) for word in ENGLISH["negators"]} & {stem(word) for word in innocent}


def test_negating_phrases_say_which_side_they_negate():
    phrases = ENGLISH["negating_phrases"]
    assert {entry["scope"] for entry in phrases} == {
        "before",
        "after",
        "phrase",
        "condition",
        "whole",
    }
    assert not repeated(compared_stems(entry["phrase"]) for entry in phrases)


def test_a_negating_phrase_is_no_relation():
    families = {compared_stems(form) for family in ENGLISH["relations"] for form in family["forms"]}
    assert not families & {compared_stems(entry["phrase"]) for entry in ENGLISH["negating_phrases"]}


def test_clause_breakers_are_single_words_and_marks():
    breakers = ENGLISH["clause_breakers"]
    assert all(word.isalpha() for word in breakers["words"])
    assert all(len(mark) == 1 and not mark.isalnum() for mark in breakers["marks"])
    assert not repeated(breakers["words"])
    assert not repeated(breakers["marks"])


def test_order_cues_point_one_way():
    assert not set(ENGLISH["after_cues"]) & set(ENGLISH["before_cues"])


def test_number_words_are_whole_numbers():
    assert all(type(value) is int for value in ENGLISH["number_words"].values())


def test_a_spelling_is_folded_once_and_in_one_step():
    american = [pair["american"] for pair in ENGLISH["spelling"]]
    british = {pair["british"] for pair in ENGLISH["spelling"]}
    assert not repeated(american)
    assert not british & set(american), "a folded spelling must not be folded again"


@pytest.mark.parametrize(
    ("american", "british"),
    [("defense", "defence"), ("utilizing", "utilising"), ("programs", "programmes")],
)
def test_american_spelling_reads_as_british(american, british):
    assert stem(american) == stem(british)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("weaponize", "weapons"),
        ("organization", "organs"),
        ("important", "import"),
        ("initiative", "initiate"),
        ("restrictions", "restricts"),
        ("minerals", "miners"),
        ("security", "secures"),
    ],
)
def test_different_words_keep_different_stems(one, other):
    assert stem(one) != stem(other)


def test_a_kept_stem_is_kept_for_good():
    kept = ENGLISH["stems"]
    assert {word: stem(word) for word in kept} == kept
    assert all(kept.get(root, root) == root for root in kept.values())


@each_lexicon
def test_no_form_stands_in_two_terms(path):
    assert shared_forms(load(path)["terms"]) == {}


@each_lexicon
def test_a_term_says_each_form_once(path):
    terms = load(path)["terms"]
    assert not repeated(term["id"] for term in terms)
    doubled = {term["id"]: repeated(map(compared_stems, term["forms"])) for term in terms}
    assert {name: forms for name, forms in doubled.items() if forms} == {}


@each_lexicon
def test_no_term_hides_a_family(path):
    """``@share`` in a rubric must not change its meaning with the topic."""
    families = {family["id"] for family in ENGLISH["relations"]}
    assert not families & {term["id"] for term in load(path)["terms"]}


@each_lexicon
def test_no_form_is_made_of_stop_words(path):
    """``US`` is a country only in capitals; ``us`` would be everywhere."""
    stop_words = set(ENGLISH["stop_words"])
    empty = [
        form
        for term in load(path)["terms"]
        for form in term["forms"]
        if "-" not in form
        and all(token.word in stop_words and not token.capitals for token in tokenize(form))
    ]
    assert empty == []


@each_source_list
def test_sources_name_their_publisher_and_date(path):
    sources = load(path)["sources"]
    assert not repeated(source["id"] for source in sources)
    for source in sources:
        assert {"id", "title", "publisher", "date"} <= set(source)
        assert source["date"][:4].isdecimal()
        assert source.get("url", "https://").startswith("https://")


def test_every_topic_has_a_lexicon_and_sources():
    topics = {path.stem for path in (ROOT / "prompts").glob("*.yaml")} - {"directives"}
    assert topics
    assert {path.name.removesuffix(".lexicon.yaml") for path in LEXICONS} >= topics
    assert {path.name.removesuffix(".sources.yaml") for path in SOURCES} >= topics
