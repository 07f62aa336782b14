"""Charts as pictures for paper: cut into parts that pages have room for, and equal bytes for equal charts."""

from __future__ import annotations

import io
import math
import warnings
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from assesslib.documents._fit import page
from assesslib.documents.model import Picture

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

DOTS = 200
"""Dots an inch on paper, where most charts are made smaller than they are: the least at which small words are sharp."""
HIGH = 8.6
"""Inches that a picture takes of a page at most, so that its heading and its caption stand on the same one."""
PART, BIT, MUCH = 4.4, 1.15, 0.4
"""Inches of a part of a chart, so that two fill a page; by what it may be higher all the same; what part of it may be
taken by all that stands around the rows."""


def picture(axes: Axes, alt: str, caption: str = "") -> Picture:
    """A chart as a picture: the same bytes for the same chart, whenever and wherever it is drawn with these fonts."""
    file, figure = io.BytesIO(), axes.get_figure()
    dots = DOTS * smaller(figure.get_size_inches()[0])
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # a letter that no font here has is a box
        figure.savefig(file, format="png", dpi=dots, metadata={"Software": None})
    return Picture(file.getvalue(), alt, caption)


def pictures(
    table: pd.DataFrame, draw: Callable[[pd.DataFrame], Axes], tell: Callable[[pd.DataFrame], str], caption: str = "",
    *, by: Sequence[str] = ("item",),
) -> tuple[Picture, ...]:  # fmt: skip
    """A table as one picture, or as several below each other where one would be made too small to be read on A4.

    Parameters
    ----------
    table : DataFrame
        What the chart takes.
    draw, tell : callable
        The chart, and its sentences for those who cannot see it, each of a table.
    caption : str
        What stands below; of several pictures each is numbered.
    by : sequence of str
        The columns that tell the rows of the chart apart: the table is cut between two of them.

    Returns
    -------
    tuple of Picture
    """
    cut = list(_cut(table, draw, by))
    return tuple(
        picture(axes, tell(rows), numbered(caption, place, len(cut))) for place, (rows, axes) in enumerate(cut, 1)
    )


def _cut(table: pd.DataFrame, draw: Callable, by: Sequence[str]) -> Iterator[tuple[pd.DataFrame, Axes]]:
    axes = draw(table)
    rows = table.groupby(list(by), sort=False).ngroup()
    count, high = rows.nunique(), _high(axes)
    size = rows_each(count, high, _high(draw(table[rows == 0]))) if count > 1 and high > PART else count
    if size == count:
        yield table, axes
        return
    for first in range(0, count, size):
        yield from _cut(table[(rows >= first) & (rows < first + size)], draw, by)


def _high(axes: Axes) -> float:
    """Inches that a chart takes of a page down."""
    wide, high = axes.get_figure().get_size_inches()
    return float(high * smaller(wide))


def rows_each(count: int, high: float, one: float) -> int:
    """How many rows each part of a chart gets, so that a page has no large gap because a picture does not fit there.

    Parameters
    ----------
    count : int
        Rows of the whole chart; at least 2.
    high, one : float
        Inches on paper of the whole chart, and of a chart of one row.

    Returns
    -------
    int
        All rows where the chart is low. Else parts of equal height; where what stands around the rows would take much
        of such a part, as many rows as fill a page.

    Examples
    --------
    >>> rows_each(7, 4.0, 1.0), rows_each(7, 8.0, 2.0), rows_each(12, 10.0, 3.5)
    (7, 4, 9)
    """
    around = max(0.0, (count * one - high) / (count - 1))
    each = (high - around) / count
    if around > MUCH * PART:
        return count if high <= HIGH else max(1, min(count - 1, int((HIGH - around) / each)))
    parts = math.ceil((high - around) / (PART - around))
    return math.ceil(count / parts) if high > BIT * PART else count


def smaller(wide: float) -> float:
    """How much smaller than it is a picture so wide in inches stands on a page of A4; 1 where it fits."""
    return min(1.0, page(landscape=False)[0] / wide)


def numbered(caption: str, place: int, of: int) -> str:
    """A caption with its place among several pictures.

    Examples
    --------
    >>> numbered("The spread.", 1, 1), numbered("The spread.", 2, 3), numbered("", 2, 3)
    ('The spread.', 'The spread. (2 of 3)', '2 of 3')
    """
    if of < 2:
        return caption
    return f"{caption} ({place} of {of})" if caption else f"{place} of {of}"
