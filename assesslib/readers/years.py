"""Responses of another year among those of an assessment: told by their times, or by the names of sheets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pandas as pd

from assesslib.faults import Fault, listed
from assesslib.journal import is_day
from assesslib.readers.choosing import Found
from assesslib.readers.matching.repeats import COUNTS
from assesslib.readers.records import Responses, Tally
from assesslib.words import many, noun

FAR = 200
"""Days between responses, or from the day of the assessment, from which on they may be of another one."""
_DO = "Say which of them belong here: divide the file, or {date}; or accept what is likely, and all of them are taken."
_TAKEN = "All of them are taken."
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def apart_in_time(people: pd.DataFrame, day: str = "", accept: bool = False) -> list[Fault]:
    """What is asked where the responses that count lie far from the assessment's day or from each other.

    Parameters
    ----------
    people : DataFrame
        One row a response: ``at`` (a moment or missing), ``fate, place``.
    day : str
        The day of the assessment, like 2026-03-01; "" where it is not known.
    accept : bool
        Whether all of them are taken: then they are told of only.

    Examples
    --------
    >>> at = pd.to_datetime(["2026-03-01", "2026-03-04", "2025-02-11"], utc=True)
    >>> people = pd.DataFrame({"at": at, "fate": "counts", "place": "a.csv"})
    >>> [fault.what for fault in apart_in_time(people)]
    ['1 response is of 2025-02-11, more than 200 days before others', '2 responses are of 2026-03-01 to 2026-03-04, more than 200 days after others']
    >>> [fault.what for fault in apart_in_time(people, "2026-03-01")]
    ['1 response is of 2025-02-11, more than 200 days before the assessment’s date (2026-03-01)']
    """  # noqa: E501
    counts = people[(people["fate"] == COUNTS) & people["at"].notna()] if len(people) else people
    if counts.empty:
        return []
    sent = counts.sort_values("at")
    # A year of responses without such a gap is one group.
    groups = [part for _, part in sent.groupby((sent["at"].diff() > pd.Timedelta(days=FAR)).cumsum())]
    if is_day(day):
        return list(_far_from(groups, pd.Timestamp(day, tz="UTC"), accept))
    return list(_far_apart(groups, accept))


def _far_from(groups: Sequence[pd.DataFrame], day: pd.Timestamp, accept: bool) -> Iterator[Fault]:
    for group in groups:
        first, last = group["at"].iloc[0].normalize(), group["at"].iloc[-1].normalize()
        if (first - day).days > FAR or (day - last).days > FAR:
            way = "before" if last < day else "after"
            yield _told(group, f"{way} the assessment’s date ({day.date()})", "correct the assessment’s date", accept)


def _far_apart(groups: Sequence[pd.DataFrame], accept: bool) -> Iterator[Fault]:
    if len(groups) > 1:
        for at, group in enumerate(groups):
            yield _told(group, f"{'after' if at else 'before'} others", "give the assessment’s date", accept)


def _told(group: pd.DataFrame, where: str, date: str, accept: bool) -> Fault:
    first, last = str(group["at"].iloc[0].date()), str(group["at"].iloc[-1].date())
    days, n = first if first == last else f"{first} to {last}", len(group)
    places = list(dict.fromkeys(group["place"]))
    return Fault(f"{many(n, 'response')} {noun(n, 'is', 'are')} of {days}, more than {FAR} days {where}",
                 file=places[0] if len(places) == 1 else "", do=_TAKEN if accept else _DO.format(date=date),
                 handled=accept)  # fmt: skip


def years_of_sheets(found: Sequence[Found], accept: bool = False) -> list[Fault]:
    """What is asked of a workbook with answers on sheets that are called by different years."""
    years: dict[str, dict[str, list[str]]] = {}
    for one in found:
        if isinstance(one.read, Responses | Tally) and (year := _YEAR.search(one.sheet)):
            years.setdefault(one.file, {}).setdefault(year[0], []).append(one.sheet)
    do = "Say which of them belong here: give a file with the sheets of one year; or accept what is likely, and all of "
    return [Fault(f"The sheets are called by different years: {listed(_sheets(theirs))}", file=file, handled=accept,
                  do=_TAKEN if accept else f"{do}them are taken.")
            for file, theirs in years.items() if len(theirs) > 1]  # fmt: skip


def _sheets(years: dict[str, list[str]]) -> list[str]:
    return [f"“{sheet}”" for theirs in years.values() for sheet in theirs]
