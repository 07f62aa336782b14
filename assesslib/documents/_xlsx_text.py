"""The sheet that holds what a document says beside its tables: a row a paragraph, pictures between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from assesslib.documents._png import fitted
from assesslib.documents._text import paragraphs, shown
from assesslib.documents._xlsx_cells import put
from assesslib.documents._xlsx_height import LINE, Cell, height, in_rows
from assesslib.documents._xlsx_pages import Rows, part_pages
from assesslib.documents._xlsx_table import prepare_print
from assesslib.documents.model import Block, Bullets, Document, Fields, Heading, PageBreak, Paragraph, Picture, Table
from assesslib.words import day_in_words

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTHS = (34.0, 56.0)
"""Digits of the column of labels and of that of their values; a paragraph runs over both."""
_ALONE = 66.0
"""Digits of a column that is alone on its sheet: one wider than a page of A4 would not be made smaller in print."""
_PICTURE = 7.5
"""Inches that a picture may be wide; it may be as high."""
_HEADINGS = {1: 15, 2: 13, 3: 11.5}
_LOOKS = {"": {}, "lead": {"size": 12}, "notice": {"bold": True}, "quote": {"italic": True}, "small": {"size": 9}}


class _Line(NamedTuple):
    """A row of the sheet: its text, what stands beside it, how it looks, where it leads to.

    One that ``stays`` is printed on one page with what follows it.
    """

    text: str
    look: Mapping[str, Any] = {}
    beside: str | None = None
    leads_to: str = ""
    breaks: bool = False
    picture: bytes = b""
    stays: bool = False


def write_text(sheet: Worksheet, document: Document, blocks: list[Block], names: Iterator[str]) -> None:
    """Write a document's title and blocks; ``names`` are those of the sheets that hold its tables."""
    for letter, wide in zip("AB", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = wide
    row, kept = 1, []
    for line in _lines(document, blocks, names):
        after = _write(sheet, row, line)
        kept.append(Rows(row, after, line.stays, line.breaks))
        row = after
    prepare_print(sheet, document.footer or document.title)
    part_pages(sheet, kept)


def write_lines(sheet: Worksheet, lines: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
    """Write texts with their looks below each other, in a column that is alone on its sheet."""
    sheet.column_dimensions["A"].width = _ALONE
    row = 1
    for text, look in lines:
        row = _put_down(sheet, "A", row, text, look, _ALONE)


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
    yield _Line("", stays=True)
    look = {"size": _HEADINGS[block.level], "bold": True}
    yield from (line._replace(stays=True) for line in _each(block.text, look))


def _paragraph(block: Paragraph) -> Iterator[_Line]:
    yield from _each(block.text, _LOOKS[block.kind])


def _bullets(block: Bullets) -> Iterator[_Line]:
    for number, item in enumerate(block.items, 1):
        yield from _each(item, {}, f"{number}. " if block.numbered else "• ")


def _picture(block: Picture) -> Iterator[_Line]:
    yield _Line("", picture=block.png, stays=True)
    yield from _each(block.caption or block.alt, {"size": 9})


def _fields(block: Fields) -> Iterator[_Line]:
    yield from (_Line(label, {"bold": True}, value) for label, value in block.pairs)


def _page_break(block: PageBreak) -> Iterator[_Line]:
    yield _Line("", breaks=True)


def _table(block: Table, name: str) -> Iterator[_Line]:
    caption = _each(block.caption, {"bold": True}) if block.caption else ()
    yield from (line._replace(stays=True) for line in caption)
    yield _Line(f"The table is on the sheet “{name}”.", {"color": "1D4F91", "underline": "single"}, leads_to=name)
    yield from _each(block.note, _LOOKS["small"]) if block.note else ()


def _write(sheet: Worksheet, row: int, line: _Line) -> int:
    """Write a line from this row on; the row after it."""
    if line.picture:
        return _draw(sheet, row, line.picture)
    if line.beside is not None:
        return _write_field(sheet, row, line)
    after = _put_down(sheet, "A", row, line.text, line.look, sum(_WIDTHS))
    for number in range(row, after):
        sheet.merge_cells(f"A{number}:B{number}")
    if line.leads_to:
        _lead(sheet, row, line.leads_to)
    return after


def _write_field(sheet: Worksheet, row: int, line: _Line) -> int:
    """A label and its value; an empty one is a line to write on."""
    from openpyxl.styles import Border, Side

    label, value = _WIDTHS
    after = _put_down(sheet, "A", row, line.text, line.look, label)
    high = {number: sheet.row_dimensions[number].height for number in range(row, after)}
    beside = _put_down(sheet, "B", row, line.beside or "", {}, value)
    for number, points in high.items():
        sheet.row_dimensions[number].height = max(points, sheet.row_dimensions[number].height)
    if not (line.beside or "").strip():
        sheet[f"B{row}"].border = Border(bottom=Side(style="thin", color="404040"))
    return max(after, beside)


def _put_down(sheet: Worksheet, letter: str, row: int, text: str, look: Mapping[str, Any], wide: float) -> int:
    """Put a text into as many rows of a column as it needs, each high enough; the row after it."""
    from openpyxl.styles import Alignment, Font

    size, bold = look.get("size", 11), look.get("bold", False)
    rows = in_rows(Cell(shown(text), wide, size, bold))
    for number, part in enumerate(rows, row):
        cell = sheet[f"{letter}{number}"]
        put(cell, part)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name="Calibri", **{"size": 11, **look})
        sheet.row_dimensions[number].height = height([Cell(part, wide, size, bold)])
    return row + len(rows)


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
    after = row + ceil(high * 72 / LINE) + 1
    for number in range(row, after):
        sheet.row_dimensions[number].height = LINE
    return after


_WRITERS = {
    Heading: _heading,
    Paragraph: _paragraph,
    Bullets: _bullets,
    Picture: _picture,
    Fields: _fields,
    PageBreak: _page_break,
}
