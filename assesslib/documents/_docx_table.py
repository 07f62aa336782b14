"""Tables of a Word file: fixed widths, a header row that repeats, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assesslib.documents._docx_words import element, keep_with_next, paragraph, run, texts
from assesslib.documents._fit import points, stays_whole, widths
from assesslib.documents._text import paragraphs, shown
from assesslib.documents.model import Column, Table
from assesslib.words import day_in_words

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_TWENTIETHS = 1440
"""Twentieths of a point in an inch."""
_GROUND = {"Header": "E4EBF4", "Over": "F0F0F0"}
_USUAL = 9.0
"""Points of the words in a table as its styles have them."""


def table(block: Table, wide: float) -> Element:
    """A table ``wide`` inches wide."""
    across = [round(width * _TWENTIETHS) for width in widths(block, wide)]
    grid = element("tblGrid", *(element("gridCol", w=width) for width in across))
    return element("tbl", _properties(block, sum(across)), grid, *_rows(block, across, wide))


def _properties(block: Table, wide: int) -> Element:
    first = int(block.row_headings)
    look = element("tblLook", val="0420" if not first else "04A0", firstRow=1, lastRow=0, firstColumn=first,
                   lastColumn=0, noHBand=0, noVBand=1)  # fmt: skip
    sides = [element(side, w=80, type="dxa") for side in ("left", "right")]
    said = [element("tblCaption", val=" ".join(shown(block.caption).split()))] if block.caption else []
    return element("tblPr", element("tblStyle", val="TableGrid"), element("tblW", w=wide, type="dxa"),
                   element("tblLayout", type="fixed"), element("tblCellMar", *sides), look, *said)  # fmt: skip


def _rows(block: Table, across: list[int], wide: float) -> Iterator[Element]:
    size = points(len(across))
    titles = [_words("TableHeading", column.title, column, size) for column in block.columns]
    header = [_cell(width, words, "Header") for width, words in zip(across, titles, strict=True)]
    yield _row(header, True, heads=True, follows=True)
    for number, row in enumerate(block.rows):
        if number in block.heading_rows:
            over = _cell(sum(across), texts("TableHeading", row[0]), "Over", span=len(across))
            yield _row([over], True, follows=True)
        else:
            yield _row(list(_cells(row, block, across, size)), stays_whole(row, block, wide))


def _row(cells: list[Element], whole: bool, heads: bool = False, follows: bool = False) -> Element:
    """A row; ``whole``: it stays on one page, ``heads``: it is repeated on each, ``follows``: with the row after it."""
    look = [element("cantSplit")] if whole else []
    look += [element("tblHeader")] if heads else []
    made = element("tr", *([element("trPr", *look)] if look else []), *cells)
    if follows:
        keep_with_next(made)
    return made


def _cells(row: tuple[str, ...], block: Table, across: list[int], size: float) -> Iterator[Element]:
    for number, (cell, column, width) in enumerate(zip(row, block.columns, across, strict=True)):
        heads = block.row_headings and number == 0
        style = "TableHeading" if heads else "TableMark" if column.kind == "mark" else "TableText"
        text = day_in_words(cell) if column.kind == "date" else cell
        yield _cell(width, _words(style, text, column, size))


def _words(style: str, text: str, column: Column, size: float) -> list[Element]:
    centred = (element("jc", val="center"),) if column.kind == "mark" else ()
    return [paragraph(style, run(line, size=size if size != _USUAL else None), look=centred)
            for line in paragraphs(text)]  # fmt: skip


def _cell(width: int, words: list[Element], ground: str = "", span: int = 1) -> Element:
    look = [element("tcW", w=width, type="dxa")]
    look += [element("gridSpan", val=span)] if span > 1 else []
    look += [element("shd", val="clear", color="auto", fill=_GROUND[ground])] if ground else []
    return element("tc", element("tcPr", *look), *words)
