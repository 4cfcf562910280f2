"""What a server does once, so that no learner waits for it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from scorer import score_answer

if TYPE_CHECKING:
    from practice.service import Catalogue


def warm_up(catalogue: Catalogue) -> None:
    """Read every question, load the scorer, and take both out of the garbage collector.

    Streamlit collects garbage after every run of a page. With the scorer's
    libraries in memory that takes a third of a second of processor time, for
    objects that stay until the server ends.
    """
    for prompt in catalogue.prompts:
        catalogue.get_rubric(prompt.id)
    prompt = catalogue.prompts[0]
    score_answer(prompt.text, catalogue.get_rubric(prompt.id))
    gc.collect()
    gc.freeze()
