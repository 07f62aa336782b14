"""CSV and Parquet files as Spark reads them: the columns of ratings, as they stand."""

import os
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from assesslib.engines import sql
from assesslib.engines.base import Engine, Source
from assesslib.engines.files import column_faults, csv_kinds, files_given, framework_of, is_parquet
from assesslib.engines.spark_csv import cells, refuse_unfinished
from assesslib.faults import Fault, FaultsError
from assesslib.ratings import COLUMNS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

FILES, PATH, BLOCK, ROW = "files_given", "path_", "block_", "row_"
KNOWN = (*COLUMNS, "framework", "version")
_HERE = (
    # Where a row was read: Spark writes a path like an address, in which + is itself.
    f"url_decode(replace(_metadata.file_path, '+', '%2B')) AS {PATH}",
    f"_metadata.file_block_start AS {BLOCK}",
    f"monotonically_increasing_id() AS {ROW}",
)
_FILE = f"(SELECT min(called) FROM {FILES} WHERE called_there = {PATH})"
_NAMED = (
    "CASE WHEN coalesce(CAST({text} AS STRING), '') = '' "
    f"THEN regexp_extract({PATH}, '([^/]+?)([.][^./]*)?$', 1) ELSE {{text}} END"
)
_DAY = "date_format({own}, 'yyyy-MM-dd')"
_MOMENT = "date_format({own}, 'yyyy-MM-dd\\'T\\'HH:mm:ss.SSSSSS\\'Z\\'')"
_PATTERN = re.compile(r"([\\*?\[\]{},^])")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_READERS = 8

Part = Callable[[Sequence[str]], str]


def identifier(name: str) -> str:
    """A name as it stands in a query.

    Examples
    --------
    >>> print(identifier("the `at` of it"))
    `the ``at`` of it`
    """
    return "`" + name.replace("`", "``") + "`"


def literal(text: str) -> str:
    r"""A text as it stands in a query.

    Examples
    --------
    >>> print(literal("the team's 50% \\"))
    'the team\'s 50% \\'
    """
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def files_seen(session: "SparkSession", path: str | Path | Sequence[str | Path]) -> list[str]:
    """The files of names, patterns or folders of this machine, as they are called, and those at addresses of a store.

    Raises
    ------
    FaultsError
        Something is not there, is neither CSV nor Parquet, or would be passed over by Spark.
    """
    given = [path] if isinstance(path, str | Path) else list(path)
    far = [str(one) for one in given if _ADDRESS.match(str(one))]
    near = [one for one in given if str(one) not in far]
    files = [
        *map(str, files_given(near) if near or not far else ()),
        *(file for one in far for file in _at(session, one)),
    ]
    if hidden := [file for file in files if Path(file).name.startswith(("_", "."))]:
        what = "Spark passes over every name that begins with _ or a dot"
        raise FaultsError(Fault(what, file=file, do="Rename the file.") for file in hidden)
    return files


def _at(session: "SparkSession", address: str) -> list[str]:
    """The Parquet files at an address."""
    import pyspark.errors

    looked = session.read.format("binaryFile").options(recursiveFileLookup=True, pathGlobFilter="*.parquet")
    try:
        found = sorted(row.path for row in looked.load(address).select("path").collect())
    except pyspark.errors.PySparkException:
        found = []
    if not found:
        do = "Check the address, and that Spark may read there."
        raise FaultsError([Fault("There are no Parquet files", file=address, do=do)])
    return found


def _there(file: str) -> str:
    """A file as Spark calls it."""
    return file if _ADDRESS.match(file) or file.startswith("file:") else f"file:{os.path.abspath(file)}"


def _read_from(files: Sequence[str]) -> list[str]:
    # A name is a pattern to Spark: what is special in it must be kept from being so.
    return [_PATTERN.sub(r"\\\1", _there(file)) for file in files]


def source_of(session: "SparkSession", engine: Engine, files: Sequence[str]) -> Source:
    """The files as a source, read in their order.

    Raises
    ------
    FaultsError
        A file that cannot be read, or whose columns will not do.
    """
    named = ((_there(file), file, place) for place, file in enumerate(files))
    engine.keep(FILES, sql.table(engine, ["called_there", "called", "place"], named))
    parquet, csv = ([file for file in files if is_parquet(Path(file)) == kind] for kind in (True, False))
    parts = [*_parquet(session, parquet), *_csv(session, csv)]
    rows = [_part(frame, shown, f"part_{place}") for place, (frame, shown) in enumerate(parts)]
    held = frozenset(column for _, shown in parts for column in shown)
    frameworks = tuple((file, framework_of(Path(file))) for file in files)
    return Source(lambda columns: " UNION ALL ".join(part(columns) for part in rows), held, frameworks)


def _part(frame: "DataFrame", shown: dict[str, str], view: str) -> Part:
    """The query of some files' columns; ``shown`` has the text of each that they hold."""
    frame.selectExpr("*", *_HERE).createOrReplaceTempView(view)

    def part(columns: Sequence[str]) -> str:
        listed = sql.listing(_shown(column, shown.get(column, "CAST(NULL AS STRING)")) for column in columns)
        return f"SELECT {listed}, {PATH}, {BLOCK}, {ROW} FROM {view}"

    return part


def _shown(column: str, text: str) -> str:
    if column == "file":
        return f"{_FILE} AS file"
    text = _NAMED.format(text=text) if column == "assessment" else text
    return f"CAST({text} AS STRING) AS {identifier(column)}"


def _parquet(session: "SparkSession", files: Sequence[str]) -> list[tuple["DataFrame", dict[str, str]]]:
    """Parquet files, those with columns of the same types together, and the text of each known column."""
    with ThreadPoolExecutor(_READERS) as readers:
        schemas = list(readers.map(lambda file: session.read.parquet(*_read_from([file])).schema, files))
    if faults := [fault for file, schema in zip(files, schemas, strict=True)
                  for fault in column_faults(schema.names, file)]:  # fmt: skip
        raise FaultsError(faults)
    alike: dict[tuple, list[int]] = {}
    for place, schema in enumerate(schemas):
        kinds = tuple((field.name, field.dataType.simpleString()) for field in schema if field.name in KNOWN)
        alike.setdefault(tuple(sorted(kinds)), []).append(place)
    return [_together(session, [files[place] for place in places], kinds) for kinds, places in alike.items()]


def _together(session: "SparkSession", files: Sequence[str],
              kinds: Sequence[tuple[str, str]]) -> tuple["DataFrame", dict[str, str]]:  # fmt: skip
    schema = sql.listing(f"{identifier(name)} {kind}" for name, kind in kinds)
    return session.read.schema(schema).parquet(*_read_from(files)), {name: _typed(name, kind) for name, kind in kinds}


def _typed(column: str, kind: str) -> str:
    """A column of Parquet; a day or a moment that is none of text is made one."""
    own = identifier(column)
    if column == "date" and (kind == "date" or kind.startswith("timestamp")):
        return _DAY.format(own=own)
    return _MOMENT.format(own=own) if column == "at" and kind.startswith("timestamp") else own


def _csv(session: "SparkSession", files: Sequence[str]) -> list[tuple["DataFrame", dict[str, str]]]:
    """CSV files, those of one kind together, and the text of each of their columns."""
    if not files:
        return []
    kinds = csv_kinds(map(Path, files))
    refuse_unfinished(session, {_there(file): file for file in files}, _read_from(files))
    parts = (cells(session, kind, _read_from(list(map(str, some)))) for kind, some in kinds)
    return list(parts)
