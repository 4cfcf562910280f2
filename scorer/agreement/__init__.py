"""The scorer's marks against examiners' marks.

Rank correlation alone is not enough: good answers are also longer. Beside it
stands the correlation *beyond length*, pooled within prompts after words and
distinct words have been regressed out of both sides.
"""

from __future__ import annotations

from scorer.agreement.comparison import Agreement, compare_with_examiners, measure_agreement

__all__ = ["Agreement", "compare_with_examiners", "measure_agreement"]
