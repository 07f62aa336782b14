"""How much of who said what a table or picture may show, and which groups are large enough to be shown."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.ratings import level_counts, of_today
from assesslib.tables.arguments import check_least, check_ratings, check_round, refuse

TIERS = ("named", "role", "organisation", "pooled")
GROUPS = ("organisation", "role")
LEAST = 3
"""A group of fewer members than this would give away who said what."""
NOT_SHOWN = "not shown: fewer than three rated it"
"""What is said of an item that a tier holds back."""
_HELD = "withheld"


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
    if not isinstance(anonymity, str) or anonymity not in TIERS:
        refuse("is no tier of anonymity", anonymity, "Choose one of these.", TIERS)
    if isinstance(by, str) and not by:
        return
    check_grouping(by)
    if anonymity not in ("named", by):
        hidden = "where everybody is “pooled”" if anonymity == "pooled" else f"where only the {anonymity} is shown"
        raise FaultsError([Fault(f"is hidden {hidden}", value=by, do=f"Choose “named” or “{by}”.")])


def check_grouping(by: object, do: str = "Choose one of these.") -> None:
    """Refuse what members are not grouped by, with a FaultsError."""
    if not isinstance(by, str) or by not in GROUPS:
        refuse("is nothing members are grouped by", by, do, GROUPS)


def shown_grouping(anonymity: str) -> str:
    """The column by which members may be grouped at a tier; "" where they may not.

    Examples
    --------
    >>> [shown_grouping(tier) for tier in TIERS]
    ['organisation', 'role', 'organisation', '']
    """
    check_tier(anonymity)
    return {"named": "organisation", "pooled": ""}.get(anonymity, anonymity)


def enough(anonymity: str, least: int = LEAST) -> int:
    """How many must have rated what is shown: as many as asked for, and never under three where names are hidden.

    Examples
    --------
    >>> [enough(tier, 2) for tier in ("named", "pooled")]
    [2, 3]
    """
    check_tier(anonymity)
    check_least(least)
    return least if anonymity == "named" else max(least, LEAST)


def veiled(ratings: pd.DataFrame, anonymity: str, *, least: int = LEAST, round: int = 1) -> pd.DataFrame:
    """The ratings without the items on which so few rated, in a round, that even everybody's counts give them away.

    Which items were taken out stays known to `withheld`. Of several assessments, each is looked at for itself.

    Examples
    --------
    >>> import assesslib as al
    >>> said = [{"member": m, "item": item, "round": "1", "state": "rated", "level": "G"}
    ...         for item, members in {"1.1": "xyz", "1.2": "xy"}.items() for m in members]
    >>> rows = al.ratings.tidy(said, al.load_framework("cdrp-dat-partnership"))
    >>> [sorted(set(veiled(rows, tier)["item"])) for tier in ("named", "pooled")]
    [['1.1', '1.2'], ['1.1']]
    """
    few = _few(ratings, anonymity, least, round)
    if few.empty:
        return ratings
    shown = ratings[~pd.MultiIndex.from_frame(ratings[_ITEM]).isin(few)]
    shown.attrs = ratings.attrs | {_HELD: (*ratings.attrs.get(_HELD, ()), *few.get_level_values("item"))}
    return shown


_ITEM = ["assessment", "item"]


def _few(ratings: pd.DataFrame, anonymity: str, least: int, round: int) -> pd.MultiIndex:
    """The assessments and items on which somebody rated, but fewer than a tier asks for."""
    needed = enough(anonymity, least)
    check_ratings(ratings, several=True)
    check_round(round, "Choose 0, 1 or 2.")
    alone = ratings[(ratings["round"] == round) & (ratings["state"] == "rated")]
    raters = alone.groupby(_ITEM, sort=False, dropna=False)["member"].nunique()
    return raters.index[(raters < needed) & (anonymity != "named")]


def withheld(ratings: pd.DataFrame, anonymity: str, *, least: int = LEAST, round: int = 1) -> list[str]:
    """The items that somebody rated and that a tier holds back, because fewer rated them than would hide each.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings of one assessment; what `veiled` took out of them counts too.
    anonymity : str
        A tier; at ``"named"`` nothing is held back.
    least : int
        How many must have rated an item for it to be shown; at other tiers never fewer than three.
    round : int
        1 for what members rated alone, 2 for after the discussion.

    Returns
    -------
    list of str
        Ids of items, each once, in the order of the ratings.

    Raises
    ------
    FaultsError
        An unknown tier or round, a size that is none, or anything but the ratings of one assessment.

    Examples
    --------
    >>> import assesslib as al
    >>> said = [{"member": m, "item": item, "round": "1", "state": "rated", "level": "G"}
    ...         for item, members in {"1.1": "xyz", "1.2": "xy"}.items() for m in members]
    >>> rows = al.ratings.tidy(said, al.load_framework("cdrp-dat-partnership"))
    >>> withheld(rows, "pooled"), withheld(veiled(rows, "pooled"), "pooled"), withheld(rows, "named")
    (['1.2'], ['1.2'], [])
    """
    check_ratings(ratings)
    items = _few(ratings, anonymity, least, round).get_level_values("item")
    return [] if anonymity == "named" else list(dict.fromkeys([*ratings.attrs.get(_HELD, ()), *items]))


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
        of the groups: the smallest shown group is left out too until those left out are nobody, or enough, of the
        members who rated the item and of all members in the ratings. So which groups are shown does not tell who of
        those left out gave no answer.
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
        Another grouping, an unknown tier, a tier that hides the grouping, a size that is none, or anything but the
        ratings of one assessment.
    """
    check_grouping(by)
    check_tier(anonymity, by)
    check_ratings(ratings, "section", by)
    least = enough(anonymity, least)
    seen = veiled(ratings, anonymity, least=least)
    counts = level_counts(seen, ["section", "item", by]).rename(columns={by: "group"})
    team = of_today(ratings).drop_duplicates(["member", by])[by].value_counts().to_dict()
    groups: dict[str, list[_Group]] = {}
    for item, *group in zip(counts["item"], counts["n"].tolist(), counts["group"], counts.index, strict=True):
        groups.setdefault(item, []).append(_Group(*group))
    kept = [one.place for rows in groups.values() for one in _kept(rows, team, least, anonymity)]
    return counts.loc[sorted(kept)].reset_index(drop=True)


class _Group(NamedTuple):
    """How many of a group rated an item, and the row where that stands; the smallest comes first."""

    n: int
    name: str
    place: int


def _kept(groups: Sequence[_Group], team: Mapping[str, int], least: int, anonymity: str) -> list[_Group]:
    """One item's groups that may be shown."""
    shown = sorted(group for group in groups if group.name and group.n >= least)
    while anonymity != "named" and shown and _gives_away(groups, team, shown, least):
        shown = shown[1:]
    return shown


def _gives_away(groups: Sequence[_Group], team: Mapping[str, int], shown: Sequence[_Group], least: int) -> bool:
    """Whether those left out are so few, as raters or as members at all, that they could be worked out."""
    raters = sum(group.n for group in groups) - sum(group.n for group in shown)
    members = sum(team.values()) - sum(team[group.name] for group in shown)
    return any(0 < number < least for number in (raters, members))


def left_out(ratings: pd.DataFrame, by: str, *, anonymity: str = "named", least: int = LEAST) -> list[str]:
    """The groups that are not shown on any item, in the order of the ratings; refused as `group_counts` is."""
    shown = set(group_counts(ratings, by, anonymity=anonymity, least=least)["group"])
    return [name for name in of_today(ratings)[by].drop_duplicates() if name and name not in shown]
