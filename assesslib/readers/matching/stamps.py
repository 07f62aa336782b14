"""A time as a file has it, told alike however its day is written: what a response is known by from file to file."""

import re

import pandas as pd

_DAY = re.compile(r"(\d{1,4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,4})")
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*([ap]|vorm|nachm)?", re.IGNORECASE)
_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_EPOCH = pd.Timestamp("1899-12-30")
"""The day that spreadsheets count from."""


def stamp(text: str) -> str:
    """The minute that a text gives, on the clock that wrote it; the text itself where it is no time.

    Which of two numbers is the day is left open, so that one text alone says as much as a whole column; seconds, which
    spreadsheets drop, and zones, which only some exports write, do not count.

    Examples
    --------
    >>> [stamp(text) for text in ("3/1/26 9:05:10", "2026-03-01T09:05:10.250+01:00", "01.03.2026 09:05", "46082.3785")]
    ['26-01-03 09:05', '26-01-03 09:05', '26-01-03 09:05', '26-01-03 09:05']
    >>> stamp("2026/03/01 9:05:10 PM GMT+1"), stamp(" soon "), stamp("")
    ('26-01-03 21:05', 'soon', '')
    """
    plain = " ".join(text.split())
    if _SERIAL.fullmatch(plain):
        plain = str((_EPOCH + pd.Timedelta(days=float(plain))).round("s"))
    day = _DAY.search(plain)
    return f"{_day(*day.groups())} {_time(plain[day.end() :])}" if day else plain.casefold()


def _day(first: str, second: str, third: str) -> str:
    year, others = (first, (second, third)) if len(first) == 4 else (third, (first, second))
    low, high = sorted(map(int, others))
    return f"{int(year) % 100:02d}-{low:02d}-{high:02d}"


def _time(text: str) -> str:
    found = _TIME.search(text)
    if not found:
        return "00:00"
    hour, half = int(found[1]), (found[3] or "").casefold()
    return f"{hour % 12 + 12 * (half in ('p', 'nachm')) if half else hour:02d}:{found[2]}"
