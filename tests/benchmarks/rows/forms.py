"""Importing an export of a forms tool, beside reading its cells and no more."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
from openpyxl import load_workbook

import assesslib as al

from ..made import FRAMEWORK, form_csv, form_xlsx
from ..row import Reach, Row, Scale, Sides, timed


def imported(path: Path) -> int:
    """Import the file into tidy ratings; how many people answered, or less than 0 where something was not taken."""
    found = al.import_ratings(path, FRAMEWORK)
    return -len(found.wrong) or found.ratings["member"].nunique()


def sheet_rows(path: Path) -> int:
    """Read every row of the workbook; how many responses it has."""
    book = load_workbook(path, read_only=True)
    rows = sum(1 for _ in book.active.iter_rows(values_only=True))
    book.close()
    return rows - 1


def _sides(make: Callable[[Path, int], Path], name: str, read: Callable[[Path], int]) -> Callable[[Scale, int], Sides]:
    def prepare(scale: Scale, size: int) -> Sides:
        path = make(scale.folder / name, size)
        return Sides(timed(lambda: imported(path)), timed(lambda: read(path)), lambda mine, its: mine == its == size)

    return prepare


_WHAT = "import {} responses of a forms export"
ROWS = (
    Row("import-csv", f"{_WHAT}, CSV", "pandas.read_csv", (Reach("time", 2),),
        _sides(form_csv, "export.csv", lambda path: len(pd.read_csv(path))),
        size=(200_000, 10_000), runs=(3, 1), warm=False),
    Row("import-xlsx", f"{_WHAT}, xlsx", "openpyxl read-only, every row", (Reach("time", 2),),
        _sides(form_xlsx, "export.xlsx", sheet_rows), size=(200_000, 1_000), runs=(3, 1), warm=False),
)  # fmt: skip
