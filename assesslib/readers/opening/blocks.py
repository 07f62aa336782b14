"""Blocks of many lines in which nothing is unusual: their rows are told apart all at once."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from assesslib.csvfile import BOM
from assesslib.readers.opening.bounds import MOST_CELL
from assesslib.readers.opening.delimiter import DELIMITERS, Shape
from assesslib.readers.opening.text import lines_of

_QUOTE, _END, _BACK = b'"\n\r'


class Feed:
    """The lines of blocks of text, one by one; or a whole block, where none of its lines was taken.

    Examples
    --------
    >>> feed = Feed(["a\\nb\\n", "c\\n"])
    >>> next(feed), feed.ahead(), next(feed), feed.ahead()
    ('a\\n', '', 'b\\n', 'c\\n')
    """

    def __init__(self, texts: Iterable[str]):
        self._texts, self._ahead = iter(texts), ""
        self._lines: list[str] = []
        self._at = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while self._at == len(self._lines):
            self._lines, self._at = list(lines_of(self._ahead or next(self._texts))), 0
            self._ahead = ""
        self._at += 1
        return self._lines[self._at - 1]

    def put_back(self, lines: Sequence[str]) -> None:
        """Give lines that were taken once more."""
        self._lines, self._at = [*lines, *self._lines[self._at :]], 0

    def ahead(self) -> str:
        """The next block, "" within one and at the end; it is not taken."""
        if self._at == len(self._lines) and not self._ahead:
            self._ahead = next(self._texts, "")
        return self._ahead

    def skip(self) -> None:
        """Leave out the block `ahead`."""
        self._ahead = ""


@dataclass(frozen=True)
class Block:
    """The rows of a block of text.

    Attributes
    ----------
    columns : sequence of arrays of str
        The cells, "" where a row ends early; none behind the last column that holds anything.
    rows, lines : int
        How many there are; a row may run over several lines.
    """

    columns: Sequence[np.ndarray]
    rows: int
    lines: int


def plain_block(text: str, shape: Shape, longest: int) -> Block | None:
    """The rows of a block of whole lines, or None where anything in it may be unusual and is to be looked at.

    Unusual are quotation marks within a cell, rows that are empty, folded into one cell or too long, cells that hold
    nothing but space or begin with an apostrophe, and single carriage returns.

    Parameters
    ----------
    text : str
        The block.
    shape : Shape
        How the table is laid out.
    longest : int
        The cells of the longest row so far.

    Examples
    --------
    >>> block = plain_block('Ann,"b, or c"\\nBob,d\\n', Shape(",", 2), 2)
    >>> [column.tolist() for column in block.columns], block.rows
    ([['Ann', 'Bob'], ['b, or c', 'd']], 2)
    >>> plain_block('Ann,b"c"\\n', Shape(",", 2), 2) is None
    True
    """
    odd = not text.endswith("\n") or text.startswith(BOM) or text.count("\r") != text.count("\r\n")
    if odd or shape.width < 2 or shape.delimiter not in DELIMITERS:
        return None
    data = text.encode("utf-8", "replace")
    rows = _rows(np.frombuffer(data, "uint8"), shape.delimiter)
    columns = _columns(data, shape, rows) if rows else None
    width = _width(columns) if columns else 0
    if width < 2 or (width < shape.width and longest < shape.width):
        return None
    return Block(columns[:width], rows, text.count("\n"))


def _rows(letters: np.ndarray, delimiter: str) -> int:
    """How many rows there are; 0 where quotation marks do not fit, or a row is empty or may hold too long a cell."""
    quotes, ends = np.flatnonzero(letters == _QUOTE), np.flatnonzero(letters == _END)
    if len(quotes) % 2:
        return 0
    around = (ord(delimiter), _END, _QUOTE)
    opening, closing = quotes[::2], quotes[1::2]
    before = letters[opening[opening > 0] - 1]
    if not (np.isin(before, around).all() and np.isin(letters[closing + 1], (*around, _BACK)).all()):
        return 0
    own = ends[np.searchsorted(quotes, ends) % 2 == 0]
    lengths = np.diff(own, prepend=-1)
    return len(own) if lengths.min() > 2 and lengths.max() <= MOST_CELL else 0


def _columns(data: bytes, shape: Shape, rows: int) -> list[np.ndarray] | None:
    how = {"dtype": "object", "na_filter": False, "skip_blank_lines": False, "encoding": "utf-8", "low_memory": False}
    try:
        frame = pd.read_csv(io.BytesIO(data), sep=shape.delimiter, header=None, names=range(shape.width), **how)
    except ValueError:
        return None
    # Where the first row has a cell too many, pandas takes the first column for the names of the rows.
    if not isinstance(frame.index, pd.RangeIndex) or len(frame) != rows:
        return None
    columns = [cells.to_numpy() for _, cells in frame.items()]
    return None if _is_alone(columns) or any(map(_is_odd, columns)) else columns


def _is_alone(columns: Sequence[np.ndarray]) -> bool:
    """Whether a row holds nothing behind its first cell."""
    alone = np.arange(len(columns[0]))
    for column in columns[1:]:
        alone = alone[column[alone] == ""]
        if not len(alone):
            return False
    return True


def _is_odd(column: np.ndarray) -> bool:
    return any(text[:1] == "'" or (text and not text.strip()) for text in set(column.tolist()))


def _width(columns: Sequence[np.ndarray]) -> int:
    """The columns up to the last one that holds anything."""
    filled = (at for at in reversed(range(len(columns))) if (columns[at] != "").any())
    return next(filled, -1) + 1
