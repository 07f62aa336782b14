"""CSV and Parquet files as DuckDB reads them: the columns of ratings, as they stand."""

from collections.abc import Callable, Sequence
from glob import escape
from itertools import groupby
from pathlib import Path

from assesslib.engines.base import Engine, Source
from assesslib.engines.files import CsvKind, column_faults, csv_kinds, framework_of, is_parquet
from assesslib.engines.packed import are_distinct
from assesslib.faults import FaultsError

FILE = "file_read"
_GUARDED = "^''+[=+\\-@\t\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}" \
           "\N{FULLWIDTH COMMERCIAL AT}]"  # fmt: skip
_UNGUARDED = "CASE WHEN regexp_matches({text}, '" + _GUARDED + "') THEN substr({text}, 2) ELSE {text} END"
_NAMED = "CASE WHEN coalesce(CAST({text} AS STRING), '') = '' THEN parse_filename({file}, true) ELSE {text} END"
_PARQUET = "read_parquet([{files}], union_by_name = true, hive_partitioning = false, filename = '{file}')"
_CSV = (
    "read_csv([{files}], columns = {{{columns}}}, auto_detect = false, header = true, skip = {above}, "
    "delim = {delimiter}, quote = '\"', escape = '\"', filename = '{file}')"
)

Part = Callable[[Sequence[str]], str]


def identifier(name: str) -> str:
    """A name as it stands in a query.

    Examples
    --------
    >>> print(identifier('the "at" of it'))
    "the ""at"" of it"
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as it stands in a query.

    Examples
    --------
    >>> literal("the team's 50%")
    "'the team''s 50%'"
    """
    return "'" + text.replace("'", "''") + "'"


def source_of(engine: Engine, files: Sequence[Path]) -> Source:
    """The files as a source, read in their order.

    Raises
    ------
    FaultsError
        A file that cannot be read, or whose columns will not do.
    """
    parts, held = [], set()
    for parquet, some in groupby(files, key=is_parquet):
        for part, columns in _parquet(engine, list(some)) if parquet else _csv(list(some)):
            parts.append(part)
            held |= columns
    frameworks = tuple((str(file), framework_of(file)) for file in files)
    distinct = all(map(is_parquet, files)) and are_distinct(engine.fetch, files, _listed)
    return Source(lambda columns: " UNION ALL ".join(part(columns) for part in parts), frozenset(held), frameworks,
                  distinct)  # fmt: skip


def _listed(files: Sequence[Path]) -> str:
    # A name is a pattern to DuckDB: what is special in it must be kept from being so.
    return ", ".join(literal(escape(str(file))) for file in files)


def _parquet(engine: Engine, files: list[Path]) -> list[tuple[Part, set[str]]]:
    read = _PARQUET.format(files=_listed(files), file=FILE)
    _refuse_columns(engine, files)
    kinds = {name: kind for name, kind, *_ in engine.fetch(f"DESCRIBE SELECT * FROM {read}") if name != FILE}

    def part(columns: Sequence[str]) -> str:
        shown = (_shown(column, _typed(column, kinds[column]) if column in kinds else "") for column in columns)
        return f"SELECT {', '.join(shown)} FROM {read}"

    return [(part, set(kinds))]


def _refuse_columns(engine: Engine, files: list[Path]) -> None:
    found = engine.fetch(f"SELECT file_name, list(name ORDER BY column_id) FROM parquet_schema([{_listed(files)}]) "
                         "WHERE name <> 'duckdb_schema' GROUP BY file_name ORDER BY file_name")  # fmt: skip
    faults = [fault for file, columns in found for fault in column_faults(columns, file)]
    if faults:
        raise FaultsError(faults)


def _typed(column: str, kind: str) -> str:
    """A column of Parquet; a day or a moment that is none of text is made one."""
    own = identifier(column)
    if column == "date" and (kind == "DATE" or kind.startswith("TIMESTAMP")):
        return f"strftime(CAST({own} AS DATE), '%Y-%m-%d')"
    if column == "at" and kind.startswith("TIMESTAMP"):
        moment = f"make_timestamp(epoch_us({own}))" if "ZONE" in kind else f"CAST({own} AS TIMESTAMP)"
        return f"strftime({moment}, '%Y-%m-%dT%H:%M:%S.%fZ')"
    return own


def _shown(column: str, text: str) -> str:
    """A column under its name, empty where the files do not have it."""
    if column == "file":
        return f"{FILE} AS file"
    text = text or "NULL"
    text = _NAMED.format(text=text, file=FILE) if column == "assessment" else text
    return f"{text} AS {identifier(column)}"


def _csv(files: list[Path]) -> list[tuple[Part, set[str]]]:
    return [(_csv_part(kind, some), set(kind.columns)) for kind, some in csv_kinds(files)]


def _csv_part(kind: CsvKind, files: Sequence[Path]) -> Part:
    names = [f"c{place}" for place in range(len(kind.columns))]
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    read = _CSV.format(files=_listed(files), columns=columns, above=kind.above, delimiter=literal(kind.delimiter),
                       file=FILE)  # fmt: skip
    own = dict(zip(kind.columns, names, strict=True))

    def part(wanted: Sequence[str]) -> str:
        shown = (_shown(one, _UNGUARDED.format(text=own[one]) if one in own else "") for one in wanted)
        # A row with nothing in it is none, as in every other reading of a sheet.
        return f"SELECT {', '.join(shown)} FROM {read} WHERE coalesce({', '.join(names)}) IS NOT NULL"

    return part
