"""The two frameworks that a crosswalk joins, wherever their files are."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from assesslib.faults import FaultsError
from assesslib.framework.check import read_framework
from assesslib.framework.load import Framework, load_framework
from assesslib.framework.words import Found
from assesslib.places import shipped


class FrameworkFile(NamedTuple):
    """A framework's file, by what stands at its top."""

    id: str
    version: str
    path: Path


def framework_files(folder: Path) -> tuple[FrameworkFile, ...]:
    """The frameworks that ship and those that stand in a folder; a file that cannot be read is passed over.

    Examples
    --------
    >>> [file.version for file in framework_files(Path("nowhere"))]
    ['1', '3.7']
    """
    paths = [path for home in (shipped("frameworks"), folder) for path in sorted(home.glob("*.toml"))]
    tops = [(read_framework(path).data, path) for path in paths]
    named = [(data, path) for data, path in tops if {"id", "version"} <= data.keys()]
    return tuple(FrameworkFile(str(data["id"]), str(data["version"]), path) for data, path in named)


def find_end(data: dict, side: str, known: Sequence[Framework | FrameworkFile]) -> Framework | Found | None:
    """The framework at one end of a crosswalk.

    Parameters
    ----------
    data : dict
        The crosswalk's data.
    side : str
        ``before`` or ``after``.
    known : sequence of Framework or FrameworkFile
        Where an id and version stands there several times, the first counts.

    Returns
    -------
    Framework, Found or None
        What is wrong with its name or version where there is none; None where they are no texts at all.

    Examples
    --------
    >>> find_end({"before": "x", "before_version": "1"}, "before", ()).what
    'is neither shipped nor in a file beside this one'
    """
    id, version = data.get(side), data.get(f"{side}_version")
    if not (isinstance(id, str) and isinstance(version, str)):
        return None
    versions = {one.version: one for one in reversed(known) if one.id == id}
    if not versions:
        return _no_framework(side, id, known)
    return _loaded(versions[version], side) if version in versions else _no_version(side, id, version, versions)


def _no_framework(side: str, id: str, known: Sequence[Framework | FrameworkFile]) -> Found:
    ids = tuple(dict.fromkeys(one.id for one in known))
    do = "Correct it, or put the framework's file beside this one."
    return Found((side,), "is neither shipped nor in a file beside this one", id, ids, do)


def _no_version(side: str, id: str, version: str, versions: Iterable[str]) -> Found:
    what = f"is no version of {id} that is shipped or in a file beside this one"
    do = "Correct it, or put the file of that version beside this one."
    return Found((f"{side}_version",), what, version, tuple(sorted(versions)), do)


def _loaded(one: Framework | FrameworkFile, side: str) -> Framework | Found:
    if isinstance(one, Framework):
        return one
    try:
        return load_framework(one.path)
    except FaultsError:
        what = f"is in the file {one.path.name}, which has faults itself"
        return Found((side,), what, one.id, do=f"First try: assess check {one.path}")
