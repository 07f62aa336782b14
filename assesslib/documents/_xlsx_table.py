"""A table as a sheet: header on top and frozen, filters, real dates, choices to pick from, ready to print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from assesslib.documents._text import shown
from assesslib.documents._xlsx_cells import parts, put, put_day
from assesslib.documents.model import Column, Table

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ACROSS, _NARROWEST, _WIDEST = 130, 7, 90
"""Letters that all columns share on a page, and that one has at least and at most."""
_MORE_ROWS = 200
"""Rows below the last in which a choice is offered too."""
_CHOICES = "Choices"


def add_table(workbook: Workbook, block: Table, name: str, title: str) -> Worksheet:
    """Add a table as a sheet of this name; ``title`` stands at the foot of its printed pages."""
    sheet = workbook.create_sheet(name)
    for number, column in enumerate(block.columns, 1):
        put(sheet.cell(1, number), column.title)
    for row, (cells, over) in enumerate(_rows(block), 2):
        for number, (text, column) in enumerate(zip(cells, block.columns, strict=True), 1):
            (put_day if column.kind == "date" else put)(sheet.cell(row, number), text)
        _dress(sheet, row, block, over)
    _dress_header(sheet, block)
    _filter(sheet, block)
    _offer(workbook, sheet, block)
    prepare_print(sheet, title, block.caption, landscape=True)
    sheet.print_title_rows = "1:1"
    return sheet


def _rows(block: Table) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The rows as they stand in a sheet, and whether each is a heading; a cell that is too full goes on below."""
    for number, row in enumerate(block.rows):
        for cells in zip_longest(*map(parts, row), fillvalue=""):
            yield cells, number in block.heading_rows


def _dress(sheet: Worksheet, row: int, block: Table, over: bool) -> None:
    for number, column in enumerate(block.columns, 1):
        bold = over or (block.row_headings and number == 1)
        dress(sheet.cell(row, number), bold=bold, ground="F0F0F0" if over else "", centred=column.kind == "mark")


def dress(cell: Cell, bold: bool = False, ground: str = "", centred: bool = False) -> None:
    """Give a cell of a table its look: wrapped, framed, at the top."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side = Side(style="thin", color="767676")
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="center" if centred else None)
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    cell.font = Font(name="Calibri", size=11, bold=bold)
    if ground:
        cell.fill = PatternFill("solid", start_color=ground)


def _dress_header(sheet: Worksheet, block: Table) -> None:
    from openpyxl.utils import get_column_letter

    whole = sum(column.share for column in block.columns)
    for number, column in enumerate(block.columns, 1):
        dress(sheet.cell(1, number), bold=True, ground="E4EBF4", centred=column.kind == "mark")
        wide = min(_WIDEST, max(_NARROWEST, round(_ACROSS * column.share / whole, 1)))
        sheet.column_dimensions[get_column_letter(number)].width = wide
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
    """A4, as wide as the page; what it is above, the document and the page number below."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.oddHeader.left.text = _beside_codes(caption) or None
    sheet.oddFooter.left.text = _beside_codes(title)
    sheet.oddFooter.right.text = "Page &P of &N"


def _beside_codes(text: str, most: int = 80) -> str:
    """A text fit for head and foot of printed pages, where an ampersand begins a code."""
    return " ".join(shown(text).split())[:most].replace("&", "&&")
