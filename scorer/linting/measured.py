"""Checks that score answers with a rubric and look at what they earn.

Limits are on coverage, which is taken before advisories and caps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scorer.linting.earned import EARNED_CHECKS
from scorer.linting.unearned import UNEARNED_CHECKS

if TYPE_CHECKING:
    from scorer.linting.subjects import RubricCheck

MEASURED_CHECKS: tuple[RubricCheck, ...] = (*EARNED_CHECKS, *UNEARNED_CHECKS)
