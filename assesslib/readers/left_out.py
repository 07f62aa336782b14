"""The cells of rows and columns that a layout leaves out because somebody has to say first what they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.layouts._second import BELOW
from assesslib.readers.records import RawSheet, Responses, letter
from assesslib.readers.refused import COLUMNS

_LETTERS = re.compile(r"(?<![^\s,])[A-Z]{1,3}(?![^\s,(])")
WHY = "left out: it is not sure what it is"
AGREED_ELSEWHERE = "what was agreed stands elsewhere too, or is of another time"


def left_out(said: object, sheet: RawSheet) -> pd.DataFrame:
    """The cells of the rows and columns of a sheet that are asked about and were not read.

    Parameters
    ----------
    said : Responses, or what else a sheet may hold
        What the layout says of the sheet, with its faults; of anything but responses nothing is told here.
    sheet : RawSheet
        The sheet.

    Returns
    -------
    DataFrame
        ``row, column, person, item, text, why``: one row a cell that holds something.
    """
    if not isinstance(said, Responses):
        return pd.DataFrame(columns=COLUMNS)
    rows, columns = _places(said, sheet)
    cells = [*_of_rows(sheet, rows), *_of_columns(sheet, columns, said)]
    return pd.DataFrame(list(dict.fromkeys(cells)), columns=COLUMNS)


def _places(said: Responses, sheet: RawSheet) -> tuple[set[int], set[int]]:
    """The rows and the columns that are asked about, without those that were read."""
    asked = [fault for fault in said.faults if not fault.handled]
    rows = {row for fault in asked for row in _rows(fault, sheet)}
    columns = {at for fault in asked for at in _columns(fault, sheet)}
    read = set(said.answers.index)
    return (rows, columns - read) if said.turned else (rows - read, columns)


def _rows(fault: Fault, sheet: RawSheet) -> Iterator[int]:
    if fault.row is not None and not fault.column and fault.row in sheet.cells.index:
        below = fault.what.endswith(BELOW)
        yield from (sheet.cells.index[sheet.cells.index >= fault.row] if below else [fault.row])


def _columns(fault: Fault, sheet: RawSheet) -> Iterator[int]:
    if fault.column and fault.row is None and "left out" in fault.what:
        named = set(_LETTERS.findall(fault.column.partition(" (")[0]))
        yield from (at for at in sheet.cells.columns if letter(at) in named)


def _of_rows(sheet: RawSheet, rows: Collection[int]) -> Iterator[tuple]:
    for row in sorted(rows):
        for at, text in sheet.cells.loc[row].items():
            if text.strip():
                yield row, letter(at), None, "", text, WHY


def _of_columns(sheet: RawSheet, columns: Collection[int], said: Responses) -> Iterator[tuple]:
    """The cells beside the items; in a table with a row for each member those of the rows that were read."""
    read = {one.at for one in said.headings if one.use == "answer"} if said.turned else set(said.answers.index)
    for at in sorted(columns):
        for row, text in sheet.cells[at].items():
            if text.strip() and row in read:
                yield row, letter(at), None, "", text, WHY


def stacked(*cells: pd.DataFrame) -> pd.DataFrame:
    """Cells that are not taken, of several kinds."""
    filled = [part for part in cells if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else pd.DataFrame(columns=COLUMNS)


def left_agreed(said: Responses) -> pd.DataFrame:
    """The cells of what was agreed, where it is not taken."""
    if said.agreed is None:
        return pd.DataFrame(columns=COLUMNS)
    texts = said.answers.loc[said.agreed]
    own = [(at, letter(said.agreed)) if said.turned else (said.agreed, letter(at)) for at in texts.index]
    cells = [(row, column, None, "", text, AGREED_ELSEWHERE)
             for (row, column), text in zip(own, texts, strict=True) if text.strip()]  # fmt: skip
    return pd.DataFrame(cells, columns=COLUMNS)
