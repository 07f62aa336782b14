"""One section as a grid: items down, members or groups of them across, and what each said."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from assesslib import stats
from assesslib.faults import Fault, FaultsError
from assesslib.ratings import level_counts, whole_answers
from assesslib.tables.anonymity import LEAST, check_tier, group_counts
from assesslib.tables.disparity import disparity

MARKS = {"blank": "", "not_applicable": "–", "dont_know": "?"}
COLUMNS = ["item", "text", "member", "label", "organisation", "state", "level", "mark"]
ORDERS = ("framework", "disparity")
EVERYONE = "everyone"
GROUP_COLUMNS = [*COLUMNS, "high", "n"]


def section_grid(
    ratings: pd.DataFrame, items: pd.DataFrame, members: pd.DataFrame, section: str, *, sort: str = "framework"
) -> pd.DataFrame:
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

    Returns
    -------
    DataFrame
        One row an item and member: ``item, text, member, label, organisation, state, level, mark``. ``mark`` is what a
        cell shows: the level's code, ``?`` for don't know, ``–`` for not applicable, nothing for blank, and the levels
        of a split rating with a stroke between.

    Raises
    ------
    FaultsError
        An unknown section or order.
    """
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
        ``"organisation"`` or ``"role"``, a column for every group of it; or ``""`` for one column, everyone.
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
        missing, where `assesslib.tables.anonymity.group_counts` does not show the group; or ``nobody`` where
        everyone was asked and nobody rated.

    Raises
    ------
    FaultsError
        An unknown section, order, grouping or tier, or a tier that hides the grouping.

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
    rated, asked = _of_section(ratings, items, section, sort)
    counts = _counted(rated, by, anonymity, least)
    names = sorted({name for name in (rated[by] if by else counts["group"]) if name})
    groups = pd.DataFrame({"member": names, "label": names, "organisation": ""}, dtype="str")
    middles = _middles(counts, ratings["level"].dtype).rename(columns={"group": "member"})
    found = asked.merge(groups, how="cross").merge(middles, how="left", on=["item", "member"])
    unsaid = {"state": "withheld" if by else "nobody", "mark": ""}
    return found.fillna(unsaid | ({} if by else {"n": 0}))[GROUP_COLUMNS]


def _of_section(ratings: pd.DataFrame, items: pd.DataFrame, section: str, sort: str) -> tuple[pd.DataFrame, ...]:
    """The section's ratings of round 1, and its items and their texts in the order asked for."""
    _refuse_unknown("a section that is rated", section, items["section"].unique())
    _refuse_unknown("an order", sort, ORDERS)
    rated = ratings[(ratings["section"] == section) & (ratings["round"] == 1)]
    asked = items[items["section"] == section]
    widest = disparity(rated)["item"] if sort == "disparity" else asked["item"]
    order = pd.concat([widest, asked["item"]]).drop_duplicates()
    return rated, order.to_frame().merge(asked[["item", "text"]], on="item", how="left")


def _counted(rated: pd.DataFrame, by: str, anonymity: str, least: int) -> pd.DataFrame:
    if by:
        return group_counts(rated, by, anonymity=anonymity, least=least)
    check_tier(anonymity)
    return level_counts(rated).assign(group=EVERYONE)


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
    if found not in (allowed := tuple(allowed)):
        raise FaultsError([Fault(f"is not {what}", value=str(found), allowed=allowed, do="Choose one of these.")])


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
