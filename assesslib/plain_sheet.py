"""A CSV file whose form is plainly in order, read many rows at a time and a column at once."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assesslib.csvfile import BOM, UNFINISHED, delimiter_of, has_zero_byte, header, holds, is_even, records, unguard

if TYPE_CHECKING:
    import numpy as np

_BATCH = 100_000
"""Rows that are read together where nothing is wrong."""


class Texts(NamedTuple):
    """A column: the place of every row's text in the list of those found, where one may stand more than once."""

    places: "np.ndarray"
    found: list[str]


class NotPlain(Exception):
    """Something may be wrong with a file, or merely unusual: `assesslib.sheet.read_sheet` looks at it row by row."""


def plain_batches(path: Path, needed: Sequence[str], known: Sequence[str]) -> Iterator[dict[str, Texts]]:
    """The rows of a CSV file of any size whose form is plainly in order, many at a time.

    Where this raises nothing, `assesslib.sheet.read_sheet` finds the same texts and no fault, not even a handled one.
    Parameters are those of `assesslib.sheet.read_sheet`, for a file that is no journal.

    Yields
    ------
    dict
        The `Texts` of every column of the file.

    Raises
    ------
    NotPlain
        As soon as anything may be amiss, which may be after some batches.
    """
    columns, delimiter = _plain_columns(path, needed, known)
    sparse = False
    for batch in _batches(path, columns, delimiter):
        yield batch
        sparse = sparse or "" in batch[columns[-1]].found
    # A row that ends too soon has nothing in its last column.
    if sparse and not is_even(path, delimiter, len(columns)):
        raise NotPlain


def _plain_columns(path: Path, needed: Sequence[str], known: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """The columns and the separator, where every column is known and stands once."""
    try:
        with path.open("rb") as file:
            first = file.readline().decode("utf-8").removeprefix(BOM)
        odd = "\r" in first.rstrip("\r\n") or has_zero_byte(path)
    except (OSError, UnicodeDecodeError) as fault:
        raise NotPlain from fault
    columns = header(list(records(first)))
    if odd or not holds(columns, needed) or not holds(columns, columns) or not set(columns) <= set(known):
        raise NotPlain
    return columns, delimiter_of(first)


def _batches(path: Path, columns: Sequence[str], delimiter: str) -> Iterator[dict[str, Texts]]:
    import pandas as pd

    # As columns of categories, pandas would take 001 for a number.
    how = {"dtype": "object", "na_filter": False, "skip_blank_lines": False, "encoding": "utf-8"}
    try:
        with pd.read_csv(path, sep=delimiter, names=columns, header=0, chunksize=_BATCH, **how) as batches:
            for batch in batches:
                # Where the first row has a cell too many, pandas takes the first column for the names of the rows.
                if batch.empty or not isinstance(batch.index, pd.RangeIndex):
                    raise NotPlain
                texts = {name: _texts(cells.to_numpy()) for name, cells in batch.items()}
                if _has_empty_row(texts.values()):
                    raise NotPlain
                yield texts
    except (ValueError, OSError) as fault:
        raise NotPlain from fault


def _has_empty_row(columns: Collection[Texts]) -> bool:
    import numpy as np

    if not all("" in column.found for column in columns):
        return False
    empty = [column.places == column.found.index("") for column in columns]
    return bool(np.logical_and.reduce(empty).any())


def _texts(cells: "np.ndarray") -> Texts:
    import pandas as pd

    places, found = pd.factorize(cells)
    if UNFINISHED in found:
        raise NotPlain
    return Texts(narrow(places, len(found)), [unguard(text) for text in found])


def narrow(places: "np.ndarray", found: int) -> "np.ndarray":
    """Places in a list of so many texts, each in as few bytes as hold them."""
    import numpy as np

    return places.astype(np.min_scalar_type(found))
