"""The editor's JavaScript and CSS, as the strings that Streamlit takes.

They travel inline: it works from a checkout, from a wheel, and where a host
serves nothing but Streamlit. See docs/decisions for what that costs.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

MODULES = (
    "idle",
    "splicing",
    "words",
    "merging",
    "clock",
    "mirror",
    "transport",
    "saver",
    "marks",
    "writing",
    "pace",
    "settings",
    "frames",
    "view",
    "ticker",
    "listening",
    "editor",
    "main",
)
"""In an order in which each needs only earlier ones while it is evaluated."""

_IMPORT = re.compile(r"^import \{[^}]*\} from .*\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


@cache
def load_css() -> str:
    """Return the editor's style sheet."""
    return (files(__package__) / "editor.css").read_text("utf-8")


@cache
def load_js(*modules: str) -> str:
    """Return modules as one, those of the editor if none is named.

    Parameters
    ----------
    *modules : str
        Names of files, each after those that it needs while it is evaluated.
    """
    return "\n".join(_load_module(name) for name in modules or MODULES)


def _load_module(name: str) -> str:
    source = (files(__package__) / "js" / f"{name}.js").read_text("utf-8")
    return _EXPORT.sub("", _IMPORT.sub("", source))
