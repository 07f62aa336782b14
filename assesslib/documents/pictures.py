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
    from matplotlib.transforms import Bbox

DOTS = 200
"""Dots an inch on paper, where most charts are made smaller than they are: the least at which small words are sharp."""
PART = 3.4
"""Inches on paper up to which rows of a chart stay together: a larger picture leaves a large gap on the page before."""
MUCH, WHOLE = 0.4, 8.2
"""What part of that may be taken by what stands above the rows; where it takes more, as many rows as a page holds, in
inches, stay together."""


def picture(axes: Axes, alt: str, caption: str = "", *, key: bool = True) -> Picture:
    """A chart as a picture: the same bytes for the same chart, whenever and wherever it is drawn with these fonts.

    Without its ``key`` it ends above it.
    """
    file, figure = io.BytesIO(), axes.get_figure()
    dots = DOTS * smaller(figure.get_size_inches()[0])
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # a letter that no font here has is a box
        held = None if key else _above_key(axes)
        figure.savefig(file, format="png", dpi=dots, metadata={"Software": None}, bbox_inches=held)
    return Picture(file.getvalue(), alt, caption)


def pictures(
    table: pd.DataFrame, draw: Callable[[pd.DataFrame], Axes], tell: Callable[[pd.DataFrame], str], caption: str = "",
    *, by: Sequence[str] = ("item",),
) -> tuple[Picture, ...]:  # fmt: skip
    """A table as one picture, or as several below each other, which pages have room for.

    Parameters
    ----------
    table : DataFrame
        What the chart takes.
    draw, tell : callable
        The chart, and its sentences for those who cannot see it, each of a table.
    caption : str
        What stands below; of several pictures below the last, as the chart's key does.
    by : sequence of str
        The columns that tell the rows of the chart apart: the table is cut between two of them.

    Returns
    -------
    tuple of Picture
    """
    *before, (rows, axes) = _cut(table, draw, by)
    above = (picture(axes, tell(rows), key=False) for rows, axes in before)
    return *above, picture(axes, tell(rows), caption)


def _cut(table: pd.DataFrame, draw: Callable, by: Sequence[str]) -> Iterator[tuple[pd.DataFrame, Axes]]:
    axes = draw(table)
    rows = table.groupby(list(by), sort=False).ngroup()
    count, high = rows.nunique(), _high(axes)
    size = rows_each(count, high, _high(draw(table[rows == 0]))) if count > 1 and high > PART else count
    if size >= count:
        yield table, axes
        return
    for first in range(0, count, size):
        part = table[(rows >= first) & (rows < first + size)]
        yield part, draw(part)


def _high(axes: Axes) -> float:
    """Inches on paper that a chart takes without its key."""
    wide, high = axes.get_figure().get_size_inches()
    return (high - _key_from(axes)) * smaller(wide)


def _key_from(axes: Axes) -> float:
    """Inches from the foot of a chart to the top of its key; 0 where it has none."""
    key = axes.get_legend()
    return key.get_window_extent().y1 / axes.get_figure().dpi if key else 0.0


def _above_key(axes: Axes) -> Bbox:
    """What of a chart is above its key, which is taken out, in inches."""
    from matplotlib.transforms import Bbox

    wide, high = axes.get_figure().get_size_inches()
    foot = _key_from(axes)
    if key := axes.get_legend():
        key.remove()
    return Bbox.from_extents(0, foot, wide, high)


def rows_each(count: int, high: float, one: float) -> int:
    """How many rows each part of a chart gets, the parts being of about equal height.

    Parameters
    ----------
    count : int
        Rows of the whole chart; at least 2.
    high, one : float
        Inches on paper of the whole chart, and of a chart of one row, each without a key.

    Returns
    -------
    int

    Examples
    --------
    >>> rows_each(2, 3.0, 1.6), rows_each(7, 8.0, 1.4), rows_each(12, 10.0, 3.0)
    (2, 3, 6)
    """
    around = max(0.0, (count * one - high) / (count - 1))
    most = PART if around < MUCH * PART else WHOLE
    parts = math.ceil((high - around) / max(1.0, most - around))
    return math.ceil(count / parts)


def smaller(wide: float) -> float:
    """How much smaller than it is a picture so wide in inches stands on a page of A4; 1 where it fits."""
    return min(1.0, page(landscape=False)[0] / wide)
