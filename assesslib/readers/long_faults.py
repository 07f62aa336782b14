"""Faults of a long table that come row after row: a column that is wrong throughout is one thing to settle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assesslib.faults import Fault
from assesslib.words import many

_ONE_BY_ONE = 3
"""Faults of one kind in a column that are told one by one."""


def together(faults: Sequence[Fault]) -> list[Fault]:
    """The faults, of many that say the same of a column only the first, and how many rows there are.

    Examples
    --------
    >>> wrong = [Fault("is not a date", file="a.csv", row=row, column="Date", value="soon") for row in range(2, 42)]
    >>> print(*together(wrong))
    a.csv, row 2, column Date: “soon” is not a date (in 40 rows, this is the first).
    """
    kinds: dict[tuple, list[Fault]] = {}
    for fault in faults:
        kind = fault.file, fault.column, fault.what, fault.allowed, fault.do, fault.handled
        kinds.setdefault(kind, []).append(fault)
    return [one for same in kinds.values() for one in _as_one(same)]


def _as_one(same: Sequence[Fault]) -> Sequence[Fault]:
    rows = {fault.row for fault in same}
    if len(rows) <= _ONE_BY_ONE:
        return same
    return [replace(same[0], what=f"{same[0].what} (in {many(len(rows), 'row')}, this is the first)")]
