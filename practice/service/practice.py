"""Everything a learner can do, in one object."""

from __future__ import annotations

from practice.service.archiving import Archiving
from practice.service.comparing import Comparing
from practice.service.exemplifying import Exemplifying
from practice.service.noticing import Noticing
from practice.service.owning import Owning
from practice.service.remarking import Remarking
from practice.service.rescoring import Rescoring
from practice.service.selfmarking import SelfMarking
from practice.service.sitting import SittingService
from practice.service.suggesting import Suggesting
from practice.service.ticking import Ticking


class Practice(
    Ticking,
    SittingService,
    Rescoring,
    Suggesting,
    Remarking,
    Comparing,
    Exemplifying,
    Noticing,
    SelfMarking,
    Owning,
    Archiving,
):
    """Write, submit, review, compare, export, add questions. Threads may share it."""
