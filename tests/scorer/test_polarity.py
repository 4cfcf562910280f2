"""Which way a sentence turns its objects."""

from __future__ import annotations

import pytest

from scorer.concepts import concept_index
from scorer.lexicon import Lexicon
from scorer.phrases import Hit, PhraseIndex
from scorer.polarity import Polarity
from scorer.reading import read_text


def polarity_of(text: str) -> Polarity:
    return Polarity(read_text(text, concept_index(Lexicon())))


def hit_of(text: str, words: str) -> Hit:
    reading = read_text(text, concept_index(Lexicon()))
    return next(PhraseIndex([("x", words)], filler=0).find(reading.tokens))


def sign_of(text: str, words: str) -> int:
    reading = read_text(text, concept_index(Lexicon()))
    return Polarity(reading).sign(hit_of(text, words), reading.sentences[0])


@pytest.mark.parametrize(("sentence", "target", "sign"), [
    pytest.param("The pact expands refining.", "refining", 1, id="raised"),
    pytest.param("The pact stops refining.", "refining", -1, id="lowered"),
    pytest.param("Refining is stopped.", "refining", -1, id="passive"),
    pytest.param("Refining must be expanded.", "refining", 1, id="passive with a modal"),
    pytest.param("Refining matters.", "refining", 0, id="nothing governs it"),
    pytest.param("It does not stop refining.", "refining", 1, id="negated"),
    pytest.param("It stops waste, while refining matters.", "refining", 0, id="another clause"),
    pytest.param("It stops waste, so refining matters.", "refining", 0, id="a consequence"),
    pytest.param("It lifts the ban on refining.", "refining", 1, id="two words that lower"),
    pytest.param("It reduces dependence on lithium.", "lithium", 1, id="a burden between"),
    pytest.param("It reduces the shortage of lithium.", "lithium", 1, id="a burden of a family"),
    pytest.param("It reduces lithium dependence.", "lithium", 1, id="a burden behind"),
    pytest.param("It eases export controls.", "export controls", -1, id="itself a burden"),
    pytest.param("It eases barriers and export controls.", "export controls", -1, id="a list"),
    pytest.param("It eases barriers, export controls.", "export controls", -1, id="a comma list"),
    pytest.param("Radars stop without lithium.", "lithium", 0, id="what is needed"),
    pytest.param("It serves self-reliance in lithium.", "lithium", 1, id="no burden at all"),
])  # fmt: skip
def test_the_sign_says_more_or_less(sentence, target, sign):
    assert sign_of(sentence, target) == sign


@pytest.mark.parametrize(("sentence", "word", "negated"), [
    pytest.param("TRUST is no treaty.", "treaty", True, id="no"),
    pytest.param("TRUST is a treaty.", "treaty", False, id="plain"),
    pytest.param("It is neither a pact nor a treaty.", "pact", True, id="neither"),
    pytest.param("It is neither a pact nor a treaty.", "treaty", True, id="nor negates anew"),
    pytest.param("No one signed, but it is a treaty.", "treaty", False, id="another clause"),
    pytest.param("That it is a treaty is false.", "treaty", True, id="denied afterwards"),
    pytest.param("By no means is the long text of this pact a treaty.", "treaty", True,
                 id="the whole sentence"),
    pytest.param("No money is promised, Beijing can drop prices.", "prices", False,
                 id="a clause with a subject of its own"),
    pytest.param("It does not fund plants and ships will sail.", "sail", False,
                 id="a second subject behind *and*"),
    pytest.param("It does not fund plants and train engineers.", "train", True,
                 id="one subject with two verbs"),
    pytest.param("It offers no fund, a mine takes years.", "mine", False, id="*no* up to a comma"),
    pytest.param("Instead of buying fighters, India makes engines.", "engines", False,
                 id="a contrast up to a comma"),
    pytest.param("Without lithium India builds batteries.", "lithium", True, id="without"),
    pytest.param("Without lithium India cannot build batteries.", "lithium", False,
                 id="what is needed"),
    pytest.param("Without lithium India cannot build batteries.", "batteries", False,
                 id="what it is needed for"),
    pytest.param("It does not end dependence overnight.", "dependence", False,
                 id="only the manner"),
    pytest.param("It lists no-go areas.", "areas", False, id="a compound"),
    pytest.param("It is no. 1 in funds.", "funds", False, id="a number"),
    pytest.param("Barely half a year later duties came.", "duties", False, id="a measure of time"),
])  # fmt: skip
def test_negation_reaches_its_clause(sentence, word, negated):
    assert polarity_of(sentence).negated(hit_of(sentence, word).first) is negated


@pytest.mark.parametrize(("sentence", "phrase", "denied"), [
    pytest.param("There is no licence.", "no licence", False, id="its own negation"),
    pytest.param("It is not true that no licence is needed.", "no licence", True, id="another"),
    pytest.param("It is no longer needed.", "no longer needed", False, id="a negating phrase"),
])  # fmt: skip
def test_a_phrase_is_not_denied_by_its_own_negation(sentence, phrase, denied):
    assert polarity_of(sentence).denies(hit_of(sentence, phrase)) is denied


def test_the_bearing_tells_whether_a_negation_made_the_sign():
    text = "It does not ease controls."
    sentence = read_text(text, concept_index(Lexicon())).sentences[0]
    bearing = polarity_of(text).find_bearing(hit_of(text, "controls"), sentence)
    assert bearing is not None
    assert (bearing.sign, bearing.negated) == (1, True)


@pytest.mark.parametrize(("sentence", "undone"), [
    pytest.param("It lifts the ban on research.", True, id="lifted"),
    pytest.param("It reduces aid and bans research.", False, id="two acts"),
    pytest.param("It bans research.", False, id="nothing before"),
])  # fmt: skip
def test_a_lowering_word_undoes_a_relation(sentence, undone):
    actor, relation = hit_of(sentence, "it"), hit_of(sentence, "ban")
    assert polarity_of(sentence).undone(actor, relation) is undone
