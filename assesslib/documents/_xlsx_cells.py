"""What stands in the cells of a workbook: text that is shown and never run, and nothing of it lost."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from assesslib.csvfile import guard
from assesslib.documents._text import shown
from assesslib.words import day_of

if TYPE_CHECKING:
    from openpyxl.cell import Cell

_CODED = re.compile("_x([0-9A-Fa-f]{4})_")
_MOST = 32_767
"""Characters that a cell holds, each beyond the 65,536th of Unicode counted twice."""
_PART = 16_000
_FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike."""
DAY_FORMAT = "d mmm yyyy"


def parts(text: str) -> list[str]:
    """A text in as many parts as it needs cells: nearly always one.

    Examples
    --------
    >>> [len(part) for part in parts("x" * 40_000)]
    [16000, 16000, 8000]
    """
    text = shown(text)
    if len(text.encode("utf-16-le")) // 2 <= _MOST:
        return [text]
    return [text[start : start + _PART] for start in range(0, len(text), _PART)]


def put(cell: Cell, text: str) -> None:
    """Write a text that is shown as it is; one that looks like a formula carries the mark for text, and never runs.

    `read_back` gives it back. A text longer than a cell holds is for `parts` to part before.
    """
    text = shown(text)
    cell.value = _CODED.sub(r"_x005F_x\1_", text) or None
    if text:
        cell.data_type = "s"
    if guard(text) != text:
        cell.quotePrefix = True


def put_day(cell: Cell, text: str) -> None:
    """Write a text like 2026-03-03 as a date, any other as text."""
    day = day_of(text)
    if day and day >= _FIRST_DAY:
        cell.value, cell.number_format = day, DAY_FORMAT
    else:
        put(cell, text)


def read_back(text: str) -> str:
    """The text that a cell shows, from what its file holds: a character may be coded there by its number.

    Source: ECMA-376, part 1, 22.9.2.19 (ST_Xstring).

    Examples
    --------
    >>> read_back("_x005F_x0041_"), read_back("one_x000D_"), read_back("plain")
    ('_x0041_', 'one\\r', 'plain')
    """
    return _CODED.sub(lambda found: chr(int(found[1], 16)), text)
