"""What a learner can do: start, save, submit, review, object, export."""

from practice.service.catalogue import Catalogue
from practice.service.comparing import DifferentQuestions
from practice.service.drafting import GRACE
from practice.service.marking import ScoringFailed
from practice.service.opening import bridge_restart, default_url, find_url, open_practice
from practice.service.practice import Practice

__all__ = [
    "GRACE",
    "Catalogue",
    "DifferentQuestions",
    "Practice",
    "ScoringFailed",
    "bridge_restart",
    "default_url",
    "find_url",
    "open_practice",
]
