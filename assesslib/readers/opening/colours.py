"""Cells of a workbook that hold a colour and no text: somebody may have answered by colouring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

_FEWEST, _MOST = 4, 100_000
"""Coloured cells from which on they may be answers; those that are looked at."""


class Colours:
    """By column the colours of cells without text that look otherwise than the first cell of their row."""

    def __init__(self):
        self._found: dict[int, Counter[str]] = {}
        self._rows: dict[int, int] = {}
        self._kept = 0

    def add(self, row: int, column: int, colour: str, beside: str) -> None:
        """A cell without text, its colour, and that of the first cell of the row: banded rows are no answers."""
        if colour and colour != beside and self._kept < _MOST:
            self._found.setdefault(column, Counter())[colour] += 1
            self._rows.setdefault(column, row)
            self._kept += 1

    def answers(self, texts: Mapping[int, int]) -> tuple[list[int], int]:
        """The columns that hold more coloured cells than ones with text, and the first row of these cells.

        Parameters
        ----------
        texts : mapping
            By column how many cells hold text.

        Returns
        -------
        list of int, int
            No column where all of them together have one colour: that marks where to write.

        Examples
        --------
        >>> found = Colours()
        >>> for row, colour in enumerate("rgrg", 2):
        ...     found.add(row, 1, colour, "")
        >>> found.answers({0: 5, 1: 1}), found.answers({0: 5, 1: 9})
        (([1], 2), ([], 0))
        """
        columns = [at for at, colours in self._found.items()
                   if colours.total() > texts.get(at, 0)]  # fmt: skip
        every = sum((self._found[at] for at in columns), Counter())
        several = len(every) > 1 and every.total() >= _FEWEST
        return (sorted(columns), min(self._rows[at] for at in columns)) if several else ([], 0)
