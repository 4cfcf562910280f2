import pytest

from practice.service import Catalogue
from scorer.prompts import UnknownPrompt
from tests.practice.fakes import PROMPTS, make_catalogue, make_rubric


def test_prompts_are_in_the_order_of_their_files():
    assert make_catalogue().prompts == PROMPTS
    assert make_catalogue().get_prompt("floods") == PROMPTS[1]


def test_an_unknown_prompt_is_refused():
    with pytest.raises(UnknownPrompt):
        make_catalogue().get_prompt("deserts")


def test_files_are_read_when_they_are_needed_and_once():
    read = []

    def prompts():
        read.append("prompts")
        return PROMPTS

    def rubric(prompt_id):
        read.append(prompt_id)
        return make_rubric(prompt_id)

    catalogue = Catalogue(prompts, rubric)
    assert read == []
    for _ in range(2):
        catalogue.get_prompt("rivers")
        assert catalogue.get_rubric("rivers") == make_rubric("rivers")
    assert read == ["prompts", "rivers"]


def test_a_rubric_that_could_not_be_read_is_read_again():
    answers = [FileNotFoundError("rivers"), make_rubric("rivers")]

    def rubric(_):
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    catalogue = make_catalogue(rubric)
    with pytest.raises(FileNotFoundError):
        catalogue.get_rubric("rivers")
    assert catalogue.get_rubric("rivers") == make_rubric("rivers")


def test_the_installed_prompts_can_be_practised():
    catalogue = Catalogue()
    prompt = catalogue.prompts[0]
    assert catalogue.get_rubric(prompt.id).prompt_text == prompt.text
