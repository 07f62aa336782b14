"""One assessment: a folder, what it says, and the only code that writes to it."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from assesslib import journal as journals
from assesslib.assessment import entries, frames
from assesslib.assessment.layout import COLUMNS, SETTINGS, ratings_file, team_file
from assesslib.assessment.settings import Settings, read_settings
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Framework

_TEAM = ("progress", "consensus", "notes", "talk")


@dataclass(frozen=True)
class Assessment:
    """One assessment in its folder. Frames are read from the folder each time, so they are what is on the disk.

    Where the folder or its assessment.toml is gone, reading raises FileNotFoundError: that is not “nobody rated”.

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
        """Tidy ratings (see `assesslib.ratings.tidy`) of every member who rated anything.

        Where the assessment looks back, round 0 is among them: where members say today that the team was last year.
        """
        return frames.ratings_frame(self.name, self.settings, self._members_ratings())

    def ratings_of(self, member: str) -> pd.DataFrame:
        """Tidy ratings of one member alone, read from that member's file and no other; all blank before the first."""
        self._check_member(member)
        said = entries.read_member_journal(self.folder, member, self.settings)
        return frames.ratings_frame(self.name, self.settings, {member: said}, whole=True)

    @property
    def consensus(self) -> pd.DataFrame:
        """What the team agreed, every item in the framework's order (see `frames.consensus_frame`)."""
        return frames.consensus_frame(self.settings, self._team_journal("consensus"))

    @property
    def notes(self) -> pd.DataFrame:
        """The notes that stand (see `frames.notes_frame`)."""
        return frames.notes_frame(self._team_journal("notes"))

    @property
    def note_history(self) -> pd.DataFrame:
        """Every row ever written of every note, also of those withdrawn (see `frames.note_history_frame`)."""
        return frames.note_history_frame(self._team_journal("notes"))

    @property
    def progress(self) -> pd.DataFrame:
        """Every opening and closing of a section, and who was absent."""
        return frames.progress_frame(self._team_journal("progress"))

    @property
    def talk(self) -> pd.DataFrame:
        """The time planned for the talk about a section, and the turns to its items (see `frames.talk_frame`)."""
        return frames.talk_frame(self._team_journal("talk"))

    @property
    def history(self) -> pd.DataFrame:
        """Every row ever written with what it replaced (see `frames.history_frame`)."""
        team = {name: {"": self._team_journal(name)} for name in _TEAM}
        return frames.history_frame({"ratings": self._members_ratings(), **team})

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything in the folder that could not be used or had to be worked around."""
        members, strangers = entries.read_members_journals(self.folder, self.settings)
        team = (self._team_journal(name) for name in _TEAM)
        return (
            *self.settings.faults,
            *strangers,
            *(fault for said in (*members.values(), *team) for fault in said.faults),
        )

    def rate(self, member: str, item: str, level: str = "", *, state: str = "", facet: str = "", round: int = 1,
             comment: str = "", by: str = "", at: str = "") -> dict[str, str]:  # fmt: skip
        """Add one rating; when this returns it is on the disk. Returns the row as written.

        Round 0, last year seen from today, is taken only where the assessment looks back.

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

    def rate_many(self, member: str, said: Iterable[Mapping[str, str]], *, by: str = "") -> list[dict[str, str]]:
        """Add several ratings of one member, written together: each with its ``item`` and ``level`` or ``state``.

        Errors as for `rate`: where one of them has a fault, none is written.
        """
        self._check_member(member)
        rows = [{"by": by, "at": ""} | dict(row) for row in said]
        return self._append_all("ratings", ratings_file(self.folder, member), rows)

    def rate_split(self, member: str, item: str, levels: Mapping[str, str], *, round: int = 1, comment: str = "",
                   by: str = "", at: str = "") -> list[dict[str, str]]:  # fmt: skip
        """Add one rating that is split: a level for each facet, written together. Errors as for `rate`."""
        self._check_member(member)
        said = {"item": item, "round": round, "by": by, "at": at}
        whole = said | {"facet": "", "state": "blank", "level": "", "comment": ""}
        sides = [
            said | {"facet": facet, "state": "split", "level": level, "comment": comment}
            for facet, level in levels.items()
        ]
        return self._append_all("ratings", ratings_file(self.folder, member), [whole, *sides])

    def agree(self, item: str, level: str = "", *, state: str = "", facet: str = "", note: str = "", dissent: str = "",
              by: str = "", at: str = "") -> dict[str, str]:  # fmt: skip
        """Add what the team decided on one item: a level, or a state such as ``unresolved``. Errors as for `rate`."""
        row = {"item": item, "facet": facet, "state": state, "level": level, "note": note, "dissent": dissent}
        return self._append("consensus", team_file(self.folder, "consensus"), row | {"by": by, "at": at})

    def add_note(self, kind: str, text: str, *, id: str = "", section: str = "", item: str = "",
                 about: str | Sequence[str] = (), owner: str = "", due: str = "", measure: str = "", status: str = "",
                 state: str = "kept", by: str = "", at: str = "") -> dict[str, str]:  # fmt: skip
        """Add a note, or change the one with this id. Errors as for `rate`.

        ``about`` names what it concerns: one id, or several.
        """
        ids = [about] if isinstance(about, str) else about
        row = {"id": id or f"{kind}-{secrets.token_hex(4)}", "kind": kind, "text": text, "section": section,
               "item": item, "about": " ".join(ids), "owner": owner, "due": due, "measure": measure,
               "status": status, "state": state, "by": by, "at": at}  # fmt: skip
        return self._append("notes", team_file(self.folder, "notes"), row)

    def record(self, section: str, event: str, *, member: str = "", by: str = "", at: str = "") -> dict[str, str]:
        """Record that a section was opened, closed or reopened, or a member absent from it. Errors as for `rate`."""
        row = {"section": section, "event": event, "member": member, "by": by, "at": at}
        return self._append("progress", team_file(self.folder, "progress"), row)

    def plan(self, section: str, minutes: int, *, by: str = "", at: str = "") -> dict[str, str]:
        """Record how many minutes from now the talk about a section may take, 0 for no plan. Errors as for `rate`."""
        row = {"section": section, "item": "", "event": "planned", "minutes": minutes, "by": by, "at": at}
        return self._append("talk", team_file(self.folder, "talk"), row)

    def turn_to(self, item: str, *, by: str = "", at: str = "") -> dict[str, str]:
        """Record that the talk turned to an item. Errors as for `rate`."""
        section = {one.id: one.section for one in self.framework.items}.get(item, "")
        row = {"section": section, "item": item, "event": "turned", "minutes": "", "by": by, "at": at}
        return self._append("talk", team_file(self.folder, "talk"), row)

    def _append(self, journal: str, path: Path, said: Mapping[str, object]) -> dict[str, str]:
        return self._append_all(journal, path, [said])[0]

    def _append_all(self, journal: str, path: Path, said: Iterable[Mapping[str, object]]) -> list[dict[str, str]]:
        rows = [{column: "" if value is None else str(value) for column, value in row.items()} for row in said]
        cells = [entries.prepared(journal, row, self.framework) for row in rows]
        faults = [
            fault for row in cells for fault in (*entries.CHECKS[journal](row, self.settings), *_time_faults(row))
        ]
        if faults:
            raise FaultsError(faults)
        if journal == "ratings":
            # Sync tools and version control drop a folder that is still empty.
            path.parent.mkdir(exist_ok=True)
        return journals.append(path, COLUMNS[journal], cells)

    def _check_member(self, member: str) -> None:
        ids = tuple(known.id for known in self.settings.members)
        if member not in ids:
            raise FaultsError([Fault("is not a member of this assessment", value=str(member), allowed=ids,
                                     do="Add the member to assessment.toml first.")])  # fmt: skip

    def _team_journal(self, name: str) -> entries.Said:
        return entries.read_team_journal(self.folder, name, self.settings)

    def _members_ratings(self) -> dict[str, entries.Said | entries.PlainRatings]:
        return entries.read_members_ratings(self.folder, self.settings)


def _time_faults(row: Mapping[str, str]) -> Iterable[Fault]:
    if row["at"] and not journals.as_stamp(row["at"]):
        yield Fault("is not a time", column="at", value=row["at"], do="Write it like 2026-03-01T09:15:00Z.")


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


def list_assessments(folder: str | Path) -> list[Path]:
    """The folders directly in ``folder`` that hold an assessment, by name."""
    return sorted(path.parent for path in Path(folder).glob(f"*/{SETTINGS}"))
