"""One section as a grid: items down, members or groups of them across, and what each said."""

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.ratings import level_counts, whole_answers
from assesslib.tables.anonymity import (
    LEAST,
    check_tier,
    enough,
    group_counts,
    shown_grouping,
    veiled,
    withheld,
)
from assesslib.tables.arguments import check_items, check_members, check_ratings, refuse
from assesslib.tables.disparity import disparity

MARKS = {"blank": "", "not_applicable": "–", "dont_know": "?"}
COLUMNS = ["item", "text", "member", "label", "organisation", "state", "level", "mark"]
ORDERS = ("framework", "disparity")
EVERYONE = "everyone"
GROUP_COLUMNS = [*COLUMNS, "high", "n"]


def section_grid(
    ratings: pd.DataFrame, items: pd.DataFrame, members: pd.DataFrame, section: str, *, sort: str = "framework",
    anonymity: str = "named", least: int = LEAST,
) -> pd.DataFrame:  # fmt: skip
    """What every member said of every item of one section, in the order in which it is to be shown.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings of one assessment; round 1 is shown.
    items : DataFrame
        The framework's ``.table()``.
    members : DataFrame
        The assessment's ``.members``; those who rated nothing are left out.
    section : str
        The section's id.
    sort : str
        ``"framework"`` (as printed) or ``"disparity"`` (widest first). Members always stand by organisation.
    anonymity : str
        At any tier but ``"named"`` members are not told apart: this is the `group_grid` of the groups that it shows.
    least : int
        How many of such a group must have rated an item for it to be shown there.

    Returns
    -------
    DataFrame
        One row an item and member: ``item, text, member, label, organisation, state, level, mark``. ``mark`` is what a
        cell shows: the level's code, ``?`` for don't know, ``–`` for not applicable, nothing for blank, and the levels
        of a split rating with a stroke between.

    Raises
    ------
    FaultsError
        An unknown section, order or tier, or anything but the ratings of one assessment, its items and its members.
    """
    check_tier(anonymity)
    if anonymity != "named":
        by = shown_grouping(anonymity)
        return group_grid(ratings, items, section, by, anonymity=anonymity, least=least, sort=sort)
    check_members(members)
    rated, asked = _of_section(ratings, items, section, sort)
    people = members[members["id"].isin(rated["member"])].sort_values("organisation", kind="stable")
    cells = asked.merge(_labelled(people), how="cross")
    found = cells.merge(_answers(rated), how="left", on=["item", "member"])
    return found.fillna({"state": "blank", "mark": ""})[COLUMNS]


def group_grid(
    ratings: pd.DataFrame, items: pd.DataFrame, section: str, by: str = "organisation", *, anonymity: str = "named",
    least: int = LEAST, sort: str = "framework",
) -> pd.DataFrame:  # fmt: skip
    """Where the middle of each group lies on every item of one section, in the order in which it is to be shown.

    Parameters
    ----------
    ratings : DataFrame
        Tidy ratings of one assessment; round 1 is shown.
    items : DataFrame
        The framework's ``.table()``.
    section : str
        The section's id.
    by : str
        ``"organisation"`` or ``"role"``, a column for every group of it; or ``""`` for one column, everyone. It is
        everyone too where nobody who answered belongs to such a group.
    anonymity : str
        ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``; a tier that hides the grouping is refused.
    least : int
        How many of a group must have rated an item for it to be shown there.
    sort : str
        ``"framework"`` (as printed) or ``"disparity"`` (widest first). Groups always stand by name.

    Returns
    -------
    DataFrame
        One row an item and group: the columns of `section_grid`, with the group as ``member`` and ``label`` and no
        ``organisation``; ``high``; and ``n``, who rated it. ``level`` and ``high`` are the low and the high median and
        ``mark`` is both (``c`` where they are one, else ``b–c``). ``state`` is ``rated``; ``withheld``, with ``n``
        missing, where `assesslib.tables.anonymity.group_counts` does not show the group, or where the tier holds back
        what everyone said; or ``nobody`` where everyone was asked and nobody rated.

    Raises
    ------
    FaultsError
        An unknown section, order, grouping or tier, a tier that hides the grouping, a size that is none, or anything
        but the ratings of one assessment and its items.

    Examples
    --------
    >>> import assesslib as al
    >>> cdrp = al.load_framework("cdrp-dat-partnership")
    >>> said = [{"member": m, "item": "1.1", "section": "leadership", "round": "1", "state": "rated", "level": level,
    ...          "organisation": "Police" if m < "y" else "Council"} for m, level in zip("uvwxyz", "GGSSDD")]
    >>> group_grid(al.ratings.tidy(said, cdrp), cdrp.table(), "leadership")[["label", "state", "mark", "n"]].head(2)
         label     state mark     n
    0  Council  withheld       <NA>
    1   Police     rated  G–S     4
    """
    check_tier(anonymity, by)
    enough(anonymity, least)
    held = withheld(ratings, anonymity)
    rated, asked = _of_section(veiled(ratings, anonymity), items, section, sort)
    everybody = ratings[_here(ratings, section)]
    by = by if by and (everybody[by] != "").any() else ""
    groups = _columns(everybody[by] if by else [EVERYONE] * (len(everybody) + asked["item"].isin(held).sum()))
    counts = group_counts(ratings, by, anonymity=anonymity, least=least) if by else _everyone(rated)
    middles = _middles(counts, ratings["level"].dtype).rename(columns={"group": "member"})
    found = asked.merge(groups, how="cross").merge(middles, how="left", on=["item", "member"])
    return _unsaid(found, asked["item"] if by else held)[GROUP_COLUMNS]


