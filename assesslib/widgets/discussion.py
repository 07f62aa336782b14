"""Talk about the differences of a closed section, settle each item, and note what the team sees."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from assesslib import tables
from assesslib.assessment import Assessment
from assesslib.faults import Fault, FaultsError
from assesslib.tables.agenda import check_minutes
from assesslib.widgets.board import BY, ELEMENTS, HERE, Following
from assesslib.widgets.capture import Capture
from assesslib.widgets.discussion_state import accepts, agreement, opening, settled, talk

PARTS = tuple(f"discussion{part}" for part in ("_notes", "_again", "_agreed", "_card", "_time", ""))
WORDS = ("note", "dissent")
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
        self._revealed = ""
        self._names = False
        super().__init__(assessment)

    @property
    def table(self) -> pd.DataFrame:
        return self._agenda() if self._closed() else pd.DataFrame()

    def shown(self) -> dict[str, Any]:
        self._follow_reveal()
        head = opening(self.assessment, self._section) | {"revealed": self._revealed}
        if head["hint"]:
            return head
        return head | talk(self.assessment, self._section, self._names)

    def act(self, entry: Mapping[str, Any]) -> None:
        does = {
            "section": self._turn,
            "names": self._name,
            "minutes": self._plan,
            "turned": self._turned,
            "agree": self._agree,
            "words": self._remark,
            "accept": self._accept,
            "second": self._second,
            "note": self._note,
        }
        kind = entry.get("type")
        if kind not in does:
            raise FaultsError([Fault("is nothing this discussion can do", value=str(kind), allowed=tuple(does))])
        does[kind](entry)

    def _follow_reveal(self) -> None:
        """Offer a section as soon as it is closed; only the page knows whether somebody is writing about another."""
        closings = len(self.assessment.progress.query("event == 'closed'"))
        last = _last_closed(self.assessment)
        if self._closings < 0:
            self._section = last
        elif closings > self._closings:
            self._revealed = last
        if self._revealed in (self._section, *self._not_closed()):
            self._revealed = ""
        self._closings = closings

    def _not_closed(self) -> list[str]:
        states = tables.section_states(self.assessment.progress, self.assessment.framework)
        return [id for id, state in states.items() if state != "closed"]

    def _closed(self) -> bool:
        return tables.section_states(self.assessment.progress, self.assessment.framework)[self._section] == "closed"

    def _agenda(self) -> pd.DataFrame:
        said = self.assessment
        return tables.agenda(said.ratings, said.framework, said.members, section=self._section)

    def _turn(self, entry: Mapping[str, Any]) -> None:
        self._revealed = ""
        self._section = self.assessment.framework.section(str(entry["section"])).id

    def _name(self, entry: Mapping[str, Any]) -> None:
        self._names = bool(entry["names"])

    def _plan(self, entry: Mapping[str, Any]) -> None:
        minutes = int(entry["minutes"])
        check_minutes(minutes)
        self.assessment.plan(self._section, minutes, by=BY)

    def _turned(self, entry: Mapping[str, Any]) -> None:
        self.assessment.turn_to(str(entry["item"]), by=BY, at=str(entry.get("at", "")))

    def _agree(self, entry: Mapping[str, Any]) -> None:
        """What the team decided; words that do not come with it stay as they stand."""
        item, facets = str(entry["item"]), entry.get("facets") or {}
        stands = self._stands(item)
        said = {name: str(entry.get(name, stands.get(name, ""))) for name in WORDS} | {"by": BY}
        if facets:
            self._agree_split(item, facets, said)
        else:
            self.assessment.agree(item, str(entry.get("level", "")), state=str(entry.get("state", "")), **said)

    def _remark(self, entry: Mapping[str, Any]) -> None:
        """Words beside a decision, which stays as it stands in the folder now."""
        stands = self._stands(str(entry["item"]))
        self._agree({name: stands[name] for name in ("state", "level", "facets") if stands} | dict(entry))

    def _stands(self, item: str) -> dict[str, Any]:
        rows = self.assessment.consensus.query("item == @item")
        return agreement(rows) if len(rows) else {}

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
        before = settled(self.assessment.consensus)
        for row in self._agenda().to_dict("records"):
            if accepts(row) and row["item"] not in before:
                level = next(code for code in self.assessment.framework.codes if row[code])
                self._agree({"item": row["item"], "level": level})

    def _second(self, entry: Mapping[str, Any]) -> None:
        """A second rating, which may be don't know; without a level or a state it is taken back."""
        said = {name: str(entry.get(name, "")) for name in ("level", "state")}
        self.assessment.rate(str(entry["member"]), str(entry["item"]), round=2, by=BY, **said)

    def _note(self, entry: Mapping[str, Any]) -> None:
        known = {name: str(entry[name]) for name in NOTE_COLUMNS if entry.get(name)}
        if "item" in entry:
            known["item"] = str(entry["item"])
        whole = self._kept(entry) | known
        if whole.get("item"):
            whole["section"] = self.assessment.framework.item(whole["item"]).section
        self.assessment.add_note(str(entry["kind"]), str(entry["text"]), by=BY, **whole)

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
