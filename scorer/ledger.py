"""How the marks add up: integer hundredths, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scorer.report import LedgerLine
from scorer.scale import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorer.report import DimensionScore
    from scorer.scale import Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """A limit on the marks, with the reason the learner reads."""

    code: str
    label: str
    why: str
    share: float
    """Share of the marks before the cap that remains, 0 to 1."""


def write_ledger(
    dimensions: Sequence[DimensionScore], caps: Sequence[Cap], scale: Scale, max_marks: int
) -> tuple[LedgerLine, ...]:
    """Return the lines whose sum is the marks: dimensions, map, caps, rounding."""
    full = max_marks * 100
    coverage = sum(dimension.weight * dimension.coverage for dimension in dimensions)
    lines = _dimension_lines(dimensions, full, round(coverage * full))
    mapped = round(scale.share(min(coverage, 1.0)) * full)
    lines.append(_map_line(mapped - _total(lines), scale))
    for cap in caps:
        lost = _total(lines) - int(_total(lines) * cap.share)
        lines.append(
            LedgerLine(label=cap.label, hundredths=-lost, why=cap.why, kind="cap", ref=cap.code)
        )
    lines.append(_rounding_line(_total(lines)))
    return tuple(lines)


def split_hundredths(total: int, shares: Sequence[float]) -> list[int]:
    """Split an integer in proportion to shares; the parts add up to it exactly."""
    whole = sum(shares)
    if whole <= 0:
        return [0] * len(shares)
    exact = [total * share / whole for share in shares]
    parts = [int(value) for value in exact]
    by_remainder = sorted(range(len(exact)), key=lambda at: parts[at] - exact[at])
    for at in by_remainder[: total - sum(parts)]:
        parts[at] += 1
    return parts


def _dimension_lines(
    dimensions: Sequence[DimensionScore], full: int, total: int
) -> list[LedgerLine]:
    shares = [dimension.weight * dimension.coverage for dimension in dimensions]
    parts = split_hundredths(total, shares)
    carried = split_hundredths(full, [dimension.weight for dimension in dimensions])
    return [
        LedgerLine(
            label=one.title,
            hundredths=part,
            why=f"{one.coverage:.0%} of the {whole / 100:.2f} marks it carries",
            kind="dimension",
            ref=one.id,
        )
        for one, part, whole in zip(dimensions, parts, carried, strict=True)
    ]


def _map_line(hundredths: int, scale: Scale) -> LedgerLine:
    why = f"on this scale a complete answer gets {scale.ceiling:.0%} of the marks"
    return LedgerLine(label="Examination scale", hundredths=hundredths, why=why, kind="map")


def _rounding_line(total: int) -> LedgerLine:
    rounded = (2 * total + STEP) // (2 * STEP) * STEP
    return LedgerLine(
        label="Rounding",
        hundredths=rounded - total,
        why="to the nearest half mark",
        kind="rounding",
    )


def _total(lines: Sequence[LedgerLine]) -> int:
    return sum(line.hundredths for line in lines)
