"""CSV as people's tools leave it: comma, semicolon or tab; UTF-8, UTF-16 or Windows text; with or without a mark."""

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from assesslib.faults import Fault, nearest

csv.field_size_limit(64 * 1024 * 1024)

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = re.compile("'*[=+\\-@\t\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
                      "\N{FULLWIDTH COMMERCIAL AT}]")  # fmt: skip
_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|^\s|\s$')
_SENTINEL = "\x1e"
UNFINISHED = "<unfinished>"
_ALIKE = 0.75


@dataclass(frozen=True)
class Sheet:
    """A CSV file: column names, rows with their number as a spreadsheet counts them, what was wrong, rows cut short."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[int, dict[str, str]], ...] = ()
    faults: tuple[Fault, ...] = ()
    torn: tuple[tuple[int, str], ...] = ()


def guard(text: str) -> str:
    """A text that a spreadsheet shows and never runs as a formula; `unguard` gives it back.

    Source: OWASP, "CSV Injection" (the characters a cell must not begin with).

    Examples
    --------
    >>> guard("=1+1"), guard("plain"), unguard(guard("'=1+1"))
    ("'=1+1", 'plain', "'=1+1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """The text as it was before `guard`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def line(cells: Sequence[str], delimiter: str = ",") -> str:
    """One CSV row, ended. The last cell is always quoted, so that a row cut short can be told from a whole one.

    Examples
    --------
    >>> line(["1", "=a", "it, too"])
    '1,\\'=a,"it, too"\\n'
    """
    *most, last = (guard(cell) for cell in cells)
    return delimiter.join([*map(_cell, most), _quoted(last)]) + "\n"


def _cell(text: str) -> str:
    return _quoted(text) if _NEEDS_QUOTES.search(text) else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def encode(text: str) -> bytes:
    """UTF-8; a half character that no encoding can hold becomes a question mark rather than an error."""
    return text.encode("utf-8", "replace")


def decode(data: bytes) -> tuple[str, int | None]:
    """The text of a file, and the first line that had to be read as Windows-1252 because it is not UTF-8.

    A file may hold both: saved by an old spreadsheet, then appended to.

    Examples
    --------
    >>> decode("\ufeffcafé".encode()), decode("one\\ncafé\\n".encode("cp1252"))
    (('café', None), ('one\\ncafé\\n', 2))
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), None
    # A writer that was stopped within the mark leaves a second one behind it.
    data = re.sub(b"^(\xef\xbb\xbf|\xef\xbb?(?=\xef|$))+", b"", data)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as fault:
        if fault.reason == "unexpected end of data":
            return data.decode("utf-8", "replace"), None
    lines = [_decode_line(part) for part in data.split(b"\n")]
    return "\n".join(text for text, _ in lines), next(i for i, (_, plain) in enumerate(lines, 1) if not plain)


def _decode_line(data: bytes) -> tuple[str, bool]:
    try:
        return data.decode("utf-8"), True
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), False


def delimiter_of(text: str) -> str:
    """The separator that the header of a CSV text uses."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Every row of a CSV text with its spreadsheet row number; empty rows are passed over.

    A row that a spreadsheet folded into its first cell (it was opened under another list separator) is unfolded.
    """
    delimiter = delimiter_of(text)
    width = 0
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        folded = len(cells) == 1 and width > 1 and "," in cells[0]
        cells = next(csv.reader(io.StringIO(cells[0], newline=""))) if folded else cells
        width = width or len(cells)
        if any(cells):
            yield number, [unguard(cell) for cell in cells]


def unfinished(text: str) -> bool:
    """Whether the text ends inside a quoted cell."""
    *_, last = csv.reader(io.StringIO(f"{text}\n{_SENTINEL}", newline=""), delimiter=delimiter_of(text))
    return last != [_SENTINEL]


def ends_whole(text: str, cells: int, width: int) -> bool:
    """Whether a text that ends outside quotes ends with a whole row: with a line end, or with something in a last cell.

    `line` puts quotes round every last cell, so one that is empty without them was not finished; one that is not empty
    was written by a spreadsheet that ends no last line.
    """
    return text.endswith(("\n", "\r")) or (cells == width and not text.endswith((",", ";", "\t")))


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
    rows = list(records(text))
    if not rows:
        return Sheet(faults=(*noted, _empty(name, needed)))
    columns = header(rows)
    wrong = tuple(_column_faults(columns, rows[1:], needed, known, name))
    unsure = any(not fault.handled for fault in wrong)
    torn = tuple(_torn(rows, text if journal or unfinished(text) else f"{text}\n", len(columns)))
    return _sheet([] if unsure else rows[1:], columns, known, name, torn, (*noted, *wrong))


def header(rows: Sequence[tuple[int, list[str]]]) -> tuple[str, ...]:
    """The names of the columns, as they are compared: the first of the `records`, trimmed and in lower case."""
    return tuple(cell.strip().lower() for cell in rows[0][1]) if rows else ()


def holds(columns: Sequence[str], needed: Iterable[str]) -> bool:
    """Whether a file with these columns has each needed one, and has it once.

    Examples
    --------
    >>> holds(["at", "item", "mine"], ["at", "item"]), holds(["at", "item", "at"], ["at", "item"])
    (True, False)
    """
    return all(columns.count(column) == 1 for column in needed)


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
    kept = (
        (number, _known(dict(zip(columns, cells, strict=False)), known))
        for number, cells in whole
        if _fits(cells, len(columns))
    )
    return Sheet(columns, tuple(kept), (*noted, *ragged), torn)


def _torn(rows: list[tuple[int, list[str]]], text: str, width: int) -> Iterator[tuple[int, str]]:
    """The rows that a stopped writer left unfinished: those marked so, and the last if the text ends within it."""
    for number, cells in rows[1:-1]:
        if cells[-1] == UNFINISHED:
            yield number, ",".join(cells[:-1])
    number, cells = rows[-1]
    if len(rows) > 1 and (cells[-1] == UNFINISHED or unfinished(text) or not ends_whole(text, len(cells), width)):
        yield number, ",".join(cell for cell in cells if cell != UNFINISHED)


def _fits(cells: Sequence[str], width: int) -> bool:
    """Whether a row has a cell for every column; a spreadsheet may add empty ones behind them."""
    return len(cells) >= width and not any(cells[width:])


def _known(cells: Mapping[str, str], known: Sequence[str]) -> dict[str, str]:
    return {column: cells.get(column, "") for column in known}


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
    many = f"{len(cells)} cell{'s' * (len(cells) != 1)}"
    return Fault(f"has {many} where {len(columns)} belong", file=name, row=number, value=",".join(cells),
                 do="Put the row right; it was set aside.")  # fmt: skip


def write_sheet(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file that a spreadsheet opens rightly; whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as file:
            file.write(encode(BOM + ",".join(columns) + "\n"))
            file.writelines(encode(line(row)) for row in rows)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
