"""How wide words are and how high a row must be for them: a file says so, since not every program reckons it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import ceil
from typing import NamedTuple
from unicodedata import east_asian_width

HIGHEST = 409.0
"""Points that a row may be high."""
LINE = 15.0
"""Points of a line in letters of 11 points."""
_SIZE = 11
_BOLD = 1.12
"""How much wider bold letters are."""
_SPARE = 1.0
"""Digits of a column that its edges take."""
_WIDTHS = {
    **dict.fromkeys(" .,;:'|ijlI’‘", 0.5),
    **dict.fromkeys("tfr()[]{}-/\\!", 0.68),
    **dict.fromkeys('scz_–“”"*', 0.88),
    **dict.fromkeys("ABCEFKLPRSTUVXYZ+=<>#~", 1.12),
    **dict.fromkeys("DGHNOQw&", 1.33),
    **dict.fromkeys("mMW@%—…", 1.65),
    "\u200b": 0.0,
}
"""Widths of letters beside that of a digit: of each the wider one in Calibri and in DejaVu Sans, which stands in where
that is missing; a row is sooner too high than too low."""


class Cell(NamedTuple):
    """A text in a cell: how wide its column is in digits, and how its letters look."""

    text: str
    wide: float
    size: float = _SIZE
    bold: bool = False


def width(text: str, size: float = _SIZE, bold: bool = False) -> float:
    """How wide a text is on one line, in digits of 11 points.

    Examples
    --------
    >>> width("2026"), width("2026", size=22), round(width("2026", bold=True), 1)
    (4.0, 8.0, 4.5)
    """
    return sum(map(_letter, text)) * size / _SIZE * (_BOLD if bold else 1)


def _letter(letter: str) -> float:
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    return 2.2 if east_asian_width(letter) in "WF" else 1.0


def longest_word(text: str, size: float = _SIZE, bold: bool = False) -> float:
    """How wide the widest word of a text is, with the edges of its column.

    Examples
    --------
    >>> longest_word("12 345"), longest_word("")
    (4.0, 1.0)
    """
    return max((width(word, size, bold) for word in text.split()), default=0.0) + _SPARE


def lines(cell: Cell) -> list[str]:
    """The lines that a text runs over in its cell, estimated; put together they are the text.

    Examples
    --------
    >>> lines(Cell("10 20 30\\n4", 6.0)), lines(Cell("123456", 4.0)), lines(Cell("", 4.0))
    (['10 20 ', '30\\n', '4'], ['123', '456'], [''])
    """
    most = max(cell.wide - _SPARE, 1.0) * _SIZE / cell.size / (_BOLD if cell.bold else 1)
    return [line for part in re.findall(r"[^\n]*\n|[^\n]+\Z|\A\Z", cell.text) for line in _wrapped(part, most)]


def _wrapped(text: str, most: float) -> Iterator[str]:
    line, taken = "", 0.0
    for word in _pieces(text, most):
        if line and taken + width(word.rstrip()) > most:
            yield line
            line, taken = "", 0.0
        line, taken = line + word, taken + width(word)
    yield line


def _pieces(text: str, most: float) -> Iterator[str]:
    """The words with the spaces behind them; a word that is wider than a line in parts."""
    for word in re.findall(r"\s+|\S+\s*", text):
        if width(word.rstrip()) <= most:
            yield word
        else:
            yield from _cut(word, most)


def _cut(word: str, most: float) -> Iterator[str]:
    start, taken = 0, 0.0
    for place, letter in enumerate(word):
        wide = _letter(letter)
        if place > start and taken + wide > most:
            yield word[start:place]
            start, taken = place, 0.0
        taken += wide
    yield word[start:]


def height(cells: Iterable[Cell]) -> float:
    """Points that a row needs for the texts of its cells, at most as many as a row may have.

    Examples
    --------
    >>> height([Cell("10 20 30", 6.0), Cell("1", 6.0)]), height([]), height([Cell("1 " * 500, 3.0)])
    (30, 15.0, 409.0)
    """
    return min(HIGHEST, max((_high(cell) for cell in cells), default=LINE))


def _high(cell: Cell) -> float:
    return max(LINE, ceil(len(lines(cell)) * LINE * cell.size / _SIZE))


def in_rows(cell: Cell) -> list[str]:
    """A text in as many parts as it needs rows, parted between lines: nearly always one.

    Examples
    --------
    >>> [len(part.split()) for part in in_rows(Cell("1 " * 60, 3.0))], in_rows(Cell("a  b", 9.0))
    ([27, 27, 6], ['a  b'])
    """
    found, most = lines(cell), max(1, int(HIGHEST / (LINE * cell.size / _SIZE)))
    return ["".join(found[start : start + most]).removesuffix("\n") for start in range(0, len(found), most)]
