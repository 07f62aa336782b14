"""The improvement plan as a workbook to work in: one real table, and what is needed to read it back rightly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from assesslib.documents._xlsx_cells import DAY_FORMAT, parts, put
from assesslib.documents._xlsx_file import saved
from assesslib.documents._xlsx_table import add_table, choices_last, prepare_print
from assesslib.documents._xlsx_text import write_lines
from assesslib.documents.model import Column, Table
from assesslib.documents.plan_rows import STATUSES, Planned, planned
from assesslib.documents.reporting import footer, titled
from assesslib.tables.arguments import check_assessment

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MARK = "assess plan"
"""What the hidden sheet says before all else."""
SHEET, HELP, MARKS = "Plan", "How to use it", "Marks"
ID, ABOUT = "Id", "What it is about"
FIELDS = {
    "text": "Action or goal",
    "owner": "Who",
    "due": "By when",
    "measure": "How we will know",
    "status": "Status",
    "notes": "Notes",
}
"""What is read back, with the title of its column."""
_COLUMNS = (
    Column(ID, 0.5),
    Column(FIELDS["text"], 2.6),
    Column(ABOUT, 2.4),
    Column(FIELDS["owner"]),
    Column(FIELDS["due"], 0.9, "date"),
    Column(FIELDS["measure"], 2.2),
    Column(FIELDS["status"], 0.9, "choice", STATUSES),
    Column(FIELDS["notes"], 2),
)
TITLES = tuple(column.title for column in _COLUMNS)
_HELP = (
    "Sort and filter as you like. Change who, by when, how we will know, the status and the notes; save; then read the "
    "file back with: assess import-plan FILE --into FOLDER. Only what you changed is written.",
    "A new action goes into a row of its own below the others. Its hidden id stays empty.",
    "A row that is taken out here stays in the assessment: set its status to dropped instead.",
    "What it is about is shown to remind you and is not read back.",
)
A_DAY = "Write a day, like 30/09/2026 (day, month, year) or 2026-09-30"
_MORE_ROWS = 200


def plan_workbook(assessment) -> bytes:
    """The plan of an assessment as xlsx; equal ones for equal content.

    Parameters
    ----------
    assessment : Assessment
        Opened, or as it stood.

    Raises
    ------
    FaultsError
        It is no assessment.
    OSError
        The folder cannot be read.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> plan_workbook(al.open_assessment(shipped("data") / "collaboration-2026"))[:2]
    b'PK'
    """
    from openpyxl import Workbook

    check_assessment(assessment, "name", "partnership", "date", "framework", "notes")
    rows = tuple(tuple(cells_of(one).values()) for one in planned(assessment))
    title = titled("Improvement plan", assessment.partnership)
    workbook = Workbook()
    workbook.active.title = HELP
    table = Table(_COLUMNS, rows, title, row_headings=True)
    _finish(add_table(workbook, table, SHEET, footer(assessment.partnership, assessment.date), 1))
    _write_help(workbook[HELP], title)
    _write_marks(workbook.create_sheet(MARKS), marks_of(assessment), rows)
    workbook.move_sheet(SHEET, -1)
    workbook.active = 0
    choices_last(workbook)
    return saved(workbook, title, assessment.date)


def marks_of(assessment) -> dict[str, str]:
    """What tells the plan of an assessment from any other workbook."""
    framework = assessment.framework
    return {"is": MARK, "framework": framework.id, "version": framework.version, "assessment": assessment.name,
            "partnership": assessment.partnership, "date": assessment.date}  # fmt: skip


def cells_of(one: Planned) -> dict[str, str]:
    """A goal or an action as its row shows it, by the title of the column."""
    said = {ID: one.id, ABOUT: one.about} | {title: getattr(one, name) for name, title in FIELDS.items()}
    return {title: fitted(said[title]) for title in TITLES}


def fitted(text: str) -> str:
    """A text as one cell shows it: cut, with an ellipsis, where it is longer than a cell may be.

    Examples
    --------
    >>> fitted("short"), len(fitted("x" * 40_000))
    ('short', 16001)
    """
    first, *more = parts(text)
    return f"{first}…" if more else first


def _finish(sheet: Worksheet) -> None:
    """The first words and the titles always in sight, days asked for where days belong."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.freeze_panes = "C2"
    letter = get_column_letter(TITLES.index(FIELDS["due"]) + 1)
    rule = DataValidation("date", operator="greaterThan", formula1="36526", allow_blank=True, showErrorMessage=True,
                          errorStyle="warning")  # fmt: skip
    rule.errorTitle, rule.error = "Not a date", f"{A_DAY}."
    rule.add(f"{letter}2:{letter}{sheet.max_row + _MORE_ROWS}")
    sheet.add_data_validation(rule)
    for row in range(2, sheet.max_row + 1):
        sheet[f"{letter}{row}"].number_format = DAY_FORMAT


def _write_help(sheet: Worksheet, title: str) -> None:
    write_lines(sheet, [(title, {"size": 16, "bold": True}), *((text, {}) for text in _HELP)])
    prepare_print(sheet, title)


def _write_marks(sheet: Worksheet, marks: Mapping[str, str], rows: tuple[tuple[str, ...], ...]) -> None:
    """What the plan said when it was written, so that only what was changed in it since is read back."""
    put(sheet["A1"], json.dumps(marks, ensure_ascii=False))
    for number, cells in enumerate((TITLES, *rows), 2):
        for column, text in enumerate(cells, 1):
            put(sheet.cell(number, column), text)
    sheet.sheet_state = "hidden"
