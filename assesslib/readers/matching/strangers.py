"""Responses of people whom the team does not know: who each may be, and how to say it."""

from __future__ import annotations

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.readers.matching.first_names import ask_together
from assesslib.readers.matching.nearly import like
from assesslib.readers.matching.repeats import COUNTS, STRANGER

COUNTED = "counted"
"""What the ids of answers begin with that were only counted."""


def stranger_faults(people: pd.DataFrame, team: pd.DataFrame) -> list[Fault]:
    """What is asked of people whom the team does not know, and told once of answers that were only counted.

    Parameters
    ----------
    people : DataFrame
        One row a response: ``id, label, doubt, fate, member, place, row``.
    team : DataFrame
        ``id, name`` of the members.
    """
    ids = tuple(team["id"])
    strangers = people[people["fate"] == STRANGER]
    counted = strangers["id"].map(is_counted).astype("bool")
    there = frozenset(people.loc[people["fate"] == COUNTS, "member"])
    together, names = ask_together(strangers[~counted], team, there)
    alone = strangers[~counted & ~strangers["label"].isin(names)]
    return [*(_counted(place) for place in strangers.loc[counted, "place"].unique()), *together,
            *(_stranger(row, ids, team) for row in alone.itertuples())]  # fmt: skip


def is_counted(id: str) -> bool:
    """Whether an id is one of those that the answers of a table of counts get: they are nobody's."""
    return id.startswith(f"{COUNTED}-")


def _counted(place: str) -> Fault:
    return Fault("The answers are counted, and nobody knows whose they are; this assessment lists its members",
                 file=place, do="Take them into a folder of their own, or take in everybody who is new.")  # fmt: skip


def _stranger(row, ids: tuple[str, ...], team: pd.DataFrame) -> Fault:
    said = row.label
    add = "or take in everybody who is new."
    if not said:
        return Fault("The response names nobody", file=row.place, row=row.row,
                     do=f"Write the name of a member into the file, {add}")  # fmt: skip
    if row.doubt:
        return Fault(row.doubt, file=row.place, row=row.row, value=said,
                     do="Say who it is, or correct the file.")  # fmt: skip
    near = like(said, team)
    perhaps = f" ({near[0]}?)" if near else ""
    return Fault("is not a member of this assessment", file=row.place, row=row.row, value=said,
                 do=f"Say which of {listed(ids)} it is{perhaps}, {add}")  # fmt: skip
