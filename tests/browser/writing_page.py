"""A page with the editor, a page without, and something above that comes and goes."""

import streamlit as st

from practice.editor import answer_editor
from practice.exchange import page_channel
from practice.tokens import sign_draft
from tests.browser.writing_service import moved_practice


def write() -> None:
    practice = moved_practice()
    st.session_state.draft = st.query_params.get("draft", st.session_state.get("draft"))
    draft = practice.get_draft(st.session_state.draft)
    if st.session_state.get("above"):
        st.info("Something above the editor")
    event = answer_editor(
        draft,
        practice.catalogue.get_prompt(draft.prompt_id),
        sign_draft(practice.secret(), draft.learner, draft.id),
        f"editor_{draft.id}",
        channel=page_channel(practice, draft.id),
    )
    st.toggle("Above", key="above")
    if event:
        st.subheader(f"Submitted {event.attempt_id}")


def elsewhere() -> None:
    st.header("Elsewhere")


st.navigation([st.Page(write, title="Write", default=True), st.Page(elsewhere)]).run()
