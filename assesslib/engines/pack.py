"""Assessments' folders as Parquet files, by framework and year: what a large engine reads best."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from shutil import rmtree
from typing import TYPE_CHECKING

import pandas as pd

from assesslib.assessment import Assessment, open_assessment
from assesslib.engines.duck import MEMORY, connected, installed
from assesslib.engines.duck_said import in_words
from assesslib.engines.duck_source import identifier, literal
from assesslib.engines.packed import KEY, note, part
from assesslib.faults import Fault, FaultsError
from assesslib.ratings import COLUMNS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TYPES = {"date": "DATE", "round": "TINYINT", "at": "TIMESTAMP"}
"""What columns are in the files, where not texts; ``at`` is in UTC."""
PARTS = ("framework", "year")
_TABLE = "CREATE TEMP TABLE packed ({columns}, version VARCHAR, framework VARCHAR, year INTEGER)"
_INSERT = "INSERT INTO packed SELECT {columns}, {version}, {framework}, {year} FROM ratings"
_COPY = "COPY packed TO {folder} (FORMAT parquet, PARTITION_BY (framework, year), COMPRESSION zstd{notes})"
_TWICE = """
SELECT count(*) FROM (
    SELECT member FROM packed GROUP BY framework, assessment, member, item, round
    HAVING count(DISTINCT facet) < count(*) OR (bool_or(facet = '') AND count(*) > 1)
)"""
_PARTS = "SELECT framework, year, count(*) FROM packed GROUP BY framework, year ORDER BY framework, year"


def pack(folders: Iterable[str | Path], to: str | Path, *, overwrite: bool = False, memory: str = MEMORY) -> Path:
    """Write the ratings of assessments as Parquet files, in folders by framework and year.

    Parameters
    ----------
    folders : iterable of str or Path
        Assessments' folders; no two may have the same name, since ratings are told apart by it.
    to : str or Path
        The folder to make, such as ``packed``; in it come ``framework=<id>/year=<year>/*.parquet`` with the columns of
        tidy ratings and the framework's ``version``; the year is ``__HIVE_DEFAULT_PARTITION__`` where an assessment has
        no date. It is written whole or not at all.
    overwrite : bool
        Whether a folder that an earlier packing wrote is replaced.
    memory : str
        How much memory may be used, such as ``"500MB"``.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    FaultsError
        With every fault of every assessment, where any has one that is not worked around; two of one name; a folder
        that is there already; or DuckDB is not installed.
    """
    duckdb, to = installed(), Path(to)
    paths = [Path(folder).resolve() for folder in ([folders] if isinstance(folders, str | Path) else folders)]
    _refuse([*_names_faults(paths), *_target_faults(to, overwrite)])
    draft = to.with_name(f".{to.name.lstrip('.')}.{os.getpid()}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with in_words(duckdb), connected(duckdb, memory) as connection:
            _fill(connection, paths)
            connection.execute(_COPY.format(folder=literal(str(draft)), notes=_notes(connection)))
        _sync(draft)
        _swap(draft, to)
    except OSError as error:
        raise FaultsError([Fault(f"The folder cannot be written ({error.strerror})", file=str(to),
                                 do="Check the name, the rights and the disk.")]) from None  # fmt: skip
    finally:
        rmtree(draft, ignore_errors=True)
    return to


def _refuse(faults: Sequence[Fault]) -> None:
    if faults:
        raise FaultsError(faults)


def _names_faults(paths: Sequence[Path]) -> Iterable[Fault]:
    if not paths:
        yield Fault("No assessment is named", do="Name the folders of assessments.")
    for name in dict.fromkeys(path.name for path in paths):
        same = [str(path) for path in paths if path.name == name]
        if len(same) > 1:
            yield Fault(f"is the name of {len(same)} folders: {', '.join(same)}", value=name,
                        do="Give each its own name, since ratings are told apart by it.")  # fmt: skip


def _target_faults(to: Path, overwrite: bool) -> Iterable[Fault]:
    if to.is_dir() and not any(to.iterdir()):
        return
    if to.exists() and not overwrite:
        yield Fault(
            "The folder is there already", file=str(to), do="Name another folder, or ask for this one to be replaced."
        )
    elif to.exists() and not _is_packed(to):
        yield Fault("The folder holds something else than packed ratings", file=str(to), do="Name another folder.")


def _is_packed(folder: Path) -> bool:
    """Whether nothing but what `pack` writes is in a folder: nothing else may ever be lost by replacing it."""
    return folder.is_dir() and all(
        path.suffix == ".parquet" if path.is_file() else path.name.partition("=")[0] in PARTS
        for path in folder.rglob("*")
    )


def _fill(connection: "DuckDBPyConnection", paths: Sequence[Path]) -> None:
    """Put the ratings of every assessment into the table ``packed``."""
    columns = ", ".join(f"{identifier(column)} {TYPES.get(column, 'VARCHAR')}" for column in COLUMNS)
    connection.execute(_TABLE.format(columns=columns))
    faults = [fault for path in paths for fault in _add(connection, path)]
    _refuse(faults)
    if not connection.execute("SELECT count(*) FROM packed").fetchone()[0]:
        raise FaultsError([Fault("These assessments hold no ratings", do="Pack them when members have rated.")])


def _add(connection: "DuckDBPyConnection", path: Path) -> tuple[Fault, ...]:
    """Add one assessment; what is wrong with it instead, if anything."""
    try:
        assessment = open_assessment(path)
        faults = tuple(fault for fault in assessment.faults if not fault.handled)
    except FaultsError as error:
        return tuple(_of_folder(fault, path) for fault in error.faults)
    if not faults:
        _insert(connection, assessment)
    return tuple(_of_folder(fault, path) for fault in faults)


def _of_folder(fault: Fault, path: Path) -> Fault:
    return replace(fault, file=str(path / fault.file) if fault.file else str(path))


def _insert(connection: "DuckDBPyConnection", assessment: Assessment) -> None:
    connection.register("ratings", _texts(assessment.ratings))
    shown = (f"CAST({identifier(column)} AS {TYPES[column]})" if column in TYPES else identifier(column)
             for column in COLUMNS)  # fmt: skip
    framework = assessment.framework
    connection.execute(_INSERT.format(
        columns=", ".join(shown), version=literal(framework.version), framework=literal(framework.id),
        year=assessment.date[:4] or "NULL"))  # fmt: skip
    connection.unregister("ratings")


def _notes(connection: "DuckDBPyConnection") -> str:
    """The part of the query that notes in each file that no rating is there twice, where none is."""
    if connection.execute(_TWICE).fetchone()[0]:
        return ""
    rows = {part(framework, year): count for framework, year, count in connection.execute(_PARTS).fetchall()}
    return f", KV_METADATA {{{KEY}: {literal(note(token_hex(8), rows))}}}"


def _texts(ratings: pd.DataFrame) -> pd.DataFrame:
    """Tidy ratings as texts: days and moments of a frame need more of the machine than DuckDB itself does."""
    return ratings[list(COLUMNS)].assign(
        date=ratings["date"].dt.strftime("%Y-%m-%d").astype("object"),
        level=ratings["level"].astype("object").where(ratings["level"].notna(), ""),
        at=ratings["at"].dt.strftime("%Y-%m-%d %H:%M:%S.%f").astype("object"),
    )


def _sync(folder: Path) -> None:
    for path in folder.rglob("*.parquet"):
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def _swap(draft: Path, to: Path) -> None:
    """Let the draft take the place of what was there, which comes back where that fails."""
    old = draft.with_suffix(".old")
    if not to.exists():
        draft.rename(to)
        return
    to.rename(old)
    try:
        draft.rename(to)
    except OSError:
        old.rename(to)
        raise
    rmtree(old, ignore_errors=True)
