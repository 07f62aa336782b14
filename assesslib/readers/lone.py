"""The cells of people who stand alone in their table: nothing but a heading, a label or a file's name says whose."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from assesslib.readers.result import REJECTS

COLUMNS = [name for name in REJECTS if name != "why"]
"""The columns of such cells: what is said of a cell that is not taken, but for why."""
BESIDE = "comment"
"""What stands for the column of a comment, which stands in the row of its answer."""


def lone_cells(cells: pd.DataFrame, said: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """The cells that hold something of members who stand alone wherever they answered.

    A member whose address or time a tool noted, or who stands with others in a table with a row for each, is left
    out: what such a table says later counts.

    Parameters
    ----------
    cells : DataFrame
        The answers that count: ``person, item, text, row, column, place`` and perhaps ``at``.
    said : DataFrame
        The comments: ``person, item, comment``.
    people : DataFrame
        By person ``member, place, email, at``.

    Returns
    -------
    DataFrame
        ``file, row, column, member, item, text``; a comment stands under `BESIDE`.

    Examples
    --------
    >>> people = pd.DataFrame({"member": ["ann"], "place": ["a.csv"], "email": [""], "at": [pd.NaT]})
    >>> cells = pd.DataFrame({"person": [0, 0], "item": ["1.1", "1.2"], "text": ["G", ""], "row": [2, 3],
    ...                       "column": "C", "place": "a.csv"})
    >>> lone_cells(cells, pd.DataFrame(), people).values.tolist()
    [['a.csv', 2, 'C', 'ann', '1.1', 'G']]
    """
    lone = _lone(people)
    if not lone or cells.empty:
        return pd.DataFrame(columns=COLUMNS)
    theirs = _of(lone, cells, people)
    if "at" in theirs:
        timed = set(people.loc[theirs.loc[theirs["at"].notna(), "person"].unique(), "member"])
        theirs = _of(lone - timed, theirs, people)
    plain = theirs.assign(**{name: theirs[name].astype("str") for name in ("item", "column", "text", "place")})
    every = pd.concat([plain, _beside(plain, said)], ignore_index=True)
    held = every[every["text"].str.strip() != ""]
    return held.assign(file=held["place"], member=held["person"].map(people["member"]))[COLUMNS]


def _of(members: Collection[str], cells: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    return cells[cells["person"].isin(people.index[people["member"].isin(members)])]


def _lone(people: pd.DataFrame) -> set[str]:
    if not len(people):
        return set()
    several = people.groupby("place")["member"].transform("nunique") > 1
    told = several | (people["email"] != "") | people["at"].notna()
    # In the largest tables nobody stands alone.
    return set() if told.all() else set(people["member"]) - set(people.loc[told, "member"]) - {""}


def _beside(theirs: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """The comments on answers, each in the row of its answer."""
    if said.empty:
        return theirs.iloc[:0]
    rows = theirs.drop_duplicates(["person", "item"])[["person", "item", "row", "place"]]
    mine = said[["person", "item", "comment"]].merge(rows, on=["person", "item"])
    return mine.rename(columns={"comment": "text"}).assign(column=BESIDE)
