"""What one year said of each item of a comparison: counts in words, medians, gap, and what was agreed."""

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.tables.agenda import counts_in_words
from assesslib.tables.change.year import Year

TOO_FEW = "too few to be shown"


def side(year: Year, items: pd.Series, name: str, least: int) -> dict[str, object]:
    """The columns of one year, their names ending in ``name``; missing for an item that it did not ask.

    Parameters
    ----------
    year : Year
        The year.
    items : Series of str
        Ids of the items, "" where this year has none.
    name : str
        ``before`` or ``after``.
    least : int
        From how many ratings on the counts of an item are shown.

    Returns
    -------
    dict
        ``n, said, low, high, gap`` and ``agreed``, each with the name behind it.
    """
    counts = answer_counts(year)
    scale = pd.CategoricalDtype(list(year.framework.codes), ordered=True)
    places = year.items.get_indexer(items)
    asked, n, shown = places >= 0, counts[places, : len(scale.categories)].sum(-1), shown_items(year, least)[places]
    seen = np.where((asked & shown)[:, None], counts[places], 0)
    levels = seen[:, : len(scale.categories)]
    low, high = stats.medians(levels)
    found = {
        "n": pd.array(np.where(asked & shown, n, None), dtype="Int64"),
        "said": pd.array(_in_words(seen, year, asked, shown), dtype="str"),
        "low": pd.Categorical.from_codes(np.atleast_1d(low), dtype=scale),
        "high": pd.Categorical.from_codes(np.atleast_1d(high), dtype=scale),
        "gap": np.atleast_1d(stats.mean_gap(levels)),
        "agreed": pd.Categorical.from_codes(np.where(asked, year.agreed[places], -1), dtype=scale),
    }
    return {f"{column}_{name}": values for column, values in found.items()}


def _in_words(counts: np.ndarray, year: Year, asked: np.ndarray, shown: np.ndarray) -> list[str]:
    rows = zip(counts.tolist(), asked, shown, strict=True)
    codes = year.framework.codes
    return [
        counts_in_words(dict(zip(year.answer_names, row, strict=True)), codes) if seen else TOO_FEW if there else ""
        for row, there, seen in ((row, there, there and seen) for row, there, seen in rows)
    ]


def answer_counts(year: Year) -> np.ndarray:
    """How many members gave each answer, shape (items, answers)."""
    return (year.answers[..., None] == np.arange(len(year.answer_names))).sum(0)


def shown_items(year: Year, least: int) -> np.ndarray:
    """Which items either nobody rated or enough did, so that nobody's rating is given away."""
    n = (year.places >= 0).sum(0)
    return (n == 0) | (n >= least)


def agreed_moves(before: Year, after: Year, was: pd.Series, now: pd.Series) -> np.ndarray:
    """How the consensus moved on items that are compared: ``up``, ``down``, ``same``, or "" where either has none."""
    old = before.agreed[before.items.get_indexer(was)]
    new = after.agreed[after.items.get_indexer(now)]
    either = (old < 0) | (new < 0)
    return np.select([either, new > old, new < old], ["", "up", "down"], "same")
