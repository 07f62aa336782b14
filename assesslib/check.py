"""Check whatever the user has: a framework, a crosswalk, an assessment's folder, a long CSV."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from assesslib.assessment import list_assessments, open_assessment
from assesslib.assessment.layout import COLUMNS, RATINGS, SETTINGS, owner
from assesslib.faults import Fault, FaultsError
from assesslib.framework import list_frameworks, load_framework
from assesslib.framework.check import check_framework
from assesslib.framework.crosswalk_check import check_crosswalk, is_crosswalk
from assesslib.readers import ratings_faults
from assesslib.toml_file import read_toml


def check(path: str | Path, framework: str | None = None) -> tuple[Fault, ...]:
    """Every fault of a framework file, a crosswalk, an assessment's folder, a folder of assessments or a long CSV.

    Parameters
    ----------
    path : str or Path
        The kind is told by the name: ``.toml``, a folder, ``.csv``. A file of an assessment stands for its folder; a
        ``.toml`` that says what is before or after is a crosswalk.
    framework : str, optional
        What a CSV's ratings were given on; by default the shipped framework that knows most of its items.

    Examples
    --------
    >>> print(*check("nowhere.csv"))
    nowhere.csv: There is nothing of this name. Check the name and the folder.
    """
    try:
        return tuple(_look(Path(path), framework))
    except FaultsError as error:
        return error.faults
    except OSError as fault:
        what = f"This cannot be looked at ({fault.strerror})"
        return (Fault(what, file=str(path), do="Check the name, or ask for access to it."),)


def _look(path: Path, framework: str | None) -> Iterable[Fault]:
    if not path.exists():
        return (Fault("There is nothing of this name", file=str(path), do="Check the name and the folder."),)
    if folders := _folders(path):
        return [fault for folder in folders for fault in _check_folder(folder)]
    if path.suffix.lower() == ".toml":
        return check_crosswalk(path) if is_crosswalk(read_toml(path).data) else check_framework(path)
    if path.suffix.lower() == ".csv":
        return _check_ratings(path, framework)
    return (Fault("is neither a .toml file, a .csv file nor a folder", value=str(path),
                  do="Save a spreadsheet as “CSV UTF-8” first."),)  # fmt: skip


def _folders(path: Path) -> list[Path]:
    """The folders of assessments that a path stands for; none for any other file."""
    folder = path if path.is_dir() else path.parent
    home = folder.parent if folder.name == RATINGS else folder
    if not (home / SETTINGS).is_file():
        return (list_assessments(path) or [path]) if path.is_dir() else []
    of_team = path.suffix.lower() == ".csv" and owner(path, [*COLUMNS])
    return [home] if path.is_dir() or folder != home or path.name == SETTINGS or of_team else []


def _check_folder(folder: Path) -> tuple[Fault, ...]:
    try:
        faults = open_assessment(folder).faults
    except FaultsError as error:
        faults = error.faults
    return tuple(replace(fault, file=str(folder / fault.file) if fault.file else str(folder)) for fault in faults)


def _check_ratings(path: Path, framework: str | None) -> tuple[Fault, ...]:
    chosen = [load_framework(framework)] if framework else [load_framework(id) for id in list_frameworks()]
    return min((ratings_faults(path, one) for one in chosen), key=len)
