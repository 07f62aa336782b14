"""A table as a sheet: header on top and frozen, filters, real dates, choices to pick from, ready to print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from assesslib.documents._text import shown
from assesslib.documents._xlsx_cells import parts, put, put_day
from assesslib.documents._xlsx_height import Cell, height, longest_word, width
from assesslib.documents.model import Column, Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ACROSS, _WIDEST = 130, 90
"""Digits that all columns share on a page, and that one has at most."""
_NARROWEST = {"date": 14.0}
"""Digits that a column of a kind has at least: a day shown in too narrow a one is ###."""
_LEAST, _BUTTON = 7.0, 2.0
"""Digits that any column has at least, and that the button of its filter takes."""
_SIDE, EDGE = 0.5, 0.75
"""Inches left free beside a printed page, and above and below it."""
_MORE_ROWS = 200
"""Rows below the last in which a choice is offered too."""
_CHOICES = "Choices"


def add_table(workbook: Workbook, block: Table, name: str, title: str, hidden: int = 0) -> Worksheet:
    """Add a table as a sheet of this name.

    ``title`` stands at the foot of its printed pages; ``hidden`` columns at the left are out of sight.
    """
    sheet = workbook.create_sheet(name)
    widths = _widths(block, hidden)
    for number, column in enumerate(block.columns, 1):
        put(sheet.cell(1, number), column.title)
    for row, (cells, over) in enumerate(_rows(block), 2):
        for number, (text, column) in enumerate(zip(cells, block.columns, strict=True), 1):
            (put_day if column.kind == "date" else put)(sheet.cell(row, number), text)
        _dress(sheet, row, block, over)
        if over and _fits(cells[0], sum(widths)):
            _stretch(sheet, row)
        else:
            sheet.row_dimensions[row].height = height(_estimated(cells, widths, block, over))
    _dress_header(sheet, block, widths)
    _filter(sheet, block)
    _offer(workbook, sheet, block)
    prepare_print(sheet, title, block.caption, landscape=True)
    sheet.print_title_rows = "1:1"
    return sheet


def _widths(block: Table, hidden: int) -> list[float]:
    """Digits that each column has: its share, but room for the longest word above it; 0 for one out of sight."""
    seen = block.columns[hidden:]
    whole = sum(column.share for column in seen)
    return [0.0] * hidden + [_width(column, _ACROSS * column.share / whole) for column in seen]


def _width(column: Column, share: float) -> float:
    least = longest_word(shown(column.title), bold=True) + _BUTTON
    return round(min(_WIDEST, max(_NARROWEST.get(column.kind, _LEAST), least, share)), 1)


def _rows(block: Table) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The rows as they stand in a sheet, and whether each is a heading; a cell that is too full goes on below."""
    for number, row in enumerate(block.rows):
        for cells in zip_longest(*map(parts, row), fillvalue=""):
            yield cells, number in block.heading_rows


def _estimated(texts: Sequence[str], widths: Sequence[float], block: Table, bold: bool = False) -> Iterator[Cell]:
    for number, (text, wide) in enumerate(zip(texts, widths, strict=True)):
        if wide:
            yield Cell(shown(text), wide, bold=bold or (block.row_headings and number == 0))


def _fits(heading: str, wide: float) -> bool:
    return "\n" not in shown(heading) and width(shown(heading), bold=True) < wide


def _stretch(sheet: Worksheet, row: int) -> None:
    """Let a heading run over the cells beside it: merged ones could not be sorted, and no real table may hold them."""
    from openpyxl.styles import Alignment, Border, Side

    cells = sheet[row]
    for cell in cells:
        sides = cell.border
        left, right = sides.left if cell is cells[0] else Side(), sides.right if cell is cells[-1] else Side()
        cell.border = Border(left=left, right=right, top=sides.top, bottom=sides.bottom)
    cells[0].alignment = Alignment(wrap_text=False, vertical="top")


def _dress(sheet: Worksheet, row: int, block: Table, over: bool) -> None:
    for number, column in enumerate(block.columns, 1):
        bold = over or (block.row_headings and number == 1)
        across = {"mark": "center", "date": "left"}.get(column.kind)
        dress(sheet.cell(row, number), bold=bold, ground="F0F0F0" if over else "", across=across)


def dress(cell: SheetCell, bold: bool = False, ground: str = "", across: str | None = None) -> None:
    """Give a cell of a table its look: wrapped, framed, at the top; ``across`` is where its texts begin."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side = Side(style="thin", color="767676")
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=across)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.font = Font(name="Calibri", size=11, bold=bold)
    if ground:
        cell.fill = PatternFill("solid", start_color=ground)


