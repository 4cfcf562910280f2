import csv
import json
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from practice.archive import NotAnArchive
from practice.history import AttemptFilter
from practice.saving import PaceEvent
from practice.service.archiving import Imported
from practice.storage.schema import metadata
from tests.practice.fakes import (
    GOOD_ANSWER,
    Hands,
    answer,
    file_url,
    make_catalogue,
    make_practice,
    make_rubric,
    typed,
)

ANY_TEXT = st.text(max_size=60)


def fill(practice, hands, text=GOOD_ANSWER, words="in my words", tags=("monsoon",)):
    """Store one attempt with everything that can stand beside one."""
    draft = practice.start("rivers", parent_id="p", sitting_id="s")
    hands.wait(minutes=6)
    pace = (PaceEvent(kind="paste", at=2.5, value=34),)
    practice.save_draft(draft.id, typed(text, pace=pace))
    hands.wait(minutes=2)
    practice.save_draft(draft.id, typed(text + " More.", seq=2, base_rev=1))
    practice.submit(draft.id)
    practice.save_draft(draft.id, typed(text + " More. Late.", seq=3, base_rev=2))
    practice.dispute(draft.id, "drains", words=words)
    practice.add_note(draft.id, words)
    practice.set_tags(draft.id, tags)
    practice.mark_myself(draft.id, 4.5)
    practice.add_teacher_mark(draft.id, 6, teacher=words, comment=words)
    return draft.id


def reviews(practice):
    return [practice.review(row.id) for row in practice.attempts()]


@pytest.fixture
def elsewhere(tmp_path, hands):
    service = make_practice(file_url(tmp_path, "elsewhere.db"), hands)
    yield service
    service.close()


def test_an_import_brings_everything(practice, hands, elsewhere):
    fill(practice, hands)
    answer(practice, "floods", mode="relaxed")
    assert elsewhere.import_attempts(practice.export_attempts()) == Imported(
        added=2, already_there=0
    )
    assert reviews(elsewhere) == reviews(practice)
    assert elsewhere.attempts() == practice.attempts()
    assert elsewhere.export_attempts() == practice.export_attempts()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=ANY_TEXT, words=ANY_TEXT, tags=st.lists(ANY_TEXT, max_size=3))
def test_export_after_import_is_identity(text, words, tags):
    hands = Hands()
    here, there = make_practice("sqlite://", hands), make_practice("sqlite://", hands)
    fill(here, hands, text, words, tags)
    there.import_attempts(here.export_attempts())
    assert reviews(there) == reviews(here)
    assert there.export_attempts() == here.export_attempts()
    here.close()
    there.close()


def test_importing_again_changes_nothing(practice, hands):
    fill(practice, hands)
    before = practice.export_attempts()
    assert practice.import_attempts(before) == Imported(added=0, already_there=1)
    assert practice.export_attempts() == before


def test_new_remarks_on_a_known_attempt_are_added(practice, hands, elsewhere):
    key = fill(practice, hands)
    elsewhere.import_attempts(practice.export_attempts())
    elsewhere.add_teacher_mark(key, 7, "Ms Rao")
    elsewhere.set_tags(key, ["seen"])
    elsewhere.mark_myself(key, 1)
    practice.import_attempts(elsewhere.export_attempts())
    remarks = practice.review(key).remarks
    assert [mark.marks for mark in remarks.teacher_marks] == [6, 7]
    assert remarks.tags == ("monsoon", "seen")
    assert remarks.self_mark.marks == 4.5


TRAVELS = {
    "attempts",
    "disputes",
    "late_texts",
    "notes",
    "reports",
    "rubric_snapshots",
    "self_marks",
    "tags",
    "teacher_marks",
    "time_records",
    "drafts",
    "sittings",
    "sitting_visits",
}
STAYS = {
    "deletions": "what is deleted is not taken along",
    "scoring_queue": "what is not marked is marked where it arrives",
    "revisions": "of a draft the newest text goes along",
    "pace_events": "they belong to the revisions",
    "secrets": "keys are each computer's own",
    "clock_jumps": "clocks are each computer's own",
    "copies": "a pile of copies is taken out as a table of its own",
}


