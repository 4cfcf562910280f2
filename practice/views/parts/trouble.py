"""When something is wrong: what happened, and where the answer is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st

from practice.storage import DatabaseTooNew, StorageUnavailable, UnknownRecord
from practice.views.parts.page import show_heading
from practice.views.places import link
from scorer.issues import WrongUse

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def telling_trouble() -> Iterator[None]:
    """Turn what a page cannot do into words."""
    try:
        yield
    except UnknownRecord:
        show_heading("Not on this computer")
        st.write("This address leads to an answer that is not stored here.")
        link("past", "Look through your past attempts")
    except WrongUse as wrong:
        show_heading("No such question")
        st.write(str(wrong).capitalize() + ".")
        link("questions", "See every question")
    except DatabaseTooNew as newer:
        show_heading("Written by a newer version")
        st.error(str(newer))
    except StorageUnavailable as unavailable:
        show_heading("Your answers cannot be reached")
        st.error(f"{unavailable} Nothing that was saved is lost. Reload the page to try again.")
