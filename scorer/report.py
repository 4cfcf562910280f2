"""Everything the scorer says about one answer."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from pydantic import TypeAdapter

PointStatus = Literal["covered", "partial", "missing", "contradicted"]
LineKind = Literal["dimension", "map", "cap", "rounding"]
Verdict = Literal["right", "wrong"]
SentenceRole = Literal["introduction", "body", "conclusion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSpan:
    """The stretch of an answer that makes a point."""

    start: int
    """Offset of the first character, in code points from 0."""
    end: int
    """Offset one past the last character."""
    text: str
    """The learner's words that the span covers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A stretch that says the opposite of a rubric point."""

    evidence: EvidenceSpan
    sure: bool
    """An unsure one is shown to the learner and costs nothing."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointScore:
    """How far an answer makes one rubric point."""

    id: str
    dimension: str
    statement: str
    status: PointStatus
    coverage: float
    """0 to 1."""
    hundredths: int
    """Hundredths of a mark that the point earned, before rounding."""
    evidence: tuple[EvidenceSpan, ...] = ()
    groups_met: tuple[str, ...] = ()
    groups_not_met: tuple[str, ...] = ()
    """First alternative of every keyword group that the evidence lacks."""
    depth: tuple[str, ...] = ()
    """Which of ``mechanism`` and ``specific`` the evidence has."""
    demand: str | None = None
    side: str | None = None
    contradiction: Contradiction | None = None
    feedback: str = ""
    correction: str = ""

    @property
    def marks(self) -> float:
        """Marks that the point earned, before rounding."""
        return self.hundredths / 100


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionScore:
    """How far an answer fills one dimension."""

    id: str
    title: str
    weight: float
    """Share of the rubric, 0 to 1."""
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandScore:
    """How far an answer meets one part of what is asked."""

    id: str
    text: str
    coverage: float
    """Best two points' mean coverage, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One step on the way to the marks; the lines sum to them exactly."""

    label: str
    hundredths: int
    why: str
    kind: LineKind
    ref: str = ""
    """Id of the dimension or the cap that the line belongs to."""

    @property
    def marks(self) -> float:
        """Marks that the line adds (or takes, below 0)."""
        return self.hundredths / 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Advisory:
    """A warning about the whole answer, with its stated effect on the marks."""

    code: str
    message: str
    effect: str
    evidence: tuple[EvidenceSpan, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactFinding:
    """A figure or year of the answer, checked against the accepted ranges."""

    id: str
    about: str
    verdict: Verdict
    evidence: EvidenceSpan
    correction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MisconceptionFinding:
    """A known wrong claim that the answer makes."""

    id: str
    statement: str
    evidence: EvidenceSpan
    correction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """How an answer is built. Notes only: nothing here earns marks."""

    introduction_words: int
    body_words: int
    conclusion_words: int
    paragraphs: int
    bullets: int
    headings: int
    conclusion_start: int | None
    """Offset at which the conclusion begins, if one was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What made the marks; equal signatures and texts have equal marks."""

    scorer: str
    rubric: str
    lexicon: str
    scale: str
    ticks: str = ""
    """Digest of what somebody ticked; empty where the scorer read the answer."""

    def __str__(self) -> str:
        return "|".join(f"{name}:{value}" for name, value in asdict(self).items() if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreReport:
    """One answer's marks and all that explains them."""

    rubric_id: str
    hundredths: int
    """The marks, in hundredths; a multiple of 50."""
    max_marks: int
    marks_range: tuple[float, float]
    """The marks give or take the expected error."""
    coverage: float
    """0 to 1: saturated, weighted coverage of the rubric, before any cap."""
    band: str
    words: int
    word_limit: int
    signature: Signature
    points: tuple[PointScore, ...]
    """One per rubric point, in rubric order."""
    dimensions: tuple[DimensionScore, ...]
    demands: tuple[DemandScore, ...]
    ledger: tuple[LedgerLine, ...]
    structure: Structure
    advisories: tuple[Advisory, ...] = ()
    facts: tuple[FactFinding, ...] = ()
    unverified: tuple[EvidenceSpan, ...] = ()
    """Shares, sums and weights that nothing in the rubric knows: they earn nothing."""
    misconceptions: tuple[MisconceptionFinding, ...] = ()
    counted_until: int | None = None
    """Offset from which text no longer counts, if the answer ran too long."""
    as_of: str = field(default="")
    """ISO date to which the rubric's facts were checked."""

    @property
    def marks(self) -> float:
        """Marks awarded, in steps of a half."""
        return self.hundredths / 100

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON-ready values; :meth:`from_dict` reads them back."""
        plain = asdict(self) | {"marks": self.marks, "signature": asdict(self.signature)}
        for name in ("points", "ledger"):
            rows = [{**row, "marks": row["hundredths"] / 100} for row in plain[name]]
            plain[name] = rows
        listed: dict[str, Any] = _lists(plain)
        return listed

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> ScoreReport:
        """Read what :meth:`to_dict` wrote.

        Raises
        ------
        ValueError
            If a field is absent or of the wrong type.
        """
        return _adapter().validate_python(data)


@cache
def _adapter() -> TypeAdapter[ScoreReport]:
    # Only reading a stored report needs Pydantic, which is slow to import.
    from pydantic import TypeAdapter

    return TypeAdapter(ScoreReport)


def _lists(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _lists(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_lists(item) for item in value]
    return value
