"""When a response was sent, whatever way the tool and its country write days."""

import re
from dataclasses import dataclass

import pandas as pd

_DAYS = ("%d/%m/%Y", "%m/%d/%Y", "%d/%m/%y", "%m/%d/%y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y", "%Y/%m/%d", "%Y.%m.%d")
_TIMES = (" %H:%M:%S", " %H:%M", "", " %I:%M:%S %p", " %I:%M %p")
_ZONE = re.compile(r"\s*(GMT|UTC|CET|CEST|BST|EST|EDT|PST|PDT|Z)?\s*([+-]\d{1,2}(?::?\d{2})?)?\s*$")
_FIRST = {"%d": "the day", "%m": "the month"}
_NAMED = {"CET": 1, "CEST": 2, "BST": 1, "EST": -5, "EDT": -4, "PST": -8, "PDT": -7}
"""Hours by which the zones that are written by name are ahead of UTC."""
_HALVES = {"a.m.": "AM", "p.m.": "PM", "vorm.": "AM", "nachm.": "PM"}


@dataclass(frozen=True)
class _Way:
    """A column of times read in one way: whether the day or the month stands first ("" where neither), and when."""

    first: str
    times: pd.Series


def moments(texts: pd.Series, numbers: pd.Series | None = None) -> pd.Series:
    """The moments that a column of texts gives, in UTC where a zone is written; missing where it cannot be known.

    All texts of a column are written in one way. Where day and month could change places, the way in which the times
    rise with the responses is taken; where neither or both do, nothing is.

    Parameters
    ----------
    texts : Series of str
        The texts, in the order of the rows.
    numbers : Series of str, optional
        The numbers that the tool gave the responses as they came; where they are known they count before the rows.

    Examples
    --------
    >>> moments(pd.Series(["28/02/2026 09:15:00", "01/03/2026 10:00:00"])).dt.strftime("%d %b").tolist()
    ['28 Feb', '01 Mar']
    >>> moments(pd.Series(["soon", ""])).isna().tolist()
    [True, True]
    """
    return moments_told(texts, numbers)[0]


def moments_told(texts: pd.Series, numbers: pd.Series | None = None) -> tuple[pd.Series, str]:
    """The moments, and whether ``the day`` or ``the month`` stands first where only their order tells it.

    Examples
    --------
    >>> moments_told(pd.Series(["3/5/26 9:00:00", "4/4/26 9:00:00"]))[1], moments_told(pd.Series(["14/3/26 9:00"]))[1]
    ('the month', '')
    """
    none = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[us, UTC]")
    said = texts[texts.str.strip() != ""].str.strip()
    way, by_order = _taken(said, numbers) if len(said) else (None, False)
    if way is None:
        return none, ""
    return none.fillna(way.times.reindex(texts.index)), way.first if by_order else ""


def _taken(said: pd.Series, numbers: pd.Series | None) -> tuple[_Way | None, bool]:
    """The way that a column is written in, and whether only the order of the responses tells it."""
    read = [way for way in _ways(said) if way.times.notna().all()]
    if not read or _agree(read):
        return (read[0] if read else None), False
    order = _order(said, numbers)
    rising = [way for way in read if way.times.loc[order].is_monotonic_increasing]
    falling = [way for way in read if way.times.loc[order].is_monotonic_decreasing]
    ordered = rising or falling
    return (ordered[0], True) if _agree(ordered) else (None, False)


def _order(said: pd.Series, numbers: pd.Series | None) -> pd.Index:
    """The responses in the order of their numbers, where each has one of its own, or of their rows."""
    own = None if numbers is None else pd.to_numeric(numbers.reindex(said.index), errors="coerce")
    return said.index if own is None or own.isna().any() or own.duplicated().any() else own.sort_values().index


def ranks(texts: pd.Series) -> pd.Series:
    """The order in which responses were sent, from 1; missing where it cannot be known.

    That may be known where the day is not: 3/1 and 3/2 follow each other whichever of the two is the month.

    Examples
    --------
    >>> ranks(pd.Series(["3/2/26 10:00:00", "3/1/26 09:15:00", ""])).tolist()
    [2.0, 1.0, nan]
    """
    said = texts[texts.str.strip() != ""].str.strip()
    ways = _ways(said) if len(said) else []
    places = [way.times.rank(method="min") for way in ways if way.times.notna().all()]
    agreed = bool(places) and all(one.equals(places[0]) for one in places)
    return places[0].reindex(texts.index) if agreed else pd.Series(float("nan"), index=texts.index)


def _ways(said: pd.Series) -> list[_Way]:
    """The column read in every way that might be its own."""
    iso = pd.to_datetime(said, format="ISO8601", errors="coerce", utc=True)
    if iso.notna().all():
        return [_Way("", iso.astype("datetime64[us, UTC]"))]
    shifts = said.map(_shift)
    plain = said.map(_unzoned)
    # A zone by its name, which ISO 8601 does not know.
    iso = pd.to_datetime(plain, format="ISO8601", errors="coerce", utc=True)
    if iso.notna().all():
        return [_Way("", iso.astype("datetime64[us, UTC]") - shifts)]
    found = ((day, pd.to_datetime(plain, format=day + time, errors="coerce", utc=True))
             for day in _DAYS for time in _TIMES)  # fmt: skip
    return [_Way(_FIRST.get(day[:2], ""), one.astype("datetime64[us, UTC]") - shifts)
            for day, one in found if one.notna().all()]  # fmt: skip


def _shift(text: str) -> pd.Timedelta:
    """How far the zone behind a text is ahead of UTC."""
    name, zone = _ZONE.search(text).groups() if re.search(r"\d\s", text) else ("", "")
    if not zone:
        return pd.Timedelta(hours=_NAMED.get(name or "", 0))
    hours, minutes = re.match(r"[+-](\d{1,2}):?(\d{2})?", zone).groups()
    return (1 if zone[0] == "+" else -1) * pd.Timedelta(hours=int(hours), minutes=int(minutes or 0))


def _unzoned(text: str) -> str:
    words = _ZONE.sub("", text) if re.search(r"\d\s", text) else text
    for local, half in _HALVES.items():
        words = words.replace(local, half)
    return words.replace(",", "").replace("\u202f", " ")


def _agree(ways: list[_Way]) -> bool:
    return bool(ways) and all(one.times.equals(ways[0].times) for one in ways)
