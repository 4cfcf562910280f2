from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.saving import (
    PaceEvent,
    Pauses,
    Revision,
    Save,
    Splice,
    SpliceMismatch,
    find_pauses,
    settle,
)
from tests.javascript import call_js

NOW = datetime(2026, 1, 5, 21, 0, tzinfo=UTC)


def revision(rev, text, client_id="a", seq=0):
    return Revision(rev=rev, client_id=client_id, seq=seq, text=text, saved_at=NOW)


def save(text=None, *, base_rev, client_id="a", seq=9, splice=None):
    return Save(client_id=client_id, seq=seq, base_rev=base_rev, text=text, splice=splice)


def test_a_page_that_writes_alone_gets_its_text():
    journal = [revision(0, ""), revision(1, "One", seq=1)]
    assert settle(save("One two", base_rev=1), journal) == "One two"


def test_a_repeated_save_changes_nothing():
    journal = [revision(0, ""), revision(1, "One", seq=1), revision(2, "One two", seq=2)]
    assert settle(save("One", base_rev=0, seq=1), journal) == "One two"


def test_an_older_save_that_comes_late_changes_nothing():
    journal = [revision(0, ""), revision(1, "One two", seq=5)]
    assert settle(save("One", base_rev=0, seq=4), journal) == "One two"


def test_a_lost_acknowledgement_does_not_write_words_twice():
    journal = [revision(0, ""), revision(1, "One", seq=1)]
    assert settle(save("One two", base_rev=0, seq=2), journal) == "One two"


def test_a_lost_acknowledgement_before_another_page_wrote_does_not_either():
    journal = [
        revision(4, "Start"),
        revision(5, "Start one", seq=1),
        revision(6, "Start one other", client_id="b", seq=1),
    ]
    assert settle(save("Start one two", base_rev=4, seq=2), journal) == "Start one two other"


def test_two_pages_keep_both_texts():
    journal = [revision(3, "Base"), revision(4, "Base theirs", client_id="b", seq=1)]
    assert settle(save("Base ours", base_rev=3), journal) == "Base ours theirs"


def test_a_splice_goes_to_the_revision_it_names():
    journal = [revision(3, "Base"), revision(4, "Above\nBase", client_id="b", seq=1)]
    splice = Splice(at=4, deleted=0, inserted=" ours", base_length=4, length=9)
    assert settle(save(base_rev=3, splice=splice), journal) == "Above\nBase ours"


def test_offsets_are_code_points():
    splice = Splice(at=2, deleted=1, inserted="!", base_length=3, length=3)
    assert splice.apply("👍 x") == "👍 !"


@pytest.mark.parametrize(
    "splice",
    [
        pytest.param(Splice(at=0, deleted=0, inserted="x", base_length=3, length=4), id="base"),
        pytest.param(Splice(at=0, deleted=0, inserted="x", base_length=4, length=9), id="result"),
    ],
)
def test_a_splice_made_for_another_text_is_refused(splice):
    with pytest.raises(SpliceMismatch):
        settle(save(base_rev=1, splice=splice), [revision(1, "four")])


def test_a_splice_on_an_unknown_revision_is_refused():
    splice = Splice(at=0, deleted=0, inserted="x", base_length=0, length=1)
    with pytest.raises(SpliceMismatch):
        settle(save(base_rev=7, splice=splice), [revision(1, "")])


def test_a_whole_text_on_an_unknown_revision_loses_nothing():
    journal = [revision(2, "kept by the server")]
    text = settle(save("kept by the page", base_rev=40), journal)
    assert set(text.split()) == {"kept", "by", "the", "server", "page"}


texts = st.text("aé👍 \n", max_size=10)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(texts, texts), min_size=30, max_size=30))
def test_the_page_cuts_splices_that_the_server_can_apply(pairs):
    splices = call_js(("splicing",), "spliceBetween", [list(pair) for pair in pairs])
    for (before, after), cut in zip(pairs, splices, strict=True):
        splice = Splice(
            at=cut["at"],
            deleted=cut["del"],
            inserted=cut["ins"],
            base_length=cut["base_len"],
            length=cut["len"],
        )
        assert splice.apply(before) == after


@pytest.mark.parametrize(
    ("events", "pauses"),
    [
        ([], (0, None)),
        ([("pause_begun", 12.3, 0)], (0, 12.3)),
        ([("pause_begun", 12.3, 0), ("clock_paused", 12.3, 40)], (40, None)),
        (
            [("pause_begun", 12.3, 0), ("clock_paused", 12.3, 40), ("pause_begun", 90, 0)],
            (40, 90),
        ),
        ([("clock_paused", 5, 7), ("paste", 6, 99), ("clock_paused", 20, 3)], (10, None)),
    ],
)
def test_a_clock_goes_on_from_its_pauses(events, pauses):
    found = find_pauses([PaceEvent(kind=kind, at=at, value=value) for kind, at, value in events])
    assert found == Pauses(seconds=pauses[0], begun=pauses[1])
