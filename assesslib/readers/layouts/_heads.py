"""The people above the columns of a table: their names, and organisations or roles in rows of their own."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assesslib.faults import Fault
from assesslib.readers.layouts._names_row import day_in
from assesslib.readers.layouts._table_words import is_nameless, is_year, why_nobody
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.records import WHO, letter
from assesslib.readers.who import field_of, is_nobody

_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_FIELDS = [field for field in WHO if field != "name"]


@dataclass(frozen=True)
class Heads:
    """By column what its heading says of a person (field -> text), and what was worked around."""

    said: Mapping[int, Mapping[str, str]]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class _Row:
    """A row of headings: its number in the file, what its cells are (name, organisation ...), the cells, its label."""

    row: int
    field: str
    texts: tuple[str, ...]
    label: str = ""


def heads_of(table: Turned, columns: Sequence[int], file: str) -> Heads:
    """Read the people above some columns.

    A row is told by what stands at its beginning ("Organisation"); the names stand in the row that `Turned.named`
    tells, and without a label the organisations in one above it. Other rows are left out, which is told. A cell that
    is empty in a row of organisations or roles belongs to what stands to its left, as in merged cells.

    Parameters
    ----------
    table : Turned
        The table.
    columns : sequence of int
        The columns of people.
    file : str
        The file as faults name it.
    """
    rows = _fields([_row(table, place, columns) for place in table.top])
    kept = {row.field: row for row in reversed(rows) if row.field}
    faults = [fault for row in rows for fault in _faults(row, kept, columns, table, file)]
    names = kept.get("name")
    said = {at: {field: _text(row, place, names) for field, row in kept.items()} for place, at in enumerate(columns)}
    return Heads({at: _named(texts, table.heading(at)) for at, texts in said.items()}, tuple(faults))


def _row(table: Turned, place: int, columns: Sequence[int]) -> _Row:
    cells, labels = table.cells.iloc[place], table.labels_of(place)
    field = "name" if place in table.named[:1] else next(filter(_FIELDS.__contains__, map(field_of, labels)), "")
    return _Row(int(table.cells.index[place]), field, tuple(cells[at].strip() for at in columns), table.says(place))


def _fields(rows: Sequence[_Row]) -> list[_Row]:
    """The rows with what each is; "" for one that says nothing of people."""
    names = next((row.row for row in rows if row.field == "name"), 0)
    above = [row for row in reversed(rows) if row.row < names and not row.field and _may_be_body(row)]
    known = {row.field for row in rows if row.field}
    fields = [field for field in ("organisation", "role") if field not in known]
    also = dict(zip((row.row for row in above), fields, strict=False))
    return [replace(row, field=row.field or also.get(row.row, "")) for row in rows]


def _may_be_body(row: _Row) -> bool:
    """Whether a row without a label may hold organisations: several words, and no years, days or other times."""
    texts = [text for text in row.texts if text]
    return not row.label and len(texts) > 1 and all(re.search(r"[^\W\d_]", text) and not is_year(text)
                                                    and not day_in(text) and not why_nobody(text)
                                                    for text in texts)  # fmt: skip


def _text(row: _Row, place: int, names: _Row | None) -> str:
    """What a row says of a person; a text in a row without a label that stands over no name is the name itself."""
    if names and row.row < names.row and not row.label and not names.texts[place]:
        return ""
    if row.field == "name" or row.texts[place]:
        return row.texts[place]
    return next((text for text in reversed(row.texts[:place]) if text), "")


def _named(said: Mapping[str, str], heading: str) -> dict[str, str]:
    """What is said of a person; “Your rating” above the answers of one names nobody, an address is no name."""
    name = said.get("name", "") or (heading if heading not in said.values() else "")
    if _ADDRESS.fullmatch(name):
        return {**said, "name": "", "email": name}
    return {**said, "name": "" if is_nobody(name) or is_nameless(name) else name}


def _faults(row: _Row, kept: Mapping[str, _Row], columns: Sequence[int], table: Turned, file: str) -> Iterable[Fault]:
    if kept.get(row.field) is not row:
        text = next((text for text in row.texts if text), "")
        if text and row.row not in [one.row for one in kept.values()]:
            yield _unread(row, kept.get("name"), text, table, file)
    elif row.field != "name":
        empty = [at for place, at in enumerate(columns) if not row.texts[place] and _text(row, place, kept.get("name"))]
        if empty:
            yield Fault(f"An empty cell was read as the {row.field} to its left, as in merged cells", file=file,
                        row=row.row, column=", ".join(map(letter, empty)), handled=True)  # fmt: skip


def _unread(row: _Row, names: _Row | None, text: str, table: Turned, file: str) -> Fault:
    """What is told of a row that was left out; a question where it may be the row of names."""
    if row.row in [int(table.cells.index[place]) for place in table.named[1:]] and _may_be_body(row):
        return Fault(f"may begin the names, as row {names.row} may; those of row {names.row} were taken", file=file,
                     row=row.row, value=text, do="Write Name before the row of names, and Organisation or Role before "
                     "the other.")  # fmt: skip
    side = "below" if names and row.row > names.row else "above"
    value = f"{row.label}: {text}" if row.label else text
    return Fault(f"stands {side} the names and was not read", file=file, row=row.row, value=value, handled=True)
