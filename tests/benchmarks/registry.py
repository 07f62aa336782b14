"""Every benchmark, in the order of the table."""

from collections.abc import Sequence

from .row import Row
from .rows import forms, heatmap, keypress, libraries, measures, nation, notebooks, opening, permutation, reading, years

ROWS: tuple[Row, ...] = (
    *libraries.ROWS,
    *reading.ROWS,
    *opening.ROWS,
    *nation.ROWS,
    *measures.ROWS,
    *permutation.ROWS,
    *years.ROWS,
    *heatmap.ROWS,
    *notebooks.ROWS,
    *keypress.ROWS,
    *forms.ROWS,
)
LATER = ("From a key to “saved” in a browser: python -m pytest -s -k 444_keys tests/browser/test_browser_grid.py",)
"""What belongs in the table and is measured elsewhere."""


def chosen(names: Sequence[str]) -> list[Row]:
    """The benchmarks of these names, in the order of the table; all where there are none.

    Raises
    ------
    ValueError
        A name is none of them.

    Examples
    --------
    >>> [row.name for row in chosen(["open"])]
    ['open']
    """
    known = [row.name for row in ROWS]
    if unknown := [name for name in names if name not in known]:
        raise ValueError(f"“{unknown[0]}” is not a benchmark. Allowed: {', '.join(known)}. Name some, or none for all.")
    return [row for row in ROWS if not names or row.name in names]
