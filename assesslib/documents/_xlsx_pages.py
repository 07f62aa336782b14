"""Where the printed pages of a sheet end: never within a picture, never between a heading and what it stands above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from assesslib.documents._xlsx_table import EDGE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_SCALE = 80
"""Percent: at it two columns of 90 digits and a picture of 7.5 inches are as wide as a page in any typeface."""
_PAGE = (11.69 - 2 * EDGE) * 72 * 100 / _SCALE - 15
"""Points of rows that a page of A4 holds, a row less than by the measure."""
_MOST = 1000
"""Breaks that a sheet may have: a spreadsheet takes few more."""


class Rows(NamedTuple):
    """Rows that are not parted: from the first to the one before ``after``; ``stays`` with those that follow.

    After those that ``breaks`` a page ends.
    """

    first: int
    after: int
    stays: bool = False
    breaks: bool = False


def part_pages(sheet: Worksheet, rows: Sequence[Rows]) -> None:
    """End the pages of a sheet where they are to end: every page, since programs count points differently."""
    from openpyxl.worksheet.pagebreak import Break

    # A spreadsheet that fits a sheet to the page by itself does not heed where pages are to end.
    sheet.sheet_properties.pageSetUpPr.fitToPage = False
    sheet.page_setup.scale = _SCALE
    high = {number: side.height or 15.0 for number, side in sheet.row_dimensions.items()}
    sized = [(one, sum(high.get(number, 15.0) for number in range(one.first, one.after))) for one in rows]
    for row in list(ends(sized))[:_MOST]:
        sheet.row_breaks.append(Break(row))


def ends(rows: Sequence[tuple[Rows, float]], page: float = _PAGE) -> Iterator[int]:
    """The last row of every page but the last.

    Parameters
    ----------
    rows : sequence of (Rows, float)
        What stands on the sheet, in order, with its points.
    page : float
        Points of a page.

    Examples
    --------
    >>> text, picture, caption = (Rows(1, 2), 60.0), (Rows(2, 9, stays=True), 70.0), (Rows(9, 10), 20.0)
    >>> list(ends([text, picture, caption], 100.0)), list(ends([text, picture, caption], 200.0))
    ([1], [])
    """
    taken = 0.0
    for part in _together(rows):
        first, whole = part[0][0].first, sum(points for _, points in part)
        if taken and taken + whole > page:
            yield first - 1
            taken = 0.0
        taken += whole
        if part[-1][0].breaks:
            yield part[-1][0].after - 1
            taken = 0.0


def _together(rows: Sequence[tuple[Rows, float]]) -> Iterator[list[tuple[Rows, float]]]:
    """The rows in runs of those that stay on one page."""
    number = 0
    numbers = []
    for one, _ in rows:
        numbers.append(number)
        number += not one.stays
    for _, run in groupby(zip(numbers, rows, strict=True), key=lambda pair: pair[0]):
        yield [pair[1] for pair in run]