def _columns(names: Iterable[str]) -> pd.DataFrame:
    """One row a group, by name."""
    groups = sorted({name for name in names if name})
    return pd.DataFrame({"member": groups, "label": groups, "organisation": ""}, dtype="str")


def _everyone(rated: pd.DataFrame) -> pd.DataFrame:
    return level_counts(rated).assign(group=EVERYONE)


def _of_section(ratings: pd.DataFrame, items: pd.DataFrame, section: str, sort: str) -> tuple[pd.DataFrame, ...]:
    """The section's ratings of round 1, and its items and their texts in the order asked for."""
    check_ratings(ratings, "section")
    check_items(items)
    _refuse_unknown("a section that is rated", section, items["section"].unique())
    _refuse_unknown("an order", sort, ORDERS)
    rated = ratings[_here(ratings, section)]
    asked = items[items["section"] == section]
    widest = disparity(rated)["item"] if sort == "disparity" else asked["item"]
    order = pd.concat([widest, asked["item"]]).drop_duplicates()
    return rated, order.to_frame().merge(asked[["item", "text"]], on="item", how="left")


def _here(ratings: pd.DataFrame, section: str) -> pd.Series:
    return (ratings["section"] == section) & (ratings["round"] == 1)


def _unsaid(found: pd.DataFrame, held: Collection[str]) -> pd.DataFrame:
    """The cells with what is said where nothing is: that it is withheld, or that nobody rated it."""
    back = found["item"].isin(list(held))
    state = found["state"].fillna(back.map({True: "withheld", False: "nobody"}))
    return found.assign(state=state, mark=found["mark"].fillna(""), n=found["n"].mask(~back & found["n"].isna(), 0))


def _middles(counts: pd.DataFrame, scale: pd.CategoricalDtype) -> pd.DataFrame:
    """Both medians of every row of counts that has any, and how they are written."""
    codes = np.array(scale.categories)
    low, high = stats.medians(counts[list(codes)].to_numpy())
    marks = np.where(low == high, codes[low], codes[low] + "–" + codes[high]) if len(counts) else codes[:0]
    return pd.DataFrame({
        "item": counts["item"], "group": counts["group"], "state": "rated",
        "level": pd.Categorical.from_codes(low, dtype=scale), "high": pd.Categorical.from_codes(high, dtype=scale),
        "mark": pd.array(marks, dtype="str"), "n": counts["n"].astype("Int64"),
    })[counts["n"] > 0]  # fmt: skip


def _refuse_unknown(what: str, found: str, allowed: Iterable[str]) -> None:
    if not isinstance(found, str) or found not in (allowed := tuple(allowed)):
        refuse(f"is not {what}", found, "Choose one of these.", tuple(allowed))


def _labelled(people: pd.DataFrame) -> pd.DataFrame:
    named = people["name"].where(people["name"] != "", people["id"])
    return pd.DataFrame({"member": people["id"], "label": named, "organisation": people["organisation"]})


def _answers(rated: pd.DataFrame) -> pd.DataFrame:
    """One row an item and member; a split rating has no level of its own."""
    said = rated["level"].astype("object").fillna(rated["state"].map(MARKS))
    marks = rated.assign(mark=said).groupby(["item", "member"], sort=False, observed=True)["mark"].agg("/".join)
    answers = whole_answers(rated)[["item", "member", "state", "level"]]
    level = answers["level"].where(answers["state"] == "rated")
    return answers.assign(level=level).merge(marks.reset_index(), on=["item", "member"])
