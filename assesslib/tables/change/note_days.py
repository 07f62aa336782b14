"""On which days a plan was written, done or dropped."""

from collections.abc import Sequence

import pandas as pd

ENDS = {"done": "done_on", "dropped": "dropped_on"}
"""The columns of the days, by the status that plans come to."""


def note_days(assessment) -> pd.DataFrame:
    """The days on which notes were written and came to the status they have.

    Parameters
    ----------
    assessment : Assessment
        An opened one, or its standing. Where it holds no ``.note_history``, the day of a note's last row stands for
        all its days: it was done on that day or earlier.

    Returns
    -------
    DataFrame
        One row a note that stands, by ``id``: ``written, done_on, dropped_on``, days like 2026-03-01 (in UTC) or "".
        A status that was taken back and given again counts from the last time it was given.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> note_days(al.open_assessment(shipped("data") / "collaboration-2025")).loc["action-05"].tolist()
    ['2025-03-04', '', '2025-11-18']
    """
    notes = assessment.notes
    history = getattr(assessment, "note_history", None)
    rows = notes if history is None else history[history["id"].isin(notes["id"])]
    timed = rows.assign(day=rows["at"].dt.strftime("%Y-%m-%d").fillna(""), status=rows["status"].map(plain))
    days = {id: _days(own["status"].tolist(), own["day"].tolist()) for id, own in timed.groupby("id", sort=False)}
    return pd.DataFrame.from_dict(days, orient="index", columns=["written", *ENDS.values()], dtype="str")


def plain(status: str) -> str:
    """A status as it is compared: in small letters; "" is open.

    Examples
    --------
    >>> plain("Done "), plain("")
    ('done', 'open')
    """
    return " ".join(status.casefold().split()) or "open"


def _days(statuses: Sequence[str], days: Sequence[str]) -> list[str]:
    last = statuses[-1]
    since = next((place + 1 for place in reversed(range(len(days))) if statuses[place] != last), 0)
    return [days[0], *(days[since] if status == last else "" for status in ENDS)]
