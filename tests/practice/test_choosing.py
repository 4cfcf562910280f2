import pytest

from practice.choosing import Wishes, choose_prompts, list_choices
from tests.practice.fakes import PROMPTS


@pytest.mark.parametrize(
    ("wishes", "ids"),
    [
        pytest.param(Wishes(), ["rivers", "floods", "tides"], id="anything"),
        pytest.param(Wishes(marks=15), ["floods"], id="marks"),
        pytest.param(Wishes(tag="water"), ["rivers", "floods"], id="topic"),
        pytest.param(Wishes(directive="discuss", marks=10), ["rivers", "tides"], id="both"),
        pytest.param(Wishes(only_new=True), ["floods", "tides"], id="new ones"),
        pytest.param(Wishes(directive="examine"), [], id="nothing fits"),
    ],
)
def test_every_wish_is_met(wishes, ids):
    assert [each.id for each in choose_prompts(PROMPTS, wishes, {"rivers"})] == ids


def test_only_what_some_question_has_can_be_wished_for():
    choices = list_choices(PROMPTS)
    assert choices.marks == (10, 15)
    assert choices.directives == ("discuss",)
    assert choices.tags == ("cities", "sea", "water")
