import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from practice.launch import main
from practice.service.opening import URL_VARIABLE
from tests.practice.fakes import Hands, answer, make_practice


@pytest.fixture
def run(url, monkeypatch):
    monkeypatch.setenv(URL_VARIABLE, url)

    def invoke(*arguments):
        return CliRunner().invoke(main, [str(each) for each in arguments])

    return invoke


def ids(url):
    practice = make_practice(url, Hands())
    found = {row.id for row in practice.attempts()}
    practice.close()
    return found


def test_a_backup_is_restored_and_what_was_there_is_kept(run, practice, url, tmp_path):
    before = answer(practice)
    copy = tmp_path / "copy.db"
    assert run("backup", copy).output == f"Everything is in {copy}.\n"
    after = answer(practice)
    practice.close()
    result = run("restore", copy)
    assert result.exit_code == 0, result.output
    assert ids(url) == {before.id}
    (kept,) = tmp_path.glob("practice.schema-*.backup.db")
    assert str(kept) in result.output
    assert ids(f"sqlite:///{kept}") == {before.id, after.id}


def test_an_app_that_runs_sees_what_is_restored(run, practice, tmp_path):
    before = answer(practice)
    run("backup", tmp_path / "copy.db")
    practice.delete(before.id)
    run("restore", tmp_path / "copy.db")
    assert [row.id for row in practice.attempts()] == [before.id]
    assert answer(practice).id in {row.id for row in practice.attempts()}


def test_a_backup_is_restored_where_nothing_was(run, practice, tmp_path, monkeypatch):
    attempt = answer(practice)
    run("backup", tmp_path / "copy.db")
    elsewhere = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    monkeypatch.setenv(URL_VARIABLE, elsewhere)
    assert "before" not in run("restore", tmp_path / "copy.db").output
    assert ids(elsewhere) == {attempt.id}


def junk(path):
    path.write_bytes(b"no database at all " * 99)


def foreign(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name)")


def newer(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (junk, "not a backup"),
        (foreign, "not a backup"),
        (newer, "a newer mains-practice wrote this database (schema 9999)"),
    ],
)
def test_whatever_is_no_backup_changes_nothing(run, practice, url, tmp_path, make, message):
    attempt = answer(practice)
    practice.close()
    make(tmp_path / "other.db")
    result = run("restore", tmp_path / "other.db")
    assert result.exit_code == 1
    assert message in result.output
    assert ids(url) == {attempt.id}


@pytest.mark.parametrize("command", ["backup", "export"])
def test_no_file_is_written_over(run, tmp_path, command):
    (tmp_path / "diary").write_text("mine")
    result = run(command, tmp_path / "diary")
    assert result.exit_code == 1
    assert "is there already; name a new file" in result.output
    assert (tmp_path / "diary").read_text() == "mine"


def test_answers_travel_in_a_file(run, practice, tmp_path, monkeypatch):
    attempt = answer(practice)
    practice.start("floods")
    assert run("export", tmp_path / "all.json").exit_code == 0
    elsewhere = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    monkeypatch.setenv(URL_VARIABLE, elsewhere)
    result = run("import", tmp_path / "all.json")
    assert result.output == "1 answer brought in, 1 draft to go on with.\n"
    assert ids(elsewhere) == {attempt.id}
    assert run("import", tmp_path / "all.json").output == (
        "0 answers brought in, 1 answer already here.\n"
    )


def test_a_file_that_is_no_export_is_refused(run, tmp_path):
    (tmp_path / "list.json").write_text("[]")
    result = run("import", tmp_path / "list.json")
    assert result.exit_code == 1
    assert "does not hold exported attempts" in result.output


@pytest.mark.parametrize("kind", ["csv", "markdown"])
def test_answers_are_written_for_other_programs(run, practice, tmp_path, kind):
    answer(practice, text="Rain falls.")
    assert run("export", tmp_path / "all", "--as", kind).exit_code == 0
    assert "Rain falls." in (tmp_path / "all").read_text("utf-8")


def test_a_database_of_a_newer_app_is_refused_in_words(run, practice, url, tmp_path):
    practice.close()
    with closing(sqlite3.connect(tmp_path / "practice.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    result = run("backup", tmp_path / "copy.db")
    assert result.exit_code == 1
    assert "install that version" in result.output
    assert not (tmp_path / "copy.db").exists()
