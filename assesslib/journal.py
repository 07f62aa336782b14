"""Append-only journals on a shared drive: a row is on the disk before anyone says saved, and none is ever rewritten."""

import errno
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from assesslib import csvfile, journal_text
from assesslib.faults import Fault
from assesslib.sheet import read_sheet

_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_TICK = timedelta(microseconds=1)
_PATIENCE = 10
"""Seconds that a writer waits for another to finish."""


@dataclass(frozen=True)
class Entry:
    """One row of a journal and where it stands."""

    file: str
    row: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Journal:
    """The rows of one journal and of its conflicted copies, oldest first, and what was wrong with them."""

    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()


def now() -> str:
    """The time in UTC to the microsecond, as journals write it."""
    return stamp(datetime.now(UTC))


def stamp(moment: datetime) -> str:
    """A moment as journals write it.

    Examples
    --------
    >>> stamp(datetime(2026, 3, 3, 9, 15, tzinfo=UTC))
    '2026-03-03T09:15:00.000000Z'
    """
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def as_stamp(text: str) -> str:
    """A time as people and tools write it, as journals write it; "" where it is no time.

    Examples
    --------
    >>> as_stamp("2026-03-03T10:15:00+01:00"), as_stamp("soon")
    ('2026-03-03T09:15:00.000000Z', '')
    """
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    if not 1900 < moment.year < 3000:
        return ""
    # As journals write it already: most texts by far.
    return text if _STAMP.fullmatch(text) else stamp(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def is_day(text: str) -> bool:
    """Whether a text is a day as journals and settings write it.

    Examples
    --------
    >>> is_day("2026-03-01"), is_day("2026-13-01"), is_day("01/03/2026")
    (True, False, False)
    """
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) and as_stamp(text))


def append(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> list[dict[str, str]]:
    """Add rows to a journal together; when this returns they are on the disk.

    A row without a time gets the present one, later than any in the file even where the clock was set back.
    The file keeps the separator and the order of columns it has; a line that an earlier writer left unfinished is
    closed and marked. Where the file can no longer hold these columns, the rows go to a sibling that is read with it.

    Parameters
    ----------
    path : Path
        The journal; made with its header where it is missing. Its folder must exist.
    columns : sequence of str
        The journal's columns; the first is the time, ``at``.
    rows : sequence of mapping
        Texts by column; a column left out is written empty.

    Returns
    -------
    list of dict
        The rows as written.

    Raises
    ------
    OSError
        The disk is full, the folder read-only or gone, or the file is held by another program: nothing was saved.
    """
    with _locked(path) as file:
        file.seek(0)
        found = journal_text.standing(data := file.read(), columns)
        if found.holds(columns):
            written = _timed(rows, columns, _latest(found.column("at")))
            _write(file, found.opening + found.lines(written))
            _sync_folder(path, new=not data)
            return written
    return append(_sibling(path), columns, rows)


@contextmanager
def _locked(path: Path) -> Iterator[BinaryIO]:
    """The file, open for reading and adding to, with nobody else writing; an OSError where that cannot be had."""
    import portalocker

    try:
        with portalocker.Lock(path, "ab+", timeout=_PATIENCE, check_interval=0.005, buffering=0) as file:
            yield file
    except portalocker.LockException as fault:
        raise TimeoutError(errno.ETIMEDOUT, "Another program holds the file", str(path)) from fault


def _timed(rows: Sequence[Mapping[str, str]], columns: Sequence[str], latest: str) -> list[dict[str, str]]:
    moments = _moments(latest)
    return [
        {column: row.get(column, "") for column in columns} | {"at": as_stamp(row.get("at", "")) or next(moments)}
        for row in rows
    ]


def _latest(texts: Iterable[str]) -> str:
    """The latest of what are times, as journals write it; "" where there is none."""
    known = set(texts)
    plain = sorted(filter(_STAMP.fullmatch, known), reverse=True)
    newest = next(filter(as_stamp, plain), "")
    return max(newest, *map(as_stamp, known.difference(plain)), "")


def _moments(latest: str) -> Iterator[str]:
    while True:
        latest = max(now(), _after(latest)) if latest else now()
        yield latest


def _after(at: str) -> str:
    return stamp(datetime.fromisoformat(at) + _TICK)


def _write(file, text: str) -> None:
    data = memoryview(csvfile.encode(text))
    while data:
        data = data[file.write(data) :]
    os.fsync(file.fileno())


def _sync_folder(path: Path, *, new: bool) -> None:
    """Make the name of a new file as lasting as its rows (Windows does this by itself)."""
    if new and os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _sibling(path: Path) -> Path:
    stem, number = re.fullmatch(r"(.*?)(?: \((\d+)\))?", path.stem).groups()
    return path.with_name(f"{stem} ({int(number or 1) + 1}){path.suffix}")


def is_sibling(path: Path, own: Path) -> bool:
    """Whether a file is called as `append` calls a journal's sibling.

    Examples
    --------
    >>> is_sibling(Path("ann (2).csv"), Path("ann.csv")), is_sibling(Path("ann (1).csv"), Path("ann.csv"))
    (True, False)
    """
    number = re.fullmatch(rf"{re.escape(own.stem)} \((\d+)\){re.escape(own.suffix)}", path.name, re.ASCII)
    return bool(number) and int(number[1]) > 1


def read(paths: Iterable[Path], columns: Sequence[str], folder: Path) -> Journal:
    """Read one journal from its file and its copies: rows that stand in several are taken once.

    Parameters
    ----------
    paths : iterable of Path
        The file and its conflicted copies.
    columns : sequence of str
        The columns it must have; the first is the time, ``at``.
    folder : Path
        Faults name files relative to it.

    Returns
    -------
    Journal
        Entries sorted by time; rows at one moment keep their order in the file.
    """
    parts = [_read(path, columns, path.relative_to(folder).as_posix()) for path in sorted(paths)]
    once = {tuple(entry.cells.values()): entry for part in parts for entry in part.entries}
    entries = sorted(once.values(), key=lambda entry: entry.cells["at"])
    return Journal(tuple(entries), tuple(fault for part in parts for fault in part.faults))


def _read(path: Path, columns: Sequence[str], name: str) -> Journal:
    sheet = read_sheet(path, columns, columns, name)
    stamped = [(row, cells, as_stamp(cells["at"])) for row, cells in sheet.rows]
    timed = (Entry(name, row, cells if at == cells["at"] else cells | {"at": at}) for row, cells, at in stamped if at)
    untimed = (_untimed(name, row, cells["at"]) for row, cells, at in stamped if not at)
    torn = (_torn(name, row, text) for row, text in sheet.torn)
    return Journal(tuple(timed), (*sheet.faults, *torn, *untimed))


def _untimed(name: str, row: int, found: str) -> Fault:
    said = {"what": "is not a time", "value": found} if found.strip() else {"what": "The time is missing"}
    do = "Write it like 2026-03-03T09:15:00Z; the row was set aside."
    return Fault(**said, file=name, row=row, column="at", do=do)


def _torn(name: str, row: int, found: str) -> Fault:
    return Fault("was never finished (the program was stopped while writing it) and is left out", file=name, row=row,
                 value=found, handled=True)  # fmt: skip
