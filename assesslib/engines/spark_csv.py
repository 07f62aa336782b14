"""CSV files on Spark, read as strictly as elsewhere: a row that is none, or a cell that never ends, is refused."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assesslib.engines.files import CsvKind, csv_kinds
from assesslib.faults import Fault, FaultsError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

LIST = "Read it with read_ratings, which says what is wrong with each row."
_STRICT = {
    "header": True, "multiLine": True, "quote": '"', "escape": '"', "mode": "FAILFAST",
    "unescapedQuoteHandling": "RAISE_ERROR",
    # Bytes as they are: whether they are UTF-8 is looked at afterwards, since Spark would mend them silently.
    "encoding": "ISO-8859-1",
}  # fmt: skip
_TEXT = "validate_utf8(CAST(encode({cell}, 'ISO-8859-1') AS STRING))"
_FIRST = "[=+\\\\-@\\t\\r\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}" \
         "\N{FULLWIDTH COMMERCIAL AT}]"  # fmt: skip
_UNGUARDED = "CASE WHEN {text} RLIKE '^\\'\\'*" + _FIRST + "' THEN substr({text}, 2) ELSE {text} END"
_QUOTES = "sum(length(value) - length(replace(value, '\"', '')))"


def cells(session: "SparkSession", kind: CsvKind, paths: Sequence[str]) -> tuple["DataFrame", dict[str, str]]:
    """The rows of CSV files of one kind, and the text of each of their columns."""
    names = [f"c{place}" for place in range(len(kind.columns))]
    read = session.read.options(**_STRICT, sep=kind.delimiter).schema(", ".join(f"{name} STRING" for name in names))
    # Lines may end in two ways in one file: then the last cell keeps a part of the line end.
    last = f"nullif(regexp_replace({names[-1]}, '\\r$', ''), '')"
    rows = read.csv(list(paths)).withColumn(names[-1], _expression(last))
    # A row with nothing in it is none, as in every other reading of a sheet.
    rows = rows.where(f"coalesce({', '.join(names)}) IS NOT NULL")
    rows = rows.where(f"NOT ({_is_header(kind, names)})") if kind.above else rows
    text = {name: _UNGUARDED.format(text=_TEXT.format(cell=name)) for name in names}
    return rows, {column: text[name] for column, name in zip(kind.columns, names, strict=True)}


def _expression(text: str):
    from pyspark.sql.functions import expr

    return expr(text)


def _is_header(kind: CsvKind, names: Sequence[str]) -> str:
    """Whether a row is the header, where the first line was an empty one of cells."""
    same = (f"coalesce(lower(trim({name})), '') = '{column}'" for name, column in zip(names, kind.columns, strict=True)
            if column.isascii() and column.isidentifier())  # fmt: skip
    return " AND ".join(same)


def refuse_unfinished(session: "SparkSession", called: Mapping[str, str], paths: Sequence[str]) -> None:
    """Raise a FaultsError where a file ends within a quoted cell, which Spark takes for the end of the cell.

    Such a file has an odd number of quotation marks; only one that has is looked at here.
    """
    text = session.read.text(list(paths)).selectExpr(
        "value", "url_decode(replace(_metadata.file_path, '+', '%2B')) AS file"
    )
    odd = text.groupBy("file").agg(_expression(f"{_QUOTES} % 2 = 1").alias("odd")).where("odd").collect()
    if faults := wrong_rows(sorted(called[row.file] for row in odd)):
        raise FaultsError(faults)


def wrong_rows(files: Sequence[str]) -> list[Fault]:
    """The first row of each file that cannot be read, by its line."""
    kinds = csv_kinds(map(Path, files)) if files else []
    return [fault for kind, some in kinds for file in some for fault in _wrong_row(file, kind)]


def _wrong_row(file: Path, kind: CsvKind) -> Iterator[Fault]:
    line = 1
    try:
        with file.open("rb") as opened:
            rows = csv.reader(map(bytes.decode, opened), delimiter=kind.delimiter, strict=True)
            for row in rows:
                if row and len(row) != len(kind.columns) and line > kind.above:
                    yield Fault("The row cannot be read", file=str(file), line=line, do=LIST)
                    return
                line = rows.line_num + 1
    except UnicodeDecodeError:
        yield Fault("The row is not UTF-8", file=str(file), line=line, do="Save the file as CSV UTF-8.")
    except csv.Error:
        yield Fault("The row cannot be read", file=str(file), line=line, do=LIST)
