"""The rows of a long table: what a merged cell says of the rows below it, and days as people write them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import islice

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.layouts._long_heads import WORDING
from assesslib.readers.matching.times import moments
from assesslib.readers.records import letter
from assesslib.words import MONTHS, many, spoken

_PERSON = ("member", "organisation", "role", "date", "assessment")
_ITEM, _SIDE = ("item", WORDING), ("facet", "round")
_CARRIED = "stands in the first of several rows, and was taken for those below it too ({})"
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[./ -]+(\d{1,2}|[a-z]{3,9})\.?,?[./ -]+(\d{4}|\d\d)(?:[T ,].*)?", re.I)
_MONTHS = [month[:3].casefold() for month in MONTHS]


def carried(body: pd.DataFrame, places: Mapping[str, int], file: str) -> tuple[pd.DataFrame, tuple[Fault, ...]]:
    """The rows with what a person or an item is called in each, where it stands in the first of theirs alone.

    So a merged cell is read, and an empty one below a name. It is plain where each name stands once, and no item comes
    twice below one, or no person below an item; otherwise the rows stay as they are.

    Parameters
    ----------
    body : DataFrame
        The rows below the headings.
    places : mapping
        By column of tidy ratings where it stands.
    file : str
        The file as faults name it.

    Examples
    --------
    >>> body = pd.DataFrame([["Ann", "1.1"], ["", "1.2"], ["Bob", "1.1"]], index=[2, 3, 4], dtype="str")
    >>> found, told = carried(body, {"member": 0, "item": 1}, "a.csv")
    >>> found[0].tolist(), str(told[0])
    (['Ann', 'Ann', 'Bob'], 'a.csv, column A: “Ann” stands in the first of several rows, and was taken for those below it too (1 row).')
    """  # noqa: E501
    item, person = ([places[name] for name in names if name in places] for names in (_ITEM, _PERSON))
    side = [places[name] for name in _SIDE if name in places]
    whose = _run_on(body, [places["member"]], item, side) if "member" in places and item else None
    if whose is not None:
        return _filled(body, person, whose, [places["member"]]), (_told(body, places["member"], whose, file),)
    which = _run_on(body, item, [places["member"]], side) if "member" in places and item else None
    return (body, ()) if which is None else (_filled(body, item, which, item), (_told(body, item[0], which, file),))


def _run_on(body: pd.DataFrame, named: Sequence[int], beside: Sequence[int], side: Sequence[int]) -> pd.Series | None:
    """The rows that go on with the last one that is named; None where there are none, or that is not plain."""
    empty, held = ~_holds(body, named), _holds(body, beside)
    below, block = empty & held, _block(body, named)
    # A row that is named and says nothing else may be a title: what stands below it is not plain then.
    begun = held.groupby(block).transform("first") & (block > 0)
    if not below.any() or not begun[below].all():
        return None
    texts = body.loc[~empty, list(named)].apply(lambda column: column.str.strip())
    rows = body.loc[held, [*beside, *side]].apply(lambda column: column.str.strip())
    again = rows.assign(block=block[held]).duplicated().any()
    return None if again or texts.duplicated().any() else below


def _holds(body: pd.DataFrame, columns: Sequence[int]) -> pd.Series:
    return (body[list(columns)].apply(lambda column: column.str.strip()) != "").any(axis=1)


def _block(body: pd.DataFrame, named: Sequence[int]) -> pd.Series:
    """By row the number of the last one that is named."""
    return _holds(body, named).cumsum()


def _filled(body: pd.DataFrame, columns: Sequence[int], below: pd.Series, named: Sequence[int]) -> pd.DataFrame:
    """The rows with the empty cells of these columns as in the last row that is named."""
    block = _block(body, named)
    own = {at: body[at].where(~below | (body[at].str.strip() != ""), body[at].groupby(block).transform("first"))
           for at in columns}  # fmt: skip
    return pd.concat([own.get(at, body[at]) for at in body], axis=1)


def _told(body: pd.DataFrame, at: int, below: pd.Series, file: str) -> Fault:
    first = body.loc[body[at].str.strip() != "", at].iloc[0].strip()
    return Fault(_CARRIED.format(many(int(below.sum()), "row")), file=file, column=letter(at), value=first,
                 handled=True)  # fmt: skip


def days(texts: pd.Series, *, by_hand: bool = True) -> pd.Series:
    """The days of a column as 2026-03-01, those that cannot be told as they are.

    Where people wrote them the day stands before the month; where a spreadsheet changed what the toolkit wrote, either
    may. What makes no days of the whole column is tried in the other ways that all of it can be read in.

    Examples
    --------
    >>> days(pd.Series(["01/03/2026", "1 March 2026", "2026-03-02 09:15", "soon"])).tolist()
    ['2026-03-01', '2026-03-01', '2026-03-02', 'soon']
    >>> days(pd.Series(["03/13/2026", "03/02/2026"])).tolist()
    ['2026-03-13', '2026-03-02']
    >>> days(pd.Series(["01/03/2026"]), by_hand=False).tolist()
    ['01/03/2026']
    """
    read = {text: _day(text.strip()) for text in texts.unique()} if by_hand else {}
    if by_hand and all(read[text] for text in read if text.strip()):
        return texts.map(read)
    other = moments(texts).dt.strftime("%Y-%m-%d")
    return other.where(other.notna(), texts.map(lambda text: read.get(text) or text))


def told_days(texts: pd.Series, file: str, at: int) -> tuple[Fault, ...]:
    """What is told of days that people wrote, where nothing but custom says that the day stands before the month.

    Examples
    --------
    >>> print(*told_days(pd.Series(["03/04/2026"]), "a.csv", 1))
    a.csv, column B: “03/04/2026” was read as 3 April 2026: the day stands before the month.
    >>> told_days(pd.Series(["03/04/2026", "13/04/2026"]), "a.csv", 1)
    ()
    """
    texts = texts.drop_duplicates()
    if not texts.str.strip().any() or moments(texts).notna().any():
        return ()
    both = (text.strip() for text in texts if len(set(_either(text.strip()))) == 2)
    return tuple(Fault(f"was read as {spoken(date.fromisoformat(_day(text)))}: the day stands before the month",
                       file=file, column=letter(at), value=text, handled=True)
                 for text in islice(both, 1))  # fmt: skip


def _either(text: str) -> list[str]:
    """The day that a text is with its first two numbers as they stand, and with them in the other order."""
    turned = re.sub(r"^(\d{1,2})([./ -]+)(\d{1,2})(?!\d)", r"\3\2\1", text)
    return [day for day in (_day(text), _day(turned)) if day]


def _day(text: str) -> str:
    """A day as 2026-03-01; "" for what is none."""
    if found := re.match(r"(\d{4})[-/.](\d\d)[-/.](\d\d)(?:[T ].*)?$", text):
        return _made(*map(int, found.groups()))
    found = _DAY.fullmatch(text)
    if not found:
        return ""
    month = found[2].casefold()[:3]
    number = int(month) if month.isdecimal() else 1 + _MONTHS.index(month) if month in _MONTHS else 0
    return _made(int(found[3]) + (2000 if len(found[3]) == 2 else 0), number, int(found[1]))


def _made(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
