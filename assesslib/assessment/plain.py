"""A journal whose form is plainly in order, read at once: the rows that `assesslib.journal.read` finds, and sooner."""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from assesslib.csvfile import BOM, UNFINISHED, delimiter_of, may_be_guarded, unguard
from assesslib.typed import MOMENT, are_like

_END = "\x1e"


def plain_rows(path: Path, columns: Sequence[str]) -> list[list[str]] | None:
    """The rows of a journal's only file in its order, where `assesslib.journal.read` finds them all and no fault.

    Parameters
    ----------
    path : Path
        The file.
    columns : sequence of str
        The journal's columns, in the order they must have; the first is the time.

    Returns
    -------
    list of list of str, or None
        None where anything may be amiss, or is merely unusual: then the file is to be read row by row.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> def rows(text):
    ...     with TemporaryDirectory() as folder:
    ...         Path(folder, "a.csv").write_text(text)
    ...         return plain_rows(Path(folder, "a.csv"), ["at", "by"])
    >>> rows("at,by\\n2026-03-03T09:15:00.000000Z,ann\\n"), rows("at,by\\n3 March,ann\\n")
    ([['2026-03-03T09:15:00.000000Z', 'ann']], None)
    """
    try:
        text = path.read_bytes().decode("utf-8").removeprefix(BOM)
    except (OSError, UnicodeDecodeError):
        return None
    if not text.endswith("\n") or UNFINISHED in text:
        return None
    rows = _whole(text, columns)
    return None if rows is None or not _are_in_order(rows) else rows


def _whole(text: str, columns: Sequence[str]) -> list[list[str]] | None:
    """The rows below a header of these columns, where each has a cell for every one and the last is finished."""
    first, *rows = csv.reader(io.StringIO(text + _END, newline=""), delimiter=delimiter_of(text))
    if [cell.strip().lower() for cell in first] != [*columns] or rows.pop() != [_END]:
        return None
    if not {len(columns)}.issuperset(map(len, rows)):
        return None
    return [[unguard(cell) for cell in cells] for cells in rows] if may_be_guarded(text) else rows


def _are_in_order(rows: Sequence[Sequence[str]]) -> bool:
    """Whether each row has a time, written as journals write it, and none stands twice."""
    times = [cells[0] for cells in rows]
    once = len({*times}) == len(times) or len({*map(tuple, rows)}) == len(rows)
    return once and _are_stamps(times)


def _are_stamps(texts: Sequence[str]) -> bool:
    if texts and not (are_like(MOMENT, texts) and min(texts) >= "1901" and max(texts) < "3000"):
        return False
    try:
        return all(map(datetime.fromisoformat, texts))
    except ValueError:
        return False
