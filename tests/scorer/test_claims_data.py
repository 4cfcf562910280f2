"""The claims of every topic leave right answers alone and find most wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scorer.bank import installed_bank
from scorer.claims import SLOTS, claim_table
from scorer.language import load_english
from scorer.loading import MissingFile, load_exemplars, load_rubric
from scorer.polarity import Polarity
from scorer.reading import read_text
from scorer.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scorer.rubric import Claim, Rubric

RUBRICS = [load_rubric(path) for path in installed_bank().rubric_files()]
FAMILIES = {"@" + family.id for family in load_english().relations}
TOPICS = {rubric.lexicon.id: rubric for rubric in RUBRICS}
WRONG_SENTENCES = 0.7
"""Share of the confused exemplars' sentences in which a claim must be found."""
WRONG_STATEMENTS = 0.8
"""Share of the misconceptions' statements and phrasings in which one must be."""
NEEDED_SLOTS = {
    "direction": {"object"},
    "roles": {"wrong", "relation", "object"},
    "identity": {"subject", "wrong"},
    "order": {"subject", "object"},
    "date": {"subject", "relation", "object"},
    "expansion": {"subject", "object"},
}

rubrics = pytest.mark.parametrize("rubric", RUBRICS, ids=lambda rubric: rubric.id)
topics = pytest.mark.parametrize("rubric", TOPICS.values(), ids=TOPICS)


def turned(text: str, rubric: Rubric) -> list[str]:
    """Return what the claims find in a text, ready to be read in a failure."""
    table = claim_table(rubric)
    reading = read_text(text, table.concepts)
    found = table.find(reading, Polarity(reading))
    return [f"{finding.id}: {finding.evidence.text}" for finding in found]


def answers(rubric: Rubric, *, confused: bool) -> Iterator[str]:
    try:
        exemplars = load_exemplars(rubric.id)
    except MissingFile:
        return
    for exemplar in exemplars:
        if (exemplar.quality == "confused") == confused:
            yield exemplar.answer


def wrong_statements(rubric: Rubric) -> Iterator[str]:
    for known in rubric.misconceptions:
        yield known.statement
        yield from known.phrasings


def share_found(sentences: list[str], rubric: Rubric) -> float:
    return sum(bool(turned(sentence, rubric)) for sentence in sentences) / len(sentences)


@rubrics
def test_no_point_turns_a_claim(rubric):
    sentences = [sentence for point in rubric.points for sentence in point.sentences]
    assert [found for sentence in sentences for found in turned(sentence, rubric)] == []


@rubrics
def test_no_right_answer_turns_a_claim(rubric):
    right = [rubric.model_answer, rubric.plain_answer, *answers(rubric, confused=False)]
    assert [found for answer in right for found in turned(answer, rubric)] == []


@rubrics
def test_no_correction_turns_a_claim(rubric):
    corrected = [*rubric.points, *rubric.misconceptions, *rubric.facts, *rubric.claims]
    assert [found for one in corrected for found in turned(one.correction, rubric)] == []


@topics
def test_no_claim_turns_another(rubric):
    assert [found for one in rubric.claims for found in turned(one.statement, rubric)] == []


@topics
def test_most_wrong_sentences_are_found(rubric):
    wrong = [
        answer[span.start : span.end]
        for one in RUBRICS
        if one.lexicon.id == rubric.lexicon.id
        for answer in answers(one, confused=True)
        for span in split_sentences(answer)
    ]
    assert share_found(wrong, rubric) >= WRONG_SENTENCES


@topics
def test_most_misconceptions_are_found(rubric):
    wrong = [
        sentence
        for one in RUBRICS
        if one.lexicon.id == rubric.lexicon.id
        for sentence in wrong_statements(one)
    ]
    assert share_found(wrong, rubric) >= WRONG_STATEMENTS


def needed_slots_are_filled(claim: Claim) -> bool:
    return all(getattr(claim, slot) for slot in NEEDED_SLOTS[claim.kind])


@topics
def test_every_claim_can_be_turned(rubric):
    assert [claim.id for claim in rubric.claims if not needed_slots_are_filled(claim)] == []


@topics
def test_every_concept_of_a_claim_is_known(rubric):
    known = {"@" + term.id for term in rubric.lexicon.terms} | FAMILIES
    known |= {"$" + one.id for one in rubric.sets}
    assert {word for word in named_in(rubric) if word[0] in "@$"} - known == set()


@topics
def test_every_set_of_phrases_is_used(rubric):
    assert {"$" + one.id for one in rubric.sets} - named_in(rubric) == set()


def named_in(rubric: Rubric) -> set[str]:
    """Return every phrase, concept and set that claims and sets name."""
    slots = (getattr(claim, slot) for claim in rubric.claims for slot in SLOTS)
    return {word for words in (*slots, *(one.forms for one in rubric.sets)) for word in words}
