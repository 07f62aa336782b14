"""How much of another tool's file is read: beyond these bounds it is refused, in words, before it fills the memory."""

from typing import NoReturn

from assesslib.faults import Fault, FaultsError

MEGABYTE = 1024 * 1024
MOST_ROWS = 1_048_576
"""Rows of a table: as many as a spreadsheet has."""
MOST_COLUMNS = 16_384
"""Columns of a table: as many as a spreadsheet has."""
MOST_CELLS = 16_000_000
"""Rows times columns, of all tables of a file: 200,000 responses with 80 columns."""
MOST_CELL = 200_000
"""Characters of a cell: six times what a spreadsheet's cell can hold."""
MOST_TEXT = 512 * MEGABYTE
"""Bytes of a text file: 200,000 responses of 37 answers in full sentences come to half of it."""
MOST_LINE = 8 * MEGABYTE
"""Bytes of a line, and characters of a row that runs over several: 40 cells as long as a cell may be."""
MOST_ZIPPED = 256 * MEGABYTE
"""Bytes of a workbook as it is on the disk: 200,000 responses of 45 columns come to a quarter of it."""
MOST_UNPACKED = 1536 * MEGABYTE
"""Bytes of the parts of a workbook that are read, unpacked: the same responses come to half of it."""
MOST_PARTS = 10_000
"""Files within a workbook: thirty for each of its sheets."""
MOST_SHEETS = 300
"""Sheets of a workbook: more than anybody turns over."""
MOST_STRINGS = 4_000_000
"""Different texts of a workbook: twenty for each of 200,000 responses."""
MOST_ELEMENTS = 48_000_000
"""XML elements of a part of a workbook: three for each cell."""
MOST_DEPTH = 64
"""XML elements within each other: a sheet has six."""
MOST_TOKEN = 8 * MEGABYTE
"""Bytes of one XML tag: some parsers take the square of its length as their time."""


def refuse(file: str, what: str, do: str, **where) -> NoReturn:
    """End the reading of a file with one fault; ``where`` may hold ``row``, ``column``, ``line``, ``value``.

    Raises
    ------
    FaultsError
        Always.

    Examples
    --------
    >>> refuse("a.csv", "The file is empty", "Export it again.")
    Traceback (most recent call last):
    assesslib.faults.FaultsError: a.csv: The file is empty. Export it again.
    """
    raise FaultsError([Fault(what, file=file, do=do, **where)])
