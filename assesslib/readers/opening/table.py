"""Rows of texts, as they come from a file -> one frame, with every text held once and never more than fits."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd

from assesslib.readers.opening.bounds import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, refuse
from assesslib.readers.records import letter

_CHUNK = 4096
_MOST_SHARED = 100_000
"""Texts that are remembered at a time; answers repeat within far fewer."""
_EVERY = 1000
"""Rows between two calls that tell how far the reading is."""


class Shared(dict):
    """What is made of a text, made once for all cells that hold the same: ``Shared(made)[text]``.

    Examples
    --------
    >>> shared = Shared(str.strip)
    >>> shared[" a"], shared[" a"] is shared[" a"]
    ('a', True)
    """

    def __init__(self, made: Callable):
        super().__init__()
        self._made = made

    def __missing__(self, text):
        if len(self) >= _MOST_SHARED:
            self.clear()
        made = self[text] = self._made(text)
        return made


class Odd(Mapping):
    """By row and column, what cells hold that is no typed text, in a few bytes a cell.

    Examples
    --------
    >>> odd = Odd()
    >>> odd.add(7, 2, "date")
    >>> odd[7, 2], odd.get((7, 3)), list(odd)
    ('date', None, [(7, 2)])
    """

    def __init__(self):
        self._rows: dict[int, array] = {}
        self._kinds: dict[int, list[str]] = {}

    def add(self, row: int, column: int, kind: str) -> None:
        """Note a cell; those of a column come from above to below."""
        self._rows.setdefault(column, array("I")).append(row)
        self._kinds.setdefault(column, []).append(kind)

    def __getitem__(self, cell: tuple[int, int]) -> str:
        row, column = cell
        rows = self._rows.get(column, ())
        place = bisect_left(rows, row)
        if place == len(rows) or rows[place] != row:
            raise KeyError(cell)
        return self._kinds[column][place]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for column, rows in self._rows.items() for row in rows)

    def __len__(self) -> int:
        return sum(map(len, self._rows.values()))


class Progress:
    """Counts the rows of a file and now and then says how many there are."""

    def __init__(self, told: Callable[[int], None] | None):
        self._told, self._rows = told, 0

    def row(self) -> None:
        """One row more."""
        self._rows += 1
        if self._told and not self._rows % _EVERY:
            self._told(self._rows)

    def several(self, rows: int) -> None:
        """So many rows more."""
        self._rows += rows
        self.end()

    def end(self) -> None:
        """All rows were read."""
        if self._told:
            self._told(self._rows)


class Table:
    """A table as it grows: rows are added with their number, then `frame` gives them all.

    Parameters
    ----------
    place : str
        The file, and the sheet, as faults name them.
    spare : int
        Rows times columns that it may come to.
    """

    def __init__(self, place: str, spare: int = MOST_CELLS):
        self._place, self._spare = place, spare
        self._numbers: list[int] = []
        self._rows: list[list[str]] = []
        self._chunks: list[Sequence[np.ndarray]] = []
        self.width = 0

    @property
    def cells(self) -> int:
        """Rows times columns, so far."""
        return len(self._numbers) * self.width

    def add(self, number: int, row: list[str]) -> None:
        """Take a row; empty cells at its end are cut off, and one that is wholly empty is left out.

        Raises
        ------
        FaultsError
            The table is larger than the bounds.
        """
        if number > MOST_ROWS:
            refuse(self._place, f"The table has more than {MOST_ROWS:,} rows", "Divide the file.", row=number)
        if row and not row[-1].strip():
            row = row[: _last(row)]
        if not row:
            return
        self._rows.append(row)
        self._numbers.append(number)
        if len(row) > self.width or self.cells > self._spare:
            self._widen(number, len(row))
        if len(self._rows) == _CHUNK:
            self._pack()

    def has_room(self, number: int, rows: int, width: int) -> bool:
        """Whether so many rows and columns may come up to a number without the table being larger than the bounds."""
        whole = (len(self._numbers) + rows) * max(width, self.width)
        return number <= MOST_ROWS and width <= MOST_COLUMNS and whole <= self._spare

    def extend(self, number: int, columns: Sequence[np.ndarray]) -> None:
        """Take rows by their columns, the first of them with a number; none is empty or ends with mere space."""
        self._pack()
        self._chunks.append(columns)
        self._numbers.extend(range(number, number + len(columns[0])))
        self.width = max(self.width, len(columns))

    def _widen(self, number: int, width: int) -> None:
        self.width = max(width, self.width)
        if width > MOST_COLUMNS:
            refuse(self._place, f"The row has {width:,} cells, more than the {MOST_COLUMNS:,} of a spreadsheet",
                   "Export it again with a row for each response.", row=number)  # fmt: skip
        if self.cells > self._spare:
            refuse(self._place, f"The table is larger than the {MOST_CELLS:,} cells that are read: its widest row "
                                f"goes to column {letter(self.width - 1)}", "Delete what is no answer, or divide "
                                "the file.", row=number)  # fmt: skip

    def _pack(self) -> None:
        if self._rows:
            self._chunks.append(_block(self._rows).T)
            self._rows = []

    def frame(self) -> pd.DataFrame:
        """All rows: texts, "" where empty; the index holds their numbers, the columns count from 0."""
        self._pack()
        columns = {column: pd.array(_column(self._chunks, column), dtype="str") for column in range(self.width)}
        return pd.DataFrame(columns, index=pd.Index(self._numbers, dtype="int64"), columns=range(self.width))


def _last(row: list[str]) -> int:
    """How many cells there are without the empty ones at the end."""
    wholly = not "".join(row).strip()
    return 0 if wholly else next(place for place in range(len(row), 0, -1) if row[place - 1].strip())


def _block(rows: list[list[str]]) -> np.ndarray:
    width = max(map(len, rows))
    padded = [row if len(row) == width else row + [""] * (width - len(row)) for row in rows]
    return np.array(padded, dtype=object)


def _column(chunks: Iterable[Sequence[np.ndarray]], column: int) -> np.ndarray:
    parts = [chunk[column] if column < len(chunk) else np.full(len(chunk[0]), "", object) for chunk in chunks]
    return np.concatenate(parts) if parts else np.array([], object)
