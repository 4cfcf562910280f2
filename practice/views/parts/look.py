"""The look that every page shares: one style sheet, coloured by the theme."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

import streamlit as st

COLOURS: Final = {
    "text": "textColor",
    "page": "backgroundColor",
    "sunk": "secondaryBackgroundColor",
    "rule": "borderColor",
    "accent": "primaryColor",
    "good": "greenTextColor",
    "part": "orangeTextColor",
    "wrong": "redTextColor",
    "quiet": "grayTextColor",
}
"""Names of the style sheet's colours, and of the theme's that they are taken from."""


def apply_look() -> None:
    """Add the style sheet to the page."""
    sheet = files("practice.views").joinpath("parts", "look.css").read_text("utf-8")
    st.html(f"<style>:root{{{_variables()}}}\n{sheet}</style>")


def _variables() -> str:
    return "".join(
        f"--mp-{name}:light-dark({_colour('light', key)},{_colour('dark', key)});"
        for name, key in COLOURS.items()
    )


def _colour(theme: str, key: str) -> str:
    return str(st.get_option(f"theme.{theme}.{key}") or "CanvasText")
