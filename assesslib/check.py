"""Check whatever the user has: a framework, an assessment's folder, a long CSV."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from assesslib.assessment import list_assessments, open_assessment
from assesslib.assessment.layout import COLUMNS, RATINGS, SETTINGS, owner
from assesslib.faults import Fault, FaultsError
from assesslib.framework import list_frameworks, load_framework
from assesslib.framework.check import check_framework
from assesslib.readers import ratings_faults


def check(path: str | Path, framework: str | None = None) -> tuple[Fault, ...]:
    """Every fault of a framework file, an assessment's folder, a folder of assessments or a long CSV.

    Parameters
    ----------
    path : str or Path
        The kind is told by the name: ``.toml``, a folder, ``.csv``. A file of an assessment stands for its folder.
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
    if folders := _folders(path):
        return tuple(fault for folder in folders for fault in _check_folder(folder))
    kinds = {".toml": lambda: check_framework(path), ".csv": lambda: _check_ratings(path, framework)}
    unknown = Fault("cannot be checked: it is none of what is known here", value=str(path),
                    allowed=("a .toml file", "a .csv file", "a folder"), do="Name one of these.")  # fmt: skip
    return _faults_of(kinds.get(path.suffix.lower(), lambda: (unknown,)))


def _folders(path: Path) -> list[Path]:
    """The folders of assessments that a path stands for; none for any other file."""
    if path.is_dir():
        return [path] if (path / SETTINGS).is_file() else list_assessments(path) or [path]
    home = path.parent.parent if path.parent.name == RATINGS else path.parent
    of_team = path.parent == home and path.suffix.lower() == ".csv" and owner(path, [*COLUMNS])
    return [home] if (home / SETTINGS).is_file() and (path.name == SETTINGS or path.parent != home or of_team) else []


def _check_folder(folder: Path) -> tuple[Fault, ...]:
    faults = _faults_of(lambda: open_assessment(folder).faults)
    return tuple(replace(fault, file=str(folder / fault.file) if fault.file else str(folder)) for fault in faults)


def _faults_of(look: Callable[[], Iterable[Fault]]) -> tuple[Fault, ...]:
    try:
        return tuple(look())
    except FaultsError as error:
        return error.faults


def _check_ratings(path: Path, framework: str | None) -> tuple[Fault, ...]:
    chosen = [load_framework(framework)] if framework else [load_framework(id) for id in list_frameworks()]
    return min((ratings_faults(path, one) for one in chosen), key=len)
