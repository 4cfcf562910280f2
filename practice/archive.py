"""The JSON in which attempts travel from one installation to another, nothing lost."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime  # noqa: TC003, Pydantic reads the annotations
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from practice.archive_checks import check_draft, check_review, check_sitting
from practice.attempts import Attempt, Draft, LateText, TimeRecord  # noqa: TC001, likewise
from practice.history import Review, StoredReport
from practice.remarks import Remarks  # noqa: TC001, likewise
from practice.sittings import Sitting  # noqa: TC001, likewise
from scorer.report import ScoreReport
from scorer.snapshot import dump_rubric, read_rubric

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from scorer.rubric import Rubric

FORMAT: Literal["mains-practice attempts"] = "mains-practice attempts"
FORMAT_VERSION = 1


class NotAnArchive(ValueError):
    """The file cannot be read as exported attempts; nothing was imported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedReport:
    """A report, with the rubric's place in the archive."""

    report: dict[str, Any]
    rubric: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedAttempt:
    """An attempt and everything that stands beside it."""

    attempt: Attempt
    reports: tuple[ArchivedReport, ...]
    remarks: Remarks
    late_texts: tuple[LateText, ...]
    time_record: TimeRecord | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The whole file. Each rubric stands in it once."""

    format: Literal["mains-practice attempts"]
    format_version: int
    exported_at: datetime
    rubrics: dict[str, dict[str, Any]]
    attempts: tuple[ArchivedAttempt, ...]
    drafts: tuple[Draft, ...] = ()
    sittings: tuple[Sitting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What travels: attempts with everything beside them, and what is being written."""

    reviews: tuple[Review, ...]
    """Newest reports first."""
    drafts: tuple[Draft, ...] = ()
    sittings: tuple[Sitting, ...] = ()


def dump_archive(contents: Contents, exported_at: datetime) -> str:
    """Return JSON that `read_archive` reads back."""
    rubrics: dict[str, dict[str, Any]] = {}
    attempts = tuple(_archived(review, rubrics) for review in contents.reviews)
    archive = Archive(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        exported_at=exported_at,
        rubrics=rubrics,
        attempts=attempts,
        drafts=contents.drafts,
        sittings=contents.sittings,
    )
    return _adapter().dump_json(archive, indent=1).decode()


def read_archive(text: str) -> Contents:
    """Return what `dump_archive` wrote.

    Raises
    ------
    NotAnArchive
        If the text is something else, or a later version wrote it.
    """
    _refuse_others(text)
    try:
        archive = _adapter().validate_json(text)
        rubrics = {key: read_rubric(content) for key, content in archive.rubrics.items()}
        for draft in archive.drafts:
            check_draft(draft)
        for sitting in archive.sittings:
            check_sitting(sitting)
        reviews = tuple(_review(each, rubrics) for each in archive.attempts)
        return Contents(reviews=reviews, drafts=archive.drafts, sittings=archive.sittings)
    except ValueError as error:
        raise NotAnArchive(f"the file is damaged: {error}") from error
    except KeyError as error:
        raise NotAnArchive(f"the file is damaged: it lacks the rubric {error}") from error


def _archived(review: Review, rubrics: dict[str, dict[str, Any]]) -> ArchivedAttempt:
    return ArchivedAttempt(
        attempt=review.attempt,
        reports=tuple(_archived_report(stored, rubrics) for stored in review.reports),
        remarks=review.remarks,
        late_texts=review.late_texts,
        time_record=review.time_record,
    )


def _archived_report(stored: StoredReport, rubrics: dict[str, dict[str, Any]]) -> ArchivedReport:
    content = dump_rubric(stored.rubric)
    canonical = json.dumps(content, sort_keys=True)
    key = hashlib.sha256(canonical.encode()).hexdigest()[:12]
    rubrics[key] = content
    return ArchivedReport(report=stored.report.to_dict(), rubric=key, created_at=stored.created_at)


def _review(archived: ArchivedAttempt, rubrics: dict[str, Rubric]) -> Review:
    reports = tuple(
        StoredReport(
            report=ScoreReport.from_dict(each.report),
            rubric=rubrics[each.rubric],
            created_at=each.created_at,
        )
        for each in archived.reports
    )
    review = Review(
        attempt=archived.attempt,
        status="scored" if reports else "unscored",
        reports=reports,
        remarks=archived.remarks,
        late_texts=archived.late_texts,
        time_record=archived.time_record,
    )
    check_review(review)
    return review


def _refuse_others(text: str) -> None:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAnArchive("this is not a JSON file") from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise NotAnArchive("this JSON file does not hold exported attempts")
    version = content.get("format_version")
    if version != FORMAT_VERSION:
        raise NotAnArchive(
            f"the file has format version {version}, and this app reads {FORMAT_VERSION}; "
            "import it with the version that wrote it, or a later one"
        )


@cache
def _adapter() -> TypeAdapter[Archive]:
    from pydantic import TypeAdapter

    return TypeAdapter(Archive)
