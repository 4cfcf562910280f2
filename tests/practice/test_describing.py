import pytest

from practice.describing import describe_answer
from scorer import score_answer
from tests.practice.fakes import GOOD_ANSWER, make_rubric

RUBRIC = make_rubric("rivers")


def described(answer):
    return describe_answer(score_answer(answer, RUBRIC), answer)


@pytest.mark.parametrize(
    ("answer", "note"),
    [
        ("It rains a lot here.\n- One\n- Two", "3 paragraphs and lines, 2 of them bullets"),
        ("It rains.", "1 paragraph or line, 0 of them bullets, 0 headings."),
        ("Why it floods:\nIt rains.", "1 heading."),
        (
            "It rains a lot here. It rains a lot more there, and floods.",
            "2 sentences and bullets of 6 words on average; the longest has 8.",
        ),
        (GOOD_ANSWER, "Of 2 points found in your words, 0 also say why"),
        ("", "0 words in all, with a limit of 150."),
    ],
)
def test_structure_and_words_are_described(answer, note):
    assert note in " ".join(described(answer))


@pytest.mark.parametrize("answer", ["", " \n ", "Rain."])
def test_what_is_not_there_is_not_described(answer):
    assert "average" not in " ".join(described(answer))
    assert "points found" not in " ".join(described(answer))
