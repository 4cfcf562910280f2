"""From coverage to marks on the examination's scale (``scale.yaml``)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

STEP = 50
"""Marks are awarded in steps of this many hundredths."""


@dataclass(frozen=True, slots=True)
class Scale:
    """A monotone map from coverage to share of the marks, with its bands."""

    knots: tuple[tuple[float, float], ...]
    """(coverage, share of the marks), both rising from 0."""
    expected_error: float
    """Mean distance from an examiner's marks, as a share of the marks."""
    bands: tuple[tuple[str, float], ...]
    """(name, share of the marks from which it holds), rising."""
    source: str
    as_of: str
    calibrated: bool
    digest: str

    @property
    def ceiling(self) -> float:
        """Share of the marks that full coverage earns."""
        return self.knots[-1][1]

    def share(self, coverage: float) -> float:
        """Return the share of the marks for a coverage of 0 to 1."""
        for (x0, y0), (x1, y1) in zip(self.knots, self.knots[1:], strict=False):
            if coverage <= x1:
                return y0 + (y1 - y0) * (coverage - x0) / (x1 - x0)
        return self.ceiling

    def band(self, share: float) -> str:
        """Return the name of the band that a share of the marks lies in."""
        return next(name for name, start in reversed(self.bands) if share >= start)

    def likely(self, marks: float, max_marks: int) -> tuple[float, float]:
        """Return the marks less and plus the expected error, in half marks."""
        error = max(round(2 * self.expected_error * max_marks) / 2, 0.5)
        return max(0.0, marks - error), min(float(max_marks), marks + error)


@cache
def load_scale() -> Scale:
    """Load the package's scale; read once per process."""
    import yaml

    text = resources.files("scorer").joinpath("scale.yaml").read_text("utf-8")
    data = yaml.safe_load(text)
    return Scale(
        knots=tuple((float(x), float(y)) for x, y in data["knots"]),
        expected_error=float(data["expected_error"]),
        bands=tuple((name, float(start)) for name, start in data["bands"]),
        source=data["source"],
        as_of=str(data["as_of"]),
        calibrated=data["calibrated"],
        digest=hashlib.sha256(text.encode()).hexdigest()[:12],
    )
