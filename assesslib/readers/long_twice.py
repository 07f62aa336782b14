"""What stands twice among the rows of a long table: the same item again, or as a whole beside its facets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from assesslib.faults import Fault
from assesslib.ratings import KEY

Row = tuple[str, int, dict[str, str]]
"""The file, the number of the row and its cells by the columns of tidy ratings."""


def repeats(rows: Sequence[Row]) -> Iterable[Fault]:
    """A fault for every row in which somebody has an item again, in the same round and for the same facet."""
    seen = set()
    for file, number, cells in rows:
        if _key(cells) in seen:
            yield _repeat(file, number, cells)
        seen.add(_key(cells))


def _key(cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells[column] for column in KEY)


def _repeat(file: str, number: int, cells: Mapping[str, str]) -> Fault:
    return Fault(f"has item {cells['item']} a second time in round {cells['round']}", file=file, row=number,
                 column="member", value=cells["member"], do="Keep one of the rows.")  # fmt: skip


def mixtures(rows: Sequence[Row]) -> Iterable[Fault]:
    """A whole rating beside facets of the same answer: one of them must be wrong."""
    facets = {_answer(cells) for _, _, cells in rows if cells["facet"]}
    for file, number, cells in rows:
        if not cells["facet"] and _answer(cells) in facets:
            yield Fault(f"has item {cells['item']} both as a whole and by facet", file=file, row=number,
                        column="member", value=cells["member"],
                        do="Keep this row, or the rows of the facets.")  # fmt: skip


def _answer(cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(cells[column] for column in KEY if column != "facet")
