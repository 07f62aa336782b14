"""What is said of responses that are kept with a mark: not finished, or only a preview."""

import pandas as pd

from assesslib.faults import Fault
from assesslib.readers.records import PREVIEW, UNFINISHED
from assesslib.words import begun

MOST = 20
"""Rows that are told one by one."""
_SAID = {
    UNFINISHED: ("The response was not finished", "It is kept and marked as unfinished."),
    PREVIEW: ("The response is a preview or a test", "It is kept and marked as a preview."),
}


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
    export.csv, row 3: The response was not finished. It is kept and marked as unfinished.
    """
    rows = mark[mark != ""]
    each = [_fault(place, row, name) for row, name in rows.head(MOST).items()]
    return (*each, *_beyond(place, len(rows) - MOST))


def _fault(place: str, row: int, mark: str) -> Fault:
    what, do = _SAID[mark]
    return Fault(what, place, row=row, do=do, handled=True)


def _beyond(place: str, more: int) -> tuple[Fault, ...]:
    if more <= 0:
        return ()
    said = f"{begun(more, 'more response')} {'was' if more == 1 else 'were'} not finished or only a preview"
    kept = "It is kept and marked too." if more == 1 else "They are kept and marked too."
    return (Fault(said, place, do=kept, handled=True),)
