"""Workbooks in which somebody answered by colouring cells: nothing is read from a colour, and that is said."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from assesslib.readers.opening import open_sheets

ROWS = [["Ref", "Anna", "Ben"], *([f"1.{n}", None, None] for n in range(1, 6))]
RED, GREEN, GREY = "FF0000", "00FF00", "DDDDDD"


def opened(path, colour_of, rows=ROWS):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for row in range(2, 7):
        for column in range(1, 4):
            if colour := colour_of(row, column):
                book.active.cell(row, column).fill = PatternFill("solid", fgColor=colour)
    book.save(path)
    return [str(fault) for fault in open_sheets(path, name="a.xlsx")[1]]


def test_colours_without_text_are_told(tmp_path):
    colours = {1: "", 2: RED, 3: GREEN}
    assert opened(tmp_path / "a.xlsx", lambda row, column: colours[column]) == [
        "a.xlsx, sheet Sheet, row 2, column B, C: Cells hold colours and no text; colours are not read. "
        "Write the level into each cell."
    ]


@pytest.mark.parametrize(
    "colour_of",
    [
        lambda row, column: "",
        lambda row, column: GREY if column > 1 else "",
        lambda row, column: (RED, GREY)[row % 2],
        lambda row, column: (RED, GREEN)[row % 2] if row < 3 and column > 1 else "",
    ],
    ids=["none", "where to write", "banded rows", "a mark or two"],
)
def test_other_colours_say_nothing(tmp_path, colour_of):
    assert opened(tmp_path / "a.xlsx", colour_of) == []


def test_coloured_cells_that_hold_text_say_nothing(tmp_path):
    rows = [ROWS[0], *([f"1.{n}", "G", "W"] for n in range(1, 6))]
    assert opened(tmp_path / "a.xlsx", lambda row, column: (RED, GREEN)[(row + column) % 2], rows) == []
