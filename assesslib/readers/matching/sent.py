"""When each response was sent and in which order: every file by itself, since each is written in its own way."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.matching.times import moments_told, ranks


@dataclass(frozen=True)
class Sent:
    """By response the moment of its sending (missing where unknown) and its rank, from 1; and what is told of them."""

    at: pd.Series
    order: pd.Series
    faults: tuple[Fault, ...] = ()


def sent(people: pd.DataFrame) -> Sent:
    """When responses were sent.

    Parameters
    ----------
    people : DataFrame
        One row a response: ``submitted, place, row`` and, where the tool numbers its responses, ``number``.

    Examples
    --------
    >>> people = pd.DataFrame({"submitted": ["3/5/26 9:00:00", "4/4/26 9:00:00"], "place": "a.csv", "row": [2, 3]})
    >>> sent(people).order.tolist()
    [1.0, 2.0]
    >>> print(*sent(people).faults)
    a.csv, row 2: “3/5/26 9:00:00” may begin with the day or with the month: with the month first the responses stand
    in the order of their sending, so the times were read so.
    """
    timed = people[people["submitted"].str.strip() != ""]
    at = pd.Series(pd.NaT, index=people.index, dtype="datetime64[us, UTC]")
    faults = []
    for _, part in timed.groupby("place", sort=False):
        at.loc[part.index], first = moments_told(part["submitted"], part.get("number"))
        faults.extend(_told(part, first))
    return Sent(at, _order(people["submitted"], at, timed.index), tuple(faults))


def _order(texts: pd.Series, at: pd.Series, timed: pd.Index) -> pd.Series:
    """The order by the moments where all are known, else as far as it does not depend on how the days are written."""
    known = len(timed) and at[timed].notna().all()
    return at.rank(method="min") if known else ranks(texts)


def _told(part: pd.DataFrame, first: str) -> list[Fault]:
    if not first:
        return []
    what = (f"may begin with the day or with the month: with {first} first the responses stand in the order of their "
            "sending, so the times were read so")  # fmt: skip
    return [Fault(what, file=part["place"].iloc[0], row=part["row"].iloc[0], value=part["submitted"].iloc[0],
                  handled=True)]  # fmt: skip


def last_changed(people: pd.DataFrame, order: pd.Series) -> pd.Series:
    """The order in which the responses were last changed, where the file says when, as far as that is better known."""
    if "changed" not in people:
        return order
    changed = people["changed"].astype("object").fillna("").str.strip()
    if not (changed != "").any():
        return order
    later = sent(people.assign(submitted=changed.where(changed != "", people["submitted"]))).order
    return later if later.notna().sum() >= order.notna().sum() else order
