"""One assessment: a folder, what it says, and the only code that writes to it."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from shutil import copyfile

import pandas as pd

from assesslib import journal as journals
from assesslib.assessment import entries, frames
from assesslib.assessment.layout import COLUMNS, RATINGS, SETTINGS, ratings_file, team_file
from assesslib.assessment.settings import (
    Member,
    Settings,
    find_framework,
    read_settings,
    settings_faults,
    write_settings,
)
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework, list_frameworks

_TEAM = ("progress", "consensus", "notes")


@dataclass(frozen=True)
class Assessment:
    """One assessment in its folder. Frames are read from the folder each time, so they are what is on the disk.

    Attributes
    ----------
    folder : Path
    settings : Settings
        What stands in assessment.toml.
    """

    folder: Path
    settings: Settings

    @property
    def name(self) -> str:
        """The folder's name, which the tidy ratings carry as ``assessment``."""
        return self.folder.name

    @property
    def framework(self) -> Framework:
        """What was asked."""
        return self.settings.framework

    @property
    def partnership(self) -> str:
        """Who assessed themselves."""
        return self.settings.partnership

    @property
    def date(self) -> str:
        """The day of the assessment like 2026-03-01, or "" where the form gave none."""
        return self.settings.date

    @property
    def about(self) -> str:
        """A remark on the assessment as a whole, e.g. that it is constructed."""
        return self.settings.about

    @property
    def members(self) -> pd.DataFrame:
        """The team: ``id, name, organisation, role``, one row a member."""
        columns = ["id", "name", "organisation", "role"]
        return pd.DataFrame([asdict(member) for member in self.settings.members], columns=columns, dtype="str")

    @property
    def ratings(self) -> pd.DataFrame:
        """Tidy ratings (see `assesslib.ratings.tidy`) of every member who rated anything."""
        return frames.ratings_frame(self.name, self.settings, self._members_journals()[0])

    @property
    def consensus(self) -> pd.DataFrame:
        """What the team agreed, every item in the framework's order (see `frames.consensus_frame`)."""
        return frames.consensus_frame(self.settings, self._team_journal("consensus"))

    @property
    def notes(self) -> pd.DataFrame:
        """The notes that stand (see `frames.notes_frame`)."""
        return frames.notes_frame(self._team_journal("notes"))

    @property
    def progress(self) -> pd.DataFrame:
        """Every opening and closing of a section, and who was absent."""
        return frames.progress_frame(self._team_journal("progress"))

    @property
    def history(self) -> pd.DataFrame:
        """Every row ever written with what it replaced (see `frames.history_frame`)."""
        team = {name: {"": self._team_journal(name)} for name in _TEAM}
        return frames.history_frame({"ratings": self._members_journals()[0], **team})

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything in the folder that could not be used or had to be worked around."""
        members, strangers = self._members_journals()
        team = (self._team_journal(name) for name in _TEAM)
        return (
            *self.settings.faults,
            *strangers,
            *(fault for said in (*members.values(), *team) for fault in said.faults),
        )

    def rate(self, member: str, item: str, level: str = "", *, state: str = "", facet: str = "", round: int = 1,
             comment: str = "", by: str = "", at: str = "") -> dict[str, str]:  # fmt: skip
        """Add one rating; when this returns it is on the disk. Returns the row as written.

        Raises
        ------
        FaultsError
            An unknown member or item, a level not on the scale, a level where the state has none: nothing is written.
        OSError
            The folder is read-only, full or gone, or the file is held by another program: nothing was saved.
        """
        self._check_member(member)
        row = {"item": item, "facet": facet, "round": round, "state": state, "level": level, "comment": comment}
        return self._append("ratings", ratings_file(self.folder, member), row | {"by": by, "at": at})

    def agree(self, item: str, level: str = "", *, state: str = "", facet: str = "", note: str = "", dissent: str = "",
              by: str = "", at: str = "") -> dict[str, str]:  # fmt: skip
        """Add what the team decided on one item: a level, or a state such as ``unresolved``. Errors as for `rate`."""
        row = {"item": item, "facet": facet, "state": state, "level": level, "note": note, "dissent": dissent}
        return self._append("consensus", team_file(self.folder, "consensus"), row | {"by": by, "at": at})

    def add_note(self, kind: str, text: str, *, id: str = "", section: str = "", item: str = "",
                 about: Sequence[str] = (), owner: str = "", due: str = "", measure: str = "", status: str = "",
                 state: str = "kept", by: str = "", at: str = "") -> dict[str, str]:  # fmt: skip
        """Add a note, or change the one with this id; ``about`` names what it concerns. Errors as for `rate`."""
        row = {"id": id or f"{kind}-{secrets.token_hex(4)}", "kind": kind, "text": text, "section": section,
               "item": item, "about": " ".join(about), "owner": owner, "due": due, "measure": measure,
               "status": status, "state": state, "by": by, "at": at}  # fmt: skip
        return self._append("notes", team_file(self.folder, "notes"), row)

    def record(self, section: str, event: str, *, member: str = "", by: str = "", at: str = "") -> dict[str, str]:
        """Record that a section was opened, closed or reopened, or a member absent from it. Errors as for `rate`."""
        row = {"section": section, "event": event, "member": member, "by": by, "at": at}
        return self._append("progress", team_file(self.folder, "progress"), row)

    def _append(self, journal: str, path: Path, said: Mapping[str, object]) -> dict[str, str]:
        row = {column: "" if value is None else str(value) for column, value in said.items()}
        cells = entries.prepared(journal, row, self.framework)
        faults = tuple(entries.CHECKS[journal](cells, self.settings))
        if row["at"] and not journals.as_stamp(row["at"]):
            faults += (Fault("is not a time", column="at", value=row["at"], do="Write it like 2026-03-01T09:15:00Z."),)
        if faults:
            raise FaultsError(faults)
        if journal == "ratings":
            # Sync tools and version control drop a folder that is still empty.
            path.parent.mkdir(exist_ok=True)
        return journals.append(path, COLUMNS[journal], [cells])[0]

    def _check_member(self, member: str) -> None:
        ids = tuple(known.id for known in self.settings.members)
        if member not in ids:
            raise FaultsError([Fault("is not a member of this assessment", value=str(member), allowed=ids,
                                     do="Add the member to assessment.toml first.")])  # fmt: skip

    def _team_journal(self, name: str) -> entries.Said:
        return entries.read_team_journal(self.folder, name, self.settings)

    def _members_journals(self) -> tuple[dict[str, entries.Said], tuple[Fault, ...]]:
        return entries.read_members_journals(self.folder, self.settings)


def open_assessment(folder: str | Path) -> Assessment:
    """Open an assessment's folder.

    Rows that cannot be used do not keep it from opening: they are set aside and listed in ``.faults``.

    Raises
    ------
    FaultsError
        With every fault of assessment.toml at once.
    """
    path = Path(folder).resolve()
    return Assessment(path, read_settings(path))


def create_assessment(folder: str | Path, *, framework: str, partnership: str, date: str = "", about: str = "",
                      members: Iterable[Member | Mapping[str, str]] = ()) -> Assessment:  # fmt: skip
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

    Raises
    ------
    FaultsError
        The folder holds something already, or what was given has faults: nothing is made.
    """
    path, named = Path(folder).resolve(), str(framework)
    roster = [asdict(member) if isinstance(member, Member) else member for member in members]
    said = {"framework": named, "partnership": partnership, "date": str(date), "about": about}
    found, unknown = find_framework(named, Path())
    faults = (*_occupied(path), *settings_faults(said | {"members": roster}), *unknown)
    if faults:
        raise FaultsError(replace(fault, file="") if fault.file == SETTINGS else fault for fault in faults)
    _make(path, said | {"version": found.version}, [Member(**member) for member in roster])
    return open_assessment(path)


def _occupied(path: Path) -> Iterable[Fault]:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        yield Fault("holds something already", value=path.name, do="Choose a folder that does not exist yet.")


def _make(path: Path, said: Mapping[str, str], members: Sequence[Member]) -> None:
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


def list_assessments(folder: str | Path) -> list[Path]:
    """The folders directly in ``folder`` that hold an assessment, by name."""
    return sorted(path.parent for path in Path(folder).glob(f"*/{SETTINGS}"))
