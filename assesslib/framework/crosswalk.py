"""How the items of one version of a framework correspond to another's, read from a TOML file."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from assesslib.faults import FaultsError
from assesslib.framework.check import read_framework
from assesslib.framework.crosswalk_check import check_crosswalk
from assesslib.framework.load import Framework
from assesslib.places import shipped
from assesslib.toml_file import read_toml

_ENDS = ("before", "before_version", "after", "after_version")


@dataclass(frozen=True)
class Crossing:
    """What became of some items: the ids before, the ids after, and the word for it.

    Attributes
    ----------
    kind : str
        ``same``, ``reworded``, ``split``, ``merged``, ``new``, ``retired`` or ``scale changed``. Only the first two
        can be compared.
    before, after : tuple of str
        Ids of items; one is empty where the item is new or retired.
    note : str
        What whoever confirmed it remarked.
    """

    kind: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True)
class Crosswalk:
    """How the items of one framework correspond to those of another, each of them named once.

    Attributes
    ----------
    before, before_version, after, after_version : str
        Id and version of the two frameworks.
    about : str
        A remark on the whole.
    confirmed : bool
        Whether a person has read every row; only such a crosswalk is used.
    rows : tuple of Crossing
        In the order of the file.
    """

    before: str
    before_version: str
    after: str
    after_version: str
    about: str
    confirmed: bool
    rows: tuple[Crossing, ...]


def load_crosswalk(path: str | Path, frameworks: Collection[Framework] = ()) -> Crosswalk:
    """A confirmed crosswalk from its file.

    Parameters
    ----------
    path : str or Path
        The TOML file. The frameworks it names are those that ship or whose files stand in the same folder.
    frameworks : collection of Framework
        More frameworks that it may name.

    Raises
    ------
    FaultsError
        With every fault of the file: one that nobody has confirmed is refused, too.

    Examples
    --------
    >>> folder = shipped("frameworks") / "crosswalks" / "example"
    >>> load_crosswalk(folder / "from-3.7-to-3.8.toml").rows[0]
    Crossing(kind='reworded', before=('1',), after=('1',), note='Volunteers are named.')
    """
    faults = check_crosswalk(path, frameworks)
    if faults:
        raise FaultsError(faults)
    data = read_framework(path).data
    rows = tuple(map(_crossing, data["items"]))
    return Crosswalk(*(data[end] for end in _ENDS), data.get("about", ""), data["confirmed"], rows)


def _crossing(row: dict) -> Crossing:
    before, after = (tuple(row.get(side, ())) for side in ("before", "after"))
    return Crossing(row["kind"].replace("_", " "), before, after, row.get("note", ""))


def find_crosswalk(before: Framework, after: Framework, folder: str | Path | None = None) -> Crosswalk | None:
    """The crosswalk from one framework to another, by their ids and versions; None where there is none.

    Parameters
    ----------
    before, after : Framework
        Its rows are held against these two.
    folder : str or Path, optional
        Where to look, with the folders in it; by default in those that come with the library.

    Raises
    ------
    FaultsError
        There is one, and it has faults or is not confirmed.

    Examples
    --------
    >>> from assesslib.framework import load_framework
    >>> before = load_framework("csit-collaborative-working")
    >>> after = load_framework(shipped("frameworks") / "crosswalks" / "example" / "csit-collaborative-working-3.8.toml")
    >>> [row.kind for row in find_crosswalk(before, after).rows[:5]]
    ['reworded', 'split', 'merged', 'same', 'new']
    >>> find_crosswalk(after, before)
    """
    wanted = (before.id, before.version, after.id, after.version)
    home = Path(folder or shipped("frameworks") / "crosswalks")
    path = next((path for path, ends in _tops(home) if ends == wanted), None)
    return None if path is None else load_crosswalk(path, (before, after))


def _tops(home: Path) -> Iterator[tuple[Path, tuple]]:
    """The files in a folder and the folders in it, each with the two frameworks that it says it joins."""
    for path in sorted(home.rglob("*.toml")):
        data = read_toml(path).data
        yield path, tuple(data.get(end) for end in _ENDS)
