"""How hypothesis runs: without a clock, for the first answer of a run loads the stemmer."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("scorer", deadline=None)
settings.load_profile("scorer")