def _dress_header(sheet: Worksheet, block: Table, widths: Sequence[float]) -> None:
    from openpyxl.utils import get_column_letter

    for number, (column, wide) in enumerate(zip(block.columns, widths, strict=True), 1):
        dress(sheet.cell(1, number), bold=True, ground="E4EBF4", across="center" if column.kind == "mark" else None)
        side = sheet.column_dimensions[get_column_letter(number)]
        side.width, side.hidden = wide or _LEAST, not wide
    titles = [column.title for column in block.columns]
    rooms = [max(0.0, wide - _BUTTON) for wide in widths]
    sheet.row_dimensions[1].height = height(_estimated(titles, rooms, block, bold=True))
    sheet.freeze_panes = "B2" if block.row_headings and len(block.columns) > 1 else "A2"


def _filter(sheet: Worksheet, block: Table) -> None:
    """A real table where its column titles can name one, else filters alone."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.table import Table as Named

    ref = f"A1:{get_column_letter(len(block.columns))}{max(2, sheet.max_row)}"
    if _can_be_named(block.columns):
        sheet.add_table(Named(displayName=f"Table{len(sheet.parent.sheetnames)}", ref=ref))
    else:
        sheet.auto_filter.ref = ref


def _can_be_named(columns: tuple[Column, ...]) -> bool:
    titles = [shown(column.title) for column in columns]
    plain = all(re.fullmatch(r"[^\W_][^\n\t_]*", title) for title in titles)
    return plain and len({title.casefold() for title in titles}) == len(titles)


def _offer(workbook: Workbook, sheet: Worksheet, block: Table) -> None:
    """Offer the choices of a column in its cells; something else may not be written there."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for number, column in enumerate(block.columns, 1):
        if column.choices:
            offered = DataValidation("list", formula1=_listed(workbook, column.choices), allow_blank=True)
            offered.showErrorMessage = True
            offered.errorTitle, offered.error = "Not one of the choices", "Pick one from the list, or leave it empty."
            letter = get_column_letter(number)
            offered.add(f"{letter}2:{letter}{sheet.max_row + _MORE_ROWS}")
            sheet.add_data_validation(offered)


def _listed(workbook: Workbook, choices: tuple[str, ...]) -> str:
    """Where choices stand: a column of a hidden sheet, since a list in the rule itself is cut at 255 letters."""
    from openpyxl.utils import get_column_letter

    held = workbook[_CHOICES] if _CHOICES in workbook.sheetnames else workbook.create_sheet(_CHOICES)
    held.sheet_state = "hidden"
    number = held.max_column + 1 if held["A1"].value is not None else 1
    for row, choice in enumerate(choices, 1):
        put(held.cell(row, number), choice)
    letter = get_column_letter(number)
    return f"{_CHOICES}!${letter}$1:${letter}${len(choices)}"


def choices_last(workbook: Workbook) -> None:
    """Move the hidden sheet of choices, where there is one, behind the others."""
    if _CHOICES in workbook.sheetnames:
        workbook.move_sheet(_CHOICES, len(workbook.sheetnames))


def prepare_print(sheet: Worksheet, title: str, caption: str = "", landscape: bool = False) -> None:
    """A4, as wide as the page; what it is above, the document and the page number below.

    A single column should be no wider than the page: some programs make a sheet smaller only by whole columns.
    """
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = _SIDE
    sheet.page_margins.top = sheet.page_margins.bottom = EDGE
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.oddHeader.left.text = _beside_codes(caption) or None
    sheet.oddFooter.left.text = _beside_codes(title)
    sheet.oddFooter.right.text = "Page &P of &N"


def _beside_codes(text: str, most: int = 80) -> str:
    """A text fit for head and foot of printed pages, where an ampersand begins a code."""
    return " ".join(shown(text).split())[:most].replace("&", "&&")
