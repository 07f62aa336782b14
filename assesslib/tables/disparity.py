"""Where members differ: one row an item, the items to talk about first on top."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.ratings import level_counts
from assesslib.tables.anonymity import veiled
from assesslib.tables.arguments import check_ratings, check_round, check_rows

KEYS = ["assessment", "section", "item"]


def disparity(ratings: pd.DataFrame, *, round: int = 1, anonymity: str = "named") -> pd.DataFrame:
    """How far the members stand apart on each item, widest first.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings of one or several assessments.
    round : int
        1 for what members rated alone (the default), 2 for after the discussion. Not both: each member counts once.
    anonymity : str
        At any tier but ``"named"``, items that fewer than three rated are left out.

    Returns
    -------
    DataFrame
        One row an assessment and item: ``assessment, section, item``; the counts of `level_counts` (one column a level
        code, ``split, blank, not_applicable, dont_know``, ``n``); ``low, high``, the two medians, and ``lowest,
        highest``, the ends of what was said, as levels; ``range`` and ``mean_gap`` in levels; ``iov`` (0 unanimous to 1
        half at each end); ``shape`` in words. What n does not allow is missing: with n = 0 everything, with n = 1 the
        gap and the iov. Sorted by iov, then range, both falling, then the low median, rising.

    Raises
    ------
    FaultsError
        Another round, an unknown tier, or a frame that is not one of tidy ratings.

    Notes
    -----
    The order follows the index of ordinal variation (Berry & Mielke 1992); see `assesslib.stats.iov`.

    Examples
    --------
    >>> import assesslib as al
    >>> cdrp = al.load_framework("cdrp-dat-partnership")
    >>> said = [{"assessment": "x", "member": m, "item": item, "round": "1", "state": "rated", "level": level}
    ...         for item, levels in {"1.1": "WWW", "1.2": "GGD"}.items() for m, level in zip("xyz", levels)]
    >>> disparity(al.ratings.tidy(said, cdrp))[["item", "low", "range", "mean_gap", "shape"]]
      item low  range  mean_gap       shape
    0  1.2   G      3       2.0  lone voice
    1  1.1   W      0       0.0   unanimous
    """
    check_ratings(ratings, *KEYS, several=True)
    check_round(round)
    counts = level_counts(veiled(ratings, anonymity, round=round), KEYS, round=round)
    return disparity_of_counts(counts, list(ratings["level"].cat.categories))


def disparity_of_counts(counts: pd.DataFrame, codes: Sequence[str]) -> pd.DataFrame:
    """The measures of `disparity` from counts alone, such as those of files too large for memory.

    Parameters
    ----------
    counts : DataFrame
        As `assesslib.level_counts` gives them, by any columns.
    codes : sequence of str
        The levels' codes in scale order, such as a framework's ``.codes``.

    Returns
    -------
    DataFrame
        The counts with the measures of `disparity`, in its order; by assessment only where they are counted by it.

    Examples
    --------
    >>> counts = pd.DataFrame({"item": ["1.1", "1.2"], "G": [0, 2], "W": [3, 0], "S": [0, 0], "D": [0, 1]})
    >>> disparity_of_counts(counts, "GWSD")[["item", "low", "mean_gap", "shape"]]
      item low  mean_gap       shape
    0  1.2   G       2.0  lone voice
    1  1.1   W       0.0   unanimous
    """
    check_rows(counts, "a table of how often each level was given", codes, "Give what level_counts gives.")
    scale = pd.CategoricalDtype(list(codes), ordered=True)
    measured = counts.assign(**_measures(counts[list(codes)].to_numpy(), scale))
    order = {"assessment": True, "iov": False, "range": False, "rank": True}
    by = [name for name in order if name in measured or name == "rank"]
    ranked = measured.assign(rank=measured["low"].cat.codes)
    found = ranked.sort_values(by, ascending=[order[name] for name in by], kind="stable")
    return found.drop(columns="rank").reset_index(drop=True)


def _measures(counts: np.ndarray, scale: pd.CategoricalDtype) -> dict[str, object]:
    low, high = stats.medians(counts)
    used = counts > 0
    nobody = ~used.any(axis=-1)
    ends = used.argmax(axis=-1), counts.shape[-1] - 1 - used[:, ::-1].argmax(axis=-1)
    lowest, highest = (np.where(nobody, -1, end) for end in ends)
    positions = {"low": low, "high": high, "lowest": lowest, "highest": highest}
    levels = {name: pd.Categorical.from_codes(where, dtype=scale) for name, where in positions.items()}
    return levels | {
        "range": pd.array(np.where(nobody, None, stats.range_(counts)), dtype="Int64"),
        "mean_gap": stats.mean_gap(counts),
        "iov": stats.iov(counts),
        "shape": pd.array(stats.shape(counts), dtype="str"),
    }
