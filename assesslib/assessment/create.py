"""Make the folder of a new assessment, whole or not at all."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from shutil import copyfile

from assesslib.assessment.layout import RATINGS, SETTINGS
from assesslib.assessment.record import Assessment, open_assessment
from assesslib.assessment.settings import Member, find_framework, settings_faults, write_settings
from assesslib.faults import Fault, FaultsError
from assesslib.framework import list_frameworks

_ASKED = {"date": "Write it like 2026-03-01.", "looking_back": "Give True or False."}


def create_assessment(folder: str | Path, *, framework: str, partnership: str, date: str = "", about: str = "",
                      members: Iterable[Member | Mapping[str, str]] = (),
                      looking_back: bool = False) -> Assessment:  # fmt: skip
    """Make the folder of a new assessment and open it.

    Parameters
    ----------
    folder : str or Path
        A folder that does not exist or is empty.
    framework : str
        The id of a shipped framework, or the path of a framework's own .toml file, which is copied into the folder.
    partnership : str
        Who assesses themselves.
    date : str
        The day, like 2026-03-01; may be left out.
    about : str
        A remark on the assessment as a whole.
    members : iterable of Member or dict
        The team; each needs an ``id`` and may have ``name, organisation, role``.
    looking_back : bool
        Whether members are also asked where the team was last year, seen from today; it makes sense where the team
        rated itself a year ago.

    Raises
    ------
    FaultsError
        The folder holds something already, or what was given has faults: nothing is made.
    """
    path, named = Path(folder).resolve(), str(framework)
    roster = [asdict(member) if isinstance(member, Member) else member for member in members]
    said = {"framework": named, "partnership": partnership, "date": str(date), "about": about,
            "looking_back": looking_back}  # fmt: skip
    found, unknown = find_framework(named, Path())
    faults = (*_occupied(path), *settings_faults(said | {"members": roster}), *unknown)
    if faults:
        raise FaultsError(_as_asked(fault) for fault in faults)
    _make(path, said | {"version": found.version}, [Member(**member) for member in roster])
    return open_assessment(path)


def _as_asked(fault: Fault) -> Fault:
    """A fault of the settings as one of what was asked for: nobody has seen the file yet."""
    if fault.file != SETTINGS:
        return fault
    return replace(fault, file="", do=_ASKED.get(fault.key, fault.do))


def _occupied(path: Path) -> Iterable[Fault]:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        yield Fault("holds something already", value=path.name, do="Choose a folder that does not exist yet.")


def _make(path: Path, said: Mapping[str, str | bool], members: Sequence[Member]) -> None:
    """Make the folder, assessment.toml last; where that fails, take back what was made."""
    named = said["framework"]
    file = named if named in list_frameworks() else _name_in_folder(Path(named))
    made = [path / RATINGS, path / file, *([] if path.exists() else [path])]
    path.mkdir(parents=True, exist_ok=True)
    try:
        (path / RATINGS).mkdir()
        if named not in list_frameworks():
            copyfile(named, path / file)
        write_settings(path, said | {"framework": file}, members)
    except OSError:
        _take_back(made)
        raise


def _name_in_folder(file: Path) -> str:
    return "framework.toml" if file.name.lower() == SETTINGS else file.name


def _take_back(made: Iterable[Path]) -> None:
    for path in made:
        with suppress(OSError):
            path.rmdir() if path.is_dir() else path.unlink()
