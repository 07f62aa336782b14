"""What fits on a page of A4: its size without margins, how large a table's words are, how many lines a row takes."""

from collections.abc import Sequence

from assesslib.documents._text import paragraphs
from assesslib.documents.model import Table

MARGIN = 0.75
"""Inches round the text."""
_SHORT, _LONG = 8.27, 11.69
_CELL_SIDES = 0.14
"""Inches a cell keeps free left and right of its words."""
_SIZES = ((4, 9.0), (7, 8.5), (10, 7.5))
"""Points of the words in a table of at most so many columns."""
_SMALLEST = 7.0
_PER_POINT = 0.55 / 72
"""Inches that a letter takes for each point of its size; a little more than it does on average."""
MOST_LINES = 24
"""Lines up to which a row stays on one page; a longer one may run on to the next."""


def page(landscape: bool) -> tuple[float, float]:
    """Width and height in inches that a page has for text.

    Examples
    --------
    >>> page(False)
    (6.77, 10.19)
    """
    sides = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    return tuple(round(side - 2 * MARGIN, 2) for side in sides)


def points(columns: int) -> float:
    """The size of the words in a table of so many columns.

    Examples
    --------
    >>> points(3), points(12)
    (9.0, 7.0)
    """
    return next((size for most, size in _SIZES if columns <= most), _SMALLEST)


def widths(table: Table, wide: float) -> tuple[float, ...]:
    """The width of each column where all share ``wide``."""
    whole = sum(column.share for column in table.columns)
    return tuple(wide * column.share / whole for column in table.columns)


def letters(width: float, size: float) -> int:
    """About how many letters of a size in points stand beside each other in a cell of a width in inches.

    Examples
    --------
    >>> letters(2.0, 9.0)
    27
    """
    return max(1, int((width - _CELL_SIDES) / (size * _PER_POINT)))


def lines(row: Sequence[str], table: Table, wide: float) -> int:
    """About how many lines a row of a table takes where the table is ``wide`` inches wide."""
    size = points(len(table.columns))
    fits = [letters(width, size) for width in widths(table, wide)]
    return max(_wrapped(cell, most) for cell, most in zip(row, fits, strict=True))


def _wrapped(text: str, most: int) -> int:
    return sum(1 + len(line) // most for line in paragraphs(text))


def stays_whole(row: Sequence[str], table: Table, wide: float) -> bool:
    """Whether a row is short enough to be kept on one page."""
    return lines(row, table, wide) <= MOST_LINES
