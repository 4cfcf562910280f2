"""An answer with everything said about it, as a PDF to be printed."""

from practice.sheets.content import make_sheet

__all__ = ["make_sheet"]
