"""Paper to write on: fonts, paragraphs and tables, in black on white."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fpdf import FPDF, FontFace
from fpdf.fonts import CoreFont, TTFFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_FONTS: Final = Path(__file__).with_name("fonts")
_FONT: Final = "DejaVu Serif"
_HINDI_FONT: Final = "Noto Serif Devanagari"
# They would tear the letters apart that a font joins.
_JOINERS: Final = str.maketrans("", "", "\u200c\u200d")
_MARGIN: Final = 18
_SIZE: Final = 10.5
_SMALL: Final = 8.5
_LINE: Final = 1.45
_MILLIMETRES_PER_POINT: Final = 25.4 / 72
_GREY: Final = 110
_UNKNOWN: Final = "□"


class Paper(FPDF):
    """A4 sheets with a line at the foot of each.

    Parameters
    ----------
    title : str
        What a reader of the file shows.
    foot : str
        Stands on every page, beside its number.
    moment : datetime
        When what is written here came to be; the same sheet is the same file.
    """

    def __init__(self, title: str, foot: str, moment: datetime) -> None:
        super().__init__(format="A4")
        self._foot = foot
        self.lacks_signs = False
        """Whether anything was written for which the fonts have no sign."""
        self.set_title(title)
        self.set_lang("en-IN")
        self.set_creation_date(moment)
        self.set_margin(_MARGIN)
        # Otherwise FPDF would read a number of pages into what the learner wrote.
        self.str_alias_nb_pages = ""
        # Pieces of a paragraph must touch.
        self.c_margin = 0
        self.set_auto_page_break(auto=True, margin=_MARGIN + 4)
        self.add_font(_FONT, "", _FONTS / "DejaVuSerif.ttf")
        self.add_font(_FONT, "B", _FONTS / "DejaVuSerif-Bold.ttf")
        self.set_font(_FONT, size=_SIZE)
        self.add_page()

    def footer(self) -> None:
        """Write the foot of a page; called by FPDF itself."""
        self.set_y(-_MARGIN + 4)
        self._use(size=_SMALL - 1, grey=True)
        width = self.epw / 2
        self.cell(width, 4, self._foot)
        self.cell(width, 4, f"page {self.page_no()}", align="R")

    def head(self, text: str) -> None:
        """Write the heading of a part, on the same page as what follows it."""
        if self.will_page_break(24):
            self.add_page()
        self.ln(4)
        self._use("B", size=_SIZE + 2)
        self._block(text)
        self.ln(1)

    def block(self, text: str, *, style: str = "", small: bool = False, indent: float = 0) -> None:
        """Write a paragraph.

        Parameters
        ----------
        text : str
        style : str, optional
            ``B`` for bold.
        small : bool, optional
        indent : float, optional
            Millimetres from the margin.
        """
        self._use(style, size=_SMALL if small else _SIZE)
        self.set_x(self.l_margin + indent)
        self._block(text)

    def run(self, text: str, *, underlined: bool = False, struck: bool = False) -> None:
        """Go on with the paragraph that is being written."""
        self._use("U" * underlined + "S" * struck, grey=struck)
        self.write(_height(_SIZE), self._ready(text))

    def raised(self, text: str) -> None:
        """Go on with small bold signs above the line."""
        self._use("B")
        self.char_vpos = "SUP"
        self.write(_height(_SIZE), text)
        self.char_vpos = "LINE"

    def end_paragraph(self) -> None:
        """Begin a new line after what was written in pieces."""
        self.ln(_height(_SIZE) + 1)

    def lines(self, rows: Iterable[Sequence[str]], widths: tuple[int, ...], total: int) -> None:
        """Write a table.

        Parameters
        ----------
        rows : iterable of sequence of str
        widths : tuple of int
            Shares of the width.
        total : int
            Number of the row that is written in bold.
        """
        self._use(size=_SMALL)
        with self.table(
            col_widths=widths,
            text_align=("LEFT", "RIGHT", "LEFT"),
            borders_layout="HORIZONTAL_LINES",
            first_row_as_headings=False,
            line_height=_height(_SMALL),
            padding=0.8,
        ) as table:
            for number, row in enumerate(rows):
                style = FontFace(emphasis="BOLD") if number == total else None
                table.row([self._ready(cell) for cell in row], style=style)

    def _ready(self, text: str) -> str:
        """Return what can be printed of a text, and have the fonts ready for it.

        Hindi needs a second font and letters that join, which both take time.
        """
        unknown = _unknown_signs(text, self.current_font)
        if not unknown:
            return text
        text = text.translate(_JOINERS)
        lacking = _unknown_signs(text, self._hindi_font) & unknown
        self.lacks_signs |= bool(lacking)
        return text.translate(dict.fromkeys(map(ord, lacking), _UNKNOWN))

    @cached_property
    def _hindi_font(self) -> TTFFont | CoreFont:
        self.add_font(_HINDI_FONT, "", _FONTS / "NotoSerifDevanagari-Regular.ttf")
        self.add_font(_HINDI_FONT, "B", _FONTS / "NotoSerifDevanagari-Bold.ttf")
        self.set_fallback_fonts([_HINDI_FONT])
        self.set_text_shaping()
        return self.fonts[_HINDI_FONT.lower()]

    def _use(self, style: str = "", size: float = _SIZE, *, grey: bool = False) -> None:
        self.set_font(_FONT, style, size)
        self.set_text_color(_GREY if grey else 0)

    def _block(self, text: str) -> None:
        height = _height(self.font_size_pt)
        self.multi_cell(0, height, self._ready(text), align="L", new_x="LMARGIN", new_y="NEXT")


def _height(size: float) -> float:
    return size * _LINE * _MILLIMETRES_PER_POINT


def _unknown_signs(text: str, font: TTFFont | CoreFont | None) -> set[str]:
    known = font.cmap if isinstance(font, TTFFont) else {}
    return {sign for sign in text if not sign.isspace() and ord(sign) not in known}
