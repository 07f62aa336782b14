"""How much of who said what a table or picture may show, and which groups are large enough to be shown."""

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.ratings import UNRATED, level_counts

TIERS = ("named", "role", "organisation", "pooled")
GROUPS = ("organisation", "role")
LEAST = 3
"""A group of fewer members than this would give away who said what."""


def check_tier(anonymity: str, by: str = "") -> None:
    """Refuse an unknown tier, and a grouping that the tier hides, with a FaultsError.

    Examples
    --------
    >>> check_tier("organisation", by="organisation")
    >>> check_tier("pooled", by="role")
    Traceback (most recent call last):
    ...
    assesslib.faults.FaultsError: “role” is hidden where everybody is “pooled”. Choose “named” or “role”.
    """
    if anonymity not in TIERS:
        raise FaultsError([Fault("is no tier of anonymity", value=str(anonymity), allowed=TIERS,
                                 do="Choose one of these.")])  # fmt: skip
    if by and anonymity not in ("named", by):
        hidden = "where everybody is “pooled”" if anonymity == "pooled" else f"where only the {anonymity} is shown"
        raise FaultsError([Fault(f"is hidden {hidden}", value=by, do=f"Choose “named” or “{by}”.")])


def shown_grouping(anonymity: str) -> str:
    """The column by which members may be grouped at a tier; "" where they may not.

    Examples
    --------
    >>> [shown_grouping(tier) for tier in TIERS]
    ['organisation', 'role', 'organisation', '']
    """
    check_tier(anonymity)
    return {"named": "organisation", "pooled": ""}.get(anonymity, anonymity)


def veiled(ratings: pd.DataFrame, anonymity: str, *, least: int = LEAST, round: int = 1) -> pd.DataFrame:
    """The ratings without the items on which so few rated, in a round, that even everybody's counts give them away.

    Examples
    --------
    >>> import assesslib as al
    >>> said = [{"member": m, "item": item, "round": "1", "state": "rated", "level": "G"}
    ...         for item, members in {"1.1": "xyz", "1.2": "xy"}.items() for m in members]
    >>> rows = al.ratings.tidy(said, al.load_framework("cdrp-dat-partnership"))
    >>> [sorted(set(veiled(rows, tier)["item"])) for tier in ("named", "pooled")]
    [['1.1', '1.2'], ['1.1']]
    """
    check_tier(anonymity)
    if anonymity == "named" or ratings.empty:
        return ratings
    alone = ratings[(ratings["round"] == round) & (ratings["state"] == "rated")]
    raters = alone.groupby("item")["member"].nunique()
    return ratings[~ratings["item"].isin(raters.index[raters < least])]


def group_counts(ratings: pd.DataFrame, by: str, *, anonymity: str = "named", least: int = LEAST) -> pd.DataFrame:
    """What each group said of each item, for groups that are large enough on that item.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings of one assessment; round 1 is counted.
    by : str
        ``"organisation"`` or ``"role"``. Members without one belong to no group.
    anonymity : str
        A tier. At any but ``"named"``, whoever is left out cannot be worked out from everybody's counts less those
        of the groups: the smallest shown group is left out too until those left out are nobody, or enough.
    least : int
        How many of a group must have rated an item for its counts to be shown.

    Returns
    -------
    DataFrame
        One row an item and shown group: ``section, item, group``; one column a level code, ``split, blank,
        not_applicable, dont_know, n``.

    Raises
    ------
    FaultsError
        Another grouping, an unknown tier, or a tier that hides the grouping.
    """
    if by not in GROUPS:
        raise FaultsError([Fault("is nothing members are grouped by", value=str(by), allowed=GROUPS,
                                 do="Choose one of these.")])  # fmt: skip
    check_tier(anonymity, by)
    least = least if anonymity == "named" else max(least, LEAST)
    seen = veiled(ratings, anonymity, least=least)
    counts = level_counts(seen, ["section", "item", by]).rename(columns={by: "group"})
    kept = [place for _, rows in counts.groupby("item", sort=False) for place in _kept(rows, least, anonymity)]
    return counts.loc[sorted(kept)].reset_index(drop=True)


def _kept(counts: pd.DataFrame, least: int, anonymity: str) -> list[int]:
    """The rows of one item's groups that may be shown."""
    asked = counts[["n", *UNRATED]].sum(axis=1)
    named = counts.assign(asked=asked)[counts["group"] != ""].sort_values(["n", "group"])
    shown = named[named["n"] >= least]
    while anonymity != "named" and len(shown) and _gives_away(counts, asked, shown, least):
        shown = shown.iloc[1:]
    return shown.index.tolist()


def _gives_away(counts: pd.DataFrame, asked: pd.Series, shown: pd.DataFrame, least: int) -> bool:
    """Whether those left out are so few, as raters or as people who were asked, that they could be worked out."""
    rest = counts["n"].sum() - shown["n"].sum(), asked.sum() - shown["asked"].sum()
    return any(0 < number < least for number in rest)


def left_out(ratings: pd.DataFrame, by: str, *, anonymity: str = "named", least: int = LEAST) -> list[str]:
    """The groups that are not shown on any item, in the order of the ratings."""
    shown = set(group_counts(ratings, by, anonymity=anonymity, least=least)["group"])
    return [name for name in ratings[by].drop_duplicates() if name and name not in shown]
