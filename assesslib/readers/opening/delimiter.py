"""What separates the cells of a text table, found by looking at its first rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

DELIMITERS = ",;\t|"
_SAID = re.compile(r'"?sep=(.)"?[\t,; ]*[\r\n]*', re.IGNORECASE)


@dataclass(frozen=True)
class Shape:
    """How a text table is laid out.

    Attributes
    ----------
    delimiter : str
        What separates the cells.
    width : int
        Cells of a usual row, or of the headings where all rows leave out empty cells at their end.
    said : bool
        Whether the first line is no row but says the delimiter, as spreadsheets understand it.
    """

    delimiter: str
    width: int
    said: bool = False


def shape_of(lines: Sequence[str], whole: bool = True) -> Shape:
    """The shape of a table by its first lines: the delimiter that gives the most rows the same number of cells.

    Parameters
    ----------
    lines : sequence of str
        Lines with their ends.
    whole : bool
        Whether they are the whole file; otherwise the last row may be cut and is not looked at.

    Examples
    --------
    >>> shape_of(["name;1, 2, 3;x\\n", "Ann;a, b;c\\n"])
    Shape(delimiter=';', width=3, said=False)
    >>> shape_of(["sep=|\\n", "Ann|a,b\\n"])
    Shape(delimiter='|', width=2, said=True)
    """
    said = _SAID.fullmatch(lines[0]) if lines else None
    if said:
        return Shape(said[1], _width(lines[1:], said[1], whole), True)
    scores = {delimiter: _usual(_widths(lines, delimiter, whole)) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=scores.__getitem__)
    return Shape(best, _width(lines, best, whole))


def _width(lines: Sequence[str], delimiter: str, whole: bool) -> int:
    """The cells of a usual row, or those of the first row where no other has as many.

    Rows may leave out empty cells at their end. Where some of the headings begin with a space and others do not, one of
    them may hold the separator, and the answers would stand under the wrong ones.
    """
    widths = _widths(lines, delimiter, whole)
    usual = _usual(widths)[1]
    first = next((unfolded(row, delimiter) for row in csv.reader(lines[:1], delimiter=delimiter)), [])
    spaced = {text[:1].isspace() for text in first[1:] if text}
    return len(first) if len(first) == max(widths, default=0) > usual > 1 and len(spaced) < 2 else usual


def _widths(lines: Sequence[str], delimiter: str, whole: bool) -> list[int]:
    rows = list(csv.reader(lines, delimiter=delimiter))
    rows = rows if whole or len(rows) < 2 else rows[:-1]
    return [len(unfolded(row, delimiter)) for row in rows if any(row)]


def unfolded(row: list[str], delimiter: str) -> list[str]:
    """The cells of a row that a spreadsheet folded into one, because it was opened under another delimiter.

    Examples
    --------
    >>> unfolded(['Ann,"x, y"'], ","), unfolded(["Ann", "x, y"], ",")
    (['Ann', 'x, y'], ['Ann', 'x, y'])
    """
    if len(row) != 1 or delimiter not in row[0]:
        return row
    found = list(csv.reader(io.StringIO(row[0], newline=""), delimiter=delimiter))
    return found[0] if len(found) == 1 else row


def _usual(widths: Sequence[int]) -> tuple[float, int]:
    """The share of the rows that have the most usual number of cells beyond one, and that number."""
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0.0, 1
    (width, times), *_ = several.most_common(1)
    return times / len(widths), width
