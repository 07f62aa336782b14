"""A table with items in rows: which columns name them, which rows are items, and what stands above and between."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from assesslib.framework import Framework
from assesslib.readers.layouts._lie import DOWN, Lie, lie_of
from assesslib.readers.layouts._names_row import rows_of_names
from assesslib.readers.layouts._naming import Names, Naming, is_ref, is_title, named_in, names_of
from assesslib.readers.layouts._strays import strays
from assesslib.readers.matching.wording import bare
from assesslib.readers.who import field_of

_SECTIONS = {"section", "sections", "area", "theme", "heading", "section title", "category", "domain"}
_BESIDE = 400
MOST_ROWS = 5_000
"""Columns that are looked at for a title, and rows of a table with items in rows; no framework asks for more."""


@dataclass(frozen=True)
class Turned:
    """Where what stands in a table with items in rows.

    Attributes
    ----------
    cells : DataFrame
        The table as it is.
    names : Names
        The items and sections.
    labels : tuple of int
        The columns that name the items; ``section`` is the one that names their section, ``facet`` the one that names
        the side of a split rating, or None.
    top : tuple of int
        The places of the rows that head the columns, the uppermost first.
    first : int
        The place of the first row of an item.
    columns : tuple of int
        All other columns that hold anything.
    named : tuple of int
        The places of those of the rows in ``top`` that may hold the names, the likeliest first; none where no row says
        so.
    """

    cells: pd.DataFrame
    names: Names
    labels: tuple[int, ...]
    section: int | None
    facet: int | None
    top: tuple[int, ...]
    first: int
    columns: tuple[int, ...]
    named: tuple[int, ...] = ()

    @property
    def framework(self) -> Framework:
        """What was rated."""
        return self.names.framework

    @cached_property
    def _heads(self) -> dict[int, dict[int, str]]:
        """By place what stands in the rows that head the columns."""
        return {place: {at: text.strip() for at, text in self.cells.iloc[place].items()} for place in self.top}

    def above(self, column: int) -> tuple[str, ...]:
        """What stands above a column, the nearest first; "" where a row has nothing there."""
        return tuple(self._heads[place][column] for place in reversed(self.top))

    def heading(self, column: int) -> str:
        """What stands above a column: in the row of names, else the nearest text of it."""
        own = (self._heads[place][column] for place in self.named[:1])
        return next((text for text in (*own, *self.above(column)) if text), "")

    def labels_of(self, place: int) -> list[str]:
        """What stands in a row before the columns: Ref, Standard, Organisation."""
        beside, columns = {*self.labels, self.section, self.facet}, set(self.columns)
        row = self.cells.iloc[place]
        return [text.strip() for at, text in row.items() if (at in beside or at not in columns) and text.strip()]

    def says(self, place: int) -> str:
        """What a row says of itself before the columns; "" where it heads the items, as with Ref, or says nothing."""
        labels = self.labels_of(place)
        heads = any(is_ref(text, self.framework) for text in labels) and not any(map(field_of, labels))
        return "" if heads else " ".join(labels)


def turned_of(cells: pd.DataFrame, framework: Framework) -> Turned | None:
    """Find the items in the rows of a table; None where they lie otherwise, or nothing stands above the answers."""
    if len(cells) > MOST_ROWS:
        return None
    names = names_of(framework)
    lie = lie_of(cells, names)
    found = _found(cells, names, lie) if lie.way == DOWN else None
    return found if found and found.top else None


def _found(cells: pd.DataFrame, names: Names, lie: Lie) -> Turned:
    first = _first(cells, names, lie)
    above, below = cells.iloc[:first], cells.iloc[first:]
    section = _section(above, below, names)
    facet = _facet(below, names.framework)
    labels = tuple(at for at in below if at not in (section, facet) and _labels(at, above, below, lie, names))
    others = [at for at in cells if at not in (*labels, section, facet)]
    answered = [at for at in others if _filled(below[at])]
    top = _top(above, answered, _is_headed_ref(above, labels, names))
    columns = tuple(at for at in others if at in answered or _is_headed(above[at].iloc[list(top)]))
    table = Turned(cells, names, labels, section, facet, top, first, columns)
    return replace(table, named=_named(table))


def _named(table: Turned) -> tuple[int, ...]:
    """The rows that may hold the names."""
    rows = {place: [table.cells.iloc[place][at].strip() for at in table.columns] for place in table.top}
    return rows_of_names(rows, {place: table.labels_of(place) for place in table.top}, table.framework)


def _first(cells: pd.DataFrame, names: Names, lie: Lie) -> int:
    """The place of the first row of an item; a title such as “1. Leadership” is none."""
    texts, above = cells[lie.column.at], strays(cells, lie.column.at, lie.known, names)
    rows = enumerate(zip(texts, cells.iloc[:, :_BESIDE].itertuples(index=False, name=None), strict=True))
    return next((place for place, (text, row) in rows if lie.known.get(text, Naming()).item and place not in above
                 and not is_title(text, names) and not _is_title_row(row, names)), 0)  # fmt: skip


def _is_title_row(row: Sequence[str], names: Names) -> bool:
    """Whether a row holds the title of a section and at most its number."""
    filled = [text for text in row if text.strip()]
    return len(filled) < 3 and any(is_title(text, names) for text in filled)


def _is_headed(texts: pd.Series) -> bool:
    """Whether anything but the name of a row of headings (“Organisation”) stands above a column without answers."""
    return any(text.strip() and not field_of(text) for text in texts)


def _filled(texts: pd.Series) -> bool:
    return any(text.strip() for text in texts.unique())


def _section(above: pd.DataFrame, below: pd.DataFrame, names: Names) -> int | None:
    """The column that names the section of each item, by its heading or by the titles in it."""
    headed = [at for at in above if any(bare(text) in _SECTIONS for text in above[at])]
    titled = [at for at in below if sum(is_title(text, names) for text in below[at].unique()) > 1
              and not any(is_ref(text, names.framework) for text in above[at])
              and sum(is_title(text, names) for text in below[at]) > len(names.titles)]  # fmt: skip
    return next(iter((*headed, *titled)), None)


def _facet(below: pd.DataFrame, framework: Framework) -> int | None:
    """The column that says which side of a split rating a row is for."""
    said = {bare(text) for facet in framework.facets for text in (facet.id, facet.label)}
    texts = {at: {bare(text) for text in below[at].unique() if text.strip()} for at in below} if said else {}
    return next((at for at, words in texts.items() if words and words <= said), None)


def _labels(at: int, above: pd.DataFrame, below: pd.DataFrame, lie: Lie, names: Names) -> bool:
    """Whether a column names items: the one that names most, another that names the same ones, or one headed so."""
    if at == lie.column.at or any(is_ref(text, names.framework) for text in above[at]):
        return True
    here, there = (named_in(below[column], lie.known) for column in (at, lie.column.at))
    same = sum(bool(one.item) and one.item == other.item for one, other in zip(here, there, strict=True))
    return 2 * same > sum(bool(one.item) for one in there) and any(one.sure for one in here)


def _is_headed_ref(above: pd.DataFrame, labels: Sequence[int], names: Names) -> list[bool]:
    """Of each row above the items whether it heads them, with Ref or the like."""
    return [any(is_ref(row[at], names.framework) for at in labels) for row in above.itertuples(index=False, name=None)]


def _top(above: pd.DataFrame, columns: Sequence[int], headed: Sequence[bool]) -> tuple[int, ...]:
    """The rows above the items that head columns; one that heads a single one of several is a title of the table.

    That it is not where it heads the items too.
    """
    heads = [place for place in range(len(above)) if any(above[at].iloc[place].strip() for at in columns)]
    wide = [place for place in heads
            if headed[place] or sum(bool(above[at].iloc[place].strip()) for at in columns) > 1]  # fmt: skip
    return tuple(wide or heads[-1:])
