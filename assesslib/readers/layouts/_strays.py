"""Cells above the headings of a table that look like items below: the date of a meeting, the version of a form."""

from collections.abc import Mapping, Sequence

import pandas as pd

from assesslib.readers.layouts._naming import Names, Naming, is_ref, whole
from assesslib.readers.matching.ids import of_day
from assesslib.readers.pasted import read_answer

_DEPTH, _MOST, _SURE, _LONGEST = 400, 4, 2, 300
"""Rows that are looked at; cells that may stand so above a table; items further down that are sure; letters of an
answer."""


def strays(cells: pd.DataFrame, at: int, known: Mapping[str, Naming], names: Names) -> frozenset[int]:
    """The places of the rows in which a column that names items holds something else, above the headings.

    So stands a day, such as 04/03/2026 that may be item 4.3, or what a row further down is called too, such as
    version 1.1, where a row of headings comes between it and two or more items that are sure.

    Parameters
    ----------
    cells : DataFrame
        The table.
    at : int
        The column that names the items.
    known : mapping
        What the texts name.
    names : Names
        The items.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> from assesslib.readers.layouts._naming import names_of, namings
    >>> cells = pd.DataFrame([["04/03/2026", ""], ["No.", "Ann"], ["1.1", "G"], ["1.2", "W"]], dtype="str")
    >>> names = names_of(load_framework("cdrp-dat-partnership"))
    >>> strays(cells, 0, namings(cells[0], names), names)
    frozenset({0})
    """
    texts = list(cells[at].iloc[:_DEPTH])
    places = [place for place, text in enumerate(texts) if known.get(text, Naming()).item]
    if not places or any(is_ref(text, names.framework) for text in texts[: places[0]]):
        return frozenset()
    parts = ((places[:k], places[k:]) for k in range(min(_MOST, len(places) - _SURE), 0, -1))
    return next((frozenset(above) for above, below in parts
                 if _is_headed(cells, above[-1], below[0]) and _are_strays(above, below, texts, known, names)
                 and not any(_is_answered(cells.iloc[place], at, names) for place in above)),
                frozenset())  # fmt: skip


def _is_headed(cells: pd.DataFrame, last: int, first: int) -> bool:
    """Whether a row between two others heads several columns."""
    return any(sum(bool(text.strip()) for text in cells.iloc[place]) > 1 for place in range(last + 1, first))


def _is_answered(row: pd.Series, at: int, names: Names) -> bool:
    """Whether an answer or a number stands beside what may be an item: then it is one, of another table."""
    said = [whole(text.strip()) for column, text in row.items() if column != at and text.strip()]
    return any(text.isdecimal() or (len(text) < _LONGEST and read_answer(text, names.framework)) for text in said)


def _are_strays(above: Sequence[int], below: Sequence[int], texts: Sequence[str], known: Mapping[str, Naming],
                names: Names) -> bool:  # fmt: skip
    there = [known[texts[place]] for place in below]
    again = {one.item for one in there}
    return sum(one.sure for one in there) >= _SURE and all(
        known[texts[place]].item in again or of_day(texts[place], names.framework) for place in above)  # fmt: skip
