"""The sheet that holds what a document says beside its tables: a row a paragraph, pictures between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from assesslib.documents._png import fitted
from assesslib.documents._text import day_in_words, paragraphs
from assesslib.documents._xlsx_cells import parts, put
from assesslib.documents._xlsx_table import prepare_print
from assesslib.documents.model import Block, Bullets, Document, Fields, Heading, PageBreak, Paragraph, Picture, Table

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = {"A": 70, "B": 40}
_PICTURE = 7.5
"""Inches that a picture may be wide; it may be as high."""
_ROW = 15
"""Points of a row of usual height."""
_HEADINGS = {1: 15, 2: 13, 3: 11.5}
_LOOKS = {"": {}, "lead": {"size": 12}, "notice": {"bold": True}, "quote": {"italic": True}, "small": {"size": 9}}


class _Line(NamedTuple):
    """A row of the sheet: its text, what stands beside it, how it looks, where it leads to."""

    text: str
    look: Mapping[str, Any] = {}
    beside: str | None = None
    leads_to: str = ""
    breaks: bool = False
    picture: bytes = b""


def write_text(sheet: Worksheet, document: Document, blocks: list[Block], names: Iterator[str]) -> None:
    """Write a document's title and blocks; ``names`` are those of the sheets that hold its tables."""
    for letter, wide in _WIDTHS.items():
        sheet.column_dimensions[letter].width = wide
    row = 1
    for line in _lines(document, blocks, names):
        row = _write(sheet, row, line)
    prepare_print(sheet, document.footer or document.title)


def _lines(document: Document, blocks: list[Block], names: Iterator[str]) -> Iterator[_Line]:
    yield _Line(document.title, {"size": 20, "bold": True})
    yield from _each(document.subtitle, {"size": 13}) if document.subtitle else ()
    yield from _each(day_in_words(document.day), {"size": 9}) if document.day else ()
    for block in blocks:
        yield from _table(block, next(names)) if isinstance(block, Table) else _WRITERS[type(block)](block)


def _each(text: str, look: Mapping[str, Any], before: str = "") -> Iterator[_Line]:
    first, *more = paragraphs(text)
    yield _Line(before + first, look)
    yield from (_Line(line, look) for line in more)


def _heading(block: Heading) -> Iterator[_Line]:
    yield _Line("")
    yield from _each(block.text, {"size": _HEADINGS[block.level], "bold": True})


def _paragraph(block: Paragraph) -> Iterator[_Line]:
    yield from _each(block.text, _LOOKS[block.kind])


def _bullets(block: Bullets) -> Iterator[_Line]:
    for number, item in enumerate(block.items, 1):
        yield from _each(item, {}, f"{number}. " if block.numbered else "• ")


def _picture(block: Picture) -> Iterator[_Line]:
    yield _Line("", picture=block.png)
    yield from _each(block.caption or block.alt, {"size": 9})


def _fields(block: Fields) -> Iterator[_Line]:
    yield from (_Line(label, {"bold": True}, value) for label, value in block.pairs)


def _page_break(block: PageBreak) -> Iterator[_Line]:
    yield _Line("", breaks=True)


def _table(block: Table, name: str) -> Iterator[_Line]:
    yield from _each(block.caption, {"bold": True}) if block.caption else ()
    yield _Line(f"The table is on the sheet “{name}”.", {"color": "1D4F91", "underline": "single"}, leads_to=name)
    yield from _each(block.note, _LOOKS["small"]) if block.note else ()


def _write(sheet: Worksheet, row: int, line: _Line) -> int:
    """Write a line from this row on; the row after it."""
    from openpyxl.worksheet.pagebreak import Break

    for number, text in enumerate(parts(line.text), row):
        _put(sheet, f"A{number}", text, line.look)
    if line.beside is not None:
        _put_beside(sheet, row, line.beside)
    if line.leads_to:
        _lead(sheet, row, line.leads_to)
    if line.breaks:
        sheet.row_breaks.append(Break(row))
    return _draw(sheet, row, line.picture) if line.picture else row + _height(line)


def _height(line: _Line) -> int:
    return max(len(parts(line.text)), len(parts(line.beside or "")))


def _put(sheet: Worksheet, place: str, text: str, look: Mapping[str, Any]) -> None:
    from openpyxl.styles import Alignment, Font

    put(sheet[place], text)
    sheet[place].alignment = Alignment(wrap_text=True, vertical="top")
    sheet[place].font = Font(name="Calibri", **{"size": 11, **look})


def _put_beside(sheet: Worksheet, row: int, text: str) -> None:
    """The value of a field; an empty one is a line to write on."""
    from openpyxl.styles import Border, Side

    for number, part in enumerate(parts(text), row):
        _put(sheet, f"B{number}", part, {})
    if not text.strip():
        sheet[f"B{row}"].border = Border(bottom=Side(style="thin", color="404040"))


def _lead(sheet: Worksheet, row: int, name: str) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    inside = name.replace("'", "''")
    sheet[f"A{row}"].hyperlink = Hyperlink(ref=f"A{row}", location=f"'{inside}'!A1")


def _draw(sheet: Worksheet, row: int, png: bytes) -> int:
    """Draw a picture over as many rows as it is high; the row after it."""
    from openpyxl.drawing.image import Image

    wide, high = fitted(png, _PICTURE, _PICTURE)
    drawn = Image(BytesIO(png))
    drawn.width, drawn.height = round(wide * 96), round(high * 96)
    sheet.add_image(drawn, f"A{row}")
    after = row + ceil(high * 72 / _ROW) + 1
    for number in range(row, after):
        sheet.row_dimensions[number].height = _ROW
    return after


_WRITERS = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Picture: _picture,
    Fields: _fields,
    PageBreak: _page_break,
}
