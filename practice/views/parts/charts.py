"""Charts in the colours of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    import altair as alt


def draw_chart(chart: alt.Chart | alt.LayerChart, said: str) -> None:
    """Draw a chart whose axes and keys can be read in both themes.

    Parameters
    ----------
    chart : Chart or LayerChart
    said : str
        What it shows, to those who do not see it.
    """
    # Streamlit's own grey has a contrast of 3.6 on a light page. The canvas has the colour of the
    # page's text, and keeps it when the theme changes under it.
    inked = chart.configure_axis(labelColor="currentColor", titleColor="currentColor")
    st.altair_chart(inked.configure_legend(labelColor="currentColor"), alt=said)
