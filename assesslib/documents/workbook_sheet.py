"""The sheets of a member's workbook: what is asked, what may be answered, what the framework says first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from assesslib.assessment import Member
from assesslib.documents._text import shown
from assesslib.documents._xlsx_cells import put
from assesslib.documents._xlsx_height import Cell, height
from assesslib.documents._xlsx_table import dress, prepare_print
from assesslib.documents._xlsx_text import write_lines
from assesslib.documents.form_front import front_blocks
from assesslib.documents.form_section import section_title
from assesslib.documents.form_table import scale_lines
from assesslib.documents.model import Bullets, Heading
from assesslib.framework import Framework, Section

if TYPE_CHECKING:
    from openpyxl.cell import Cell as SheetCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MARK = "assess questionnaire"
"""What the hidden first cell of a sheet says before all else."""
SHEET, ABOUT, CHOICES = "Questionnaire", "About", "Choices"
NAME, ANSWER, LAST_YEAR, COMMENT = "Name", "Your answer", "A year ago, seen from today", "Comment"
"""What stands before the member's name, and above the columns that are read back."""
DONT_KNOW, NOT_APPLICABLE = "Don’t know", "Not applicable"
HEADER = 4
"""The row of the titles of the columns."""
_WIDTHS = {"": 62, ANSWER: 36, LAST_YEAR: 36, COMMENT: 44}
_REF = 8
_OPEN, _HEAD, _SECTION = "FFF8DC", "E4EBF4", "F0F0F0"


