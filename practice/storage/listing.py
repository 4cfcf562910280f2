"""Lists of attempts: found, filtered, sorted and cut by the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Float, and_, case, cast, exists, func, select

from practice.history import EVERYTHING, AttemptOutline, AttemptRow, DimensionCoverage
from practice.storage.schema import (
    attempts,
    deletions,
    notes,
    reports,
    scoring_queue,
    self_marks,
    tags,
    teacher_marks,
)
from practice.storage.searching import mentions
from practice.storage.sittings import Sittings
from scorer.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Select

    from practice.history import AttemptFilter
    from practice.sittings import AnswerTime

_all_reports = reports.alias()
_newest = (
    select(func.max(_all_reports.c.id))
    .where(_all_reports.c.attempt_id == attempts.c.id)
    .correlate(attempts)
    .scalar_subquery()
)
_status = case(
    (reports.c.id.is_not(None), "scored"),
    (scoring_queue.c.failed_at.is_not(None), "failed"),
    else_="unscored",
)
_share = reports.c.marks / cast(attempts.c.max_marks, Float)
_SOURCE = attempts.outerjoin(reports, reports.c.id == _newest).outerjoin(
    scoring_queue, scoring_queue.c.attempt_id == attempts.c.id
)
_notes = (
    select(func.count())
    .where(notes.c.attempt_id == attempts.c.id)
    .correlate(attempts)
    .scalar_subquery()
)
_teacher_marks = (
    select(teacher_marks.c.marks)
    .where(teacher_marks.c.attempt_id == attempts.c.id)
    .order_by(teacher_marks.c.created_at.desc())
    .limit(1)
    .correlate(attempts)
    .scalar_subquery()
)
_DIRECT = (
    *(column for column in attempts.columns if column.name in AttemptRow.__dataclass_fields__),
    reports.c.marks,
    reports.c.band,
    reports.c.coverage,
    _status.label("status"),
    _notes.label("notes"),
    _teacher_marks.label("teacher_marks"),
)
_NAMES = tuple(column.name for column in _DIRECT)
_COLUMNS = (
    *_DIRECT,
    attempts.c.started_at,
    attempts.c.deadline,
    (attempts.c.in_time_text != attempts.c.final_text).label("wrote_on"),
    reports.c.dimensions,
)
_OUTLINE = (
    attempts.c.id,
    attempts.c.sitting_id,
    attempts.c.prompt_id,
    attempts.c.mode,
    attempts.c.words,
    attempts.c.parent_id,
    attempts.c.started_at,
    attempts.c.submitted_at,
)
_ORDERS = {
    "newest": (attempts.c.submitted_at.desc(), attempts.c.id),
    "oldest": (attempts.c.submitted_at, attempts.c.id),
    "highest": (_share.desc().nulls_last(), attempts.c.submitted_at.desc()),
    "lowest": (_share.asc().nulls_last(), attempts.c.submitted_at.desc()),
}


class Listing:
    """Attempts as rows, inside one transaction."""

    def __init__(self, connection: Connection, *, by_index: bool = False) -> None:
        self._connection = connection
        self._by_index = by_index

    def rows(self, learner: str, wanted: AttemptFilter) -> tuple[AttemptRow, ...]:
        """Return one row per attempt that fits."""
        query = select(*_COLUMNS).select_from(_SOURCE).where(*self._conditions(learner, wanted))
        query = query.order_by(*_ORDERS[wanted.order]).limit(wanted.limit).offset(wanted.offset)
        found = self._connection.execute(query).all()
        tagged = self._tags(learner)
        times = self._times(row.sitting_id for row in found)
        return tuple(_row(row, tagged, times.get(row.id)) for row in found)

    def count(self, learner: str, wanted: AttemptFilter) -> int:
        """Return how many attempts fit, whatever the filter's limit and offset."""
        conditions = self._conditions(learner, wanted)
        # Only the status needs the other tables; joining them takes longer than counting.
        source = attempts if wanted.status is None else _SOURCE
        query = select(func.count()).select_from(source).where(*conditions)
        return self._connection.execute(query).scalar_one()

    def outlines(self, learner: str) -> tuple[AttemptOutline, ...]:
        """Return what is summed up over all attempts of a learner, in no order."""
        query = select(*_OUTLINE).where(*_conditions(learner, EVERYTHING))
        found = self._connection.execute(query).all()
        times = self._times(row.sitting_id for row in found)
        return tuple(
            AttemptOutline(
                prompt_id=row.prompt_id,
                mode=row.mode,
                submitted_at=row.submitted_at,
                minutes=_minutes(_time_taken(row, times.get(row.id))),
                words=row.words,
                parent_id=row.parent_id,
            )
            for row in found
        )

    def all_tags(self, learner: str) -> tuple[str, ...]:
        """Return every tag that a learner uses, in alphabetical order."""
        return tuple(sorted({tag for mine in self._tags(learner).values() for tag in mine}))

    def _conditions(self, learner: str, wanted: AttemptFilter) -> Iterator[ColumnElement[bool]]:
        yield from _conditions(learner, wanted)
        words = clean_text(wanted.search).split()
        yield and_(True, *(mentions(word, by_index=self._by_index) for word in words))

    def _times(self, sitting_ids: Iterable[str | None]) -> Mapping[str, AnswerTime]:
        return Sittings(self._connection).times(each for each in sitting_ids if each is not None)

    def _tags(self, learner: str) -> Mapping[str, tuple[str, ...]]:
        query = select(tags).join(attempts).where(attempts.c.learner == learner)
        found: dict[str, tuple[str, ...]] = {}
        for attempt_id, tag in self._connection.execute(query.order_by(tags.c.tag)):
            found[attempt_id] = (*found.get(attempt_id, ()), tag)
        return found


