"""Paper to write on: fonts, paragraphs and tables, in black on white."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from fpdf import FPDF, FontFace
from fpdf.fonts import TTFFont

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_FONTS: Final = Path(__file__).with_name("fonts")
_FONT: Final = "DejaVu Serif"
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
        """Whether anything was written for which the font has no sign."""
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
        self.write(_height(_SIZE), self._printable(text))

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
                table.row(row, style=style)

    def _printable(self, text: str) -> str:
        font = self.current_font
        known = font.cmap if isinstance(font, TTFFont) else {}
        printable = "".join(
            sign if sign.isspace() or ord(sign) in known else _UNKNOWN for sign in text
        )
        self.lacks_signs |= printable != text
        return printable

    def _use(self, style: str = "", size: float = _SIZE, *, grey: bool = False) -> None:
        self.set_font(_FONT, style, size)
        self.set_text_color(_GREY if grey else 0)

    def _block(self, text: str) -> None:
        height = _height(self.font_size_pt)
        self.multi_cell(0, height, self._printable(text), align="L", new_x="LMARGIN", new_y="NEXT")


def _height(size: float) -> float:
    return size * _LINE * _MILLIMETRES_PER_POINT
