"""Divides as a person would say them, and who stands where, in the order in which they are drawn."""

from collections.abc import Mapping

import pandas as pd

from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_items, check_rows, is_delta, refuse
from assesslib.tables.divides import WIDE

HALF = 0.5
"""From this delta on one group is said to stand mostly above the other."""
_SAME = 1e-9


def delta_in_words(row: Mapping[str, object]) -> str:
    """How two groups stand to each other, by their names and Cliff's delta.

    Parameters
    ----------
    row : mapping
        ``group``, ``other`` and ``delta``, -1 to 1, as in a row of `assesslib.tables.divides`.

    Returns
    -------
    str
        ``all of`` one above or below ``all of`` the other only where delta is 1 or -1; ``nearly all`` from 0.9 on,
        ``mostly`` from 0.5 on, ``somewhat`` below that; where delta is 0, that neither stands above the other.

    Examples
    --------
    >>> delta_in_words({"group": "Health", "other": "Council", "delta": -1.0})
    'all of Health below all of Council'
    >>> delta_in_words({"group": "Health", "other": "Council", "delta": 0.5})
    'Health mostly above Council'
    >>> delta_in_words({"group": "Health", "other": "Council", "delta": 0.0})
    'neither Health nor Council above the other'
    """
    if not isinstance(row, Mapping) or not {"group", "other", "delta"} <= set(row):
        refuse("is not a row of two groups and their delta", row, "Give one with group, other and delta.")
    if not is_delta(row["delta"]):
        refuse("is not a delta", row["delta"], "Give a number from -1 to 1.")
    group, other, delta = row["group"], row["other"], float(row["delta"])
    far, where = abs(delta), "above" if delta > 0 else "below"
    if far < _SAME:
        return f"neither {group} nor {other} above the other"
    if far > 1 - _SAME:
        return f"all of {group} {where} all of {other}"
    if far >= WIDE - _SAME:
        return f"nearly all of {group} {where} {other}"
    return f"{group} {'mostly' if far >= HALF - _SAME else 'somewhat'} {where} {other}"


def divide_groups(
    divides: pd.DataFrame, counts: pd.DataFrame, items: pd.DataFrame, *, anonymity: str = "named"
) -> pd.DataFrame:
    """What each group said of the items that divide them, one row an item and group in drawing order.

    Parameters
    ----------
    divides : DataFrame
        Rows of `assesslib.tables.divides.divides`, all of them or some; their items are drawn in their order.
    counts : DataFrame
        The same ratings' `assesslib.tables.anonymity.group_counts`, by the same grouping and at the same tier.
    items : DataFrame
        The framework's ``.table()``.
    anonymity : str
        The tier at which both tables were made: it changes nothing that they do not.

    Returns
    -------
    DataFrame
        ``section, item, text, group``; one column a level code and ``split, blank, not_applicable, dont_know, n`` as in
        ``counts``; ``words``, the same on every row of an item: what the item's widest divide says, or several of them
        where they are equally wide, a line each. Only groups that were compared have a row, in the order of ``counts``.
    """
    check_tier(anonymity)
    check_items(items)
    check_rows(divides, "a table of divides", ("item", "group", "other", "delta"),
               "Give what assesslib.tables.divides gives.")  # fmt: skip
    check_rows(counts, "a table of groups’ counts", ("section", "item", "group", "n"),
               "Give what assesslib.tables.group_counts gives.")  # fmt: skip
    said = divides.assign(words=[delta_in_words(row) for row in divides.to_dict("records")])
    widest = said["delta"].abs().groupby(said["item"]).transform("max")
    words = said[said["delta"].abs() > widest - _SAME].groupby("item", sort=False)["words"].agg("\n".join)
    compared = pd.concat([said[["item", side]].set_axis(["item", "group"], axis=1) for side in ("group", "other")])
    shown = counts.merge(compared.drop_duplicates(), on=["item", "group"])
    names = pd.CategoricalDtype(counts["group"].drop_duplicates(), ordered=True)
    order = pd.CategoricalDtype(divides["item"].drop_duplicates(), ordered=True)
    places = shown["item"].astype(order).cat.codes, shown["group"].astype(names).cat.codes
    ordered = shown.assign(row=places[0], column=places[1]).sort_values(["row", "column"])
    found = ordered.drop(columns=["row", "column"]).merge(items[["item", "text"]], on="item", how="left")
    found = found.assign(words=found["item"].map(words).astype("str"))
    first = ["section", "item", "text", "group"]
    return found[[*first, *found.columns.difference([*first, "words"], sort=False), "words"]]
