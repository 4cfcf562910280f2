"""The same page on a host that serves nothing but Streamlit: no routes of ours."""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).with_name("writing_page.py"))
