"""The scale of a spreadsheet: a sheet of its own, or a column beside the wordings."""

import re
from collections.abc import Sequence

from assesslib.readers.instruments.headings import CODE, LABEL, scale_columns_of
from assesslib.readers.instruments.records import LEFT_OUT, Trace, Wishes
from assesslib.readers.instruments.scale import Entry, Scale, scale_of
from assesslib.readers.instruments.tables import Row, rows_of
from assesslib.readers.records import RawSheet

_PARTS = re.compile(r"\s*[;\n|]\s*")
_CODED = re.compile(r"\s*([A-Za-z]{1,3}|-?\d{1,3})\s*(?:[=:.)–—]|\s-)\s*(?=\S)")


def scale_of_sheet(sheet: RawSheet, wishes: Wishes) -> Scale:
    """The scale that a sheet of its own holds: a level a row, with headings or without."""
    rows = rows_of(sheet)
    columns = scale_columns_of(rows[0].cells) if rows else {}
    headed = bool(columns) and len(columns) >= min(2, sum(map(bool, rows[0].cells)))
    if not headed:
        columns = {CODE: 0, LABEL: 1} if any(row.cell(1) for row in rows) else {LABEL: 0}
    scale = scale_of([_entry(row, columns) for row in rows[headed:]], wishes.lowest)
    traces = [Trace(rows[0].spot, rows[0].said, "headings of the scale")] if headed else []
    return Scale(scale.levels, (*traces, *scale.traces), scale.faults)


def _entry(row: Row, columns: dict[str, int]) -> Entry:
    code, label = row.cell(columns.get(CODE)), row.cell(columns.get(LABEL))
    return Entry(row.spot, code, label) if code and label else _split(row, code or label)


def _split(row: Row, text: str) -> Entry:
    """A level as one text: “a = Not yet”, “1. Not yet”, or its words alone."""
    coded = _CODED.match(text)
    return Entry(row.spot, coded[1], text[coded.end() :]) if coded else Entry(row.spot, "", text)


def scale_of_cells(head: Row, rows: Sequence[Row], column: int, wishes: Wishes) -> Scale:
    """The scale that a column beside the wordings holds: all levels in one cell, or a level a row."""
    filled = {row.cell(column): row for row in reversed(rows) if row.cell(column)}
    ways = {text: [part for part in _PARTS.split(text) if part] for text in reversed(filled)}
    whole = [text for text, parts in ways.items() if len(parts) > 1]
    if len(whole) > 1:
        return _two_scales(filled[whole[1]], whole[1])
    texts = [(filled[whole[0]], part) for part in ways[whole[0]]] if whole else [(filled[text], text) for text in ways]
    single = [] if not whole else [text for text in ways if text not in whole]
    scale = scale_of([_split(row, part) for row, part in texts], wishes.lowest) if texts else _empty(head, column)
    left = (Trace(filled[text].spot, text, LEFT_OUT, "the scale stands in another cell") for text in single)
    return Scale(scale.levels, (*scale.traces, *left), scale.faults)


def _two_scales(row: Row, text: str) -> Scale:
    what = "is another scale than in the rows above; a framework has one for all its items"
    do = 'Make two files of it, or give one scale for all: --scale "a=Not at all;b=Partly".'
    return Scale(faults=(row.spot.fault(what, value=text, do=do),))


def _empty(head: Row, column: int) -> Scale:
    do = 'Write the levels under it, or give them: --scale "a=Not at all;b=Partly".'
    return Scale(
        faults=(head.spot.fault("is a column for the scale, and it is empty", value=head.cell(column), do=do),)
    )
