"""A sheet: a CSV file by its columns, with every fault of its form; read here and written here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from assesslib.csvfile import (
    BOM,
    UNFINISHED,
    decode,
    encode,
    ends_whole,
    header,
    line,
    until_end,
)
from assesslib.faults import Fault, nearest
from assesslib.whole import write_whole
from assesslib.words import many

_ALIKE = 0.75
"""How alike a strange column and one that is missing must be to be taken for it misspelt."""


@dataclass(frozen=True)
class Sheet:
    """A CSV file: column names, rows with their number as a spreadsheet counts them, what was wrong, rows cut short."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[int, dict[str, str]], ...] = ()
    faults: tuple[Fault, ...] = ()
    torn: tuple[tuple[int, str], ...] = ()


def read_sheet(
    path: Path, needed: Sequence[str], known: Sequence[str], name: str = "", *, journal: bool = True
) -> Sheet:
    """Read one CSV file: every row as a dict of the ``known`` columns, and every fault of its form.

    Parameters
    ----------
    path : Path
        The file.
    needed : sequence of str
        Columns it must have. Where one is missing or stands twice, every row is set aside.
    known : sequence of str
        Columns it may have; one it lacks reads as empty text. Another that holds text is reported, and is a fault
        where it may be one of these misspelt.
    name : str
        How to call the file in faults; by default its name.
    journal : bool
        Whether a last row that ends with an empty cell and no line end was left so by a stopped writer (the default),
        or by a spreadsheet that ends no last line.
    """
    name = name or path.name
    try:
        data = path.read_bytes()
    except OSError as fault:
        return Sheet(faults=(_unreadable(name, fault),))
    text, windows_line = decode(data)
    noted = () if windows_line is None else (_windows(name, windows_line),)
    rows, is_cut = until_end(text)
    if not rows:
        return Sheet(faults=(*noted, _empty(name, needed)))
    columns = header(rows)
    wrong = tuple(_column_faults(columns, rows[1:], needed, known, name))
    unsure = any(not fault.handled for fault in wrong)
    torn = tuple(_torn(rows, is_cut or (journal and not _ends_whole(rows, text))))
    return _sheet([] if unsure else rows[1:], columns, known, name, torn, (*noted, *wrong))


def _column_faults(columns: tuple[str, ...], rows: list, needed: Sequence[str], known: Sequence[str],
                   name: str) -> Iterator[Fault]:  # fmt: skip
    """Own columns that are missing or stand twice, and others that hold text."""
    yield from (_missing(column, columns, name) for column in needed if column not in columns)
    yield from (_doubled(column, name) for column in known if columns.count(column) > 1)
    lacking = [column for column in known if column not in (*needed, *columns)]
    for column in dict.fromkeys(columns):
        if column not in known and _holds_text(column, columns, rows):
            like = [own for own in lacking if _alike(column, own) >= _ALIKE]
            yield _misspelt(column, nearest(column, like), name) if like else _unread(column, known, name)


def _holds_text(column: str, columns: tuple[str, ...], rows: list) -> bool:
    pairs = (pair for _, cells in rows for pair in zip(columns, cells, strict=False))
    return any(named == column and cell.strip() for named, cell in pairs)


def _alike(column: str, own: str) -> float:
    return SequenceMatcher(None, column, own).ratio()


def _sheet(rows: list, columns: tuple[str, ...], known: Sequence[str], name: str, torn: tuple, noted: tuple) -> Sheet:
    cut = {number for number, _ in torn}
    whole = [row for row in rows if row[0] not in cut]
    ragged = (_ragged(*row, columns, name) for row in whole if not _fits(row[1], len(columns)))
    kept = ((number, dict(zip(columns, cells, strict=False))) for number, cells in whole if _fits(cells, len(columns)))
    if columns != tuple(known):
        lacking = dict.fromkeys(known, "")
        kept = ((row, lacking | {name: cells[name] for name in columns if name in lacking}) for row, cells in kept)
    return Sheet(columns, tuple(kept), (*noted, *ragged), torn)


def _ends_whole(rows: list[tuple[int, list[str]]], text: str) -> bool:
    return ends_whole(text, len(rows[-1][1]), len(rows[0][1]))


def _torn(rows: list[tuple[int, list[str]]], is_cut: bool) -> Iterator[tuple[int, str]]:
    """The rows that a stopped writer left unfinished: those marked so, and the last if the text ends within it."""
    for number, cells in rows[1:-1]:
        if cells[-1] == UNFINISHED:
            yield number, ",".join(cells[:-1])
    number, cells = rows[-1]
    if len(rows) > 1 and (cells[-1] == UNFINISHED or is_cut):
        yield number, ",".join(cell for cell in cells if cell != UNFINISHED)


def _fits(cells: Sequence[str], width: int) -> bool:
    """Whether a row has a cell for every column; a spreadsheet may add empty ones behind them."""
    return len(cells) == width or (len(cells) > width and not any(cells[width:]))


def _unreadable(name: str, fault: OSError) -> Fault:
    return Fault(f"The file cannot be read ({fault.strerror})", file=name,
                 do="Close it in other programs, or copy it here again.")  # fmt: skip


def _empty(name: str, needed: Sequence[str]) -> Fault:
    return Fault("The file is empty", file=name, do=f"Its first row must name the columns: {', '.join(needed)}.")


def _windows(name: str, number: int) -> Fault:
    return Fault("The text is not UTF-8; it was read as Windows text", file=name, line=number, handled=True,
                 do="Nothing is lost; save as “CSV UTF-8” another time.")  # fmt: skip


def _missing(column: str, columns: Sequence[str], name: str) -> Fault:
    return Fault("is a column this file must have and does not", file=name, row=1, value=column,
                 do=f"It has: {', '.join(columns)}. Add the column or put its name right.")  # fmt: skip


def _doubled(column: str, name: str) -> Fault:
    return Fault("is a column that stands twice", file=name, row=1, value=column,
                 do="Keep the right one; until then no row is used.")  # fmt: skip


def _misspelt(column: str, like: str, name: str) -> Fault:
    return Fault(f"is not a column that is read, and “{like}” is missing", file=name, row=1, value=column,
                 do=f"Call it {like}, or something less like it.")  # fmt: skip


def _unread(column: str, known: Sequence[str], name: str) -> Fault:
    said = {"what": "is not a column that is read", "value": column, "allowed": tuple(known)}
    return Fault(**said if column else {"what": "A column without a name holds text and is not read"},
                 file=name, row=1, do="Name it rightly if it shall be.", handled=True)  # fmt: skip


def _ragged(number: int, cells: Sequence[str], columns: Sequence[str], name: str) -> Fault:
    what = f"has {many(len(cells), 'cell')} where {len(columns)} belong"
    return Fault(what, file=name, row=number, value=",".join(cells), do="Put the row right; it was set aside.")


def write_sheet(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file that a spreadsheet opens rightly; whole or not at all."""
    write_whole(path, (encode(text) for text in (BOM + ",".join(columns) + "\n", *map(line, rows))))
