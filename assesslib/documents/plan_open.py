"""A plan that was edited, opened: its rows, what it said when it was written, and whether it is this assessment's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assesslib.documents.plan_sheet import FIELDS, ID, MARK, MARKS, TITLES, marks_of
from assesslib.documents.workbook_open import marks_in, open_workbook, text_of
from assesslib.faults import Fault, FaultsError

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_DEEPEST = 30
"""The row that the titles of the columns stand in at the latest."""
_AGAIN = "Write the plan anew with assess plan, and put the changes into that."


@dataclass(frozen=True)
class Line:
    """A row of a plan as it was sent back: its number, its texts and its cells by the title of the column."""

    number: int
    texts: Mapping[str, str]
    cells: Mapping[str, Cell]


@dataclass(frozen=True)
class Opened:
    """A plan that was edited.

    Attributes
    ----------
    place : str
        The file and the sheet as faults name them.
    lines : tuple of Line
        The rows that hold anything.
    written : mapping
        By id the texts of each row when the plan was written, by the title of the column.
    faults : tuple of Fault
        Columns that hold something and are not read.
    """

    place: str
    lines: tuple[Line, ...]
    written: Mapping[str, Mapping[str, str]]
    faults: tuple[Fault, ...] = ()


def open_plan(path: Path, assessment) -> Opened:
    """Open a plan that `plan_workbook` wrote for an assessment.

    Raises
    ------
    FaultsError
        It cannot be read, is no plan, is that of another assessment, or has lost its columns.
    """
    workbook = _loaded(path)
    if MARKS not in workbook.sheetnames or not (marks := marks_in(workbook[MARKS]["A1"], MARK)):
        raise _refused("is not a plan that was written by assess plan, or has lost its hidden sheet", path.name, _AGAIN)
    _check_own(path.name, marks, assessment)
    sheet, header = _table_in(path.name, workbook)
    place = f"{path.name}, sheet {sheet.title}"
    columns = _columns(sheet, header)
    lines = tuple(_lines(sheet, header, columns))
    return Opened(place, lines, _written(workbook[MARKS]), tuple(_unread(place, sheet, header, lines)))


def _refused(what: str, value: str, do: str, allowed: tuple[str, ...] = ()) -> FaultsError:
    return FaultsError([Fault(what, value=value, allowed=allowed, do=do)])


def _loaded(path: Path) -> Workbook:
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        raise _refused("is not an .xlsx workbook", path.name, "Open it in a spreadsheet, and save it as .xlsx.")
    return open_workbook(path)


def _check_own(name: str, marks: Mapping[str, str], assessment) -> None:
    """Refuse the plan of another assessment; one whose folder was given another name is still the same."""
    own = marks_of(assessment)
    same = marks.get("framework") == own["framework"]
    renamed = bool(own["date"]) and all(marks.get(key) == own[key] for key in ("partnership", "date"))
    if not (same and (marks.get("assessment") == own["assessment"] or renamed)):
        raise _refused(f"is the assessment that {name} was written from", marks.get("assessment", ""),
                       "Read it into that assessment.", (own["assessment"],))  # fmt: skip


def _table_in(name: str, workbook: Workbook) -> tuple[Worksheet, int]:
    """The sheet that holds the plan, and the row of its titles, wherever they were moved to."""
    best: tuple[set[str], Worksheet | None, int] = (set(), None, 0)
    for sheet in (one for one in workbook.worksheets if one.title != MARKS):
        for row in range(1, min(sheet.max_row, _DEEPEST) + 1):
            found = {text_of(cell) for cell in sheet[row]} & set(TITLES)
            best = max(best, (found, sheet, row), key=lambda one: len(one[0]))
    found, sheet, row = best
    if sheet is None or (lost := [title for title in TITLES if title not in found]):
        gone = ", ".join(TITLES if sheet is None else lost)
        raise _refused(f"has lost the title of a column: {gone}", name, f"Put it back above its column. Or: {_AGAIN}")
    titles = Counter(text_of(cell) for cell in sheet[row])
    if doubled := [title for title in TITLES if titles[title] > 1]:
        raise _refused("is the title of two columns", doubled[0], "Call the one that was added something else.")
    return sheet, row


def _columns(sheet: Worksheet, header: int) -> dict[str, int]:
    return {text_of(cell): cell.column for cell in sheet[header] if text_of(cell) in TITLES}


def _lines(sheet: Worksheet, header: int, columns: Mapping[str, int]) -> Iterator[Line]:
    for row in range(header + 1, sheet.max_row + 1):
        cells = {title: sheet.cell(row, number) for title, number in columns.items()}
        texts = {title: text_of(cell) for title, cell in cells.items()}
        if any(texts.values()):
            yield Line(row, texts, cells)


def _written(sheet: Worksheet) -> dict[str, dict[str, str]]:
    """By id what a plan said when it was written."""
    titles = [text_of(cell) for cell in sheet[2]]
    rows = ([text_of(cell) for cell in row] for row in sheet.iter_rows(min_row=3))
    return {said[ID]: said for row in rows if (said := dict(zip(titles, row, strict=True))).get(ID)}


def _unread(place: str, sheet: Worksheet, header: int, lines: tuple[Line, ...]) -> Iterator[Fault]:
    """Columns of the user's own that hold something."""
    for cell in sheet[header]:
        title = text_of(cell)
        if title not in TITLES and any(text_of(sheet.cell(line.number, cell.column)) for line in lines):
            what = "is a column that is not read" if title else "A column without a title is not read"
            do = f"Write what is to be kept under {FIELDS['notes']}."
            yield Fault(what, place, row=header, value=title or None, do=do, handled=True)
