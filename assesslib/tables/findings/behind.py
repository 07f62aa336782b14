"""The rows behind a finding, as far as a tier of anonymity lets them be shown."""

from collections.abc import Collection

import pandas as pd

from assesslib.ratings import level_counts
from assesslib.tables.anonymity import check_tier, group_counts, shown_grouping, veiled
from assesslib.tables.arguments import check_assessment, check_ids
from assesslib.tables.consensus import agreed_levels
from assesslib.tables.spread import STATES

NOTES = ["id", "kind", "section", "item", "text", "about", "owner", "due", "measure", "status"]


def behind(assessment, items: Collection[str] = (), notes: Collection[str] = (), *, anonymity: str = "named"):
    """The rows that a finding rests on, by what they are.

    Parameters
    ----------
    assessment : Assessment
        An opened assessment.
    items, notes : collection of str
        Ids, as a row of `findings` names them.
    anonymity : str
        At ``"named"`` each member's answers are shown; at other tiers counts, by group where the tier has groups,
        and comments without their authors.

    Returns
    -------
    dict of str to DataFrame
        Only what there is of: ``What members said alone``, ``What groups said alone``, ``Comments``, ``Rated again
        after the talk``, ``What was agreed``, ``What was written``.

    Raises
    ------
    FaultsError
        An unknown tier, one text in the place of several ids, or anything but an assessment.
    """
    check_assessment(assessment, "framework", "members", "ratings", "consensus", "notes")
    check_tier(anonymity)
    check_ids(items, "items’")
    check_ids(notes, "notes’")
    ratings = assessment.ratings[assessment.ratings["item"].isin(list(items))]
    agreed = agreed_levels(assessment.consensus, assessment.framework)
    said = assessment.notes[assessment.notes["id"].isin(list(notes))]
    groups = _groups(assessment.ratings, items, anonymity)
    own = _named(ratings, assessment.members) if anonymity == "named" else _counted(ratings, groups, anonymity)
    tables = own | {
        "What was agreed": agreed[agreed["item"].isin(list(items))].drop(columns=["section", "section_title"]),
        "What was written": said[[name for name in NOTES if (said[name] != "").any()]],
    }
    return {title: table.reset_index(drop=True) for title, table in tables.items() if len(table)}


def _named(ratings: pd.DataFrame, members: pd.DataFrame) -> dict[str, pd.DataFrame]:
    names = dict(zip(members["id"], members["name"], strict=True))
    answer = ratings["level"].astype("object").fillna(ratings["state"].map(STATES))
    rows = pd.DataFrame({
        "item": ratings["item"], "member": [names.get(id) or id for id in ratings["member"]],
        "organisation": ratings["organisation"], "role": ratings["role"], "facet": ratings["facet"], "said": answer,
        "comment": ratings["comment"], "round": ratings["round"],
    })  # fmt: skip
    shown = {"What members said alone": 1, "Rated again after the talk": 2}
    return {title: _filled(rows[rows["round"] == turn].drop(columns="round")) for title, turn in shown.items()}


def _groups(ratings: pd.DataFrame, items: Collection[str], anonymity: str) -> pd.DataFrame:
    """What groups said of some items: looked at among all, so that who gave no answer there is not given away."""
    by = shown_grouping(anonymity)
    if not by or not len(items):
        return pd.DataFrame()
    counts = group_counts(ratings, by, anonymity=anonymity).drop(columns="section")
    return counts[counts["item"].isin(list(items))]


def _counted(ratings: pd.DataFrame, groups: pd.DataFrame, anonymity: str) -> dict[str, pd.DataFrame]:
    alone = ratings[ratings["round"] == 1]
    enough = veiled(alone, anonymity)
    said = enough.loc[enough["comment"].str.strip() != "", ["item", "comment"]].drop_duplicates()
    return {
        "What members said alone": _filled(level_counts(enough)),
        "What groups said alone": _filled(groups),
        "Comments": said.sort_values(["item", "comment"]),
    }


def _filled(table: pd.DataFrame) -> pd.DataFrame:
    """The table without columns in which nothing stands."""
    empty = [name for name in table if not table[name].astype("str").isin(["", "0", "nan"]).sum() < len(table)]
    return table.drop(columns=empty)
