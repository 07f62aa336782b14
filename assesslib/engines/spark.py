"""Spark, an engine on one machine or a cluster: the same counts of the same files, by the same queries."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from assesslib.engines.base import Engine, Source
from assesslib.engines.counting import count
from assesslib.engines.moving import framework_given, moves
from assesslib.engines.spark_said import in_words
from assesslib.engines.spark_session import session_of_its_own
from assesslib.engines.spark_source import BLOCK, FILES, PATH, ROW, files_seen, identifier, literal, source_of
from assesslib.framework import Framework

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PLACE = f"struct((SELECT min(place) FROM {FILES} WHERE called_there = {PATH}), {BLOCK}, {ROW})"


def file_level_counts(path: str | Path | Sequence[str | Path], framework: Framework | str | Path,
                      by: str | Sequence[str] = ("item",), round: int | None = 1, *,
                      session: "SparkSession | None" = None, trusted: bool = False) -> pd.DataFrame:  # fmt: skip
    """Count how often each level was given, in files that a cluster reads.

    Parameters
    ----------
    path : str, Path or a list of them
        As for `assesslib.engines.duck.file_level_counts`, in a place that every worker sees under the same name; or
        addresses of Parquet files or folders of a store that Spark reads, such as ``"s3a://returns/packed"``.
    framework, by, round, trusted
        As there.
    session : SparkSession, optional
        Where the work is done; by default the active session, or one on this machine where there is none. Its own
        settings and tables are left alone.

    Returns
    -------
    DataFrame
        As there, to the last count.

    Raises
    ------
    FaultsError
        As there; or PySpark or Java is not installed.
    """
    with reading(path, session) as (engine, source):
        return count(engine, source, framework_given(framework), by, round, trusted)


def file_level_moves(path: str | Path | Sequence[str | Path], framework: Framework | str | Path,
                     then: str | Sequence[str], now: str | Sequence[str], by: str | Sequence[str] = ("item",), *,
                     session: "SparkSession | None" = None, trusted: bool = False) -> pd.DataFrame:  # fmt: skip
    """Count how many members went from which level to which between two assessments, as `moving.moves` tells.

    Parameters
    ----------
    path, framework, session, trusted
        As for `file_level_counts`.
    then, now, by
        As for `moving.moves`.

    Raises
    ------
    FaultsError
        As `file_level_counts` and `moving.moves`.
    """
    with reading(path, session) as (engine, source):
        return moves(engine, source, framework_given(framework), then, now, by, trusted)


@contextmanager
def reading(path: str | Path | Sequence[str | Path],
            session: "SparkSession | None" = None) -> Iterator[tuple[Engine, Source]]:  # fmt: skip
    """Spark with the files that it reads; what it says is told in words, and what it kept is let go."""
    with session_of_its_own(session) as own:
        with in_words([]):
            files = files_seen(own, path)
        kept: list[DataFrame] = []
        try:
            with in_words(files):
                engine = engine_of(own, kept)
                yield engine, source_of(own, engine, files)
        finally:
            for table in kept:
                table.unpersist()


def engine_of(session: "SparkSession", kept: "list[DataFrame]") -> Engine:
    """Spark as an engine; ``kept`` takes what it keeps, to be let go afterwards."""

    def keep(name: str, query: str) -> None:
        table = session.sql(query).persist()
        kept.append(table)
        table.createOrReplaceTempView(name)

    return Engine(
        fetch=lambda query: [tuple(row) for row in session.sql(query).collect()],
        keep=keep,
        name=identifier,
        text=literal,
        place=PLACE,
    )
