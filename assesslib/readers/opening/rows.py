"""The lines of a text table -> its rows; a row that cannot be told from the next is set aside and said."""

import csv
from collections.abc import Iterable, Iterator

from assesslib.faults import Fault, shorten
from assesslib.readers.opening.bounds import MOST_CELL, MOST_LINE, refuse
from assesslib.readers.opening.delimiter import Shape, unfolded
from assesslib.readers.records import letter
from assesslib.words import many

_MOST_SAID = 20
"""Rows that are named for one kind of fault; the others are counted."""
_MENDED = "A quotation mark stands within a cell that is in quotation marks; the row still has all its cells"
_SPLIT = "begins with a quotation mark that closes in the middle of a text, so that cells cannot be told apart"
_OPEN = "begins with a quotation mark that never closes, so that the rest of the file stands within this cell"
_FOLDED = "The whole row stood in one cell; it was divided"
_RAGGED = "The row has {cells} where a usual one has {width}, so that answers may stand under a wrong heading"
UNREACHED = "No row goes as far as the last headings; they were read as empty"
_CUT = "The last row ends early; the file may have been cut off"


class Rows:
    """The rows of a text table, numbered as a spreadsheet counts them; afterwards ``faults`` has what was wrong.

    A line end within quotes does not count as a row, an empty line does.

    Parameters
    ----------
    lines : iterable of str
        Lines with their ends.
    shape : Shape
        What separates the cells, and how many there usually are.
    file : str
        The file, as faults name it.

    Examples
    --------
    >>> rows = Rows(['a,"b\\n', 'c"\\n', 'd,e,f\\n'], Shape(",", 2), "a.csv")
    >>> list(rows), [fault.row for fault in rows.faults]
    ([(1, ['a', 'b\\nc']), (2, ['d', 'e', 'f'])], [2])
    """

    def __init__(self, lines: Iterable[str], shape: Shape, file: str):
        self._lines = _Counted(lines)
        self._shape, self._file = shape, file
        self._said: dict[str, list[Fault]] = {}
        self._times: dict[str, int] = {}
        self._first: list[str] = []
        self._longest, self._number = 0, 0

    @property
    def longest(self) -> int:
        """The cells of the longest row below the first that holds anything; 0 where there is none yet."""
        return self._longest

    @property
    def number(self) -> int:
        """The number of the last row."""
        return self._number

    def passed(self, rows: int, lines: int) -> None:
        """Count rows, and the lines they are made of, that were taken from the lines in another way, all whole."""
        self._number += rows
        self._longest = max(self._longest, self._shape.width)
        self._lines.begun += lines

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was wrong so far, by row; a kind that is in very many rows is cut short."""
        named = [fault for kind in self._said.values() for fault in kind]
        more = [self._more(kind) for kind, times in self._times.items() if times > _MOST_SAID]
        return (*sorted(named, key=lambda fault: fault.row), *more, *self._unreached())

    def _unreached(self) -> Iterator[Fault]:
        """Headings that no row goes as far as: its empty cells at the end are left out, or the headings hold more."""
        width = len(self._first)
        beyond = [at for at in range(self._longest, width) if self._first[at].strip()]
        if beyond and self._longest > 0 and width == self._shape.width:
            yield Fault(UNREACHED, self._file, row=1, column=", ".join(map(letter, beyond)), handled=True)

    def _more(self, kind: str) -> Fault:
        some = self._said[kind][-1]
        others = many(self._times[kind] - _MOST_SAID, "row")
        return Fault(f"{others} more below row {some.row} have the same fault as it", self._file, handled=some.handled)

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(self._lines, delimiter=self._shape.delimiter, strict=True)
        while True:
            self._number += 1
            number = self._number
            self._lines.begin()
            try:
                row = next(reader)
            except StopIteration:
                return
            except (csv.Error, _Endless):
                row = self._mended(number)
            row = self._checked(number, row)
            if self._first:
                self._longest = max(self._longest, len(row))
            self._first = self._first or row
            yield number, row

    def _checked(self, number: int, row: list[str]) -> list[str]:
        width = self._shape.width
        if self._lines.length > MOST_CELL and max(map(len, row), default=0) > MOST_CELL:
            self._refuse(number, row)
        if len(row) == 1 < width:
            row = self._unfolded(number, row)
        if len(row) > width and any(map(str.strip, row[width:])):
            self._ragged(number, row)
        if len(row) < width and row and not self._lines.end.endswith(("\n", "\r")):
            self._say(_CUT, number, "Look whether its answers are all there.", handled=True)
        return row

    def _unfolded(self, number: int, row: list[str]) -> list[str]:
        cells = unfolded(row, self._shape.delimiter)
        if len(cells) != self._shape.width:
            return row
        self._say(_FOLDED, number, "Nothing needs doing.", handled=True)
        return cells

    def _ragged(self, number: int, row: list[str]) -> None:
        what = _RAGGED.format(cells=many(len(row), "cell"), width=self._shape.width)
        self._say(_RAGGED, number, "Put a text that holds the separator in quotation marks, or empty the cells behind "
                                   "the usual ones.", what)  # fmt: skip

    def _mended(self, number: int) -> list[str]:
        """The row whose quotation marks do not fit, if it is one line and still has its cells; else it is set aside."""
        row = next(csv.reader(self._lines.since[:1], delimiter=self._shape.delimiter), [])
        if not self._lines.endless and len(self._lines.since) == 1 and len(row) == self._shape.width:
            self._say(_MENDED, number, "Double it where the file was made.", handled=True)
            return row
        what, unread = (_OPEN, "the rest of the file was") if self._lines.endless else (_SPLIT, "these lines were")
        self._say(what, number, f"Close it, or double it if it belongs to the text; {unread} not read.",
                  line=self._lines.begun, column=letter(max(len(row) - 1, 0)),
                  value=shorten((row or [""])[-1]))  # fmt: skip
        return []

    def _say(self, kind: str, row: int, do: str, what: str = "", **where) -> None:
        self._times[kind] = self._times.get(kind, 0) + 1
        if self._times[kind] <= _MOST_SAID:
            fault = Fault(what or kind, file=self._file, row=row, do=do, **where)
            self._said.setdefault(kind, []).append(fault)

    def _refuse(self, number: int, row: list[str]) -> None:
        column = max(range(len(row)), key=lambda place: len(row[place]))
        refuse(self._file, f"The cell has {len(row[column]):,} characters, more than the {MOST_CELL:,} that are read",
               "Shorten it: this is no answer.", row=number, column=letter(column))  # fmt: skip


class _Endless(Exception):
    """A row goes on and on: most likely it is within quotation marks that nobody closed."""


class _Counted:
    """Lines on their way into rows; knows which the row at hand is made of.

    Attributes
    ----------
    since : list of str
        The lines of the row.
    begun : int
        The number of the first of them.
    length : int
        Their characters.
    endless : bool
        Whether the file ended within the row, or the row went beyond what a row may be.
    end : str
        The last of the lines.
    """

    def __init__(self, lines: Iterable[str]):
        self._lines = iter(lines)
        self.begun, self.end = 1, ""
        self.since: list[str] = []
        self.length, self.endless = 0, False

    def begin(self) -> None:
        """A new row begins."""
        self.begun += len(self.since)
        self.since, self.length = [], 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> str:
        line = "" if self.endless else next(self._lines, "")
        self.endless = not line or self.length > MOST_LINE
        if self.length > MOST_LINE:
            raise _Endless
        if not line:
            raise StopIteration
        self.since.append(line)
        self.length += len(line)
        self.end = line
        return line
