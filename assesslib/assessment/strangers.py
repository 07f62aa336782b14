"""What lies in an assessment's folder and is not used: each file is named, so that nothing is missed in silence."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from assesslib.assessment.layout import (
    COLUMNS,
    MAPPING,
    RATINGS,
    REJECTS,
    SETTINGS,
    SPREADSHEETS,
    files_in,
    owner,
    ratings_files,
)
from assesslib.assessment.settings import Settings
from assesslib.faults import Fault

_BESIDE = (Path(MAPPING).stem, Path(REJECTS).stem)
_TEAM = tuple(f"{name}.csv" for name in COLUMNS if name != RATINGS)


def strange_files(folder: Path, settings: Settings) -> tuple[Fault, ...]:
    """A fault for each file that looks as if it held something of the assessment and is not read."""
    ids = [member.id for member in settings.members]
    return (
        *(_second_settings(path) for path in files_in(folder, {".toml"}) if _is_second(path, settings)),
        *(_not_csv(path, "", "under a journal's name") for path in files_in(folder, SPREADSHEETS)),
        *(_no_journal(path) for path in files_in(folder, {".csv"}) if not owner(path, [*_journals(), *_BESIDE])),
        *_in_the_way(folder / RATINGS),
        *(_nobodys(path, ids) for path in ratings_files(folder, ids).get("", ())),
        *(_not_csv(path, RATINGS, "under the member's id") for path in files_in(folder / RATINGS, SPREADSHEETS)),
    )


def _journals() -> list[str]:
    return [Path(name).stem for name in _TEAM]


def _is_second(path: Path, settings: Settings) -> bool:
    used = (SETTINGS, settings.framework_file.casefold())
    return bool(owner(path, [Path(SETTINGS).stem])) and path.name.casefold() not in used


def _second_settings(path: Path) -> Fault:
    return Fault(f"is not {SETTINGS}", value=path.name,
                 do=f"Nothing in it is used: put what it says into {SETTINGS}, then take it away.")  # fmt: skip


def _no_journal(path: Path) -> Fault:
    return Fault("is none of this folder's journals", value=path.name, allowed=_TEAM,
                 do="Nothing in it is used: rename it, or take it away.")  # fmt: skip


def _in_the_way(path: Path) -> Iterable[Fault]:
    if path.is_file():
        yield Fault("is a file where the folder of the members' ratings belongs", value=path.name,
                    do="Nothing in it is used: take it away.")  # fmt: skip


def _nobodys(path: Path, ids: Sequence[str]) -> Fault:
    return Fault("belongs to no member of this assessment", file=RATINGS, value=path.name,
                 allowed=tuple(f"{id}.csv" for id in ids),
                 do="Nothing in it is used: rename the file, or add the member to assessment.toml.")  # fmt: skip


def _not_csv(path: Path, place: str, name: str) -> Fault:
    return Fault("is not a CSV file", file=place, value=path.name,
                 do=f"Nothing in it is used: save it as CSV {name}, or take it away.")  # fmt: skip
