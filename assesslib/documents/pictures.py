"""Charts as pictures for paper: cut where one would be too tall for a page, and equal bytes for equal charts."""

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
    count = rows.nunique()
    parts = min(math.ceil(pages(*axes.get_figure().get_size_inches())), count)
    if parts < 2:
        yield table, axes
        return
    for part in range(parts):
        yield from _cut(table[(rows * parts // count) == part], draw, by)


def pages(wide: float, high: float) -> float:
    """How many pages a picture of this size in inches takes, where it is made no wider than a page.

    Examples
    --------
    >>> round(pages(6.77, 8.6), 2), round(pages(13.54, 8.6), 2), round(pages(1.0, 17.2), 2)
    (1.0, 0.5, 2.0)
    """
    return high * smaller(wide) / HIGH


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
