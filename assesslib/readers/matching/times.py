"""When a response was sent, whatever way the tool and its country write days."""

import re

import pandas as pd

_DAYS = ("%d/%m/%Y", "%m/%d/%Y", "%d/%m/%y", "%m/%d/%y", "%d.%m.%Y", "%d.%m.%y", "%d-%m-%Y", "%Y/%m/%d", "%Y.%m.%d")
_TIMES = (" %H:%M:%S", " %H:%M", "", " %I:%M:%S %p", " %I:%M %p")
_ZONE = re.compile(r"\s*(?:GMT|UTC|CET|CEST|BST|EST|EDT|PST|PDT|Z)?\s*([+-]\d{1,2}(?::?\d{2})?)?\s*$")
_HALVES = {"a.m.": "AM", "p.m.": "PM", "vorm.": "AM", "nachm.": "PM"}


def moments(texts: pd.Series) -> pd.Series:
    """The moments that a column of texts gives, in UTC where a zone is written; missing where it cannot be known.

    All texts of a column are written in one way. Where day and month could change places, the way in which the
    responses stand in the order of their sending is taken; where neither does, nothing is.

    Examples
    --------
    >>> moments(pd.Series(["28/02/2026 09:15:00", "01/03/2026 10:00:00"])).dt.strftime("%d %b").tolist()
    ['28 Feb', '01 Mar']
    >>> moments(pd.Series(["soon", ""])).isna().tolist()
    [True, True]
    """
    none = pd.Series(pd.NaT, index=texts.index, dtype="datetime64[us, UTC]")
    said = texts[texts.str.strip() != ""].str.strip()
    if said.empty:
        return none
    read = [found for found in _ways(said) if found.notna().all()]
    ordered = [found for found in read if found.is_monotonic_increasing or found.is_monotonic_decreasing]
    sure = read if len(read) == 1 or _agree(read) else ordered if len(ordered) == 1 or _agree(ordered) else []
    return none.fillna(sure[0].reindex(texts.index)) if sure else none


def ranks(texts: pd.Series) -> pd.Series:
    """The order in which responses were sent, from 1; missing where it cannot be known.

    That may be known where the day is not: 3/1 and 3/2 follow each other whichever of the two is the month.

    Examples
    --------
    >>> ranks(pd.Series(["3/2/26 10:00:00", "3/1/26 09:15:00", ""])).tolist()
    [2.0, 1.0, nan]
    """
    said = texts[texts.str.strip() != ""].str.strip()
    places = [found.rank(method="min") for found in _ways(said) if found.notna().all()] if len(said) else []
    agreed = bool(places) and all(one.equals(places[0]) for one in places)
    return places[0].reindex(texts.index) if agreed else pd.Series(float("nan"), index=texts.index)


def _ways(said: pd.Series) -> list[pd.Series]:
    """The column read in every way that might be its own."""
    iso = pd.to_datetime(said, format="ISO8601", errors="coerce", utc=True)
    if iso.notna().all():
        return [iso.astype("datetime64[us, UTC]")]
    shifts = said.map(_shift)
    plain = said.map(_unzoned)
    found = (pd.to_datetime(plain, format=day + time, errors="coerce", utc=True) for day in _DAYS for time in _TIMES)
    return [one.astype("datetime64[us, UTC]") - shifts for one in found if one.notna().all()]


def _shift(text: str) -> pd.Timedelta:
    """How far the zone behind a text is ahead of UTC."""
    zone = (_ZONE.search(text) or [""])[1] if re.search(r"\d\s", text) else None
    if not zone:
        return pd.Timedelta(0)
    hours, minutes = re.match(r"[+-](\d{1,2}):?(\d{2})?", zone).groups()
    return (1 if zone[0] == "+" else -1) * pd.Timedelta(hours=int(hours), minutes=int(minutes or 0))


def _unzoned(text: str) -> str:
    words = _ZONE.sub("", text) if re.search(r"\d\s", text) else text
    for local, half in _HALVES.items():
        words = words.replace(local, half)
    return words.replace(",", "").replace("\u202f", " ")


def _agree(ways: list[pd.Series]) -> bool:
    return bool(ways) and all(one.equals(ways[0]) for one in ways)
