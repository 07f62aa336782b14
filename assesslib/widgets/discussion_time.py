"""The time of the talk about a section: what was planned, what is left of it, and what each item took so far."""

import math
from typing import Any

import pandas as pd

PAUSE = pd.Timedelta(hours=1)
"""So long nobody talks about one item: a longer time between two turns was a break."""


def last_plan(talk: pd.DataFrame, section: str) -> tuple[pd.Timestamp, int] | None:
    """When the time for a section was planned last, and how many minutes from then; None where no plan stands.

    Parameters
    ----------
    talk : DataFrame
        An assessment's ``.talk``.
    section : str
        The id of the section.

    Examples
    --------
    >>> at = pd.to_datetime(["2026-03-03T10:00Z", "2026-03-03T10:05Z"], utc=True)
    >>> talk = pd.DataFrame({"at": at, "section": ["x", "y"], "event": "planned", "minutes": [20, 0]})
    >>> last_plan(talk, "x")[1], last_plan(talk, "y")
    (20, None)
    """
    rows = talk[(talk["event"] == "planned") & (talk["section"] == section)]
    return (rows["at"].iloc[-1], int(rows["minutes"].iloc[-1])) if rows["minutes"].iloc[-1:].any() else None


def minutes_left(plan: tuple[pd.Timestamp, int] | None, agreed: pd.Series) -> int | None:
    """The whole minutes of a plan that were left when an item was settled last, from 0; None without a plan.

    Nothing here asks what time it is now: the shares of the items stay as they are until something is settled.

    Parameters
    ----------
    plan : (Timestamp, int) or None
        As `last_plan` gives it.
    agreed : Series of Timestamp
        When the items of the section were settled; missing for one that is not.

    Examples
    --------
    >>> agreed = pd.Series(pd.to_datetime(["2026-03-03T10:04:30Z", None], utc=True))
    >>> minutes_left((pd.Timestamp("2026-03-03T10:00Z"), 20), agreed), minutes_left(None, agreed)
    (16, None)
    """
    if plan is None:
        return None
    at, minutes = plan
    gone = max([at, *agreed.dropna()]) - at
    return max(0, math.ceil(minutes - gone / pd.Timedelta(minutes=1)))


def seconds_talked(talk: pd.DataFrame) -> dict[str, int]:
    """The whole seconds talked about each item, from one turn to the next; breaks and the last turn are left out.

    Examples
    --------
    >>> at = pd.to_datetime([f"2026-03-03T{time}Z" for time in ("10:00", "10:02", "10:03", "12:30")], utc=True)
    >>> seconds_talked(pd.DataFrame({"at": at, "item": ["1", "2", "1", "2"], "event": "turned"}))
    {'1': 120, '2': 60}
    """
    turns = talk[talk["event"] == "turned"]
    lasted = turns["at"].shift(-1) - turns["at"]
    seconds = lasted.where(lasted < PAUSE).dt.total_seconds()
    return seconds.groupby(turns["item"]).sum().astype(int).to_dict()


def timed(talk: pd.DataFrame, section: str) -> dict[str, Any]:
    """What the page needs to go on with the clock: ``minutes`` and ``ends`` of the plan, the last turn's item and time.

    Times are texts like 2026-03-03T10:00:00+00:00; numbers are 0 and texts are "" where there is nothing.
    """
    plan = last_plan(talk, section)
    turns = talk[(talk["event"] == "turned") & (talk["section"] == section)].tail(1).to_dict("records")
    at, minutes = plan or (None, 0)
    return {
        "minutes": minutes,
        "ends": (at + pd.Timedelta(minutes=minutes)).isoformat() if at else "",
        "turned": turns[0]["item"] if turns else "",
        "since": turns[0]["at"].isoformat() if turns else "",
    }
