"""Rubrics and exemplars from their files."""

from __future__ import annotations

import pytest

from scorer import bank as banks
from scorer.bank import Bank, installed_bank, is_rubric_file
from scorer.issues import DataFileError
from scorer.loading import MissingFile, load_claims, load_exemplars, load_rubric
from scorer.prompts import UnknownPrompt, load_prompts
from tests.scorer.samples import RUBRIC_YAML, write_bank

FRAME = "prompt_text: Why?\nmax_marks: 15\nword_limit: 250\n"


@pytest.fixture
def bank(tmp_path):
    """Return a bank with one prompt."""
    return Bank.at(write_bank(tmp_path))


def test_a_rubric_brings_its_prompt_lexicon_and_sources(bank):
    rubric = load_rubric("urban-floods", bank)
    assert rubric.prompt_text == "Why do Indian cities flood? Suggest measures."
    assert (rubric.max_marks, rubric.word_limit, rubric.directive) == (10, 100, "discuss")
    assert [demand.id for demand in rubric.demands] == ["causes", "measures"]
    assert rubric.lexicon.forms("paving") == ("paved", "paving")
    assert [source.id for source in rubric.sources] == ["nidm_2021"]


def test_an_id_and_its_path_load_the_same_rubric(bank):
    path = bank.rubric_file("urban-floods")
    assert load_rubric(path) == load_rubric(str(path)) == load_rubric("urban-floods", bank)


def test_a_rubric_beside_a_prompts_folder_finds_its_prompt(tmp_path):
    write_bank(tmp_path)
    path = tmp_path / "mine.yaml"
    path.write_text(RUBRIC_YAML)
    assert load_rubric(path).word_limit == 100


def test_a_lone_rubric_may_describe_its_prompt_itself(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(RUBRIC_YAML + FRAME + "directive: explain\ndemands: [{id: why, text: Why}]\n")
    rubric = load_rubric(path)
    assert (rubric.prompt_text, rubric.max_marks, rubric.word_limit) == ("Why?", 15, 250)
    assert rubric.directive == "explain"
    assert [demand.id for demand in rubric.demands] == ["why"]
    assert rubric.lexicon.terms == rubric.sources == rubric.claims == ()


def test_what_a_rubric_says_of_its_prompt_goes_before_the_prompt(bank):
    path = bank.rubric_file("urban-floods")
    path.write_text(RUBRIC_YAML + "word_limit: 80\n")
    rubric = load_rubric(path)
    assert (rubric.word_limit, rubric.max_marks) == (80, 10)


def test_a_rubric_without_a_prompt_says_what_to_write(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(RUBRIC_YAML + "max_marks: 10\n")
    with pytest.raises(DataFileError) as caught:
        load_rubric(path)
    assert str(caught.value) == (
        f"{path}:1: D06 no prompt file has 'urban-floods';"
        " correct the id, or add prompt_text, word_limit here"
    )


def test_a_rubric_of_the_installed_topic_uses_its_lexicon(tmp_path):
    installed = load_rubric("pharma-api")
    path = tmp_path / "pharma-api.yaml"
    path.write_bytes(installed_bank().rubric_file("pharma-api").read_bytes())
    assert load_rubric(path) == installed


def test_an_unknown_id_names_the_nearest(bank):
    with pytest.raises(UnknownPrompt, match="nearest are urban-floods"):
        load_rubric("floods", bank)


@pytest.mark.parametrize(
    "prompt_id", ["urban-floods.exemplars", "cities.lexicon", "../prompts/cities", "x" * 5000]
)
def test_only_a_rubric_of_the_bank_is_found_by_id(bank, prompt_id):
    with pytest.raises(UnknownPrompt):
        load_rubric(prompt_id, bank)


def test_an_empty_bank_says_so(tmp_path):
    with pytest.raises(UnknownPrompt, match="the bank has none"):
        load_rubric("urban-floods", Bank.at(tmp_path))


def test_a_rubric_that_cannot_be_scored_is_an_issue_of_its_file(bank):
    path = bank.rubric_file("urban-floods")
    path.write_text(RUBRIC_YAML + "max_marks: 0\n")
    with pytest.raises(DataFileError, match=r"urban-floods\.yaml:\d+: D07 .*marks and word limit"):
        load_rubric("urban-floods", bank)


def test_a_prompt_without_rubric_names_the_file_to_write(bank):
    bank.rubric_file("urban-floods").unlink()
    with pytest.raises(MissingFile, match=r"has no urban-floods\.yaml: write .*urban-floods\.yaml"):
        load_rubric("urban-floods", bank)


def test_an_absent_path_is_an_absent_file(tmp_path):
    with pytest.raises(FileNotFoundError):
        load_rubric(tmp_path / "none.yaml")


def test_exemplars_come_with_their_marks(bank):
    exemplars = load_exemplars("urban-floods", bank)
    assert [(one.quality, one.marks) for one in exemplars][:2] == [("strong", 6.5), ("good", 5.5)]


def test_a_prompt_without_exemplars_names_the_file_to_write(bank):
    bank.exemplar_file("urban-floods").unlink()
    with pytest.raises(MissingFile, match=r"urban-floods\.exemplars\.yaml"):
        load_exemplars("urban-floods", bank)


def test_claims_come_from_the_first_folder_that_has_them(tmp_path):
    text = "topic: cities\nclaims: [{id: a, kind: identity, statement: S, correction: C}]"
    (tmp_path / "cities.claims.yaml").write_text(text)
    file = load_claims("cities", tmp_path / "nowhere", tmp_path)
    assert [claim.id for claim in file.claims] == ["a"]


@pytest.mark.parametrize("prompt", load_prompts(), ids=lambda prompt: prompt.id)
def test_every_prompt_has_a_rubric_of_its_marks(prompt):
    rubric = load_rubric(prompt.id)
    assert (rubric.id, rubric.max_marks, rubric.word_limit) == (
        prompt.id,
        prompt.marks,
        prompt.words,
    )


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("urban-floods.yaml", True),
        ("urban-floods.exemplars.yaml", False),
        ("cities.lexicon.yaml", False),
        ("cities.sources.yaml", False),
        ("cities.claims.yaml", False),
    ],
)
def test_a_rubric_is_known_by_its_name(tmp_path, name, answer):
    assert is_rubric_file(tmp_path / name) is answer


def test_a_packaged_bank_goes_before_the_checkouts(tmp_path, monkeypatch):
    write_bank(tmp_path / "package" / "bank")
    monkeypatch.setattr(banks, "_PACKAGE", tmp_path / "package")
    installed_bank.cache_clear()
    try:
        assert installed_bank() == Bank.at(tmp_path / "package" / "bank")
        monkeypatch.setattr(banks, "_PACKAGE", tmp_path / "elsewhere")
        installed_bank.cache_clear()
        assert installed_bank() == Bank.at(tmp_path)
    finally:
        installed_bank.cache_clear()
