"""A spreadsheet of wordings: section, reference, text; headings in any case and order, sections also as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from assesslib.faults import Fault
from assesslib.readers.instruments.headings import (
    PART,
    REF,
    SCALE,
    SUBPART,
    TEXT,
    is_library,
    is_scale_sheet,
)
from assesslib.readers.instruments.ids import item_id
from assesslib.readers.instruments.records import ITEM, LEFT_OUT, SECTION, Found, Node, Spot, Trace, Wishes
from assesslib.readers.instruments.sheet_faults import sheet_faults
from assesslib.readers.instruments.sheet_scale import scale_of_cells, scale_of_sheet
from assesslib.readers.instruments.sheet_table import Table, table_of
from assesslib.readers.instruments.tables import Row, rows_of, size_faults
from assesslib.readers.records import RawSheet
from assesslib.readers.who import plain
from assesslib.words import many, series

KIND = "spreadsheet"
_TERMS = {"item", "items", "text", "wording", "item text", "item wording", "description", "title", "name"}


def read_spreadsheet(sheets: Sequence[RawSheet], wishes: Wishes) -> Found:
    """What the sheets of a workbook, or one CSV file, hold of an instrument."""
    names = {sheet.name for sheet in sheets if is_scale_sheet(sheet.name)}
    beside = names if len(names) < len(sheets) else set()
    tables = [table for sheet in sheets if sheet.name not in beside for table in table_of(sheet)]
    if libraries := [sheet for sheet in sheets if is_library(rows_of(sheet))]:
        return Found(KIND, faults=(_library(libraries[0]),))
    if not tables:
        return Found(KIND, faults=(_no_headings(sheets),))
    scales = [scale_of_sheet(sheet, wishes) for sheet in sheets if sheet.name in beside]
    scales += [scale_of_cells(table.head, table.rows, table.columns[SCALE], wishes)
               for table in tables if SCALE in table.columns]  # fmt: skip
    good = [scale for scale in scales if scale.levels]
    nodes, traces = _nodes(tables)
    return Found(
        KIND,
        nodes,
        good[0].levels if good else (),
        title=next((row.only for row in tables[0].above if row.only), ""),
        item_term=_term(tables[0]),
        traces=(*traces, *chain.from_iterable(scale.traces for scale in scales), *_unread(sheets, tables)),
        faults=(*sheet_faults(tables, nodes), *size_faults(sheets)),
        scale_faults=(*chain.from_iterable(scale.faults for scale in scales), *_several(good)),
    )  # fmt: skip


def _no_headings(sheets: Sequence[RawSheet]) -> Fault:
    return Fault("No row names a column of wordings", series(sheet.place for sheet in sheets) if sheets else "",
                 do="Write the headings Section, Ref and Statement over the columns.")  # fmt: skip


def _library(sheet: RawSheet) -> Fault:
    what = "This is a library of CISO Assistant as a workbook, before it is turned into YAML"
    return Fault(what, sheet.place, do="Turn it into YAML with its own converter, and name that file.")


def _term(table: Table) -> str:
    """What the file calls its items, by the heading over them."""
    said = plain(table.said(table.head, TEXT))
    return "" if said in _TERMS or len(said) > 30 else said.removesuffix("s")


def _several(scales: Sequence) -> Iterator[Fault]:
    if len({scale.levels for scale in scales}) > 1:
        spot = scales[1].traces[0].spot
        yield spot.fault("is another scale than the first", value=scales[1].levels[0].label,
                         do='Keep one in the file, or give it: --scale "a=Not at all;b=Partly".')  # fmt: skip


def _unread(sheets: Sequence[RawSheet], tables: Sequence[Table]) -> Iterator[Trace]:
    used = {table.sheet.place for table in tables}
    for sheet in sheets:
        if sheet.place not in used and not is_scale_sheet(sheet.name):
            found = f"the whole sheet, {many(len(sheet.cells), 'row')}"
            yield Trace(Spot(sheet.place), found, LEFT_OUT, "no row of it names a column of wordings")


def _nodes(tables: Sequence[Table]) -> tuple[tuple[Node, ...], tuple[Trace, ...]]:
    """The nodes of all tables; each of several is a section of its own where it names none."""
    nodes: list[Node] = []
    traces: list[Trace] = []
    for table in tables:
        named = len(tables) > 1 and PART not in table.columns and table.sheet.name
        sheet = [Node(Spot(table.sheet.place), SECTION, table.sheet.name, why="the name of the sheet")] * bool(named)
        pieces = list(_pieces(table, len(nodes) + len(sheet), len(nodes) if named else None))
        nodes += [*sheet, *(one for one in pieces if isinstance(one, Node))]
        traces += [*_head_traces(table, first=table is tables[0]), *(one for one in pieces if isinstance(one, Trace))]
    return tuple(nodes), tuple(traces)


def _head_traces(table: Table, *, first: bool) -> Iterator[Trace]:
    title = next((row for row in table.above if row.only), None) if first else None
    for row in table.above:
        became = ("title", "") if row is title else (LEFT_OUT, "it stands above the headings")
        yield Trace(row.spot, row.said, *became)
    used = {table.head.cell(column): use for use, column in table.columns.items()}
    names = {TEXT: "wording", REF: "number", PART: "section", SUBPART: "section within a section", SCALE: "scale"}
    for cell in filter(None, table.head.cells):
        became = (
            (f"heading: {names[used[cell]]}", "") if cell in used else (LEFT_OUT, "it is a column that is not read")
        )
        yield Trace(table.head.spot, cell, *became)


def _pieces(table: Table, base: int, top: int | None) -> Iterator[Node | Trace]:
    """What each row of a table is; ``base`` is the place of its first node, ``top`` the section they all stand in."""
    own, place, open_ = _section_rows(table), base, _Open(top)
    for row in table.rows:
        if row.cells == table.head.cells or not (row.number in own or table.said(row, TEXT)):
            why = "it repeats the headings" if row.cells == table.head.cells else "it holds no wording"
            yield Trace(row.spot, row.said, LEFT_OUT, why)
            continue
        if row.number in own:
            nodes, open_ = [_own_row(table, row, top)], replace(open_, part=(place, table.said(row, PART)), sub=None)
        else:
            nodes, open_ = _worded(table, row, place, open_)
        yield from nodes
        place += len(nodes)


@dataclass(frozen=True)
class _Open:
    """The section that all stand in, the section and the section within it that are open: place and title."""

    top: int | None
    part: tuple[int, str] | None = None
    sub: tuple[int, str] | None = None

    @property
    def under(self) -> int | None:
        """The place of the innermost."""
        return (self.sub or self.part or (self.top, ""))[0]


def _own_row(table: Table, row: Row, top: int | None) -> Node:
    title = table.said(row, TEXT) or table.said(row, PART) or row.only
    ref = table.said(row, REF)
    return Node(row.spot, SECTION, title, "" if ref == title else ref, top, why="a row of its own")


def _worded(table: Table, row: Row, place: int, open_: _Open) -> tuple[list[Node], _Open]:
    """An item, before it the sections that its row is the first to name; and what is open then."""
    nodes: list[Node] = []
    part, sub = table.said(row, PART), table.said(row, SUBPART)
    if part and part != (open_.part or ("", ""))[1]:
        nodes.append(Node(row.spot, SECTION, part, under=open_.top))
        open_ = replace(open_, part=(place, part), sub=None)
    if sub and sub != (open_.sub or ("", ""))[1]:
        nodes.append(Node(row.spot, SECTION, sub, under=replace(open_, sub=None).under))
        open_ = replace(open_, sub=(place + len(nodes) - 1, sub))
    number = "" if REF in table.columns or not table.said(row, REF) else "its number stood before its wording"
    return [*nodes, Node(row.spot, ITEM, table.said(row, TEXT), table.said(row, REF), open_.under, why=number)], open_


def _section_rows(table: Table) -> set[int]:
    """The rows that are the title of a section: one cell alone, or a number that others carry on."""
    usual = _mostly_numbered(table)
    lacking = {row.number for row in table.rows if row.only and not _is_item(table, row, usual)}
    return lacking | (set() if PART in table.columns else _leading(table))


def _is_item(table: Table, row: Row, usual: bool) -> bool:
    """Whether a row with one cell is an item: its wording stands where wordings stand, with a number if usual."""
    return bool(table.said(row, TEXT)) and (bool(table.said(row, REF)) or not usual)


def _mostly_numbered(table: Table) -> bool:
    worded = [row for row in table.rows if table.said(row, TEXT)]
    return 2 * sum(bool(table.said(row, REF)) for row in worded) > len(worded)


def _leading(table: Table) -> set[int]:
    """Rows numbered 1 where others are 1.1, 1.2."""
    refs = [item_id(table.said(row, REF)) for row in table.rows]
    lead = {ref[: ref.rindex(".")] for ref in refs if "." in ref}
    return {row.number for row, ref in zip(table.rows, refs, strict=True) if ref in lead and table.said(row, TEXT)}
