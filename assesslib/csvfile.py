"""CSV as people's tools leave it: comma, semicolon or tab; UTF-8, UTF-16 or Windows text; with or without a mark."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

csv.field_size_limit(64 * 1024 * 1024)

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = re.compile("'*[=+\\-@\t\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}"
                      "\N{FULLWIDTH COMMERCIAL AT}]")  # fmt: skip
_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|^\s|\s$')
_SENTINEL = "\x1e"
UNFINISHED = "<unfinished>"
_BLOCK = 1 << 20
_BEFORE_A_CELL = ',;\t"\n\r'


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


def may_be_guarded(text: str) -> bool:
    """Whether a cell of a CSV text may begin with the sign that `guard` sets before it.

    Examples
    --------
    >>> may_be_guarded("at,text\\n1,it's ours\\n"), may_be_guarded("at,text\\n1,'=a\\n")
    (False, True)
    """
    return any(before[-1:] in _BEFORE_A_CELL for before in text.split("'")[:-1])


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
    delimiter, guarded = delimiter_of(text), may_be_guarded(text)
    width = 0
    for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        folded = len(cells) == 1 and width > 1 and "," in cells[0]
        cells = next(csv.reader(io.StringIO(cells[0], newline=""))) if folded else cells
        width = width or len(cells)
        if any(cells):
            yield number, [unguard(cell) for cell in cells] if guarded else cells


def until_end(text: str) -> tuple[list[tuple[int, list[str]]], bool]:
    """Every row of a CSV text as `records` gives it, and whether the text ends inside a quoted cell.

    Examples
    --------
    >>> until_end('a,b\\n1,"2'), until_end("a,b\\n")
    (([(1, ['a', 'b']), (2, ['1', '2'])], True), ([(1, ['a', 'b'])], False))
    """
    *rows, (number, last) = records(f"{text}\n{_SENTINEL}")
    if last == [_SENTINEL]:
        return rows, False
    return [*rows, (number, [*last[:-1], last[-1].removesuffix(f"\n{_SENTINEL}")])], True


def ends_whole(text: str, cells: int, width: int) -> bool:
    """Whether a text that ends outside quotes ends with a whole row: with a line end, or with something in a last cell.

    `line` puts quotes round every last cell, so one that is empty without them was not finished; one that is not empty
    was written by a spreadsheet that ends no last line.
    """
    return text.endswith(("\n", "\r")) or (cells == width and not text.endswith((",", ";", "\t")))


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


def has_zero_byte(path: Path) -> bool:
    """Whether a file holds a byte that ends a text in C and stands in no UTF-8 text that people write."""
    with path.open("rb") as file:
        return any(b"\0" in block for block in iter(lambda: file.read(_BLOCK), b""))


def is_even(path: Path, delimiter: str, width: int) -> bool:
    """Whether a file's rows have so many cells on average, with no quotes but those round a cell.

    A file of which it is known that no row has more, as a parser that refuses such rows knows, has none with fewer.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> def even(text):
    ...     with TemporaryDirectory() as folder:
    ...         Path(folder, "a.csv").write_text(text)
    ...         return is_even(Path(folder, "a.csv"), ",", 2)
    >>> even('1,"a, b"\\n2,c'), even("1\\n2,c\\n"), even('1,it"s\\n')
    (True, False, False)
    """
    import numpy as np

    comma, quote, end, back = ord(delimiter), ord('"'), ord("\n"), ord("\r")
    before, inside, commas, ends, alone = end, False, 0, 0, 0
    with path.open("rb") as file:
        for block in iter(lambda: file.read(_BLOCK), b""):
            letters = np.frombuffer(block, "uint8")
            quotes = letters == quote
            within = np.logical_xor.accumulate(quotes) ^ inside
            ahead = np.concatenate([[before], letters[:-1]])
            if not np.isin(ahead[quotes & within], (comma, quote, end)).all():
                return False
            ended = (letters == end) & ~within
            commas += np.count_nonzero((letters == comma) & ~within)
            ends += np.count_nonzero(ended)
            # A carriage return that no line end follows ends a row as well.
            alone += np.count_nonzero((letters == back) & ~within) - np.count_nonzero(ended & (ahead == back))
            before, inside = letters[-1], within[-1]
    return bool(not alone and commas == (width - 1) * (ends + (before != end)))
