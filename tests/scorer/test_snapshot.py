"""Rubrics as plain data and back."""

from __future__ import annotations

import json

import pytest

from scorer.loading import load_rubric
from scorer.prompts import load_prompts
from scorer.snapshot import dump_rubric, read_rubric
from tests.scorer.samples import flood_rubric


@pytest.mark.parametrize("prompt", load_prompts(), ids=lambda prompt: prompt.id)
def test_reading_a_dumped_rubric_is_identity(prompt):
    rubric = load_rubric(prompt.id)
    stored = json.dumps(dump_rubric(rubric))
    read = read_rubric(json.loads(stored))
    assert read == rubric
    assert (read.digest, read.lexicon.digest) == (rubric.digest, rubric.lexicon.digest)


def test_a_dump_survives_json_unchanged():
    dump = dump_rubric(flood_rubric())
    assert json.loads(json.dumps(dump)) == dump


def test_a_later_version_is_refused_by_name():
    later = dump_rubric(flood_rubric()) | {"format_version": 2}
    with pytest.raises(ValueError, match="format version 2"):
        read_rubric(later)


def test_a_damaged_snapshot_is_refused():
    damaged = dump_rubric(flood_rubric())
    del damaged["dimensions"]
    with pytest.raises(ValueError, match="dimensions"):
        read_rubric(damaged)
