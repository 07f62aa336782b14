"""A table with items side by side: which rows head its columns, which columns are items, and what stands below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts._levels_above import has_answers
from assesslib.readers.layouts._lie import ACROSS, lie_of
from assesslib.readers.layouts._naming import Names, are_plain, names_of, namings

_LOWER = 3
"""Rows below the one that names the items that may hold their wording."""


@dataclass(frozen=True)
class Across:
    """Where what stands in a table with a row for each member.

    Attributes
    ----------
    heads : tuple of tuple of str
        By column what stands in the rows of headings, the one that names the items first.
    groups : tuple of str
        By column what stands above the headings as the title of a section.
    items : tuple of int
        The columns that name an item.
    body : DataFrame
        The rows below the headings.
    """

    heads: tuple[tuple[str, ...], ...]
    groups: tuple[str, ...]
    items: tuple[int, ...]
    body: pd.DataFrame

    @classmethod
    def first_row(cls, cells: pd.DataFrame, framework: Framework) -> Across:
        """A table whose first row holds the headings, whatever they are."""
        heads = tuple((text.strip(),) for text in (cells.iloc[0] if len(cells) else ()))
        return cls(heads, ("",) * len(heads), (), cells.iloc[1:])


def across_of(cells: pd.DataFrame, framework: Framework) -> Across | None:
    """Find the headings of a table with a row for each member; None where the items lie otherwise."""
    names = names_of(framework)
    lie = lie_of(cells, names)
    if lie.way != ACROSS:
        return None
    items = _items(cells, lie.row.at, names)
    place = _first(cells, lie.row.at, items)
    items = _items(cells, place, names)
    rows = [place, *([place - 1] if _names_too(cells, place - 1, items, names) else []),
            *_below(cells, place, items, names)]  # fmt: skip
    groups = _groups(cells, min(rows) - 1)
    heads = tuple(_head(cells, at, rows, groups[0][at]) for at in range(cells.shape[1]))
    return Across(heads, groups[1], items, cells.iloc[max(rows) + 1 :])


def _items(cells: pd.DataFrame, place: int, names: Names) -> tuple[int, ...]:
    row = cells.iloc[place]
    known = namings(row, names)
    return tuple(at for at, text in enumerate(row) if text in known and known[text].item)


def _first(cells: pd.DataFrame, place: int, items: Sequence[int]) -> int:
    """The first row that says in most columns what the one that names the items says.

    Tables are pasted below each other with their headings.
    """
    return next(at for at in range(place + 1) if at == place or _same(cells, at, place, items))


def _same(cells: pd.DataFrame, one: int, other: int, items: Sequence[int]) -> bool:
    same = sum(cells.iat[one, at].strip() == cells.iat[other, at].strip() for at in items)
    return 2 * same > len(items)


def _below(cells: pd.DataFrame, place: int, items: Sequence[int], names: Names) -> list[int]:
    """The rows below the headings that name the items as well, with nobody's answers before them."""
    rows = range(place + 1, min(place + 1 + _LOWER, len(cells)))
    too = [at for at in rows if _names_too(cells, at, items, names) and _is_head(cells, place, at, items)]
    between = range(place + 1, max(too, default=place))
    texts = [cells.iat[row, at] for row in between if row not in too for at in items]
    return [] if has_answers(texts, names.framework) else too


def _is_head(cells: pd.DataFrame, place: int, row: int, items: Sequence[int]) -> bool:
    """Whether a row below the headings may be one of them: no copy of them, and no row of answers in numbers."""
    texts, above = ([cells.iat[at, column] for column in items] for at in (row, place))
    if _same(cells, row, place, items) or not are_plain(texts, small=False):
        return not _same(cells, row, place, items)
    beside = any(cells.iat[row, at].strip() for at in range(cells.shape[1]) if at not in items)
    return not are_plain(above, small=False) and not (are_plain(texts) and beside)


def _names_too(cells: pd.DataFrame, place: int, items: Sequence[int], names: Names) -> bool:
    """Whether another row names the items as well, and for sure: the ids above their wording."""
    if not 0 <= place < len(cells):
        return False
    texts = [cells.iat[place, at] for at in items]
    known = namings(texts, names)
    found = [known[text] for text in texts if text in known and (known[text].sure or known[text].item == text)]
    sure = [(one.item, one.facet) for one in found]
    return 2 * len(set(sure)) > len(items) and len(set(sure)) == len(sure)


def _groups(cells: pd.DataFrame, place: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The row above the headings, and its titles carried over the columns that a merged cell spans."""
    nothing = ("",) * cells.shape[1]
    texts = tuple(text.strip() for text in cells.iloc[place]) if place >= 0 else nothing
    if sum(map(bool, texts)) < 2:
        return nothing, nothing
    carried = pd.Series(texts).mask(lambda one: one == "").ffill().fillna("")
    return texts, tuple(carried)


def _head(cells: pd.DataFrame, at: int, rows: Sequence[int], above: str) -> tuple[str, ...]:
    """What heads a column; where that is empty, what stands in the row above, as in a cell merged downwards."""
    texts = tuple(text for row in rows if (text := cells.iat[row, at].strip()))
    return texts or (above,)
