"""A workbook that came back, opened: only one that is no trap; what its cells show; the mark it was handed out with."""

from __future__ import annotations

import json
import struct
import warnings
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as DeflateError

from assesslib.documents._xlsx_cells import read_back
from assesslib.faults import Fault, FaultsError
from assesslib.readers.opening.bounds import MEGABYTE, MOST_PARTS
from assesslib.readers.opening.kinds import ADVICE, entries, kind_of

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.workbook import Workbook

MOST_UNPACKED = 256 * MEGABYTE
"""Bytes of a workbook, unpacked: one that was handed out has one at most; the rest may be pictures put in."""
MOST_TAGS = 500_000
"""XML tags of a workbook: of a plan of 1,000 rows they are 100,000. Each takes some hundred bytes once it is read."""
MOST_ROWS, MOST_COLUMNS = 50_000, 1_000
"""The last row and column of a sheet that may hold anything, were it a look: those before are gone through."""
_BROKEN = (BadZipFile, DeflateError, LookupError, ValueError, TypeError, AttributeError, EOFError, SyntaxError,
           RuntimeError, ArithmeticError, struct.error)  # fmt: skip
"""What a file raises that is not, or not wholly, a workbook."""
_AS_XLSX = "Open it in a spreadsheet, and save it as .xlsx without a password."


def open_workbook(path: Path) -> Workbook:
    """A workbook that was handed out and came back; its formulas are texts, nothing in it is run.

    Raises
    ------
    FaultsError
        It cannot be read, is of another kind, or holds more than such a workbook can.
    """
    from openpyxl import load_workbook

    try:
        _check(path)
        with path.open("rb") as file, warnings.catch_warnings(action="ignore"):
            return _within(load_workbook(file), path)
    except OSError as fault:
        _refuse(path, f"could not be read: {fault.strerror or 'the disk failed'}",
                "Check the name; close it in other programs.")  # fmt: skip
    except FaultsError:
        raise
    except _BROKEN:
        _refuse(path, "is not a workbook that can be read, or one under a password", _AS_XLSX)


def _refuse(path: Path, what: str, do: str) -> NoReturn:
    raise FaultsError([Fault(what, value=path.name, do=do)])


def _check(path: Path) -> None:
    """Refuse a file of another kind, and one that would fill the memory, before any of it is taken in."""
    if (kind := kind_of(path)) in ADVICE:
        what, do = ADVICE[kind]
        raise FaultsError([Fault(what, path.name, do=do)])
    if entries(path) > MOST_PARTS:
        _refuse(path, f"holds more than {MOST_PARTS:,} parts", "Delete what is no answer.")
    with ZipFile(path) as archive:
        parts = archive.infolist()
        if any(part.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for part in parts):
            raise BadZipFile
        # What a part says of its size is also the most that is unpacked of it.
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            _refuse(path, f"unpacks to more than {MOST_UNPACKED // MEGABYTE} megabytes",
                    "Take out pictures and whatever is no answer.")  # fmt: skip
        if _tags(archive, parts) > MOST_TAGS:
            _refuse(path, "holds more than a workbook that was handed out can", "Take out whatever is no answer.")


def _within(workbook: Workbook, path: Path) -> Workbook:
    for sheet in workbook.worksheets:
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            _refuse(path, f"has something in row {sheet.max_row:,}, column {sheet.max_column:,} of sheet {sheet.title}",
                    "Delete the empty rows and columns behind what was filled in.")  # fmt: skip
    return workbook


def _tags(archive: ZipFile, parts: list[ZipInfo]) -> int:
    return sum(piece.count(b"<") for part in parts for piece in _unpacked(archive, part))


def _unpacked(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        yield from iter(lambda: stream.read(MEGABYTE), b"")


def text_of(cell: Cell) -> str:
    """What a cell shows, as text: a whole number without its point, a day like 2026-03-03."""
    value = cell.value
    if value is None or isinstance(value, str):
        return read_back(value or "").replace("\r\n", "\n").strip()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return f"{value:%Y-%m-%d}" if isinstance(value, date) else str(getattr(value, "text", value))


def marks_in(cell: Cell, mark: str) -> dict[str, str]:
    """What a hidden cell says of its workbook; nothing where that was not handed out under this mark."""
    try:
        said = json.loads(text_of(cell))
    except (ValueError, RecursionError):
        return {}
    marked = isinstance(said, dict) and said.get("is") == mark
    return {str(key): str(value) for key, value in said.items()} if marked else {}
