"""The counts of every level, of ratings in memory or of files that an engine reads."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path

import pandas as pd

from assesslib import ratings as in_memory
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework

ENGINES = {"duckdb": "duck", "spark": "spark"}
"""The engines by name, and the modules that they are in; the first is taken where none is named."""


def level_counts(
    ratings: pd.DataFrame | str | Path | Sequence[str | Path], by: str | Sequence[str] = ("item",), *,
    round: int | None = 1, framework: Framework | str | Path | None = None, engine: str | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Count how often each level was given, in ratings in memory or in files that need not fit into it.

    Parameters
    ----------
    ratings : DataFrame, str, Path or a list of paths
        Tidy ratings. Or files with their columns, CSV or Parquet: a name, a pattern such as ``"returns/**/*.csv"``, a
        folder that ``assess pack`` wrote, or a list of them.
    by : str or sequence of str
        The columns whose every combination gets a row. A split rating counts once under ``split``, and under its
        levels only where ``by`` names ``facet``.
    round : int, optional
        1 for what members rated alone (the default), 2 for after the discussion, 0 for last year, seen from today;
        None for every row.
    framework : Framework, str or Path
        What was rated in the files, or its id or file. A frame knows it by itself.
    engine : str, optional
        What reads the files: ``"duckdb"``, within this process (the default; see `assesslib.engines.duck`), or
        ``"spark"``, on the active Spark session or on this machine (see `assesslib.engines.spark`).

    Returns
    -------
    DataFrame
        The ``by`` columns; one column a level code in scale order; ``split, blank, not_applicable, dont_know``; and
        ``n``, the number of rated answers, which the level columns add up to. Rows of a frame are in order of first
        appearance, those of files sorted by the ``by`` columns as the framework has them. What is missing in a ``by``
        column, such as a date, has a row of its own.

    Raises
    ------
    FaultsError
        ``by`` names no column, one twice, or one that is not there; a frame that is not one of tidy ratings, or that
        comes with a framework or an engine; files without a framework, an unknown engine, one that is not installed,
        or every fault of the files, each with the number of its rows.

    Examples
    --------
    >>> import assesslib as al
    >>> cdrp = al.load_framework("cdrp-dat-partnership")
    >>> said = [{"member": m, "item": "1.1", "round": "1", "state": "rated", "level": level}
    ...         for m, level in zip("xyz", "GSS")]
    >>> level_counts(al.ratings.tidy(said, cdrp)).drop(columns=["split", "not_applicable"])
      item  G  W  S  D  blank  dont_know  n
    0  1.1  1  0  2  0      0          0  3
    """
    if isinstance(ratings, pd.DataFrame):
        _refuse(_for_files_alone(framework, engine))
        return in_memory.level_counts(ratings, by, round=round)
    _refuse([*_name_faults(ratings), *_framework_faults(framework), *_engine_faults(engine)])
    module = import_module(f"assesslib.engines.{ENGINES[engine or next(iter(ENGINES))]}")
    return module.file_level_counts(ratings, framework, by, round)


def _refuse(faults: Iterable[Fault]) -> None:
    if faults := list(faults):
        raise FaultsError(faults)


def _for_files_alone(framework: object, engine: object) -> Iterable[Fault]:
    """What only files need, and ratings in memory were given."""
    for what, value in {"a framework": framework, "an engine": engine}.items():
        if value is not None:
            yield Fault(f"is {what} for files, and these ratings are in memory", do="Leave it out.",
                        value=value.id if isinstance(value, Framework) else str(value))  # fmt: skip


def _name_faults(given: object) -> Iterable[Fault]:
    for one in given if isinstance(given, list | tuple) else [given]:
        if not isinstance(one, str | Path):
            what = "is neither a frame of ratings nor the name of a file"
            yield Fault(what, value=type(one).__name__, do="Give one of them.")


def _framework_faults(framework: object) -> Iterable[Fault]:
    if framework is None:
        do = "Say what was rated, such as framework='cdrp-dat-partnership'."
        yield Fault("The framework of these files is missing", do=do)


def _engine_faults(engine: object) -> Iterable[Fault]:
    if not (engine is None or engine in ENGINES):
        yield Fault("is not an engine that counts files", value=str(engine), allowed=tuple(ENGINES),
                    do="Name one of these, or none.")  # fmt: skip
