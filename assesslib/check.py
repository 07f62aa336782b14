"""Check whatever the user has: a framework, an assessment's folder, a long CSV."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from assesslib.assessment import open_assessment
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, list_frameworks, load_framework
from assesslib.framework.check import check_framework
from assesslib.readers import read_ratings


def check(path: str | Path, framework: str | None = None) -> tuple[Fault, ...]:
    """Every fault of a framework file, an assessment's folder or a long CSV.

    Parameters
    ----------
    path : str or Path
        The kind is told by the name: ``.toml``, a folder, ``.csv``.
    framework : str, optional
        What a CSV's ratings were given on; by default the shipped framework that knows most of its items.

    Examples
    --------
    >>> print(*check("nowhere.csv"))
    nowhere.csv: There is nothing of this name. Check the name and the folder.
    """
    path = Path(path)
    if not path.exists():
        return (Fault("There is nothing of this name", file=str(path), do="Check the name and the folder."),)
    if path.is_dir():
        return _named(str(path), _faults_of(lambda: open_assessment(path).faults))
    kinds = {".toml": lambda: check_framework(path), ".csv": lambda: _check_ratings(path, framework)}
    unknown = Fault("is no kind of file that can be checked", value=str(path), allowed=(".toml", ".csv", "a folder"))
    return _faults_of(kinds.get(path.suffix.lower(), lambda: (unknown,)))


def _faults_of(look) -> tuple[Fault, ...]:
    try:
        return tuple(look())
    except FaultsError as error:
        return error.faults


def _named(folder: str, faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(replace(fault, file=f"{folder}/{fault.file}" if fault.file else folder) for fault in faults)


def _check_ratings(path: Path, framework: str | None) -> tuple[Fault, ...]:
    chosen = [load_framework(framework)] if framework else [load_framework(id) for id in list_frameworks()]
    return min((_ratings_faults(path, one) for one in chosen), key=len)


def _ratings_faults(path: Path, framework: Framework) -> tuple[Fault, ...]:
    return _faults_of(lambda: (read_ratings(path, framework), ())[1])
