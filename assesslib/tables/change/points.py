"""Where each item stood in each year."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.tables.anonymity import LEAST, check_tier
from assesslib.tables.change.change import least_shown
from assesslib.tables.change.history import stepped
from assesslib.tables.change.pair import ONE_TO_ONE, Pair, chained
from assesslib.tables.change.sides import answer_counts, shown_items
from assesslib.tables.change.year import Year, in_time

POINTS = ["section", "item", "text", "kind", "assessment", "date", "place", "n"]
MEASURES = ["low", "high", "lowest", "highest", "mean_gap", "shape", "agreed"]


def points(assessments: Iterable, *, crosswalk=None, anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:
    """Where the team stood on each item in each of several years.

    Parameters
    ----------
    assessments, crosswalk, anonymity, least
        As for `history`.

    Returns
    -------
    DataFrame
        One row an item of the latest framework and assessment that asked it, in the order of the items and then of
        time: ``section, item`` (its id in the latest), ``text``; ``kind``: same, reworded or scale changed, on the way
        from that assessment to the latest; ``assessment, date``; ``place``, 0 for the first; ``n``; where all scales
        are equal, one column a level code with its count; ``low, high, lowest, highest`` as levels, ``mean_gap`` in
        levels, ``shape`` and ``agreed``. At any tier but ``"named"`` there is no row for what fewer than ``least``
        rated.

    Raises
    ------
    FaultsError
        As `history`.
    """
    check_tier(anonymity)
    years = in_time(assessments)
    steps, shown = stepped(years, crosswalk), least_shown(anonymity, least)
    latest = _own(years[-1])
    parts = [_points(year, _links(steps[place:], latest), place, shown) for place, year in enumerate(years)]
    order = pd.Index(latest["item"])
    found = pd.concat(parts, ignore_index=True)
    found = found.assign(row=order.get_indexer(found["item"])).sort_values(["row", "place"], kind="stable")
    scales = [year.framework.levels for year in years]
    codes = list(years[-1].framework.codes) if scales.count(scales[0]) == len(scales) else []
    return found[[*POINTS, *codes, *MEASURES]].reset_index(drop=True)


def _own(year: Year) -> pd.DataFrame:
    rows = [(item.section, item.id, item.id, item.text, "same") for item in year.framework.items]
    return pd.DataFrame(rows, columns=["section", "item", "item_before", "text", "kind"], dtype="str")


def _links(steps: Sequence[Pair], latest: pd.DataFrame) -> pd.DataFrame:
    """The items of a year that are one item of the latest."""
    rows = chained(steps).items if steps else latest
    return rows[rows["kind"].isin(ONE_TO_ONE)]


def _points(year: Year, items: pd.DataFrame, place: int, least: int) -> pd.DataFrame:
    at = year.items.get_indexer(items["item_before"])
    codes = year.framework.codes
    counts = answer_counts(year)[at][:, : len(codes)]
    used = counts > 0
    low, high = stats.medians(counts)
    ends = used.argmax(-1), len(codes) - 1 - used[:, ::-1].argmax(-1)
    scale = pd.CategoricalDtype(list(codes), ordered=True)
    levels = {"low": low, "high": high, "agreed": year.agreed[at]} | {
        name: np.where(used.any(-1), end, -1) for name, end in zip(("lowest", "highest"), ends, strict=True)
    }
    found = items[["section", "item", "text", "kind"]].assign(
        assessment=year.name, date=year.date, place=place, n=counts.sum(-1),
        **dict(zip(codes, counts.T, strict=True)),
        **{name: pd.Categorical.from_codes(where, dtype=scale) for name, where in levels.items()},
        mean_gap=stats.mean_gap(counts), shape=pd.array(stats.shape(counts), dtype="str"),
    )  # fmt: skip
    return found[shown_items(year, least)[at]]
