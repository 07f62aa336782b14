"""What is said of responses that have a mark: not finished, or only a preview."""

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.records import PREVIEW, UNFINISHED
from assesslib.words import begun

MOST = 20
"""Rows that are told one by one."""
_SAID = {
    UNFINISHED: ("The response was not finished", "It is taken as far as it goes."),
    PREVIEW: ("The response is a preview or a test", "It is left out."),
}
_MORE = {
    UNFINISHED: ("was not finished", "were not finished", ("It is taken as far as it goes.",
                                                           "They are taken as far as they go.")),
    PREVIEW: ("is a preview or a test", "are previews or tests", ("It is left out.", "They are left out.")),
}  # fmt: skip


def marks(unfinished: pd.Series, preview: pd.Series) -> pd.Series:
    """The mark of each row; of a preview it does not matter whether it was finished.

    Examples
    --------
    >>> marks(pd.Series([True, True, False]), pd.Series([False, True, False])).tolist()
    ['unfinished', 'preview', '']
    """
    mark = pd.Series("", index=unfinished.index, dtype="str")
    return mark.where(~unfinished, UNFINISHED).where(~preview, PREVIEW)


def told(place: str, mark: pd.Series) -> tuple[Fault, ...]:
    """A handled fault for each row that has a mark, at most `MOST`, and one for the rest.

    Examples
    --------
    >>> print(*told("export.csv", pd.Series(["", "unfinished"], index=[2, 3])))
    export.csv, row 3: The response was not finished. It is taken as far as it goes.
    """
    rows = mark[mark != ""]
    each = [_fault(place, row, name) for row, name in rows.head(MOST).items()]
    return (*each, *_beyond(place, rows.iloc[MOST:]))


def _fault(place: str, row: int, mark: str) -> Fault:
    what, do = _SAID[mark]
    return Fault(what, place, row=row, do=do, handled=True)


def _beyond(place: str, rest: pd.Series) -> tuple[Fault, ...]:
    """What is said of the rows that are not told one by one, a fault a mark."""
    counts = {mark: int((rest == mark).sum()) for mark in _MORE}
    return tuple(Fault(_more(count, mark), place, do=_MORE[mark][2][count > 1], handled=True)
                 for mark, count in counts.items() if count)  # fmt: skip


def _more(count: int, mark: str) -> str:
    one, several, _ = _MORE[mark]
    return f"{begun(count, 'more response')} {several if count > 1 else one}"
