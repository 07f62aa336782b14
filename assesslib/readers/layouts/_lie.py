"""Which way a table that somebody made lies: the items side by side in a row, or below each other in a column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from assesslib.readers.layouts._naming import Names, Naming, different, facet_called, is_ref, named_in, namings
from assesslib.readers.layouts._strays import strays
from assesslib.readers.matching.wording import bare
from assesslib.readers.who import column_of

_ROWS, _COLUMNS, _NARROW, _DEPTH = 30, 400, 60, 400
"""Rows and columns in which headings are looked for, and columns and rows in which items below each other are."""
ACROSS, DOWN = "across", "down"
_IDS = {"id", "member", "rater", "respondent", "participant", "response id", "response"}


@dataclass(frozen=True)
class Line:
    """A row (by its place from 0) or a column that names items: how many different ones, and how many for sure."""

    at: int
    items: int = 0
    sure: int = 0


@dataclass(frozen=True)
class Lie:
    """Which way the items lie ("" where they cannot be found), and the row and the column that name the most."""

    way: str
    row: Line
    column: Line
    known: dict[str, Naming]


def lie_of(cells: pd.DataFrame, names: Names) -> Lie:
    """Find the row or the column of a table that names the items.

    Only the beginning of a table is looked at, so that its size does not matter.
    """
    top, side = cells.iloc[:_ROWS, :_COLUMNS], cells.iloc[:_DEPTH, :_NARROW]
    known = namings({text for part in (top, side) for column in part for text in part[column].unique()}, names)
    rows = top.itertuples(index=False, name=None)
    row = _best([Line(at, *different(_first_of_each(texts, known))) for at, texts in enumerate(rows)])
    facets = _facets(side, names)
    columns = [Line(at, *different(_beside(named_in(side[at], known), facets))) for at in side]
    # Counts of answers may be numbers of items too; a column that is headed Ref holds none.
    column = _best([one for one in columns if one.items > 1 and _any_above(cells, one, names)] or columns)
    return Lie(_way(cells, row, column, names, known), row, column, known)


def _first_of_each(texts: Sequence[str], known: dict[str, Naming]) -> list[Naming]:
    """What the cells of a row name; of headings in words that name the same item (1.1, 1.1 last year) the first."""
    found: dict[tuple[str, str, str], Naming] = {}
    for at, text in enumerate(texts):
        one = known.get(text, Naming())
        alone = "" if any(sign.isalpha() or sign.isspace() for sign in text.strip()) else str(at)
        found.setdefault((one.item, one.facet, alone if one.item else ""), one)
    # An id alone and the same id with words behind it are one item too.
    plain = {(one.item, one.facet) for (_, _, alone), one in found.items() if alone}
    return [one for (_, _, alone), one in found.items() if alone or (one.item, one.facet) not in plain]


def _facets(side: pd.DataFrame, names: Names) -> list[str]:
    """By row the facet that a cell of it is the name of, in a table with a row for each side of a split rating."""
    called = {text: facet for at in side for text in side[at].unique()
              if (facet := facet_called(text, names.framework))}  # fmt: skip
    rows = side.itertuples(index=False, name=None) if called else ()
    return [next((called[text] for text in row if text in called), "") for row in rows]


def _beside(found: list[Naming], facets: list[str]) -> list[Naming]:
    """What the cells of a column name, with the facets that stand beside them."""
    if not facets:
        return found
    return [replace(one, facet=one.facet or facet) for one, facet in zip(found, facets, strict=True)]


def _best(lines: list[Line]) -> Line:
    return max(lines, default=Line(0), key=lambda line: (line.items + line.sure, line.items))


def _way(cells: pd.DataFrame, row: Line, column: Line, names: Names, known: dict[str, Naming]) -> str:
    across = row.items > 1 and (row.sure > 1 or _any(cells, row, column_of))
    down = column.items > 1 and (_any_above(cells, column, names) or _tells(cells, column, known, names))
    if not (across and down):
        return ACROSS if across else DOWN if down else ""
    return _corner(str(cells.iat[row.at, column.at]), names) or _more(cells, row, column, known)


def _any(cells: pd.DataFrame, row: Line, said: Callable[[str], object]) -> bool:
    return any(said(text) for text in cells.iloc[row.at, :_COLUMNS])


def _any_above(cells: pd.DataFrame, column: Line, names: Names) -> bool:
    return any(is_ref(text, names.framework) for text in cells[column.at].iloc[:_ROWS])


def _tells(cells: pd.DataFrame, column: Line, known: dict[str, Naming], names: Names) -> bool:
    """Whether a column says for sure that it names items: by more than numbers, or by numbers below no heading."""
    texts = list(cells[column.at].iloc[:_DEPTH])
    above = strays(cells, column.at, known, names)
    places = [at for at, text in enumerate(texts) if known.get(text, Naming()).item and at not in above]
    named, first = [texts[at] for at in places], places[0]
    if not all(text.strip().isdecimal() for text in named):
        return column.sure > 1
    heads = [at for at in range(first) if (cells.iloc[at, :_COLUMNS] != "").sum() > 1]
    return column.sure > 1 and not (heads and texts[heads[-1]].strip())


def _corner(text: str, names: Names) -> str:
    """What the cell tells in which a row of items and a column of what may be items meet."""
    if is_ref(text, names.framework):
        return DOWN
    return ACROSS if column_of(text) or bare(text) in _IDS else ""


def _more(cells: pd.DataFrame, row: Line, column: Line, known: dict[str, Naming]) -> str:
    """Which of a row and a column is the one: of numbers beside each other the most may be answers."""
    if row.sure != column.sure:
        return ACROSS if row.sure > column.sure else DOWN
    if _any(cells, row, column_of):
        return ACROSS
    inside = known.get(str(cells.iat[row.at, column.at]), Naming()).item
    return DOWN if inside else ""
