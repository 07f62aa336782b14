"""One section as a grid: items down, members across, and what each of them said."""

from collections.abc import Iterable

import pandas as pd

from assesslib.faults import Fault, FaultsError
from assesslib.ratings import whole_answers
from assesslib.tables.disparity import disparity

MARKS = {"blank": "", "not_applicable": "–", "dont_know": "?"}
COLUMNS = ["item", "text", "member", "label", "organisation", "state", "level", "mark"]
ORDERS = ("framework", "disparity")


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
    _refuse_unknown("a section that is rated", section, items["section"].unique())
    _refuse_unknown("an order", sort, ORDERS)
    rated = ratings[(ratings["section"] == section) & (ratings["round"] == 1)]
    asked = items[items["section"] == section]
    widest = disparity(rated)["item"] if sort == "disparity" else asked["item"]
    order = pd.concat([widest, asked["item"]]).drop_duplicates()
    people = members[members["id"].isin(rated["member"])].sort_values("organisation", kind="stable")
    cells = order.to_frame().merge(_labelled(people), how="cross").merge(asked[["item", "text"]], on="item", how="left")
    found = cells.merge(_answers(rated), how="left", on=["item", "member"])
    return found.fillna({"state": "blank", "mark": ""})[COLUMNS]


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
