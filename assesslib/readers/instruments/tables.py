"""Sheets as rows of cells with their place, and the rows that head them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assesslib.faults import Fault
from assesslib.readers.instruments.records import Spot
from assesslib.readers.records import DATE, ERROR, FORMULA, RawSheet, letter

MOST_ROWS = 20_000
"""Rows of a sheet that are read: a questionnaire of so many could not be answered, nor its framework file loaded."""
_ODD = {
    DATE: ("is a date, which may be a number like 1.1 that the spreadsheet changed",
           "Format the column as text and type it again."),
    FORMULA: ("is a formula without a result", "Open the file in a spreadsheet and save it again."),
    ERROR: ("is an error of the spreadsheet", "Put the cell right."),
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """A row of a sheet: its number as a spreadsheet counts it, where it stands, and its texts, trimmed."""

    number: int
    spot: Spot
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """The text in a column counted from 0; "" where there is none."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""

    @property
    def only(self) -> str:
        """The text of the one cell that holds any; "" where several do."""
        texts = [text for text in self.cells if text]
        return texts[0] if len(texts) == 1 else ""

    @property
    def said(self) -> str:
        """Everything the row says, on one line."""
        return " | ".join(text for text in self.cells if text)


def rows_of(sheet: RawSheet) -> list[Row]:
    """The rows of a sheet that hold something, at most `MOST_ROWS`."""
    texts = sheet.cells.head(MOST_ROWS)
    rows = zip(texts.index, texts.itertuples(index=False, name=None), strict=True)
    return [Row(int(number), Spot(sheet.place, int(number)), tuple(map(_trimmed, cells))) for number, cells in rows]


def _trimmed(text: str) -> str:
    """Without white space round it; a half character that no encoding can hold becomes a question mark."""
    return str(text).strip().encode("utf-8", "replace").decode("utf-8")


def size_faults(sheets: Sequence[RawSheet]) -> Iterator[Fault]:
    """The sheets of which only the first rows are read."""
    for sheet in sheets:
        if len(sheet.cells) > MOST_ROWS:
            what = f"has {len(sheet.cells)} rows, and at most {MOST_ROWS} of an instrument are read"
            yield Fault(what, sheet.place, do="Check that it is the right file.", value=sheet.name or None)


def odd_faults(sheet: RawSheet, columns: Sequence[int]) -> Iterator[Fault]:
    """The cells in some columns that do not hold what somebody typed."""
    for (row, column), kind in sheet.odd.items():
        if column in columns and kind in _ODD:
            what, do = _ODD[kind]
            value = sheet.cells.at[row, column] if row in sheet.cells.index and column in sheet.cells else ""
            yield Fault(what, sheet.place, row=row, column=letter(column), value=value, do=do)