def _conditions(learner: str, wanted: AttemptFilter) -> Iterator[ColumnElement[bool]]:
    deleted = exists().where(deletions.c.attempt_id == attempts.c.id)
    yield attempts.c.learner == learner
    yield deleted if wanted.deleted else ~deleted
    if wanted.since is not None:
        yield attempts.c.submitted_at >= wanted.since
    if wanted.until is not None:
        yield attempts.c.submitted_at < wanted.until
    yield from (condition for is_wished, condition in _wishes(learner, wanted) if is_wished)


def _wishes(learner: str, wanted: AttemptFilter) -> Iterator[tuple[bool, ColumnElement[bool]]]:
    """Yield every condition, each with whether it is wished for."""
    for column in (attempts.c.prompt_id, attempts.c.max_marks, attempts.c.mode, attempts.c.medium):
        wish = getattr(wanted, column.name)
        yield wish is not None, column == wish
    yield wanted.status is not None, _status == wanted.status
    yield wanted.first_only, attempts.c.parent_id.is_(None)
    yield wanted.latest_only, attempts.c.id.in_(_latest(learner))
    yield wanted.self_marked, exists().where(self_marks.c.attempt_id == attempts.c.id)
    yield wanted.tag is not None, _has(tags.c.attempt_id, tags.c.tag == wanted.tag)


def _latest(learner: str) -> Select[tuple[str]]:
    deleted = exists().where(deletions.c.attempt_id == attempts.c.id)
    newest_first = attempts.c.submitted_at.desc()
    place = func.row_number().over(partition_by=attempts.c.prompt_id, order_by=newest_first)
    placed = (
        select(attempts.c.id, place.label("place"))
        .where(attempts.c.learner == learner, ~deleted)
        .subquery()
    )
    return select(placed.c.id).where(placed.c.place == 1)


def _has(owner: ColumnElement[str], condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(owner == attempts.c.id, condition)


def _row(row: Any, tagged: Mapping[str, tuple[str, ...]], time: AnswerTime | None) -> AttemptRow:
    overtime = _overtime(row, time) if row.wrote_on else timedelta()
    return AttemptRow(
        **{name: getattr(row, name) for name in _NAMES},
        minutes=_minutes(_time_taken(row, time)),
        overtime_minutes=_minutes(overtime),
        dimensions=tuple(
            DimensionCoverage(id=key, title=title, coverage=coverage)
            for key, title, coverage in row.dimensions or ()
        ),
        tags=tagged.get(row.id, ()),
    )


def _time_taken(row: Any, time: AnswerTime | None) -> timedelta:
    """Return the time at one answer; in a sitting, only that which was spent on this one."""
    return time.spent if time else row.submitted_at - row.started_at


def _overtime(row: Any, time: AnswerTime | None) -> timedelta:
    return time.late if time else row.submitted_at - row.deadline


def _minutes(time: timedelta) -> float:
    return time / timedelta(minutes=1)