class Asked(NamedTuple):
    """What a workbook asks whom: the framework, the member, and what tells it from any other workbook."""

    framework: Framework
    member: Member | None
    marks: Mapping[str, str]
    about: str = ""
    day: str = ""
    looking_back: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The titles of the columns that are filled in."""
        return (ANSWER, LAST_YEAR, COMMENT) if self.looking_back else (ANSWER, COMMENT)

    @property
    def widths(self) -> tuple[float, ...]:
        """Digits that each column in sight has: the number of an item, its wording, and those that are filled in."""
        return (_REF, *(_WIDTHS[name] for name in ("", *self.columns)))


def answers(framework: Framework) -> tuple[str, ...]:
    """The answers that a workbook offers, in the order of the scale.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> answers(load_framework("cdrp-dat-partnership"))[-3:]
    ('D: Doing well', 'Don’t know', 'Not applicable')
    """
    return (*(f"{code}: {label}" for code, label in framework.scale.items()), DONT_KNOW, NOT_APPLICABLE)


def write_choices(workbook: Workbook, framework: Framework) -> None:
    """The answers on a hidden sheet: a list within the rule of a cell may not be longer than 255 letters."""
    sheet = workbook.create_sheet(CHOICES)
    for row, text in enumerate(answers(framework), 1):
        put(sheet.cell(row, 1), text)
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def write_sheet(sheet: Worksheet, asked: Asked) -> None:
    """What a member is asked, and where the answers go; nothing else can be changed by mistake."""
    _write_top(sheet, asked)
    rows = list(_write_sections(sheet, asked))
    _offer(sheet, rows, asked)
    _set_widths(sheet, asked)
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    _open_on(sheet, f"D{rows[0]}")
    prepare_print(sheet, asked.framework.title, asked.about, landscape=True)
    sheet.print_title_rows = f"{HEADER}:{HEADER}"


def _write_top(sheet: Worksheet, asked: Asked) -> None:
    """Title, whose it is, how to fill it in, and the titles of the columns; the marks in the hidden first cell."""
    put(sheet["A1"], json.dumps(asked.marks, ensure_ascii=False))
    _write_over(sheet, 1, asked.framework.title, asked, size=16, bold=True)
    put(sheet["B2"], NAME)
    whose = (asked.member.name or asked.member.id) if asked.member else ""
    put(sheet["C2"], whose)
    put(sheet["D2"], asked.about)
    sheet.row_dimensions[2].height = height([Cell(shown(whose), _WIDTHS[""], bold=True)])
    dress(sheet["C2"], bold=True, ground="" if asked.member else _OPEN)
    if not asked.member:
        _unlock(sheet["C2"])
    _write_over(sheet, 3, how_to_answer(asked.framework), asked)
    titles = ("Ref", asked.framework.item_term.capitalize(), *asked.columns)
    for column, title in enumerate(titles, 2):
        put(sheet.cell(HEADER, column), title)
        dress(sheet.cell(HEADER, column), bold=True, ground=_HEAD)
    heads = (Cell(shown(title), wide, bold=True) for title, wide in zip(titles, asked.widths, strict=True))
    sheet.row_dimensions[HEADER].height = height(heads)


def how_to_answer(framework: Framework) -> str:
    """How a workbook is filled in, in words.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> how_to_answer(load_framework("cdrp-dat-partnership"))[-61:]
    'Where it differs, type each side, like Local: G; National: W.'
    """
    sides = (f"{facet.label}: {code}" for facet, code in zip(framework.facets, framework.codes, strict=False))
    split = f" Where it differs, type each side, like {'; '.join(sides)}." if framework.facets else ""
    return (
        f"Answer on your own. For each {framework.item_term} pick an answer from the list in its light cell, or type "
        f"the letter; leave the cell empty to pass over it. Comment where it helps. Then save and send back.{split}"
    )


def _write_over(sheet: Worksheet, row: int, text: str, asked: Asked, size: int = 11, bold: bool = False,
                ground: str = "") -> None:  # fmt: skip
    """A text over the whole width, its row high enough: a spreadsheet does not see to that where cells are merged."""
    from openpyxl.styles import Alignment, Font, PatternFill

    last = 3 + len(asked.columns)
    sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=last)
    cell = sheet.cell(row, 2)
    put(cell, text)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(name="Calibri", size=size, bold=bold)
    if ground:
        cell.fill = PatternFill("solid", start_color=ground)
    sheet.row_dimensions[row].height = height([Cell(shown(text), sum(asked.widths), size, bold)])


def _write_sections(sheet: Worksheet, asked: Asked) -> Iterator[int]:
    """Every rated section with its items; the rows that hold an item."""
    row = HEADER
    for section in asked.framework.sections:
        if section.rated:
            row = _write_title(sheet, row + 1, section, asked)
            for item in section.items:
                row += 1
                _write_item(sheet, row, item.id, item.text, asked)
                yield row


def _write_title(sheet: Worksheet, row: int, section: Section, asked: Asked) -> int:
    _write_over(sheet, row, section_title(section), asked, size=12, bold=True, ground=_SECTION)
    if section.intro:
        row += 1
        _write_over(sheet, row, section.intro, asked)
    return row


def _write_item(sheet: Worksheet, row: int, id: str, text: str, asked: Asked) -> None:
    for column, words in enumerate((id, id, text), 1):
        put(sheet.cell(row, column), words)
    for column in range(2, 4 + len(asked.columns)):
        dress(sheet.cell(row, column), ground=_OPEN if column > 3 else "")
    for column in range(4, 4 + len(asked.columns)):
        _unlock(sheet.cell(row, column))
    sheet.row_dimensions[row].height = height([Cell(shown(id), _REF), Cell(shown(text), _WIDTHS[""])])


def _unlock(cell: SheetCell) -> None:
    """What is typed in stays as it was typed: a spreadsheet would make a date of some answers."""
    from openpyxl.styles import Protection

    cell.protection, cell.number_format = Protection(locked=False), "@"


def _offer(sheet: Worksheet, rows: list[int], asked: Asked) -> None:
    """Offer the answers in their cells; another may stand there after a question, since it may be a split one."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("list", formula1=f"{CHOICES}!$A$1:$A${len(answers(asked.framework))}", allow_blank=True,
                          showErrorMessage=True, errorStyle="warning")  # fmt: skip
    rule.errorTitle, rule.error = "Not one of the answers", "Pick one from the list, or type its letter."
    for row in rows:
        for column in range(4, 3 + len(asked.columns)):
            rule.add(sheet.cell(row, column))
    sheet.add_data_validation(rule)


def _set_widths(sheet: Worksheet, asked: Asked) -> None:
    from openpyxl.utils import get_column_letter

    sheet.column_dimensions["A"].hidden = True
    for column, wide in enumerate(asked.widths, 2):
        sheet.column_dimensions[get_column_letter(column)].width = wide


def _open_on(sheet: Worksheet, place: str) -> None:
    """The titles of the columns stay in sight; the cursor stands in a cell."""
    from openpyxl.worksheet.views import Selection

    sheet.freeze_panes = f"A{HEADER + 1}"
    sheet.sheet_view.selection = [Selection(pane="bottomLeft", activeCell=place, sqref=place)]


def write_about(sheet: Worksheet, framework: Framework) -> None:
    """The scale, and what the framework says before its questions: a row a paragraph."""
    write_lines(sheet, _about(framework))
    sheet.protection.sheet = True
    prepare_print(sheet, framework.title)


def _about(framework: Framework) -> Iterator[tuple[str, dict[str, Any]]]:
    yield framework.title, {"size": 16, "bold": True}
    yield from ((text, {}) for text in scale_lines(framework))
    for block in front_blocks(framework):
        texts = block.items if isinstance(block, Bullets) else (block.text,)
        look = {"size": 13, "bold": True} if isinstance(block, Heading) else {}
        numbered = isinstance(block, Bullets) and block.numbered
        yield from ((f"{place}. {text}" if numbered else text, look) for place, text in enumerate(texts, 1))
