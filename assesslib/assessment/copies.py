"""A journal's other files: a sync tool's copies are read with it, another year's are left out, and either is told."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import count
from pathlib import Path

from assesslib.faults import Fault
from assesslib.journal import is_sibling, read

FAR = timedelta(days=60)
"""How far from the day of the assessment a row of it may reasonably lie."""


def sort_out(own: Path, paths: Iterable[Path], columns: Sequence[str], folder: Path,
             day: str) -> tuple[list[Path], list[Fault]]:  # fmt: skip
    """The files of a journal that are read together, and what is said of each that is not the journal's own.

    Parameters
    ----------
    own : Path
        The journal's own file, whether or not it is there.
    paths : iterable of Path
        The files that belong to it by their names.
    columns : sequence of str
        The journal's columns.
    folder : Path
        The assessment's folder.
    day : str
        The day of the assessment, or "" where it has none: then nothing is left out.

    Notes
    -----
    The siblings that `assesslib.journal.append` itself makes are always read: rows said to be saved are in them.
    """
    kept, faults = [], []
    for path in paths:
        days = [] if path == own or is_sibling(path, own) else _days(path, columns, folder)
        far = bool(day and days) and all(abs(date.fromisoformat(day) - one) > FAR for one in days)
        kept += [] if far else [path]
        faults += [_left_out(path, own, folder, days, day)] if far else [_copy(path, own, folder)] * (path != own)
    return kept, faults


def _days(path: Path, columns: Sequence[str], folder: Path) -> list[date]:
    return [date.fromisoformat(entry.cells["at"][:10]) for entry in read([path], columns, folder).entries]


def _place(path: Path, folder: Path) -> dict[str, str]:
    home = path.parent.relative_to(folder).as_posix()
    return {"file": "" if home == "." else home, "value": path.name}


def _copy(path: Path, own: Path, folder: Path) -> Fault:
    together = "read together with" if own.is_file() else "read in the place of"
    return Fault(f"is {together} {own.name}", **_place(path, folder), handled=True)


def _left_out(path: Path, own: Path, folder: Path, days: Sequence[date], day: str) -> Fault:
    span = " to ".join(dict.fromkeys(one.isoformat() for one in (min(days), max(days))))
    what = f"holds rows of {span} only, more than {FAR.days} days from {day}, the day assessed; it was left out"
    return Fault(what, **_place(path, folder),
                 do=f"Take it away, or rename it {_free(own)} if it belongs here.")  # fmt: skip


def _free(own: Path) -> str:
    names = (f"{own.stem} ({number}){own.suffix}" for number in count(2))
    return next(name for name in names if not own.with_name(name).exists())
