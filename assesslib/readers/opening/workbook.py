"""Workbooks (.xlsx, .xlsm) of other tools -> their sheets as texts, in bounded time and memory; nothing is run."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from pyexpat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from assesslib.faults import Fault, FaultsError, listed
from assesslib.readers.opening.bounds import MEGABYTE, MOST_CELLS, MOST_PARTS, MOST_ZIPPED, refuse
from assesslib.readers.opening.colours import Colours
from assesslib.readers.opening.kinds import entries
from assesslib.readers.opening.table import Progress, Table
from assesslib.readers.opening.workbook_parts import Book, Leaf, Strings, Styles, relations
from assesslib.readers.opening.workbook_sheet import Cells, Kept
from assesslib.readers.opening.xml_events import Unpacking
from assesslib.readers.records import RawSheet, letter
from assesslib.words import many

_BROKEN = (BadZipFile, ZlibError, ExpatError, EOFError, OSError, RuntimeError, LookupError, ValueError, OverflowError,
           struct.error)  # fmt: skip
Read = tuple[tuple[RawSheet, ...], tuple[Fault, ...]]


def read_workbook(path: Path, name: str, told: Callable[[int], None] | None = None) -> Read:
    """Read every sheet of a workbook that holds anything, hidden ones too.

    Parameters
    ----------
    path : Path
        The file.
    name : str
        How to call it in faults.
    told : callable, optional
        Called now and then with the number of rows read.

    Returns
    -------
    tuple of RawSheet, tuple of Fault
        The sheets in their order, and what was worked around.

    Raises
    ------
    FaultsError
        Nothing can be read: the workbook is locked, damaged, empty or beyond the bounds.
    """
    _check_size(path, name)
    try:
        with ZipFile(path) as archive:
            return _read(Unpacking(archive, name), name, Progress(told))
    except FaultsError:
        raise
    except _BROKEN as fault:
        refuse(name, f"The workbook is damaged ({_said(fault)})", "Open it in a spreadsheet, look whether all is "
               "there, and save it as a new .xlsx file.")  # fmt: skip


def _said(fault: Exception) -> str:
    packed = isinstance(fault, BadZipFile | ZlibError | EOFError)
    return "its parts cannot be unpacked" if packed else "one of its parts cannot be read"


def _check_size(path: Path, name: str) -> None:
    if path.stat().st_size > MOST_ZIPPED:
        refuse(name, f"The workbook is larger than the {MOST_ZIPPED // MEGABYTE} megabytes that are read",
               "Divide it, or delete pictures and what is no answer.")  # fmt: skip
    if entries(path) > MOST_PARTS:
        refuse(name, f"The workbook holds more than {MOST_PARTS:,} parts", "Delete what is no answer.")


def _read(unpacking: Unpacking, name: str, progress: Progress) -> Read:
    root = relations(unpacking, "").of("officeDocument", "xl/workbook.xml")
    book, beside = Book(name), relations(unpacking, root)
    unpacking.read(root, book)
    kept = _kept(unpacking, book, beside.of("sharedStrings"), beside.of("styles"), name)
    read = list(_sheets(unpacking, book.leaves(beside.found), kept, name, progress))
    progress.end()
    if not read:
        refuse(name, "No sheet of the workbook holds anything", "Look whether it was exported with its answers.")
    faults = (fault for _, part in read for fault in part)
    return tuple(sheet for sheet, _ in read), (*_beside(unpacking.names, name), *faults)


def _kept(unpacking: Unpacking, book: Book, strings: str, styles: str, name: str) -> Kept:
    texts, looks = Strings(name), Styles()
    for path, part in ((strings, texts), (styles, looks)):
        if path in unpacking:
            unpacking.read(path, part)
    return Kept(texts.texts, looks.shown, book.from_1904, looks.filled)


def _sheets(unpacking: Unpacking, leaves: list[Leaf], kept: Kept, name: str,
            progress: Progress) -> Iterator[tuple[RawSheet, tuple[Fault, ...]]]:  # fmt: skip
    spare = MOST_CELLS
    for leaf in leaves:
        place = RawSheet(name, None, leaf.title).place
        table = Table(place, spare)
        cells = Cells(place, kept, table, progress)
        unpacking.read(leaf.part, cells)
        spare -= table.cells
        if table.width:
            sheet = RawSheet(name, table.frame(), leaf.title, cells.odd)
            yield sheet, (*_hidden(place, leaf, cells.hidden), *_coloured(sheet, cells.coloured))


def _hidden(place: str, leaf: Leaf, rows: list[int]) -> Iterator[Fault]:
    if leaf.hidden:
        yield Fault("The sheet is hidden; it is read like the others", place, handled=True,
                    do="Delete it if it is no part of the answers.")  # fmt: skip
    if rows:
        they = "it is" if len(rows) == 1 else "they are"
        yield Fault(f"{many(len(rows), 'row')} hidden, perhaps by a filter; {they} read like the others", place,
                    row=rows[0], handled=True, do="Delete what is no part of the answers.")  # fmt: skip


def _coloured(sheet: RawSheet, coloured: Colours) -> Iterator[Fault]:
    """Columns in which colours stand and no texts."""
    columns, row = coloured.answers({at: int((sheet.cells[at] != "").sum()) for at in sheet.cells})
    if columns:
        yield Fault("Cells hold colours and no text; colours are not read", sheet.place, row=row,
                    column=listed(map(letter, columns)), do="Write the level into each cell.")  # fmt: skip


def _beside(names: tuple[str, ...], file: str) -> Iterator[Fault]:
    if any(name.endswith("vbaproject.bin") for name in names):
        yield Fault("The workbook holds macros; none is run", file, handled=True, do="Nothing needs doing.")
    if any("externallinks/" in name for name in names):
        yield Fault("The workbook refers to other files; they are not looked at, and values are those stored last",
                    file, handled=True, do="Look whether they are up to date.")  # fmt: skip
