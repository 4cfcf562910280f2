"""Lists of attempts: found, filtered, sorted and cut by the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Float, and_, case, cast, exists, func, or_, select

from practice.history import AttemptRow, DimensionCoverage
from practice.storage.schema import (
    attempts,
    deletions,
    notes,
    reports,
    scoring_queue,
    tags,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from practice.history import AttemptFilter

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
_DIRECT = (
    *(column for column in attempts.columns if column.name in AttemptRow.__dataclass_fields__),
    reports.c.marks,
    reports.c.band,
    reports.c.coverage,
    _status.label("status"),
)
_NAMES = tuple(column.name for column in _DIRECT)
_COLUMNS = (
    *_DIRECT,
    attempts.c.started_at,
    attempts.c.deadline,
    attempts.c.in_time_text != attempts.c.final_text,
    reports.c.dimensions,
)
_ORDERS = {
    "newest": (attempts.c.submitted_at.desc(), attempts.c.id),
    "oldest": (attempts.c.submitted_at, attempts.c.id),
    "highest": (_share.desc().nulls_last(), attempts.c.submitted_at.desc()),
    "lowest": (_share.asc().nulls_last(), attempts.c.submitted_at.desc()),
}


class Listing:
    """Attempts as rows, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def rows(self, learner: str, wanted: AttemptFilter) -> tuple[AttemptRow, ...]:
        """Return one row per attempt that fits."""
        query = select(*_COLUMNS).select_from(_SOURCE).where(*_conditions(learner, wanted))
        query = query.order_by(*_ORDERS[wanted.order]).limit(wanted.limit).offset(wanted.offset)
        tagged = self._tags(learner)
        return tuple(_row(row, tagged) for row in self._connection.execute(query))

    def count(self, learner: str, wanted: AttemptFilter) -> int:
        """Return how many attempts fit, whatever the filter's limit and offset."""
        query = select(func.count()).select_from(_SOURCE).where(*_conditions(learner, wanted))
        return self._connection.execute(query).scalar_one()

    def all_tags(self, learner: str) -> tuple[str, ...]:
        """Return every tag that a learner uses, in alphabetical order."""
        return tuple(sorted({tag for mine in self._tags(learner).values() for tag in mine}))

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
    for column in (attempts.c.prompt_id, attempts.c.max_marks, attempts.c.mode):
        wish = getattr(wanted, column.name)
        if wish is not None:
            yield column == wish
    if wanted.status is not None:
        yield _status == wanted.status
    if wanted.since is not None:
        yield attempts.c.submitted_at >= wanted.since
    if wanted.until is not None:
        yield attempts.c.submitted_at < wanted.until
    if wanted.first_only:
        yield attempts.c.parent_id.is_(None)
    if wanted.tag is not None:
        yield _has(tags.c.attempt_id, tags.c.tag == wanted.tag)
    yield and_(True, *(_mentions(word) for word in wanted.search.split()))


def _mentions(word: str) -> ColumnElement[bool]:
    return or_(
        attempts.c.prompt_text.icontains(word, autoescape=True),
        attempts.c.final_text.icontains(word, autoescape=True),
        _has(notes.c.attempt_id, notes.c.text.icontains(word, autoescape=True)),
        _has(tags.c.attempt_id, tags.c.tag.icontains(word, autoescape=True)),
    )


def _has(owner: ColumnElement[str], condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(owner == attempts.c.id, condition)


def _row(row: Sequence[Any], tagged: Mapping[str, tuple[str, ...]]) -> AttemptRow:
    *direct, started_at, deadline, wrote_on, dimensions = row
    fields = dict(zip(_NAMES, direct, strict=True))
    end = fields["submitted_at"]
    return AttemptRow(
        **fields,
        minutes=_minutes(started_at, end),
        overtime_minutes=_minutes(deadline, end) if wrote_on else 0.0,
        dimensions=tuple(
            DimensionCoverage(id=key, title=title, coverage=coverage)
            for key, title, coverage in dimensions or ()
        ),
        tags=tagged.get(fields["id"], ()),
    )


def _minutes(start: datetime, end: datetime) -> float:
    return (end - start) / timedelta(minutes=1)
