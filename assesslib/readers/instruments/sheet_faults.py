"""What is wrong in a sheet of wordings: numbers that a spreadsheet changed, numbers twice, sections not named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assesslib.faults import Fault
from assesslib.readers.instruments.headings import PART, REF, SUBPART, TEXT
from assesslib.readers.instruments.ids import item_id
from assesslib.readers.instruments.records import ITEM, Node
from assesslib.readers.instruments.sheet_table import Table
from assesslib.readers.instruments.tables import odd_faults
from assesslib.readers.records import NUMBER
from assesslib.words import many, noun


def sheet_faults(tables: Sequence[Table], nodes: Sequence[Node]) -> Iterator[Fault]:
    """Every fault of the cells of some tables, and of the numbers of their nodes."""
    for table in tables:
        columns = [table.columns[use] for use in (TEXT, REF, PART, SUBPART) if use in table.columns]
        yield from odd_faults(table.sheet, columns)
        yield from _shortened_numbers(table)
    yield from _twice(nodes)
    yield from _carried(tables)


def _shortened_numbers(table: Table) -> Iterator[Fault]:
    """Numbers such as 1.1 behind 1.9, which were 1.10 before the spreadsheet took them for numbers."""
    before = ""
    for row in table.rows:
        ref = table.said(row, REF)
        odd = table.sheet.odd.get((row.number, table.columns.get(REF, -1))) == NUMBER
        if odd and before.endswith(".9") and ref == f"{before[:-2]}.1":
            yield row.spot.fault(f"stands behind {before} and may be {ref}0, which the spreadsheet took for a number",
                                 value=ref, do="Format the column as text and type it again.")  # fmt: skip
        before = ref or before


def _twice(nodes: Sequence[Node]) -> Iterator[Fault]:
    """Two items of one section with the same number."""
    seen: dict[tuple[int | None, str], Node] = {}
    for node in nodes:
        key = (node.under, item_id(node.ref))
        if node.kind == ITEM and key[1] and seen.setdefault(key, node) is not node:
            what = f"is the number of another item of this section already, at row {seen[key].spot.row}"
            do = "Give each its own; where 1.10 became 1.1, format the column as text and type it again."
            yield node.spot.fault(what, value=node.ref, do=do)


def _carried(tables: Sequence[Table]) -> Iterator[Fault]:
    """Rows of a table with a column of sections that leave it empty: the section above holds them."""
    for table in tables:
        rows = [row for row in table.rows if table.said(row, TEXT)]
        empty = [row for row in rows if not table.said(row, PART)] if PART in table.columns else []
        if empty and len(empty) < len(rows):
            n = len(empty)
            taken = f"{noun(n, 'was', 'were')} taken to the one above"
            what = f"{many(n, 'row')} {noun(n, 'names', 'name')} no section and {taken}"
            yield empty[0].spot.fault(what, do="Write the section in every row if that is wrong.", handled=True)
