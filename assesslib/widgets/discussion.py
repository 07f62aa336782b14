"""Talk about the differences of a closed section, settle each item, and note what the team sees."""

import math
import time
from collections.abc import Mapping
from typing import Any

import pandas as pd

from assesslib import tables
from assesslib.assessment import Assessment
from assesslib.faults import Fault, FaultsError
from assesslib.tables.agenda import check_minutes
from assesslib.widgets.board import BY, ELEMENTS, HERE, Following
from assesslib.widgets.capture import Capture
from assesslib.widgets.discussion_state import accepts, agreement, opening, talk

PARTS = ("discussion_notes", "discussion")
NOTE_COLUMNS = ("id", "section", "item", "owner", "due", "measure", "state")


class Discussion(Following):
    """The discussion of the chosen assessment, one closed section at a time.

    Attributes
    ----------
    table : DataFrame
        The agenda of the section (see `assesslib.tables.agenda`); empty while the section is not closed.
    """

    def make(self, assessment: Assessment) -> Capture:
        return DiscussionScreen(assessment)


class DiscussionScreen(Capture):
    """The discussion of one assessment; while a section is not closed, its state holds nothing that was said."""

    _esm = ELEMENTS + "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = HERE / "discussion.css"

    def __init__(self, assessment: Assessment):
        self._closings = -1
        self._section = ""
        self._names = False
        self._until: float | None = None
        self._minutes: dict[str, int] = {}
        super().__init__(assessment)

    @property
    def table(self) -> pd.DataFrame:
        return self._agenda() if self._closed() else pd.DataFrame()

    def shown(self) -> dict[str, Any]:
        self._follow_reveal()
        head = opening(self.assessment, self._section)
        if head["hint"]:
            return head
        return head | talk(self.assessment, self._section, self._minutes, self._names)

    def act(self, entry: Mapping[str, Any]) -> None:
        does = {
            "section": self._turn,
            "names": self._name,
            "minutes": self._time,
            "agree": self._agree,
            "accept": self._accept,
            "again": self._again,
            "note": self._note,
        }
        kind = entry.get("type")
        if kind not in does:
            raise FaultsError([Fault("is nothing this discussion can do", value=str(kind), allowed=tuple(does))])
        does[kind](entry)

    def _follow_reveal(self) -> None:
        """Turn to a section as soon as it is closed."""
        closings = len(self.assessment.progress.query("event == 'closed'"))
        if closings > self._closings:
            self._turn({"section": _last_closed(self.assessment)})
        self._closings = closings

    def _closed(self) -> bool:
        return tables.section_states(self.assessment.progress, self.assessment.framework)[self._section] == "closed"

    def _agenda(self, **more: Any) -> pd.DataFrame:
        said = self.assessment
        return tables.agenda(said.ratings, said.framework, said.members, section=self._section, **more)

    def _turn(self, entry: Mapping[str, Any]) -> None:
        self._section = self.assessment.framework.section(str(entry["section"])).id
        self._until, self._minutes = None, {}

    def _name(self, entry: Mapping[str, Any]) -> None:
        self._names = bool(entry["names"])

    def _time(self, entry: Mapping[str, Any]) -> None:
        minutes = int(entry["minutes"])
        check_minutes(minutes)
        self._until = time.monotonic() + 60 * minutes if minutes else None
        self._share_time()

    def _share_time(self) -> None:
        """Share the time left among the items that are not settled."""
        if self._until is None:
            self._minutes = {}
            return
        left = max(0, math.ceil((self._until - time.monotonic()) / 60))
        rows = self._agenda(minutes=left, settled=self._settled())
        self._minutes = {row.item: int(row.minutes) for row in rows.itertuples()}

    def _settled(self) -> list[str]:
        return [item for item, rows in self.assessment.consensus.groupby("item") if agreement(rows)["settled"]]

    def _agree(self, entry: Mapping[str, Any]) -> None:
        item, facets = str(entry["item"]), entry.get("facets") or {}
        said = {"note": str(entry.get("note", "")), "dissent": str(entry.get("dissent", "")), "by": BY}
        if facets:
            self._agree_split(item, facets, said)
        else:
            self.assessment.agree(item, str(entry.get("level", "")), state=str(entry.get("state", "")), **said)
        self._share_time()

    def _agree_split(self, item: str, facets: Mapping[str, str], said: Mapping[str, str]) -> None:
        stands = self.assessment.consensus.query("item == @item and facet != ''")["facet"]
        if set(stands) - set(facets):
            self.assessment.agree(item, state="blank", by=BY)
        for facet, level in facets.items():
            self.assessment.agree(item, level, facet=facet, **said)

    def _accept(self, _: Mapping[str, Any]) -> None:
        """Agree on every item on which all agree, with the level all gave; what is settled stays as it is."""
        if not self._closed():
            return
        settled = self._settled()
        for row in self._agenda().to_dict("records"):
            if accepts(row) and row["item"] not in settled:
                level = next(code for code in self.assessment.framework.codes if row[code])
                self.assessment.agree(row["item"], level, by=BY)
        self._share_time()

    def _again(self, entry: Mapping[str, Any]) -> None:
        level = str(entry.get("level", ""))
        self.assessment.rate(str(entry["member"]), str(entry["item"]), level, round=2, by=BY)

    def _note(self, entry: Mapping[str, Any]) -> None:
        known = {name: str(entry[name]) for name in NOTE_COLUMNS if entry.get(name)}
        self.assessment.add_note(str(entry["kind"]), str(entry["text"]), by=BY, **self._kept(entry) | known)

    def _kept(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        """What a change of a note leaves as it was: where it stands, what it is about, and its status."""
        notes = self.assessment.notes
        before = notes.loc[notes["id"] == entry.get("id"), ["section", "item", "about", "status"]].to_dict("records")
        return before[0] | {"about": before[0]["about"].split()} if before else {}


def _last_closed(assessment: Assessment) -> str:
    """The section that was closed last and still is, else the first."""
    states = tables.section_states(assessment.progress, assessment.framework)
    turns = assessment.progress.query("event == 'closed'")["section"]
    closed = [id for id in turns if states.get(id) == "closed"]
    return closed[-1] if closed else next(iter(states))
