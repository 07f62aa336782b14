"""The people above the columns of a table: their names, and organisations or roles in rows of their own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assesslib.faults import Fault
from assesslib.readers.layouts._table_words import is_nameless
from assesslib.readers.layouts._turned import Turned
from assesslib.readers.records import letter
from assesslib.readers.who import field_of, is_nobody


@dataclass(frozen=True)
class Heads:
    """By column what its heading says of a person (field -> text), and what was worked around."""

    said: Mapping[int, Mapping[str, str]]
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class _Row:
    """A row of headings: its number in the file, what its cells are (name, organisation ...), and the cells."""

    row: int
    field: str
    texts: tuple[str, ...]


def heads_of(table: Turned, columns: Sequence[int], file: str) -> Heads:
    """Read the people above some columns.

    A row is told by what stands at its beginning ("Organisation"); otherwise the names stand in the lowest row in
    which no cell repeats another, and the organisations in the next one. A cell that is empty in a row of
    organisations or roles belongs to what stands to its left, as in merged cells.

    Parameters
    ----------
    table : Turned
        The table.
    columns : sequence of int
        The columns of people.
    file : str
        The file as faults name it.
    """
    rows = _fields(table, [_row(table, place, columns) for place in table.top])
    kept = {row.field: row for row in reversed(rows) if row.field}
    faults = [fault for row in rows for fault in _faults(row, kept, columns, table, file)]
    said = {at: {field: _text(row, place) for field, row in kept.items()} for place, at in enumerate(columns)}
    return Heads({at: _named(texts, table.heading(at)) for at, texts in said.items()}, tuple(faults))


def _row(table: Turned, place: int, columns: Sequence[int]) -> _Row:
    cells = table.cells.iloc[place]
    beside = [at for at in (*table.labels, table.section, table.facet) if at is not None]
    before = [at for at in cells.index if at not in table.columns or at in beside]
    field = next((field for at in before if (field := field_of(cells[at]))), "")
    return _Row(int(table.cells.index[place]), field, tuple(cells[at].strip() for at in columns))


def _fields(table: Turned, rows: Sequence[_Row]) -> list[_Row]:
    """The rows with what each is; "" for one that says nothing of people."""
    named = next((row for row in rows if row.field == "name"), None) or _names(rows)
    left = [row for row in reversed(rows) if not row.field and row is not named and sum(map(bool, row.texts)) > 1]
    known = {row.field for row in rows if row.field}
    fields = [field for field in ("organisation", "role") if field not in known]
    also = dict(zip((row.row for row in left), fields, strict=False))
    return [_Row(row.row, "name" if row is named else row.field or also.get(row.row, ""), row.texts) for row in rows]


def _names(rows: Sequence[_Row]) -> _Row | None:
    """The lowest row without a label in which no cell repeats another, or the lowest of all."""
    plain = [row for row in reversed(rows) if not row.field and any(row.texts)]
    return next((row for row in plain if len(set(row.texts)) == len(row.texts)), plain[0] if plain else None)


def _text(row: _Row, place: int) -> str:
    if row.field == "name" or row.texts[place]:
        return row.texts[place]
    return next((text for text in reversed(row.texts[:place]) if text), "")


def _named(said: Mapping[str, str], heading: str) -> dict[str, str]:
    """What is said of a person; “Your rating” above the answers of one names nobody."""
    name = said.get("name", "") or (heading if heading not in said.values() else "")
    return {**said, "name": "" if is_nobody(name) or is_nameless(name) else name}


def _faults(row: _Row, kept: Mapping[str, _Row], columns: Sequence[int], table: Turned, file: str) -> Iterable[Fault]:
    if kept.get(row.field) is not row:
        text = next((text for text in row.texts if text), "")
        if text and row.row not in [one.row for one in kept.values()]:
            yield Fault("stands above the names and was not read", file=file, row=row.row, value=text, handled=True)
    elif row.field != "name":
        empty = [at for place, at in enumerate(columns) if not row.texts[place] and _text(row, place)]
        if empty:
            yield Fault(f"An empty cell was read as the {row.field} to its left, as in merged cells", file=file,
                        row=row.row, column=", ".join(map(letter, empty)), handled=True)  # fmt: skip
