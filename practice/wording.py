"""How the screen says things: marks, times, modes, in the learner's words."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from scorer.scoring import COVERED_FROM
from scorer.short_points import WORDS_PER_POINT
from scorer.text import split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from practice.attempts import Medium, Mode
    from practice.history import AttemptRow, Review
    from scorer.report import DemandScore, PointStatus, ScoreReport
    from scorer.short_points import ShortDimension

MODES: Final[Mapping[Mode, tuple[str, str]]] = {
    "practice": ("Timed practice", "The bell rings, you may go on; what stood at the bell counts."),
    "exam": ("Exam", "The answer is handed in at the bell, whatever happens."),
    "relaxed": ("No clock", "Take the time you need."),
}


def describe_size(marks: int, words: int, minutes: float) -> str:
    """Say how much a question asks for."""
    return f"{marks} marks · {words} words · {minutes:g} minutes"


def describe_length(words: int, medium: Medium) -> str:
    """Say how long an answer is; nobody has counted the words of a sheet."""
    if medium == "paper":
        return f"{words} words, on paper" if words else "on paper"
    return f"{words} words"


def describe_kind(*, is_own: bool) -> tuple[str, ...]:
    """Say that a question is the learner's own; nothing of the others."""
    return ("my question",) if is_own else ()


def describe_day(moment: datetime) -> str:
    """Say when something was, by the clock on the wall."""
    local = moment.astimezone()
    return f"{local.day} {local:%b %Y, %H:%M}"


def describe_clock_time(moment: datetime) -> str:
    """Say when something is today, by the clock on the wall."""
    return f"{moment.astimezone():%H:%M:%S}"


def describe_share(share: float | None) -> str:
    """Say what part of a whole something is."""
    return "–" if share is None else f"{share:.0%}"


def describe_duration(seconds: float) -> str:
    """Say how long something took."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s" if minutes else f"{rest} s"


STATUS_SIGNS: Final[Mapping[PointStatus, tuple[str, str]]] = {
    "covered": ("✓", "found"),
    "partial": ("◐", "partly found"),
    "missing": ("○", "not found"),
    "contradicted": ("✗", "the opposite is said"),
}


def describe_points(dimensions: Sequence[ShortDimension], words: int) -> str:
    """Say how many points an own question has, and how many make a full answer."""
    points = sum(len(dimension.points) for dimension in dimensions)
    parts = sum(bool(dimension.points) for dimension in dimensions)
    under = f" in {parts} parts" if parts > 1 else ""
    enough = min(points, max(1, round(words / WORDS_PER_POINT)))
    counted = "1 point" if points == 1 else f"{points} points"
    return f"{counted}{under}. About {enough} of them make a full answer in {words} words."


def describe_stopwatch(seconds: float) -> str:
    """Say how long something took, for a column of figures."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def describe_gain(gain: float) -> str:
    """Say what an improvement could add."""
    return f"up to +{gain:.1f}"


def describe_marks(marks: float | None, max_marks: int) -> str:
    """Say what an answer earned."""
    return "not marked yet" if marks is None else f"{marks:.1f} of {max_marks}"


def describe_mode(row: AttemptRow) -> str:
    """Say how an answer was written."""
    mode = MODES[row.mode][0]
    return f"{mode}, rewrite" if row.parent_id is not None else mode


def describe_labels(tags: Sequence[str], notes: int) -> str:
    """Say what a learner has put beside an answer, or may put there."""
    written = [*tags, *([] if not notes else ["1 note" if notes == 1 else f"{notes} notes"])]
    return ", ".join(written) or "Add a note or tag"


def describe_both_marks(row: AttemptRow) -> str:
    """Say what an answer earned: a teacher's marks first, then the tool's."""
    tools = describe_marks(row.marks, row.max_marks)
    if row.teacher_marks is None:
        return tools
    return f"{row.teacher_marks:.1f} of {row.max_marks} by a teacher (this tool: {tools})"


def signed(marks: float) -> str:
    """Return marks with their sign, to the hundredth."""
    return f"{marks:+.2f}".replace("-", "−")


def shorten(text: str, longest: int = 90) -> str:
    """Return a text that fits a line, cut at a word."""
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(maxsplit=1)[0] + " …"


def shorten_quote(quote: str) -> str:
    """Return the learner's words on one line; from a long stretch, how it begins and ends."""
    words = quote.lstrip("-*•– \n").split()
    if len(words) <= 14:
        return " ".join(words)
    return f"{' '.join(words[:7])} … {' '.join(words[-5:])}"


def quote_words(quote: str) -> str:
    """Quote what makes a point, and say so if it took more than one sentence to make it."""
    together = ", taken together" if len(split_sentences(quote)) > 1 else ""
    return f"Your words{together}: “{shorten_quote(quote)}”"


def judge_demand(demand: DemandScore) -> tuple[str, str]:
    """Say with a sign and in words whether a part of the question was answered."""
    if demand.coverage >= COVERED_FROM:
        return "✓", "answered"
    return ("◐", "partly answered") if demand.coverage else ("○", "not found")


def tell_time(review: Review) -> tuple[tuple[str, str], ...]:
    """Return what is known of the time of an attempt, as names and values."""
    attempt, sat = review.attempt, review.sat
    lines = [("Time taken", describe_duration(review.time_taken.total_seconds()))]
    if sat is not None:
        lines += _tell_limit("Planned in the sitting", sat.planned, sat.late)
    elif attempt.deadline is not None:
        allowed = attempt.deadline - attempt.started_at
        lines += _tell_limit("Time allowed", allowed, attempt.submitted_at - attempt.deadline)
    if attempt.ended_by == "bell":
        lines.append(("Handed in", "by the bell"))
    return (*lines, *_tell_events(review))


def _tell_limit(name: str, limit: timedelta, after: timedelta) -> Iterator[tuple[str, str]]:
    yield name, describe_duration(limit.total_seconds())
    if after > timedelta():
        yield "After the bell", describe_duration(after.total_seconds())


def _tell_events(review: Review) -> list[tuple[str, str]]:
    events = review.time_record.events if review.time_record else ()
    first = next((event.at for event in events if event.kind == "first_key"), None)
    idle = [event.value for event in events if event.kind == "idle"]
    paused = sum(event.value for event in events if event.kind == "clock_paused")
    pasted = sum(event.value for event in events if event.kind == "paste")
    moved = sum(abs(event.value) for event in events if event.kind == "clock_jumped")
    lines = []
    # In a sitting others are answered before it.
    if first is not None and review.sat is None:
        lines.append(("First word after", describe_duration(first)))
    if idle:
        lines.append(("Longest rest", describe_duration(max(idle))))
    if paused:
        lines.append(("Clock paused", describe_duration(paused)))
    if pasted:
        lines.append(("Words pasted", str(pasted)))
    if moved:
        lines.append(("Computer's clock moved", f"{describe_duration(moved)}, not counted"))
    return lines


def tell_unverified(report: ScoreReport) -> str | None:
    """Name the figures that the tool could not check, if there are any."""
    if not report.unverified:
        return None
    quotes = ", ".join(f"“{figure.text}”" for figure in report.unverified)
    return f"Not verified, not counted: {quotes}. Right or wrong, this tool cannot tell."
