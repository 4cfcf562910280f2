"""Checks of prompts, rubrics, exemplars and lexicons.

Every check is one small function that yields findings with a stable code:
``P`` prompts, ``R`` how a rubric is built, ``F`` what it refers to, ``K`` its
keyword groups, ``M`` what it measures when answers are scored with it, ``E``
exemplars, ``L`` lexicons and sources, ``C`` the catalogue as a whole. ``Y`` and
``D`` come from reading the files.
"""

from __future__ import annotations

from scorer.linting.bank import lint_bank, lint_paths
from scorer.linting.files import lint_file

__all__ = ["lint_bank", "lint_file", "lint_paths"]
