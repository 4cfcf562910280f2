"""Questions of the learner's own, in a folder of theirs."""

import pytest

from practice.own import OwnQuestions
from practice.storage import StorageUnavailable
from scorer.issues import DataFileError
from scorer.prompts import UnknownPrompt
from scorer.short_form import ShortQuestion, parse_short
from tests.practice.fakes import answer, make_catalogue, make_practice

LAKES = ShortQuestion(
    text="Why do lakes dry up? Examine.",
    points="# Causes\nWells draw more water than the rain brings back: borewell\n"
    "Rivers that fed the lakes were dammed",
    topic="Water",
)
ANSWER = (
    "Every borewell draws more water than the rain can bring back. "
    "Dams hold the rivers by which lakes were fed."
)


def test_an_own_question_stands_beside_the_others_and_is_marked_at_once(practice):
    prompt_id = practice.save_question(LAKES)
    prompt = practice.catalogue.get_prompt(prompt_id)
    assert (prompt.directive, prompt.tags) == ("examine", ("Water",))
    assert practice.catalogue.prompts[-1] == prompt
    assert practice.catalogue.is_own(prompt_id)
    assert not practice.catalogue.is_own("rivers")
    attempt = answer(practice, prompt_id, ANSWER)
    report = practice.review(attempt.id).report
    assert report.marks > 5
    assert {point.status for point in report.points} == {"covered"}


def test_a_new_version_leaves_what_was_marked_before_as_it_was(practice):
    prompt_id = practice.save_question(LAKES)
    attempt = answer(practice, prompt_id, ANSWER)
    changed = ShortQuestion(text="Why do seas rise?", points="Ice melts on the land: glaciers")
    assert practice.save_question(changed, prompt_id) == prompt_id
    assert practice.catalogue.get_prompt(prompt_id).text == "Why do seas rise?"
    review = practice.review(attempt.id)
    assert review.attempt.prompt_text == LAKES.text
    assert [point.statement[:5] for point in review.rubric.points] == ["Wells", "River"]
    again = answer(practice, prompt_id, "Ice melts on the land.")
    assert practice.review(again.id).rubric.points[0].statement == "Ice melts on the land"


def test_what_is_deleted_is_gone_from_the_bank_but_not_from_an_open_draft(practice):
    prompt_id = practice.save_question(LAKES)
    draft = practice.start(prompt_id)
    practice.remove_question(prompt_id)
    assert prompt_id not in [prompt.id for prompt in practice.catalogue.prompts]
    assert practice.catalogue.get_prompt(prompt_id).text == LAKES.text
    practice.submit(draft.id)
    assert practice.review(draft.id).report is not None
    practice.restore_question(prompt_id)
    assert prompt_id in [prompt.id for prompt in practice.catalogue.prompts]
    assert practice.find_question(prompt_id).points == LAKES.points


def test_a_shared_file_holds_the_whole_question(practice):
    prompt_id = practice.save_question(LAKES)
    shared = parse_short(practice.export_question(prompt_id))
    copy = practice.save_question(shared)
    assert copy != prompt_id
    assert practice.export_question(copy) == practice.export_question(prompt_id)


def test_a_question_is_tried_without_being_stored(practice):
    report = practice.try_question(LAKES, ANSWER)
    assert report.marks > 5
    assert practice.attempts() == ()
    assert all(not practice.catalogue.is_own(prompt.id) for prompt in practice.catalogue.prompts)


@pytest.mark.parametrize(
    "text", ["../../../etc/passwd", "वर्षा क्यों होती है?", "", "CON", "a" * 4000, "x\0y", "' OR 1=1"]
)
def test_no_text_becomes_a_path_of_its_own(tmp_path, text):
    folder = tmp_path / "deep" / "down"
    own = OwnQuestions(folder)
    own.save(ShortQuestion(text=f"{text} Discuss.", points="Rain falls on the roofs"))
    (path,) = [each for each in tmp_path.rglob("*") if each.is_file()]
    assert path.parent == folder / "prompts"
    assert path.stem.startswith("own-")
    assert set(path.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize("prompt_id", ["../rivers", "own-none", "", "/etc/passwd", "a.b"])
def test_an_id_from_an_address_finds_only_what_is_there(practice, prompt_id):
    practice.save_question(LAKES)
    assert practice.find_question(prompt_id) is None
    assert practice.export_question(prompt_id) is None
    for act in (practice.remove_question, practice.restore_question):
        with pytest.raises(UnknownPrompt):
            act(prompt_id)


def test_a_new_version_goes_nowhere_else(practice):
    with pytest.raises(ValueError, match="kebab-case"):
        practice.save_question(LAKES, "../elsewhere")


def test_what_could_not_be_read_again_is_not_saved(practice):
    with pytest.raises(DataFileError):
        practice.save_question(ShortQuestion(text=" ", points="Rain falls"))
    assert len(practice.catalogue.prompts) == 3


def test_a_file_with_mistakes_is_told_and_stops_no_other(tmp_path):
    own = OwnQuestions(tmp_path)
    kept = own.save(LAKES)
    (tmp_path / "prompts" / "bad.txt").write_text("Marks: many\n# Points")
    (tmp_path / "prompts" / "worse.yaml").write_text("topic: [")
    assert [prompt.id for prompt in own.prompts] == [kept]
    assert {issue.code for issue in own.problems} >= {"S02", "S03"}
    assert any("worse.yaml" in issue.path for issue in own.problems)


def test_prompts_and_rubrics_written_by_hand_are_offered_too(tmp_path):
    own = OwnQuestions(tmp_path)
    own.save(LAKES)
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "prompts" / "soil.yaml").write_text(
        "topic: soil\ntitle: Soil\nprompts:\n  - {id: soil, text: Discuss soil., "
        "directive: discuss, marks: 10, words: 150, minutes: 7}\n"
    )
    (tmp_path / "rubrics" / "soil.yaml").write_text(
        "id: soil\ntopic: soil\ndimensions:\n  - id: one\n    title: One\n    points:\n"
        "      - {id: loss, statement: Wind carries the soil away.}\n"
    )
    catalogue = make_catalogue(own=own)
    assert "soil" in [prompt.id for prompt in catalogue.prompts]
    assert catalogue.get_rubric("soil").points[0].id == "loss"
    assert own.find_question("soil") is None


def test_an_own_file_does_not_stand_in_for_a_question_that_came_with_the_app(tmp_path):
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "rivers.txt").write_text("Other rivers?\n# A\nRain falls")
    catalogue = make_catalogue(own=OwnQuestions(tmp_path))
    assert [prompt.id for prompt in catalogue.prompts] == ["rivers", "floods", "tides"]
    assert catalogue.get_prompt("rivers").text == "Discuss rivers."


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "questions").write_text("a file stands in its place")
    with pytest.raises(StorageUnavailable, match="folder of your questions"):
        OwnQuestions(tmp_path / "questions").save(LAKES)


def test_without_a_folder_nothing_is_own(hands):
    service = make_practice("sqlite://", hands)
    assert service.catalogue.problems == ()
    with pytest.raises(StorageUnavailable):
        service.save_question(LAKES)
