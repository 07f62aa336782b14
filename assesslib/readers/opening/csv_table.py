"""CSV, TSV and text tables of other tools -> one sheet of texts, in bounded memory."""

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from assesslib.csvfile import unguard
from assesslib.faults import Fault
from assesslib.readers.opening.blocks import Feed, plain_block
from assesslib.readers.opening.bounds import MEGABYTE, MOST_TEXT, refuse
from assesslib.readers.opening.delimiter import Shape, shape_of
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
        sheet, faults = _read(Feed(lines.texts()), name, Progress(told))
    return sheet, (*lines.faults, *faults)


def _read(feed: Feed, name: str, progress: Progress) -> Read:
    sample = _sample(feed)
    following = list(islice(feed, 1))
    shape = shape_of(sample, whole=not following)
    feed.put_back([*sample[shape.said :], *following])
    rows, table, shared = Rows(feed, shape, name), Table(name), Shared(unguard)
    for number, row in rows:
        table.add(number, [shared[text] for text in row] if any(row) else [])
        progress.row()
        _take_plain(feed, shape, rows, table, progress)
    progress.end()
    if not table.width and not rows.faults:
        refuse(name, "The file holds no text", "Look whether it was exported with its answers.")
    return RawSheet(name, table.frame()), rows.faults


def _take_plain(feed: Feed, shape: Shape, rows: Rows, table: Table, progress: Progress) -> None:
    """Move the blocks that follow a row into the table, as long as they are plain and have room."""
    while rows.longest and (block := plain_block(feed.ahead(), shape, rows.longest)):
        if not table.has_room(rows.number + block.rows, block.rows, len(block.columns)):
            return
        feed.skip()
        table.extend(rows.number + 1, block.columns)
        rows.passed(block.rows, block.lines)
        progress.several(block.rows)


def _sample(lines: Iterator[str]) -> list[str]:
    """The first lines, and few enough of them."""
    sample, length = [], 0
    for line in lines:
        sample.append(line)
        length += len(line)
        if len(sample) == _SAMPLE_LINES or length > _SAMPLE_TEXT:
            break
    return sample
