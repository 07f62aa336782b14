"""The dates that are written in a text, in the forms that people use."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from assesslib.words import MONTHS

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_MONTH = (r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
          r"|nov(?:ember)?|dec(?:ember)?")  # fmt: skip
_NTH = r"(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?<![\d£$€.,])(?:"
    rf"(?P<iso>{_YEAR}[-/]\d\d[-/]\d\d)"
    rf"|(?P<british>\d{{1,2}}[/.]\d{{1,2}}[/.]{_YEAR})"
    rf"|(?:\b(?P<day>\d{{1,2}}){_NTH}\s+(?:of\s+)?)?\b(?P<month>{_MONTH})\b\.?"
    rf"(?:\s+(?P<after>\d{{1,2}}){_NTH})?,?\s+(?P<of>{_YEAR})"
    rf"|(?P<first>{_YEAR})(?:\s*(?:[-–—]|to)\s*(?P<whole>{_YEAR})|[-–—/](?P<short>\d{{1,2}}|{_YEAR}))"
    rf"|(?P<year>{_YEAR})"
    rf")(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:planned|scheduled|expected|forthcoming|due(?! to\b))\b[^.;,]*$", re.IGNORECASE)
_LAW = re.compile(r"\b(?:Acts?|Regulations|Bill)\b")
_NAME_OF_LAW = re.compile(r"\b(?:Acts?|Regulations|Bill)(?:\s+of)?[\s,(]+$")
_SHORT_NAME = re.compile(r"\b[A-Z]{2,}[\s,(]+$")


class Dated(NamedTuple):
    """A date as it is written, the last day it may mean, and whether it lies ahead in the text's own words."""

    words: str
    last: date
    planned: bool


def dates_in(text: str) -> tuple[Dated, ...]:
    """The dates in a text, in the order of writing.

    Where one can be read in two ways, the later reading counts: a year alone is its last day, a month alone its last
    day, a range the last day of its last year; “2003-04” is a range and “2003-02” a month. Days are written before
    months. The year in the name of a law (“Police Reform Act 2002”; beside it also “CDA 1998”) is no date.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of Dated
        ``words`` as written, ``last`` day, and ``planned``: whether “planned”, “due”, “scheduled”, “expected” or
        “forthcoming” stands before it in its clause.

    Examples
    --------
    >>> [str(one.last) for one in dates_in("Survey of March 2003, next one planned April 2005; plan for 2003-04")]
    ['2003-03-31', '2005-04-30', '2004-12-31']
    """
    return tuple(
        Dated(found[0], _last_day(found), bool(_PLANNED.search(text[: found.start()])))
        for found in _DATE.finditer(text)
        if not _of_a_law(found)
    )


def latest(text: str) -> Dated | None:
    """The date that a text speaks from: its latest, plans left aside unless it holds nothing else; or None.

    Examples
    --------
    >>> latest("Survey of March 2003, next one planned April 2005").words, latest("Minutes")
    ('March 2003', None)
    """
    found = dates_in(text)
    passed = [one for one in found if not one.planned]
    return max(passed or found, key=lambda one: one.last, default=None)


def without_dates(text: str) -> str:
    """The text with its dates and the years of laws taken out.

    Examples
    --------
    >>> without_dates("Letter of 12 January 2024 on the Police Reform Act 2002")
    'Letter of  on the Police Reform Act '
    """
    return _DATE.sub("", text)


def _of_a_law(found: re.Match[str]) -> bool:
    before = found.string[: found.start()]
    short = _LAW.search(found.string) and _SHORT_NAME.search(before)
    return bool(found["year"] and (_NAME_OF_LAW.search(before) or short))


def _last_day(found: re.Match[str]) -> date:
    if found["month"]:
        return _day(int(found["of"]), _month(found["month"]), int(found["day"] or found["after"] or 0))
    if found["first"]:
        return _range(int(found["first"]), found["whole"] or found["short"])
    return _day(*_numbers(found))


def _numbers(found: re.Match[str]) -> Iterator[int]:
    """Year, month and day where all are numbers, or a year alone."""
    written = map(int, re.split(r"\D", found[0]))
    return reversed(list(written)) if found["british"] else written


def _month(name: str) -> int:
    return 1 + [month[:3].casefold() for month in MONTHS].index(name[:3].casefold())


def _range(first: int, second: str) -> date:
    """“2003-04” and “1999-00” end in the next year, “2003-2007” in 2007; “2011-02” is a month."""
    size = 10 ** len(second)
    last = first // size * size + int(second)
    if last < first and (first + 1) % size == int(second):
        return _day(first + 1)
    return _day(last) if last > first else _day(first, int(second) if len(second) == 2 else 0)


def _day(year: int, month: int = 0, day: int = 0) -> date:
    """The day, or the last of the month or year where the rest is not given or cannot be."""
    if not 1 <= month <= 12:
        return date(year, 12, 31)
    end = monthrange(year, month)[1]
    return date(year, month, day if 1 <= day <= end else end)
