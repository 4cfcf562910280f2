"""The installed bank is complete both ways and free of mistakes."""

from __future__ import annotations

import pytest

from scorer.bank import installed_bank
from scorer.linting import lint_bank
from scorer.linting.exemplars import QUALITIES
from scorer.loading import load_exemplars, load_rubric
from scorer.prompts import get_prompt, load_prompts

PROMPTS = load_prompts()
BANK = installed_bank()


def test_the_bank_has_no_issues():
    assert list(map(str, lint_bank(BANK, measured=False))) == []


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_every_prompt_can_be_marked_and_tested(prompt):
    assert len(load_rubric(prompt.id).points) >= 10
    assert {exemplar.quality for exemplar in load_exemplars(prompt.id)} == set(QUALITIES)


@pytest.mark.parametrize("path", list(BANK.rubric_files()), ids=lambda path: path.stem)
def test_every_rubric_belongs_to_a_prompt(path):
    assert get_prompt(path.stem).id == load_rubric(path).id


@pytest.mark.parametrize(
    "path", sorted(BANK.rubrics.glob("*.exemplars.yaml")), ids=lambda path: path.stem
)
def test_every_exemplar_belongs_to_a_rubric(path):
    prompt_id = path.stem.removesuffix(".exemplars")
    assert BANK.rubric_file(prompt_id).is_file()
    assert get_prompt(prompt_id).id == prompt_id


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.id)
def test_limits_are_the_exams(prompt):
    assert (prompt.marks, prompt.words, prompt.minutes) in {(10, 150, 7), (15, 250, 11)}
