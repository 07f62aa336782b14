"""Who has finished which section, and never what they said: open a section, wait, close it and reveal."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import ipywidgets as w
import pandas as pd

from assesslib import tables
from assesslib.assessment import Assessment
from assesslib.faults import Fault, FaultsError
from assesslib.widgets.capture import Capture
from assesslib.widgets.choose import ChooseAssessment

HERE = Path(__file__).parent
ELEMENTS = (HERE / "elements.js").read_text(encoding="utf-8")
BY = "facilitator"
TURNS = {"open": "opened", "close": "closed", "reopen": "reopened"}
FROM = {"open": ("not opened",), "close": ("open", "not opened"), "reopen": ("closed",)}
SEEN = "The ratings of this section have been shown. Reopen it, so that members can still change theirs?"


class Following(w.VBox):
    """A screen on the chosen assessment, made anew when another is chosen; a subclass says which.

    Attributes
    ----------
    screen : Capture or None
    """

    screen: Capture | None = None

    def __init__(self, choice: ChooseAssessment):
        self._choice = choice
        super().__init__()
        choice.observe(self._follow, "assessment")
        self._follow()

    def __repr__(self) -> str:
        return type(self).__name__

    def make(self, assessment: Assessment) -> Capture:
        """The screen for one assessment."""
        raise NotImplementedError

    @property
    def table(self) -> pd.DataFrame:
        """The rows behind the screen; empty where no assessment is chosen."""
        return self.screen.table if self.screen else pd.DataFrame()

    def _follow(self, _=None) -> None:
        before, chosen = self.screen, self._choice.assessment
        self.screen = self.make(chosen) if chosen else None
        self.children = [self.screen] if self.screen else []
        if before:
            before.close()


class Board(Following):
    """Who has finished, section by section, of the chosen assessment.

    Attributes
    ----------
    table : DataFrame
        As `assesslib.tables.board` gives it.
    """

    def make(self, assessment: Assessment) -> Capture:
        return BoardScreen(assessment)


class BoardScreen(Capture):
    """The board of one assessment; its state holds no level, comment or kind of answer."""

    _esm = ELEMENTS + (HERE / "board.js").read_text(encoding="utf-8")
    _css = HERE / "discussion.css"

    def __init__(self, assessment: Assessment):
        self._section = ""
        self._question: dict[str, str] = {}
        super().__init__(assessment)

    @property
    def table(self) -> pd.DataFrame:
        return tables.board(self.assessment)

    def act(self, entry: Mapping[str, Any]) -> None:
        kind, section = entry.get("type"), str(entry.get("section", ""))
        self._question = {}
        if kind in TURNS:
            self._turn(kind, section, bool(entry.get("sure")))
        elif kind in ("absent", "present"):
            self.assessment.record(section, kind, member=str(entry["member"]), by=BY)
        elif kind == "look":
            self._section = section
        elif kind != "wait":
            raise FaultsError([Fault("is nothing this board can do", value=str(kind))])

    def _turn(self, kind: str, section: str, sure: bool) -> None:
        """Open, close or reopen a section; where somebody is not finished, ask first."""
        state = tables.section_states(self.assessment.progress, self.assessment.framework).get(section)
        if state:
            self._section = section
        if state and state not in FROM[kind]:
            return
        asked = "" if sure else self._doubt(kind, section)
        if asked:
            self._question = {"type": kind, "section": section, "text": asked}
        else:
            self.assessment.record(section, TURNS[kind], by=BY)

    def _doubt(self, kind: str, section: str) -> str:
        return {"close": unfinished(self.table, section), "reopen": SEEN}.get(kind, "")

    def shown(self) -> dict[str, Any]:
        framework, rows = self.assessment.framework, self.table
        states = tables.section_states(self.assessment.progress, framework)
        names = {part.id: f"{part.number} {part.title}".strip() for part in framework.sections if part.rated}
        here = self._section or _first_to_do(states)
        return {
            "sections": [_section(id, title, states[id], rows[rows["section"] == id]) for id, title in names.items()],
            "section": here,
            "members": [_member(row) for row in rows[rows["section"] == here].to_dict("records")],
            "question": dict(self._question),
        }


def _first_to_do(states: Mapping[str, str]) -> str:
    """The open section, else the first that is not closed, else the last."""
    found = [id for id, state in states.items() if state == "open"]
    return next(iter([*found, *(id for id, state in states.items() if state != "closed"), *reversed(states)]))


def _section(id: str, title: str, state: str, rows: pd.DataFrame) -> dict[str, Any]:
    absent = rows.loc[rows["absent"], "name"].where(rows["name"] != "", rows["member"])
    here = rows[~rows["absent"]]
    return {
        "id": id,
        "title": title,
        "state": state,
        "finished": int(here["finished"].sum()),
        "expected": len(here),
        "absent": list(absent),
    }


def _member(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": row["member"],
        "name": row["name"] or row["member"],
        "organisation": row["organisation"],
        "said": progress_in_words(row),
        "finished": bool(row["finished"]),
        "absent": bool(row["absent"]),
    }


def progress_in_words(row: Mapping[str, Any]) -> str:
    """How far one member is.

    Examples
    --------
    >>> progress_in_words({"absent": False, "done": True, "answered": 5, "asked": 7})
    'done, 5 of 7'
    >>> progress_in_words({"absent": False, "done": False, "answered": 0, "asked": 7})
    'not begun'
    """
    count = f"{row['answered']} of {row['asked']}"
    if row["absent"]:
        return f"absent, {count}" if row["answered"] else "absent"
    if row["done"] or row["answered"] >= row["asked"]:
        return f"done, {count}"
    return count if row["answered"] else "not begun"


def unfinished(table: pd.DataFrame, section: str) -> str:
    """The question to ask before a section is closed while somebody is not finished; "" where everybody is."""
    rows = table[(table["section"] == section) & ~table["finished"]].to_dict("records")
    if not rows:
        return ""
    who = ", ".join(f"{row['name'] or row['member']} ({progress_in_words(row)})" for row in rows)
    return f"Not finished: {who}. Close the section all the same and show what everybody said?"
