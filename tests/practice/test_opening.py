from datetime import timedelta

import pytest

from practice.service import bridge_restart, open_practice, opening
from practice.storage import StorageUnavailable, open_store
from scorer.short_form import ShortQuestion
from tests.practice.fakes import START, file_url, make_practice, typed


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.delenv("MAINS_PRACTICE_DB", raising=False)
    monkeypatch.delenv("MAINS_PRACTICE_QUESTIONS", raising=False)
    monkeypatch.setattr(opening, "user_data_path", lambda *_, **__: tmp_path / "data")
    return tmp_path


def restarted(url, hands):
    """Return the clock of the next run of the program."""
    clock = hands.clock()
    bridge_restart(open_store(url), clock)
    return clock


def test_the_database_lies_in_the_users_data_folder(home):
    open_practice().close()
    assert (home / "data" / "practice.db").exists()


def test_the_environment_names_another_database(home, monkeypatch):
    monkeypatch.setenv("MAINS_PRACTICE_DB", file_url(home, "elsewhere.db"))
    open_practice().close()
    assert (home / "elsewhere.db").exists()
    assert not (home / "data").exists()


def save_question(service):
    prompt_id = service.save_question(ShortQuestion(text="Why?", points="Rain falls on roofs"))
    service.close()
    return f"{prompt_id}.txt"


def test_own_questions_lie_beside_the_database(home, monkeypatch):
    name = save_question(open_practice())
    assert (home / "data" / "questions" / "prompts" / name).exists()
    monkeypatch.setenv("MAINS_PRACTICE_DB", file_url(home, "elsewhere.db"))
    name = save_question(open_practice())
    assert (home / "questions" / "prompts" / name).exists()
    name = save_question(open_practice("sqlite://"))
    assert (home / "data" / "questions" / "prompts" / name).exists()


def test_the_environment_names_another_folder_for_own_questions(home, monkeypatch):
    monkeypatch.setenv("MAINS_PRACTICE_QUESTIONS", str(home / "mine"))
    name = save_question(open_practice())
    assert (home / "mine" / "prompts" / name).exists()


def test_a_data_folder_that_cannot_be_made_is_told(home):
    (home / "data").write_text("a file stands in its place")
    with pytest.raises(StorageUnavailable, match="check that its disk and folder are there"):
        open_practice()


def test_an_argument_goes_before_the_environment(home, monkeypatch):
    monkeypatch.setenv("MAINS_PRACTICE_DB", file_url(home, "elsewhere.db"))
    open_practice(file_url(home, "given.db")).close()
    assert sorted(path.name for path in home.glob("*.db")) == ["given.db"]


def test_a_jump_of_the_clock_is_bridged_over_a_restart(practice, url, hands):
    draft = practice.start("rivers")
    hands.wait(minutes=2)
    hands.set_wall(hours=1)
    practice.score_pending()
    clock = restarted(url, hands)
    assert draft.deadline - clock.now() == timedelta(minutes=5)
    assert clock.jump() is None


def test_a_clock_put_back_while_the_server_was_down_wins_no_time(practice, url, hands):
    draft = practice.start("rivers")
    hands.wait(minutes=6)
    practice.save_draft(draft.id, typed("Rivers"))
    hands.set_wall(hours=-1)
    assert draft.deadline - restarted(url, hands).now() == timedelta(minutes=1)


def test_time_goes_on_while_the_server_is_down(practice, url, hands):
    draft = practice.start("rivers")
    hands.wait(minutes=6)
    assert draft.deadline - restarted(url, hands).now() == timedelta(minutes=1)


@pytest.mark.parametrize("mode", ["relaxed", None, "days ago"])
def test_without_a_timed_draft_the_system_clock_is_believed(practice, url, hands, mode):
    if mode is not None:
        practice.start("rivers", mode="relaxed" if mode == "relaxed" else "practice")
    if mode == "days ago":
        hands.wait(days=3)
    hands.set_wall(minutes=-10)
    assert restarted(url, hands).now() == hands.wall


def test_a_small_adjustment_is_not_written_down(practice, url, hands):
    practice.start("rivers")
    hands.set_wall(seconds=1)
    practice.score_pending()
    assert restarted(url, hands).now() == START + timedelta(seconds=1)


def test_the_next_run_is_a_service_like_the_last(url, hands, practice):
    draft = practice.start("rivers")
    assert make_practice(url, hands).open_drafts() == (draft,)