def count_rows(practice, table):
    with practice.store.reading() as tables:
        query = select(func.count()).select_from(metadata.tables[table])
        return tables.drafts._connection.scalar(query)


def test_every_table_travels_or_has_a_reason_to_stay(practice, hands, elsewhere):
    assert set(metadata.tables) == TRAVELS | set(STAYS)
    fill(practice, hands)
    practice.start("floods")
    sitting = practice.start_sitting(["rivers", "tides"])
    practice.turn_to(sitting.id, sitting.places[0].answer_id)
    elsewhere.import_attempts(practice.export_attempts())
    here = {table: count_rows(practice, table) for table in TRAVELS}
    there = {table: count_rows(elsewhere, table) for table in TRAVELS}
    # What is left of a draft that was handed in is its attempt's.
    assert there == here | {"drafts": 3}
    assert elsewhere.sittings() == practice.sittings()
    assert min(there.values()) > 0


def test_a_draft_is_gone_on_with_where_it_arrives(practice, hands, elsewhere):
    draft = practice.start("rivers")
    practice.save_draft(draft.id, typed("In time."))
    hands.wait(minutes=8)
    practice.save_draft(draft.id, typed("In time. Late.", seq=2, base_rev=1))
    text = practice.export_attempts()
    assert elsewhere.import_attempts(text).drafts == 1
    assert elsewhere.import_attempts(text).drafts == 0
    arrived = elsewhere.get_draft(draft.id)
    assert (arrived.text, arrived.in_time_text) == ("In time. Late.", "In time.")
    assert elsewhere.submit(draft.id).in_time_text == "In time."
    assert elsewhere.import_attempts(text).drafts == 0


def test_several_reports_keep_their_order(practice, hands, url, elsewhere):
    key = fill(practice, hands)
    changed = make_catalogue(lambda name: make_rubric(name, statement="Rain cannot sink in."))
    make_practice(url, hands, catalogue=changed).score(key)
    elsewhere.import_attempts(practice.export_attempts())
    assert elsewhere.review(key).reports == practice.review(key).reports
    assert len(elsewhere.review(key).reports) == 2


def test_an_unscored_attempt_is_scored_where_it_arrives(url, hands, elsewhere):
    def broken(*_):
        raise ValueError

    attempt = answer(make_practice(url, hands, score=broken))
    elsewhere.import_attempts(make_practice(url, hands).export_attempts())
    assert elsewhere.review(attempt.id).status == "unscored"
    assert elsewhere.score_pending() == 1
    assert elsewhere.review(attempt.id).status == "scored"


def test_an_import_belongs_to_whoever_imports(practice, hands, tmp_path):
    fill(practice, hands)
    asha = make_practice(file_url(tmp_path, "asha.db"), hands, learner="asha")
    asha.import_attempts(practice.export_attempts())
    assert [review.attempt.learner for review in reviews(asha)] == ["asha"]


def test_deleted_attempts_are_not_exported(practice, hands):
    practice.delete(fill(practice, hands))
    assert json.loads(practice.export_attempts())["attempts"] == []


def test_an_export_may_be_filtered(practice, hands):
    fill(practice, hands)
    kept = answer(practice, "floods")
    text = practice.export_attempts("json", AttemptFilter(prompt_id="floods"))
    assert [each["attempt"]["id"] for each in json.loads(text)["attempts"]] == [kept.id]


def test_each_rubric_is_exported_once(practice, hands):
    fill(practice, hands)
    fill(practice, hands)
    content = json.loads(practice.export_attempts())
    assert content["format_version"] == 1
    assert len(content["rubrics"]) == 1


