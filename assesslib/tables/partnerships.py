"""Many partnerships' answers to each item, as a distribution over them: none is named, none put above another."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.tables.anonymity import LEAST
from assesslib.tables.arguments import check_least, check_rows, is_whole, refuse

ENOUGH = 10
"""With fewer partnerships than this, a distribution over them would tell of single ones."""


def over_partnerships(counts: pd.DataFrame, codes: Sequence[str], *, least: int = LEAST,
                      partnerships: int = ENOUGH) -> pd.DataFrame:  # fmt: skip
    """At which level each item stands in how many partnerships.

    Parameters
    ----------
    counts : DataFrame
        What `assesslib.level_counts` gives by ``assessment`` and ``item``, and perhaps ``section``: one assessment a
        partnership, such as those of one year.
    codes : sequence of str
        The levels' codes in scale order, such as a framework's ``.codes``.
    least : int
        How many members of a partnership must have rated an item for it to be counted there; never fewer than three.
    partnerships : int
        How many such partnerships an item must have for its distribution to be shown; never fewer than three.

    Returns
    -------
    DataFrame
        One row an item, in the order of the counts: ``section`` (where it is counted by) and ``item``; ``partnerships``
        that enough members rated it in, and ``too_few`` where somebody did but not enough; one column a level code, in
        how many partnerships it is the median; ``between``, in how many the two middle members stand at different
        levels. The last two are missing of an item with too few partnerships.

    Raises
    ------
    FaultsError
        A table without these columns, or a number that is none.

    Examples
    --------
    >>> said = {"assessment": list("xyz"), "item": "1.1", "G": [3, 0, 2], "W": [0, 3, 2], "n": [3, 3, 4]}
    >>> over_partnerships(pd.DataFrame(said), "GW", partnerships=3)
      item  partnerships  too_few  G  W  between
    0  1.1             3        0  1  1        1
    """
    check_least(least)
    if not is_whole(partnerships):
        refuse("is not a number of partnerships", partnerships, "Give a whole number from 1 on.")
    columns = ("assessment", "item", *codes, "n")
    check_rows(counts, "a table of counts by assessment and item", columns, "Give level_counts by both.")
    keys = [name for name in ("section", "item") if name in counts]
    enough = counts["n"] >= max(least, LEAST)
    found = counts[keys].assign(
        partnerships=enough, too_few=(counts["n"] > 0) & ~enough, **_medians(counts, codes, enough)
    )
    sums = found.groupby(keys, sort=False, observed=True).sum().astype("int64").reset_index()
    few = sums["partnerships"] < max(partnerships, LEAST)
    shown = [*codes, "between"]
    return sums.assign(**{name: sums[name].astype("Int64").mask(few) for name in shown})


def _medians(counts: pd.DataFrame, codes: Sequence[str], enough: pd.Series) -> dict[str, np.ndarray]:
    """Of every row, which level is the median, or that none is."""
    low, high = stats.medians(counts[list(codes)].to_numpy())
    told = enough.to_numpy()
    at = {code: told & (low == place) & (high == place) for place, code in enumerate(codes)}
    return at | {"between": told & (low != high)}
