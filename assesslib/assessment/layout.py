"""The layout of an assessment's folder: its files and the columns of its journals."""

import os
from collections.abc import Collection
from pathlib import Path

SETTINGS = "assessment.toml"
RATINGS = "ratings"
MAPPING, REJECTS = "import-mapping.csv", "import-rejects.csv"
"""What an import leaves beside the data: what people said that a file means, and what of it was not taken."""
SPREADSHEETS = {".xlsx", ".xls", ".xlsm", ".ods", ".numbers"}

COLUMNS = {
    "progress": ("at", "section", "event", "member", "by"),
    "ratings": ("at", "item", "facet", "round", "state", "level", "comment", "by"),
    "consensus": ("at", "item", "facet", "state", "level", "note", "dissent", "by"),
    "notes": (
        "at", "id", "kind", "section", "item", "text", "about", "owner", "due", "measure", "status", "state", "by",
    ),
    "talk": ("at", "section", "item", "event", "minutes", "by"),
}  # fmt: skip
EVENTS = ("opened", "closed", "reopened", "done", "absent", "present")
TALK_EVENTS = ("planned", "turned")
KINDS = (
    "strength", "area", "evidence", "comment", "goal", "answer", "cause", "action", "process", "signature", "tag",
    "match",
)  # fmt: skip
NOTE_STATES = ("kept", "withdrawn")


def ratings_file(folder: Path, member: str) -> Path:
    """The journal of one member's ratings."""
    return folder / f"{RATINGS}/{member}.csv"


def must_stand(folder: Path) -> None:
    """Raise an OSError that names the file where the folder or its settings are gone: an empty frame would mislead."""
    (folder / SETTINGS).stat()


def team_file(folder: Path, journal: str) -> Path:
    """One of the journals that the team keeps together: progress, consensus, notes or talk."""
    return folder / f"{journal}.csv"


def team_files(folder: Path, journal: str) -> list[Path]:
    """A team journal and its conflicted copies."""
    return [path for path in files_in(folder, {".csv"}) if owner(path, [journal])]


def ratings_files(folder: Path, members: list[str]) -> dict[str, list[Path]]:
    """Every file of ratings by the member it belongs to; "" holds those that are nobody's."""
    files: dict[str, list[Path]] = {}
    for path in files_in(folder / RATINGS, {".csv"}):
        files.setdefault(owner(path, members), []).append(path)
    return files


def files_in(folder: Path, suffixes: Collection[str]) -> list[Path]:
    """The files of these kinds, in either case; those that a system or an open spreadsheet hides are left out."""
    try:
        names = os.listdir(folder)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return []
    seen = (name for name in names if not name.startswith((".", "~$")))
    kept = (name for name in seen if os.path.splitext(name)[1].lower() in suffixes)
    return [folder / name for name in sorted(kept, key=os.path.normcase)]


def owner(path: Path, names: list[str]) -> str:
    """Which of the names a file belongs to, its own or a sync tool's copy of it ("" for none).

    Copies are called, for example, ``ann (1)``, ``ann 2``, ``ann (Ann's conflicted copy 2026-03-01)``,
    ``ann.sync-conflict-20260301``, ``ann-LAPTOP7``, ``ann_conflict`` or ``Copy of ann``.

    Examples
    --------
    >>> owner(Path("ann-b (1).csv"), ["ann", "ann-b"]), owner(Path("anna.csv"), ["ann", "ann-b"])
    ('ann-b', '')
    """
    stem = path.stem.casefold().removeprefix("copy of ")
    if stem in names:
        return stem
    fits = [name for name in names if stem == name.casefold() or _is_copy(stem, name.casefold())]
    return max(fits, key=len, default="")


def _is_copy(stem: str, name: str) -> bool:
    return stem.startswith(name) and not stem[len(name)].isalnum()
