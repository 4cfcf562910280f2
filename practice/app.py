"""The page script: what every page shares, and the pages."""

from __future__ import annotations

import streamlit as st

from practice.views import (
    again,
    bank,
    compare,
    feedback,
    marking,
    own,
    paper,
    past,
    phone,
    practise,
    progress,
    question,
    sitting,
    start,
    write,
)
from practice.views.parts.filters import keep_filters
from practice.views.parts.look import apply_look
from practice.views.parts.trouble import telling_trouble
from practice.views.places import build_page

st.set_page_config(page_title="Mains practice", page_icon="✍️", layout="wide")
page = st.navigation(
    [
        build_page("start", start.show_page),
        build_page("practise", practise.show_page),
        build_page("past", past.show_page),
        build_page("progress", progress.show_page),
        build_page("questions", bank.show_page),
        build_page("own", own.show_page),
        build_page("question", question.show_page),
        build_page("paper", paper.show_page),
        build_page("marking", marking.show_page),
        build_page("write", write.show_page),
        build_page("feedback", feedback.show_page),
        build_page("compare", compare.show_page),
        build_page("sitting", sitting.show_page),
        build_page("again", again.show_page),
        build_page("phone", phone.show_page),
    ],
    position="top",
)
apply_look()
keep_filters(away=page.url_path != "past")
with telling_trouble():
    page.run()
