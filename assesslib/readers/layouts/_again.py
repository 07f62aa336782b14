"""Rows that hold the headings of their table once more: files are pasted below each other with their headings."""

from collections.abc import Collection, Iterable, Mapping

import numpy as np
import pandas as pd

from assesslib.faults import Fault
from assesslib.words import many

AGAIN = "begins the row of headings once more; it was left out"
_TOLD = 100
"""Faults of one kind that are told one by one."""


def again(body: pd.DataFrame, said: Mapping[int, Collection[str]]) -> np.ndarray:
    """Which rows say what stands above them: in most columns, and nothing else in any.

    Parameters
    ----------
    body : DataFrame
        The rows below the headings.
    said : mapping
        By column the texts that stand above it; where one column alone has any, no row is taken for a copy.

    Examples
    --------
    >>> body = pd.DataFrame([["Name", "1.1"], ["Ann", "1.1"], ["Ann", ""]])
    >>> again(body, {0: {"Name"}, 1: {"1.1", "Leaders lead"}}).tolist()
    [True, False, False]
    """
    rows, same = np.full(len(body), len(said) > 1), np.zeros(len(body), dtype="int32")
    for at, texts in said.items():
        if not rows.any():
            break
        cells = body[at].str.strip()
        equal = cells.isin({text.strip() for text in texts} - {""}).to_numpy()
        rows, same = rows & (equal | (cells == "").to_numpy()), same + equal
    return rows & (2 * same > len(said))


def without_again(body: pd.DataFrame, texts: Collection[str], file: str) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    """The rows of an export without those that hold its headings once more, and what is told of these."""
    rows = again(body, {at: {text} for at, text in zip(body.columns, texts, strict=True) if text.strip()})
    return (body[~rows], tuple(told(body, rows, AGAIN, file))) if rows.any() else (body, ())


def told(body: pd.DataFrame, rows: np.ndarray, what: str, file: str, do: str = "") -> Iterable[Fault]:
    """What is told of some rows: each of the first ones, and how many more there are."""
    places = np.flatnonzero(rows)
    for place in places[:_TOLD]:
        first = next((text.strip() for text in body.iloc[place] if text.strip()), "")
        yield Fault(what, file=file, row=int(body.index[place]), value=first, do=do, handled=not do)
    if len(places) > _TOLD:
        more = many(len(places) - _TOLD, "more row")
        yield Fault(f"So it is with {more}", file=file, row=int(body.index[places[_TOLD]]), do=do, handled=not do)
