"""HTML from values: whatever is not markup already is escaped."""

from __future__ import annotations

from html import escape

_ALIASES = {"class_": "class", "for_": "for"}
_WITHOUT_END = {"img"}


class Markup(str):
    """HTML that may go to the page as it is; only `element` and `join` make it."""

    __slots__ = ()


def element(name: str, *children: str | None, **attributes: str | None) -> Markup:
    """Return an element.

    Parameters
    ----------
    name : str
        The tag, such as ``p``.
    *children : str or None
        Markup stays as it is, other text is escaped, None is left out.
    **attributes : str or None
        None leaves the attribute out; ``class_`` is written ``class``, and an
        underscore within a name as a hyphen.
    """
    written = "".join(
        f' {_ALIASES.get(key, key.replace("_", "-"))}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    end = "" if name in _WITHOUT_END else f"{join(*children)}</{name}>"
    return Markup(f"<{name}{written}>{end}")


def join(*children: str | None) -> Markup:
    """Return pieces side by side, escaped unless they are markup."""
    return Markup("".join(_safe(child) for child in children if child is not None))


def _safe(child: str) -> str:
    return child if isinstance(child, Markup) else escape(child)
