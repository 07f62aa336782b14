"""Set up an assessment: what is asked, who asks it, when, and the team; then make its folder."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import anywidget
import pandas as pd
import traitlets

from assesslib.assessment import Member, create_assessment, open_assessment
from assesslib.faults import Fault, FaultsError
from assesslib.journal import is_day
from assesslib.readers.roster import cleaned, read_roster
from assesslib.widgets import roster
from assesslib.widgets import set_up_choices as choices
from assesslib.widgets.board import ELEMENTS, HERE
from assesslib.widgets.capture import said
from assesslib.widgets.set_up_draft import drop_draft, is_started, keep_draft, kept_draft, new_draft
from assesslib.words import date_given

PARTS = ("set_up_parts", "set_up_team", "set_up")
KEPT = "Your unfinished set-up was kept: go on where you left off, or start again."
THROWN = "The unfinished set-up was thrown away."
_STAYS = "What you entered is kept here: put it right, then try again."
_NOT_KEPT = "The unfinished set-up cannot be kept on the disk"
_PAGE = "It stands on this page alone: do not close it before the folder is made."


class SetUp(anywidget.AnyWidget):
    """The page on which a new assessment is set up.

    What is typed is kept in a draft file of its own until the page's one button makes the folder; nothing else is
    written before.

    Attributes
    ----------
    draft : dict
        What was entered so far: ``step, earlier, framework, partnership, date, folder, about, looking_back, rows``.
    shown : dict
        What the page shows beside it: what there is to choose from, an id and a remark a row, what is missing.
    table : DataFrame
        The team as it would be written: ``id, name, organisation, role``.
    """

    _esm = ELEMENTS + "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = "".join((HERE / f"{part}.css").read_text(encoding="utf-8") for part in ("capture", "set_up"))
    draft = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)

    def __init__(self, folder: str | Path = "../data"):
        self.folder = Path(folder).resolve()
        self._earlier = choices.earlier_assessments(self.folder)
        self._choices = {"frameworks": choices.frameworks(self._earlier), "earlier": choices.earlier(self.folder)}
        self._made: dict[str, Any] = {}
        self._thrown: dict[str, Any] = {}
        # A kernel may hand over messages from several threads at a time.
        self._one_at_a_time = threading.RLock()
        known = [one["value"] for one in self._choices["frameworks"]]
        found = kept_draft(self.folder, known, self._earlier)
        self._found, self._not_kept = is_started(found), ""
        super().__init__(draft=found)
        self.observe(self._keep, "draft")
        self.on_msg(lambda _, content, __: self.receive(content))
        self.refresh()

    def __repr__(self) -> str:
        return type(self).__name__

    @property
    def table(self) -> pd.DataFrame:
        members = [asdict(member) for member in self._team() if member]
        return pd.DataFrame(members, columns=[field.name for field in fields(Member)])

    def receive(self, entry: Mapping[str, Any]) -> None:
        """Do what the page asks; the answer goes back as a message of the same type, or as ``refused`` with why."""
        with self._one_at_a_time:
            try:
                answer = self._act(entry)
            except FaultsError as faults:
                answer = {"type": "refused", "faults": [str(fault) for fault in faults.faults]}
            except OSError as fault:
                answer = {"type": "refused", "faults": [f"NOT DONE: {said(fault)}. {_STAYS}"]}
            self.send({"seq": entry.get("seq")} | answer)

    def _act(self, entry: Mapping[str, Any]) -> dict[str, Any]:
        match entry.get("type"):
            case "carry":
                return {"type": "carry"} | self._carried(str(entry.get("earlier", "")))
            case "paste":
                return {"type": "paste"} | self._pasted(str(entry.get("text", "")))
            case "again":
                return {"type": "again", "draft": self._again(entry.get("draft") or self.draft)}
            case "back":
                return {"type": "back", "draft": self._back()}
            case "make":
                self.draft = dict(entry.get("draft") or self.draft)
                return self._make()
            case other:
                raise FaultsError([Fault("is nothing this page can do", value=str(other))])

    def _again(self, draft: Mapping[str, Any]) -> dict[str, Any]:
        """A new draft for the page to go on with; the one that is thrown away can be put back."""
        self._thrown, self._found = dict(draft), False
        return new_draft()

    def _back(self) -> dict[str, Any]:
        before, self._thrown, self._found = self._thrown or self.draft, {}, True
        self.refresh()
        return dict(before)

    def _carried(self, name: str) -> dict[str, Any]:
        if not name:
            return {"earlier": "", "rows": []}
        before = open_assessment(self.folder / name)
        return {"earlier": name, "framework": choices.framework_of(before), "partnership": before.partnership,
                "rows": roster.carried(before.settings.members)}  # fmt: skip

    def _pasted(self, text: str) -> dict[str, Any]:
        read = read_roster(text)
        here = {(row.get("name", ""), row.get("organisation", "")) for row in self.draft["rows"]}
        new = [person for person in read.people if (person.name, person.organisation) not in here]
        again = [Fault("is in the team already", value=person.name, do="The row was not added again.", handled=True)
                 for person in read.people if person not in new]  # fmt: skip
        lines = [("note" if fault.handled else "fault", str(fault)) for fault in (*read.faults, *again)]
        return {"rows": [asdict(person) for person in new], "said": lines}

    def _make(self) -> dict[str, Any]:
        if missing := self._missing():
            return {"type": "refused", "faults": [one["text"] for one in missing]}
        made = create_assessment(self.folder / self._name(), framework=self.draft["framework"],
                                 partnership=cleaned(self.draft["partnership"]), date=self.draft["date"],
                                 about=self.draft.get("about", "").strip(),
                                 looking_back=bool(self.draft.get("looking_back")),
                                 members=[member for member in self._team() if member])  # fmt: skip
        self._made = {"folder": self._place(), "partnership": made.partnership, "members": len(made.members)}
        with suppress(OSError):
            drop_draft(self.folder)
        self.refresh()
        return {"type": "make"}

    def _keep(self, _=None) -> None:
        """Keep what was typed, and show what stands beside it."""
        with self._one_at_a_time:
            try:
                if not self._made:
                    keep_draft(self.folder, self.draft)
                self._not_kept = ""
            except OSError as fault:
                self._not_kept = f"{_NOT_KEPT}: {said(fault)}. {_PAGE}"
            self.refresh()

    def refresh(self, _=None) -> None:
        """Work out again what the page shows beside what was typed."""
        with self._one_at_a_time:
            self.shown = self._choices | self._team_shown() | self._folder_shown() | self._draft_shown()

    def _draft_shown(self) -> dict[str, Any]:
        thrown = bool(self._thrown) and not is_started(self.draft)
        kept = THROWN if thrown else KEPT if self._found else ""
        return {"kept": kept, "thrown": thrown, "not_kept": self._not_kept}

    def _team_shown(self) -> dict[str, Any]:
        members, earlier = self._team(), self._before()
        rows = zip(members, roster.remarks(self.draft["rows"], members, earlier), strict=True)
        return {
            "rows": [{"id": member.id if member else "", "remark": remark} for member, remark in rows],
            "members": sum(member is not None for member in members),
            "organisations": sorted({member.organisation for member in members if member} - {""}),
            "left_out": roster.left_out(members, earlier),
        }

    def _folder_shown(self) -> dict[str, Any]:
        return {
            "folder": self._name(),
            "place": self._place(),
            "spoken": date_given(self.draft["date"]) if is_day(self.draft["date"]) else "",
            "missing": [] if self._made else self._missing(),
            "made": self._made,
        }

    def _before(self) -> tuple[Member, ...]:
        before = self._earlier.get(self.draft["earlier"])
        return before.settings.members if before else ()

    def _team(self) -> list[Member | None]:
        return roster.team(self.draft["rows"], self._before())

    def _name(self) -> str:
        return self.draft["folder"].strip() or choices.propose_folder(self.draft["partnership"], self.draft["date"])

    def _place(self) -> str:
        return f"{self.folder.name}/{self._name()}"

    def _missing(self) -> list[dict[str, str]]:
        return [{"step": step, "text": text} for step, text in self._faults()]

    def _faults(self) -> Iterator[tuple[str, str]]:
        if not self.draft["framework"]:
            yield "framework", "Choose a framework."
        if not cleaned(self.draft["partnership"]):
            yield "partnership", "Name the partnership."
        if not is_day(self.draft["date"]):
            yield "partnership", "Choose the date."
        elif self._name() and (fault := choices.folder_fault(self.folder, self._name())):
            yield "partnership", fault
        elif not self._name() and cleaned(self.draft["partnership"]):
            yield "partnership", "Name the folder: none can be made from these letters."
        yield from self._team_faults()

    def _team_faults(self) -> Iterator[tuple[str, str]]:
        members = self._team()
        if not any(members):
            yield "team", "Name at least one member of the team."
        for place, row in enumerate(self.draft["rows"]):
            if not members[place] and roster.is_begun(row):
                yield "team", f"Row {place + 1} of the team has no name: write it, or remove the row."