def change(path, value):
    def act(content):
        *parents, last = path
        for key in parents:
            content = content[key]
        content[last] = value

    return act


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (change(["format"], "something else"), "does not hold exported attempts"),
        (change(["format_version"], 2), "format version 2"),
        (change(["rubrics"], {}), "lacks the rubric"),
        (change(["attempts", 0, "attempt", "mode"], "strict"), "damaged"),
        (change(["attempts", 0, "attempt", "final_text"], None), "damaged"),
        (change(["attempts", 0, "attempt", "submitted_at"], "2026-03-01T10:00:00"), "damaged"),
        (change(["attempts", 0, "attempt", "max_marks"], -10), "damaged"),
        (change(["attempts", 0, "attempt", "deadline"], None), "a bell that it does not have"),
        (change(["attempts", 0, "remarks", "self_mark", "marks"], float("nan")), "damaged"),
        (change(["attempts", 0, "remarks", "notes", 0, "attempt_id"], "other"), "damaged"),
        (change(["attempts", 0, "reports", 0, "report", "points"], 3), "damaged"),
        (change(["drafts", 0, "word_limit"], 0), "damaged"),
    ],
)
def test_a_damaged_file_imports_nothing(practice, hands, elsewhere, act, message):
    fill(practice, hands)
    practice.start("floods")
    content = json.loads(practice.export_attempts())
    act(content)
    with pytest.raises(NotAnArchive, match=message):
        elsewhere.import_attempts(json.dumps(content))
    assert elsewhere.attempts() == ()


def test_an_attempt_without_a_time_record_is_welcome(practice, hands, elsewhere):
    key = fill(practice, hands)
    content = json.loads(practice.export_attempts())
    change(["attempts", 0, "time_record"], None)(content)
    elsewhere.import_attempts(json.dumps(content))
    assert elsewhere.review(key).time_record is None


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, "id,marks\r\n1,2"])
def test_other_files_are_refused_by_name(practice, text):
    with pytest.raises(NotAnArchive, match="JSON file"):
        practice.import_attempts(text)


def test_a_spreadsheet_has_one_line_per_attempt(practice, hands):
    fill(practice, hands)
    hands.wait(hours=1)
    answer(practice, "floods", 'Quotes ", commas,\nand lines')
    first, second = csv.DictReader(StringIO(practice.export_attempts("csv"), newline=""))
    assert (first["answer"], first["written_after_the_bell"]) == (
        GOOD_ANSWER,
        GOOD_ANSWER + " More.",
    )
    assert (first["self_marks"], first["teacher_marks"], first["tags"]) == ("4.5", "6.0", "monsoon")
    assert float(first["marks"]) == practice.attempts(AttemptFilter(order="oldest"))[0].marks
    assert (second["answer"], second["self_marks"]) == ('Quotes ", commas,\nand lines', "")


def test_a_spreadsheet_leaves_missing_marks_empty(url, hands):
    unscored = make_practice(url, hands, score=lambda *_: 1 / 0)
    answer(unscored)
    [line] = csv.DictReader(StringIO(unscored.export_attempts("csv")))
    assert (line["marks"], line["band"], line["max_marks"]) == ("", "", "10")


@pytest.mark.parametrize("text", ["=1+1", "- a bullet", "+x", "@x"])
def test_a_spreadsheet_runs_no_answer_as_a_formula(practice, text):
    answer(practice, text=text)
    [line] = csv.DictReader(StringIO(practice.export_attempts("csv")))
    assert line["answer"] == f"'{text}"


def test_markdown_is_for_reading(practice, hands, url):
    fill(practice, hands, text="First line.\n\nConcrete keeps the water out.")
    unscored = make_practice(url, hands, score=lambda *_: 1 / 0)
    answer(unscored, "floods", "Later.")
    text = practice.export_attempts("markdown")
    assert text.count("## Discuss") == 2
    assert "> First line.\n>\n> Concrete keeps the water out." in text
    assert "**After the bell:**" in text
    assert "**Not found:**\n\n- Old drains are choked with silt and plastic." in text
    assert "Note: in my words" in text
    assert "01 March 2026: not marked yet, 1 of 225 words in 0 minutes." in text
