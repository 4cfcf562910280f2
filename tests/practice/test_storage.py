import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, literal, select
from sqlalchemy.exc import OperationalError, StatementError

from practice.storage import (
    DatabaseTooNew,
    StorageUnavailable,
    Store,
    UnsupportedDatabase,
    migrating,
    open_store,
)
from practice.storage.engine import Database
from practice.storage.schema import REVISION, metadata
from practice.storage.types import UtcDateTime
from tests.practice.fakes import GOOD_ANSWER, Hands, answer, file_url, make_practice, typed

INDIA = timezone(timedelta(hours=5, minutes=30))


@pytest.fixture
def database(url):
    database = Database(url, wait=0.2)
    migrating.bring_up_to_date(database)
    yield database
    database.close()


@pytest.fixture
def fragile(database, hands):
    """Return a service whose database can be made to fail."""
    service = make_practice(str(database.url), hands)
    service.store.close()
    service.store = Store(database)
    return service


@contextmanager
def another_program(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def test_a_moment_is_read_back_in_utc(database):
    moment = datetime(2026, 3, 1, 18, 30, 0, 125, tzinfo=INDIA)
    with database.reading() as connection:
        stored = connection.scalar(select(literal(moment, UtcDateTime)))
    assert stored == moment
    assert stored.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(database):
    naive = datetime(2026, 3, 1)
    with database.reading() as connection, pytest.raises(StatementError, match="no time zone"):
        connection.scalar(select(literal(naive, UtcDateTime)))


def test_the_migrations_make_the_schema(database):
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_migration_is_the_one_the_app_expects():
    assert ScriptDirectory(str(migrating.MIGRATIONS)).get_current_head() == REVISION


def test_a_database_is_opened_twice_without_change(tmp_path, url):
    open_store(url).close()
    open_store(url).close()
    assert not list(tmp_path.glob("*.backup*"))


def test_several_programs_may_open_a_new_database_at_once(url):
    with ThreadPoolExecutor(4) as threads:
        stores = list(threads.map(open_store, [url] * 4))
    assert len({store.secret() for store in stores}) == 1


def test_a_new_database_waits_for_another_program_to_make_it(tmp_path, url):
    with another_program(tmp_path / "practice.db") as writer, ThreadPoolExecutor(1) as threads:
        writer.execute("BEGIN IMMEDIATE")
        opening = threads.submit(open_store, url)
        with pytest.raises(TimeoutError):
            opening.result(timeout=0.3)
        writer.execute("COMMIT")
        opening.result().close()


def test_a_newer_database_is_refused_and_left_alone(tmp_path, url):
    open_store(url).close()
    with another_program(tmp_path / "practice.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseTooNew, match=r"newer mains-practice .*9999"):
        open_store(url)
    assert [path.name for path in tmp_path.glob("*.backup*")] == []


NEXT_MIGRATION = """
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9001", "{head}", None, None

def upgrade():
    with op.batch_alter_table("attempts", recreate="always") as table:
        table.add_column(sa.Column("place", sa.String(), server_default="home"))
    {then}
"""


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Install one more migration, which ends as the test wants."""

    def install(then):
        folder = tmp_path / "100% migrations"
        (folder / "versions").mkdir(parents=True)
        for path in migrating.MIGRATIONS.rglob("*.py"):
            (folder / path.relative_to(migrating.MIGRATIONS)).write_bytes(path.read_bytes())
        (folder / "versions" / "9001_next.py").write_text(
            NEXT_MIGRATION.format(head=REVISION, then=then)
        )
        monkeypatch.setattr(migrating, "MIGRATIONS", folder)
        monkeypatch.setattr(migrating, "REVISION", "9001")

    return install


def test_a_migration_keeps_everything_and_a_backup(tmp_path, practice, url, next_version):
    attempt = answer(practice)
    note = practice.add_note(attempt.id, "Write faster.")
    practice.close()
    next_version("pass")
    upgraded = make_practice(url, Hands())
    assert upgraded.review(attempt.id).remarks.notes == (note,)
    with another_program(tmp_path / "practice.db") as connection:
        assert connection.execute("SELECT place FROM attempts").fetchall() == [("home",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    [backup] = tmp_path.glob(f"practice.schema-{REVISION}.*.backup.db")
    with another_program(backup) as connection:
        assert connection.execute("SELECT final_text FROM attempts").fetchall() == [(GOOD_ANSWER,)]
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (
            REVISION,
        )


def test_a_migration_that_fails_changes_nothing(practice, url, next_version, monkeypatch):
    attempt = answer(practice)
    practice.close()
    next_version("raise RuntimeError('halfway')")
    with pytest.raises(RuntimeError, match="halfway"):
        open_store(url)
    monkeypatch.undo()
    assert make_practice(url, Hands()).review(attempt.id).attempt == attempt


def test_foreign_keys_are_awake_after_a_migration(database):
    with database.restructuring():
        pass
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_every_commit_is_on_the_disk(database):
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2


def test_a_locked_database_says_so_and_recovers(tmp_path, fragile):
    draft = fragile.start("rivers")
    with another_program(tmp_path / "practice.db") as connection:
        connection.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageUnavailable, match="try again in a moment") as caught:
            fragile.save_draft(draft.id, typed("Rivers"))
        assert caught.value.reason == "locked"
        connection.execute("ROLLBACK")
    assert fragile.save_draft(draft.id, typed("Rivers")).rev == 1


def test_a_writer_that_never_ends_keeps_nobody_waiting_for_ever(database):
    with (
        database.writing(),
        ThreadPoolExecutor(1) as threads,
        pytest.raises(StorageUnavailable) as caught,
    ):
        threads.submit(lambda: database.writing().__enter__()).result()
    assert caught.value.reason == "locked"


def test_too_many_readers_are_told_to_wait(database):
    def read_all_at_once():
        with ExitStack() as readers:
            for _ in range(60):
                readers.enter_context(database.reading())

    with pytest.raises(StorageUnavailable) as caught:
        read_all_at_once()
    assert caught.value.reason == "locked"


def test_a_full_disk_loses_nothing_that_was_acknowledged(database, fragile):
    draft = fragile.start("rivers")
    fragile.save_draft(draft.id, typed("Acknowledged"))

    def fill(connection, *_):
        connection.execute("PRAGMA max_page_count = 1")

    event.listen(database.engine, "checkout", fill)
    with pytest.raises(StorageUnavailable, match="disk is full") as caught:
        fragile.save_draft(draft.id, typed("long " * 50_000, seq=2, base_rev=1))
    assert caught.value.reason == "full"
    event.remove(database.engine, "checkout", fill)
    assert fragile.get_draft(draft.id).text == "Acknowledged"


def test_a_database_that_may_not_be_written_says_so(tmp_path, practice):
    practice.close()
    store = open_store(f"sqlite:///file:{tmp_path / 'practice.db'}?mode=ro&uri=true")
    with pytest.raises(StorageUnavailable) as caught:
        store.secret()
    assert caught.value.reason == "read_only"
    store.close()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param(
            "practice.db", b"These are not the pages you seek. " * 99, "damaged", id="junk"
        ),
        pytest.param("no/such/folder/practice.db", None, "unreachable", id="no folder"),
    ],
)
def test_a_database_that_cannot_be_opened_says_why(tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(StorageUnavailable) as caught:
        open_store(file_url(tmp_path, name))
    assert caught.value.reason == reason


@pytest.mark.parametrize("url", ["postgresql://me:secret@host/db", "practice.db", ""])
def test_other_databases_are_refused_without_showing_a_password(url):
    with pytest.raises(UnsupportedDatabase, match="MAINS_PRACTICE_DB") as caught:
        Database(url)
    assert "secret" not in str(caught.value)


def test_a_mistake_of_ours_is_not_blamed_on_the_disk(database):
    with pytest.raises(OperationalError), database.reading() as connection:
        connection.exec_driver_sql("SELECT * FROM nothing")


def test_a_database_in_memory_is_shared_by_threads():
    practice = make_practice("sqlite://", Hands())
    draft = practice.start("rivers")
    with ThreadPoolExecutor(4) as threads:
        drafts = list(threads.map(practice.get_draft, [draft.id] * 8))
    assert set(drafts) == {draft}
    practice.close()


def test_a_secret_outlives_a_restart(practice, url):
    secret = practice.secret()
    assert len(secret) >= 32
    assert make_practice(url, Hands()).secret() == secret
    assert practice.secret("another") != secret


def test_a_backup_is_a_database_of_its_own(tmp_path, practice):
    attempt = answer(practice)
    practice.back_up(tmp_path / "copy.db")
    practice.delete(attempt.id)
    copy = make_practice(file_url(tmp_path, "copy.db"), Hands())
    assert [row.id for row in copy.attempts()] == [attempt.id]
    with pytest.raises(FileExistsError):
        practice.back_up(tmp_path / "copy.db")
