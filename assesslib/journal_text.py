"""A journal as it stands on the disk before a row is added: read once, with what a new row must be written like."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assesslib import csvfile

_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How a file begins of which each letter takes two bytes; rows of one byte a letter cannot follow."""


@dataclass(frozen=True)
class Standing:
    """What a journal holds.

    Attributes
    ----------
    header : tuple of str
        Its columns, trimmed and in lower case; those it is to have where it is empty or missing.
    rows : sequence of list of str
        Every row below the header; the last one may be unfinished.
    delimiter : str
    opening : str
        What must stand between its end and a new row.
    wide : bool
        Whether its letters take two bytes each.
    """

    header: tuple[str, ...]
    rows: Sequence[Sequence[str]]
    delimiter: str
    opening: str
    wide: bool = False

    def holds(self, columns: Iterable[str]) -> bool:
        """Whether a row of these columns can be added to it."""
        return not self.wide and csvfile.holds(self.header, columns)

    def column(self, name: str) -> list[str]:
        """The cells of a column that it holds, without the rows that are too short."""
        place = self.header.index(name)
        return [row[place] for row in self.rows if len(row) > place]

    def lines(self, rows: Iterable[Mapping[str, str]]) -> str:
        """New rows as it writes its own: in its order of columns, with its delimiter."""
        return "".join(csvfile.line([row.get(column, "") for column in self.header], self.delimiter) for row in rows)


def standing(data: bytes, columns: Sequence[str]) -> Standing:
    """What a journal's bytes hold; one that is empty is to have these columns.

    Examples
    --------
    >>> found = standing(b'at;item\\r\\n2026;"1', ["at", "item"])
    >>> found.header, found.rows, found.opening
    (('at', 'item'), [['2026', '1']], '";<unfinished>\\n')
    """
    text, _ = csvfile.decode(data)
    if not text:
        return Standing(tuple(columns), [], ",", csvfile.BOM + ",".join(columns) + "\n")
    rows, torn = csvfile.until_end(text)
    delimiter = csvfile.delimiter_of(text)
    opening = _opening(text, rows, torn, delimiter)
    return Standing(csvfile.header(rows), [cells for _, cells in rows[1:]], delimiter, opening, data[:2] in _WIDE)


def _opening(text: str, rows: Sequence[tuple[int, list[str]]], torn: bool, delimiter: str) -> str:
    if torn:
        return f'"{delimiter}{csvfile.UNFINISHED}\n'
    if len(rows) > 1 and not csvfile.ends_whole(text, len(rows[-1][1]), len(rows[0][1])):
        return f"{delimiter}{csvfile.UNFINISHED}\n"
    return "" if text.endswith(("\n", "\r")) else "\n"
