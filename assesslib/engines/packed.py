"""The note that `pack` leaves in its files: which packing they are of, and how many ratings each part of it has.

A reader that finds it need not look for a rating that is there twice, the dearest part of counting.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assesslib.faults import Fault, FaultsError, listed
from assesslib.words import many

KEY = "assesslib"
"""What the note is called in a Parquet file."""
NO_YEAR = "__HIVE_DEFAULT_PARTITION__"

Fetch = Callable[[str], list[tuple]]

_NOTES = "SELECT file_name, decode(value) FROM parquet_kv_metadata([{files}]) WHERE decode(key) = '{key}'"
_ROWS = "SELECT file_name, num_rows FROM parquet_file_metadata([{files}])"
_SHARED = """
SELECT count(*) FROM (SELECT assessment FROM ({each}) AS named GROUP BY assessment HAVING count(*) > 1) AS shared"""
_EACH = "SELECT DISTINCT assessment FROM read_parquet([{files}], hive_partitioning = false)"


@dataclass(frozen=True)
class _File:
    """A file that was packed: its place, the part it is of, its rows, and what the note says of its packing."""

    name: str
    part: str
    rows: int
    packing: str
    rows_of_parts: Mapping[str, int]


def part(framework: str, year: int | str | None) -> str:
    """The folders in which the files of a framework and a year are.

    Examples
    --------
    >>> part("safer", 2026)
    'framework=safer/year=2026'
    """
    return f"framework={framework}/year={NO_YEAR if year is None else year}"


def note(packing: str, rows: Mapping[str, int]) -> str:
    """The note of a packing, by the number of rows of its parts; the name is its own among all packings."""
    return json.dumps({"packing": packing, "rows": dict(rows)})


def are_distinct(fetch: Fetch, files: Sequence[Path], quoted: Callable[[Sequence[Path]], str]) -> bool:
    """Whether the notes of Parquet files show that no rating is there twice.

    So it is where each file has a note, each part of a packing has the rows that it was written with, and no assessment
    is in two packings.

    Parameters
    ----------
    fetch : function of a query
        DuckDB's rows.
    files : sequence of Path
        The files.
    quoted : function of files
        How they stand in a query.

    Raises
    ------
    FaultsError
        A part has more rows than were written: a file is there a second time.
    """
    found = _files(fetch, quoted(files))
    held = _rows_of_parts(found)
    faults = [_copied(own, rows, found) for own, rows in held.items() if rows > _written(found)[own] > 0]
    if faults:
        raise FaultsError(faults)
    return len(found) == len(files) and held == _written(found) and not _shared(fetch, found, quoted)


def _files(fetch: Fetch, quoted: str) -> list[_File]:
    notes = {file: _read(text) for file, text in fetch(_NOTES.format(files=quoted, key=KEY))}
    rows = fetch(_ROWS.format(files=quoted)) if notes else []
    return [_File(name, _part_of(name), count, *notes[name]) for name, count in rows if notes.get(name)]


def _part_of(file: str) -> str:
    return "/".join(Path(file).parent.parts[-2:])


def _read(text: str) -> tuple[str, Mapping[str, int]] | None:
    try:
        said = json.loads(text)
        return str(said["packing"]), dict(said["rows"])
    except (ValueError, KeyError, TypeError):
        return None


def _rows_of_parts(files: Sequence[_File]) -> dict[tuple[str, str], int]:
    """How many rows the files of each part of a packing have together."""
    held: dict[tuple[str, str], int] = {}
    for file in files:
        held[file.packing, file.part] = held.get((file.packing, file.part), 0) + file.rows
    return held


def _written(files: Sequence[_File]) -> dict[tuple[str, str], int]:
    """How many rows each of these parts was written with; 0 where the note does not say."""
    return {(file.packing, file.part): file.rows_of_parts.get(file.part, 0) for file in files}


def _copied(own: tuple[str, str], rows: int, files: Sequence[_File]) -> Fault:
    names = [Path(file.name).name for file in files if (file.packing, file.part) == own]
    what = f"holds {many(rows, 'rating')} where {_written(files)[own]} were packed, in {listed(names)}"
    return Fault(what, file=own[1], do="Remove the file that is a copy of another.")


def _shared(fetch: Fetch, files: Sequence[_File], quoted: Callable[[Sequence[Path]], str]) -> bool:
    """Whether an assessment is in two packings."""
    packings = dict.fromkeys(file.packing for file in files)
    if len(packings) == 1:
        return False
    each = " UNION ALL ".join(
        _EACH.format(files=quoted([Path(file.name) for file in files if file.packing == one])) for one in packings
    )
    return bool(fetch(_SHARED.format(each=each))[0][0])
