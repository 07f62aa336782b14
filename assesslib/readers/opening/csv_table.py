"""CSV, TSV and text tables of other tools -> one sheet of texts, in bounded memory."""

from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from assesslib.csvfile import unguard
from assesslib.faults import Fault
from assesslib.readers.opening.bounds import MEGABYTE, MOST_TEXT, refuse
from assesslib.readers.opening.delimiter import shape_of
from assesslib.readers.opening.rows import Rows
from assesslib.readers.opening.table import Progress, Shared, Table
from assesslib.readers.opening.text import Lines, chunks_of
from assesslib.readers.records import RawSheet

_SAMPLE_LINES, _SAMPLE_TEXT = 200, 256 * 1024
Read = tuple[RawSheet, tuple[Fault, ...]]


def read_text_table(path: Path, name: str, told: Callable[[int], None] | None = None) -> Read:
    """Read a text table of any delimiter and encoding.

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
    RawSheet, tuple of Fault
        The rows that could be told apart, and what was wrong or worked around.

    Raises
    ------
    FaultsError
        Nothing can be read: the file is empty, too large, or has a line or cell beyond the bounds.
    """
    if path.stat().st_size > MOST_TEXT:
        refuse(name, f"The file is larger than the {MOST_TEXT // MEGABYTE} megabytes that are read",
               "Divide it, or leave out columns that are no answers.")  # fmt: skip
    with path.open("rb") as file:
        lines = Lines(chunks_of(file), name)
        sheet, faults = _read(iter(lines), name, Progress(told))
    return sheet, (*lines.faults, *faults)


def _read(lines: Iterator[str], name: str, progress: Progress) -> Read:
    sample = _sample(lines)
    following = list(islice(lines, 1))
    shape = shape_of(sample, whole=not following)
    rows = Rows(chain(sample[shape.said :], following, lines), shape, name)
    table, shared = Table(name), Shared(unguard)
    for number, row in rows:
        table.add(number, [shared[text] for text in row] if any(row) else [])
        progress.row()
    progress.end()
    if not table.width and not rows.faults:
        refuse(name, "The file holds no text", "Look whether it was exported with its answers.")
    return RawSheet(name, table.frame()), rows.faults


def _sample(lines: Iterator[str]) -> list[str]:
    """The first lines, and few enough of them."""
    sample, length = [], 0
    for line in lines:
        sample.append(line)
        length += len(line)
        if len(sample) == _SAMPLE_LINES or length > _SAMPLE_TEXT:
            break
    return sample
