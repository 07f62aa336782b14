"""How far two groups stand apart on each item, from nothing but how often each level was given."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.tables.agenda import counts_in_words
from assesslib.tables.anonymity import LEAST
from assesslib.tables.arguments import check_least, check_rows, refuse

TESTED = 4
"""With fewer members than this in a group, no p is given."""
COLUMNS = ["item", "group", "other", "n", "n_other", "said", "said_other", "delta", "p", "smallest_p"]


def apart_of_counts(
    counts: pd.DataFrame, codes: Sequence[str], by: str, group: str, other: str, *, least: int = LEAST
) -> pd.DataFrame:
    """How far two groups stand apart on each item, from counts alone: two organisations, or different people's years.

    Parameters
    ----------
    counts : DataFrame
        What `assesslib.level_counts` gives by ``item``, ``by``, and perhaps ``section`` or more: rows of one item and
        group are added up.
    codes : sequence of str
        The levels' codes in scale order, such as a framework's ``.codes``.
    by : str
        The column that holds the groups, such as ``"organisation"``, ``"role"``, ``"date"`` or ``"assessment"``.
    group, other : str
        The two groups.
    least : int
        How many of each group must have rated an item for it to be compared there.

    Returns
    -------
    DataFrame
        One row an item that both rated, in the order of the counts: ``section`` (where it is counted by), ``item,
        group, other``; ``n, n_other`` (who rated it) and what they ``said, said_other`` in words; ``delta``, Cliff's
        (1993), from -1 (all of ``group`` below all of ``other``) to 1; ``p`` of delta, two-sided, missing where either
        group has fewer than four, with the ``smallest_p`` possible for that item.

    Raises
    ------
    FaultsError
        A table without these columns, or a group that nobody in it belongs to.

    Notes
    -----
    Counts do not tell who is the same person. Of people who rated in both years the paired test of
    `assesslib.change` is the right one; this one takes everybody for somebody else.

    Examples
    --------
    >>> said = {"item": "1.1", "organisation": ["Police", "Council"], "G": [4, 0], "W": [0, 4], "n": [4, 4]}
    >>> rows = apart_of_counts(pd.DataFrame(said), "GW", "organisation", "Police", "Council")
    >>> rows[["item", "said", "said_other", "delta"]]
      item    said said_other  delta
    0  1.1  4 at G     4 at W   -1.0
    """
    check_least(least)
    columns = (by, "item", *codes, "n")
    check_rows(counts, f"a table of counts by item and {by}", columns, f"Give level_counts by item and {by}.")
    for name in (group, other):
        _check_group(counts[by], name)
    keys = [name for name in ("section", "item") if name in counts]
    sums = counts.groupby([*keys, by], sort=False, observed=True)[[*codes, "n"]].sum().reset_index()
    enough = sums[sums["n"] >= least].rename(columns={by: "group"})
    found = apart(enough, list(codes), group, other, keys)
    return found[[name for name in ("section", *COLUMNS) if name in found]]


def _check_group(groups: pd.Series, name: str) -> None:
    if not (groups == name).any():
        held = groups.dropna().drop_duplicates().astype("str")
        refuse(f"is not in the column {groups.name}", name, "Choose two of these.", allowed=tuple(held))


def apart(
    counts: pd.DataFrame, codes: list[str], group: str, other: str, keys: Sequence[str] = ("section", "item")
) -> pd.DataFrame:
    """One row an item that two of the groups in a column ``group`` both rated."""
    one, two = (counts[counts["group"] == name] for name in (group, other))
    both = one.merge(two, on=list(keys), suffixes=("", "_other"))
    x, y = both[codes].to_numpy(), both[[f"{code}_other" for code in codes]].to_numpy()
    tested = (both[["n", "n_other"]].min(axis=1) >= TESTED).tolist()
    return both.assign(
        group=group,
        other=other,
        said=[counts_in_words(dict(zip(codes, row, strict=True)), codes) for row in x.tolist()],
        said_other=[counts_in_words(dict(zip(codes, row, strict=True)), codes) for row in y.tolist()],
        delta=np.atleast_1d(stats.cliffs_delta(x, y)),
        p=[stats.permutation_test(*pair) if test else np.nan for *pair, test in zip(x, y, tested, strict=True)],
        smallest_p=[_smallest(*pair) if test else np.nan for *pair, test in zip(x, y, tested, strict=True)],
    )


def _smallest(x: np.ndarray, y: np.ndarray) -> float:
    return stats.smallest_p_given(x + y, int(x.sum()))
