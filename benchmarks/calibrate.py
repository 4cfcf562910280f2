"""Fit the map from coverage to marks on graded answers (``scorer/scale.yaml``).

Run as ``python benchmarks/calibrate.py GRADED.jsonl``. Prints the knots fitted on
every answer and, for the expected error, what maps fitted without a prompt say of
that prompt's answers. Nothing is written: copy the knots if they are better.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.isotonic import IsotonicRegression

from scorer import load_rubric, score_answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scorer import ScoreReport

GRID = (0.0, 0.1, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 1.0)
SMOOTHING = 0.08
"""Width, in coverage, of the kernel that smooths the steps of the isotonic fit."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One answer as the scorer and the people see it."""

    prompt: str
    coverage: float
    kept: float
    """Product of the caps: the share of the marks that they leave."""
    share: float
    """People's mean marks over the marks there are."""


def read_graded(path: Path) -> list[Graded]:
    """Score every answer of a graded JSONL file."""
    return [_graded(json.loads(line)) for line in path.read_text("utf-8").splitlines()]


def _graded(row: dict[str, object]) -> Graded:
    report = score_answer(str(row["answer"]), load_rubric(str(row["prompt"])))
    marks = np.mean(np.asarray(row["marks"], dtype=float))
    return Graded(str(row["prompt"]), report.coverage, _kept(report), marks / report.max_marks)


def _kept(report: ScoreReport) -> float:
    before = sum(line.hundredths for line in report.ledger if line.kind in ("dimension", "map"))
    after = sum(line.hundredths for line in report.ledger if line.kind != "rounding")
    return after / before if before else 1.0


def fit_knots(answers: Sequence[Graded]) -> list[tuple[float, float]]:
    """Return a smooth monotone map that passes through the origin.

    Answers that a cap took half or more from say little of the map: left out.
    """
    whole = [answer for answer in answers if answer.kept > 0.5]
    coverage = np.array([answer.coverage for answer in whole])
    share = np.array([answer.share / answer.kept for answer in whole])
    fitted = IsotonicRegression(out_of_bounds="clip").fit(coverage, share)
    fine = np.linspace(0, 1, 201)
    steps = fitted.predict(fine)
    knots = [(0.0, 0.0)]
    for at in GRID[1:]:
        weights = np.exp(-0.5 * ((fine - at) / SMOOTHING) ** 2)
        knots.append((at, round(float((weights * steps).sum() / weights.sum()), 3)))
    return knots


def mean_error(knots: Sequence[tuple[float, float]], answers: Sequence[Graded]) -> float:
    """Return the mean distance from people's marks, as a share of the marks."""
    x, y = zip(*knots, strict=True)
    told = [answer.kept * np.interp(answer.coverage, x, y) for answer in answers]
    return float(np.mean([abs(t - a.share) for t, a in zip(told, answers, strict=True)]))


def main() -> None:
    """Print the knots, the error on the same answers and on prompts left out."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graded", type=Path)
    answers = read_graded(parser.parse_args().graded)
    knots = fit_knots(answers)
    left_out = []
    for prompt in sorted({answer.prompt for answer in answers}):
        others = fit_knots([answer for answer in answers if answer.prompt != prompt])
        error = mean_error(others, [answer for answer in answers if answer.prompt == prompt])
        left_out.append(error)
        print(f"{prompt:32} {error:.3f} when left out")
    print(f"{len(answers)} answers: {mean_error(knots, answers):.3f} on the answers fitted, ")
    print(f"{np.mean(left_out):.3f} on prompts left out")
    print("knots:")
    for at, share in knots:
        print(f"  - [{at:.2f}, {share:.3f}]")


if __name__ == "__main__":
    main()
