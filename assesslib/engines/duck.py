"""DuckDB, an engine within the process: counts of long CSV and Parquet files that memory could not hold."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING

import pandas as pd

from assesslib.engines.base import Engine, Source
from assesslib.engines.counting import count
from assesslib.engines.duck_said import in_words
from assesslib.engines.duck_source import identifier, literal, source_of
from assesslib.engines.files import files_given
from assesslib.engines.moving import framework_given, moves
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "2GB"
"""How much memory is used before work goes on in a temporary folder."""


def file_level_counts(path: str | Path | Sequence[str | Path], framework: Framework | str | Path,
                      by: str | Sequence[str] = ("item",), round: int | None = 1, *, memory: str = MEMORY,
                      trusted: bool = False) -> pd.DataFrame:  # fmt: skip
    """Count how often each level was given, in files that need not fit into memory.

    Parameters
    ----------
    path : str, Path or a list of them
        CSV or Parquet files with the columns that `assesslib.read_ratings` takes, a pattern such as
        ``"returns/**/*.csv"``, or a folder that `assesslib.engines.pack.pack` wrote. CSV is UTF-8.
    framework : Framework, str or Path
        What was rated, or its id or file.
    by : str or sequence of str
        The columns whose every combination gets a row, as in `assesslib.level_counts`.
    round : int, optional
        The round that is counted; None for every row.
    memory : str
        How much memory may be used, such as ``"500MB"``; what needs more goes to a temporary folder.
    trusted : bool
        Whether it is known that no rating is there twice, as it is of what `assesslib.engines.pack.pack` wrote. It is
        looked for otherwise, at about twice the time.

    Returns
    -------
    DataFrame
        The columns and counts of `assesslib.level_counts` of the same ratings. Rows are sorted by the ``by`` columns
        (`counting.in_order`: sections, items and levels in the framework's order), since an engine reads many places
        at once and knows no first one.

    Raises
    ------
    FaultsError
        With every fault by file and number of rows: an unknown item, level, state, round or facet, another framework,
        a rating twice, a row that is none; a day, a moment or a section that is none is looked for where it is counted
        by. Or DuckDB is not installed.
    """
    with reading(path, memory) as (engine, source):
        return count(engine, source, framework_given(framework), by, round, trusted)


def file_level_moves(path: str | Path | Sequence[str | Path], framework: Framework | str | Path,
                     then: str | Sequence[str], now: str | Sequence[str], by: str | Sequence[str] = ("item",), *,
                     memory: str = MEMORY, trusted: bool = False) -> pd.DataFrame:  # fmt: skip
    """Count how many members went from which level to which between two assessments, as `moving.moves` tells.

    Parameters
    ----------
    path, framework, memory, trusted
        As for `file_level_counts`.
    then, now, by
        As for `moving.moves`.

    Raises
    ------
    FaultsError
        As `file_level_counts` and `moving.moves`.
    """
    with reading(path, memory) as (engine, source):
        return moves(engine, source, framework_given(framework), then, now, by, trusted)


@contextmanager
def reading(path: str | Path | Sequence[str | Path], memory: str = MEMORY) -> Iterator[tuple[Engine, Source]]:
    """DuckDB with the files that it reads; what it says is told in words."""
    duckdb = installed()
    files = files_given(path)
    with in_words(duckdb), connected(duckdb, memory) as connection:
        engine = engine_of(connection)
        yield engine, source_of(engine, files)


def installed() -> ModuleType:
    """DuckDB's module.

    Raises
    ------
    FaultsError
        It is not installed.
    """
    try:
        import duckdb
    except ImportError:
        do = "Install it with: pip install 'assesslib[scale]'"
        raise FaultsError([Fault("DuckDB, which counts large files, is not installed", do=do)]) from None
    return duckdb


@contextmanager
def connected(duckdb: ModuleType, memory: str = MEMORY) -> Iterator["DuckDBPyConnection"]:
    """A connection with bounded memory, every core, a temporary folder of its own, and no way to fetch extensions."""
    with TemporaryDirectory(prefix="assesslib-", ignore_cleanup_errors=True) as folder:
        settings = {"memory_limit": memory, "threads": os.cpu_count() or 1, "temp_directory": folder,
                    "autoinstall_known_extensions": False, "autoload_known_extensions": False,
                    "python_enable_replacements": False}  # fmt: skip
        with duckdb.connect(":memory:", config=settings) as connection:
            connection.execute("SET enable_progress_bar = false")
            yield connection


def engine_of(connection: "DuckDBPyConnection") -> Engine:
    """DuckDB as an engine."""

    def keep(name: str, query: str) -> None:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {identifier(name)} AS {query}")

    return Engine(
        fetch=lambda query: connection.execute(query).fetchall(),
        keep=keep,
        name=identifier,
        text=literal,
        place="row_number() OVER ()",
    )
