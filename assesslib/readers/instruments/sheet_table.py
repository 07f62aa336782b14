"""A sheet of wordings: the rows above its headings, its headings, the rows below, and what its columns hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assesslib.readers.instruments.headings import REF, TEXT, heading_row
from assesslib.readers.instruments.ids import leading
from assesslib.readers.instruments.tables import Row, rows_of
from assesslib.readers.records import RawSheet


@dataclass(frozen=True)
class Table:
    """A sheet with a row of headings: the rows above it, its own, those below, and what its columns hold."""

    sheet: RawSheet
    above: tuple[Row, ...]
    head: Row
    rows: tuple[Row, ...]
    columns: dict[str, int]
    numbered: bool = False

    def said(self, row: Row, use: str) -> str:
        """What a row says of something; a number is looked for before the wording where it has no column."""
        text = row.cell(self.columns.get(use))
        if use not in (TEXT, REF) or not self.numbered:
            return text
        number, wording = leading(row.cell(self.columns[TEXT])) or ("", text)
        return wording if use == TEXT else number


def table_of(sheet: RawSheet) -> Iterator[Table]:
    """The table of a sheet, or none where no row of it heads a column of wordings."""
    rows = rows_of(sheet)
    head = heading_row(rows)
    if head:
        place, columns = head
        below = tuple(rows[place + 1 :])
        yield Table(sheet, tuple(rows[:place]), rows[place], below, columns, _numbered(below, columns))


def _numbered(rows: Sequence[Row], columns: dict[str, int]) -> bool:
    """Whether the numbers stand before the wordings: there is no column of them, and most begin with one."""
    texts = [row.cell(columns[TEXT]) for row in rows if row.cell(columns[TEXT])]
    found = [pair[0] for pair in map(leading, texts) if pair]
    return REF not in columns and len(found) > 1 and 2 * len(found) > len(texts)
