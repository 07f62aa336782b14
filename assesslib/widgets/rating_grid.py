"""The facilitator's grid: items x members, for paper forms and shows of hands, a key an answer."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd
import traitlets

from assesslib.assessment import Assessment
from assesslib.assessment.layout import ratings_files
from assesslib.faults import Fault, FaultsError
from assesslib.framework import Section
from assesslib.readers.pasted import Pasted, PastedCell, read_pasted
from assesslib.widgets.board import ELEMENTS
from assesslib.widgets.capture import Capture
from assesslib.widgets.grid_answers import (
    BLANK,
    LAST_YEAR,
    TODAY,
    Answer,
    Answers,
    Cell,
    Turns,
    standing_answers,
    standing_turns,
    turn_of,
)
from assesslib.words import many

HERE = Path(__file__).parent
PARTS = ("rating_grid_cells", "rating_grid_parts", "rating_grid_paste", "rating_grid")
HIDDEN = "•"
"""Stands for an answer that a member gave alone, until the section is closed."""


class RatingGrid(Capture):
    """The grid of one assessment, a section at a time.

    An answer that a member gave alone is shown as a dot, and cannot be written over, until its section is closed. Where
    the assessment looks back, the page can be switched to last year as the members see it today; each entry says which
    of the two it is of.

    Parameters
    ----------
    assessment : Assessment
    section : str
        The section to begin with; without one, the first that is not full.
    by : str
        Who enters, as the journals record it.

    Attributes
    ----------
    asked : dict
        The scale, members, sections and items, and whether it looks back.
    section : str
        The section that is shown.
    table : DataFrame
        Today's cells as they are shown: ``item`` and a column a member.
    """

    _esm = ELEMENTS + "".join((HERE / f"{part}.js").read_text(encoding="utf-8") for part in PARTS)
    _css = HERE / "rating_grid.css"
    asked = traitlets.Dict().tag(sync=True)
    section = traitlets.Unicode().tag(sync=True)

    def __init__(self, assessment: Assessment, section: str = "", by: str = "facilitator"):
        self.by = by
        self._read: dict[str, tuple[object, dict[int, dict[str, Answer]]]] = {}
        self._done: list[tuple[object, list[Cell]]] = []
        self._home = {item.id: item.section for item in assessment.framework.items}
        if section:
            assessment.framework.section(section)
        super().__init__(assessment, asked=_asked(assessment), section=section)
        self.section = section or self._first_open()

    @property
    def table(self) -> pd.DataFrame:
        items = [item.id for item in self.assessment.framework.items]
        marks = {id: [theirs.get(item, "") for item in items] for id, theirs in self.shown()["answers"].items()}
        return pd.DataFrame({"item": items, **marks}, dtype="str")

    def _first_open(self) -> str:
        rated = [section for section in self.assessment.framework.sections if section.rated]
        return next((section.id for section in rated if not self._full(section)), rated[0].id)

    def _full(self, section: Section) -> bool:
        absent = self.state.get("absent", {}).get(section.id, ())
        answers = [theirs for id, theirs in self.state.get("answers", {}).items() if id not in absent]
        return all(theirs.get(item.id) for theirs in answers for item in section.items)

    def shown(self) -> dict[str, Any]:
        turns, answers = standing_turns(self.assessment), self._answers()
        marks = {turn: self._marks(theirs, turns) for turn, theirs in answers.items()}
        late = {
            member: [item for item, one in theirs.items() if one.is_after(turns.shown.get(self._home[item], ""))]
            for member, theirs in answers[TODAY].items()
        }
        late = {member: items for member, items in late.items() if items}
        return {"answers": marks[TODAY], "last_year": marks[LAST_YEAR], "late": late, "absent": turns.absent,
                "closed": sorted(turns.closed)}  # fmt: skip

    def _marks(self, said: Mapping[str, Mapping[str, Answer]], turns: Turns) -> dict[str, dict[str, str]]:
        """The cells as they are shown, by member and item."""
        return {
            member: {
                item: HIDDEN if self._alone(member, answer) and self._home[item] not in turns.closed else answer.mark
                for item, answer in theirs.items()
            }
            for member, theirs in said.items()
        }

    def _answers(self) -> Answers:
        """What stands, by round, member and item; only files that changed since are read again."""
        ids = [member.id for member in self.assessment.settings.members]
        files = ratings_files(self.assessment.folder, ids)
        for id in ids:
            stamp = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files.get(id, ())]
            if self._read.get(id, (None,))[0] != stamp:
                self._read = self._read | {id: (stamp, standing_answers(self.assessment, id))}
        return {turn: {id: self._read[id][1][turn] for id in ids} for turn in (TODAY, LAST_YEAR)}

    def _alone(self, member: str, answer: Answer) -> bool:
        return answer.state != "blank" and (answer.by != self.by or answer.by == member)

    def act(self, entry: Mapping[str, Any]) -> None:
        match entry.get("type"):
            case "rate":
                said = Answer(str(entry.get("state") or "rated"), str(entry.get("level", "")))
                cell = Cell(str(entry.get("member")), str(entry.get("item")), said, turn_of(entry))
                self._rate(cell, entry.get("seq"))
            case "paste":
                self._paste(entry)
            case "undo":
                self._undo()
            case "absent" | "present" as event:
                self.assessment.record(str(entry["section"]), event, member=str(entry["member"]), by=self.by)
            case other:
                raise FaultsError([Fault("is nothing this grid can do", value=str(other))])

    def _rate(self, cell: Cell, seq: object) -> None:
        if reason := self._barred(cell.round)(cell.member, cell.item):
            raise FaultsError([Fault(reason)])
        self._enter([cell], seq)

    def _barred(self, turn: int) -> Callable[[str, str], str]:
        """A function that says why a cell of this round may not be written to, or nothing."""
        turns = standing_turns(self.assessment)
        answers, names = self._answers()[turn], {one["id"]: one["name"] for one in self.asked["members"]}

        def reason(member: str, item: str) -> str:
            section = self._home.get(item, "")
            answer = answers.get(member, {}).get(item, BLANK)
            if section not in turns.closed and self._alone(member, answer):
                return f"{names[member]} has answered this alone: it stays hidden until the section is closed"
            return (
                f"{names[member]} is marked absent from this section" if member in turns.absent.get(section, ()) else ""
            )

        return reason

    def _enter(self, cells: Sequence[Cell], seq: object) -> None:
        """Write the cells and keep what stood there, to undo; a second try keeps what the first one found."""
        answers = self._answers()
        before = [cell.now(answers) for cell in cells if cell.changes(answers)]
        if before and not (self._done and self._done[-1][0] == seq):
            self._done = [*self._done, (seq, before)]
        self._write_cells(cells)

    def _write_cells(self, cells: Iterable[Cell]) -> None:
        """Write the cells, the rows of a member together; what stands already is not written again."""
        answers = self._answers()
        changed = sorted((cell for cell in cells if cell.changes(answers)), key=lambda cell: cell.member)
        for member, theirs in groupby(changed, lambda cell: cell.member):
            rows = [row for cell in theirs for row in cell.rows(answers)]
            self.assessment.rate_many(member, rows, by=self.by)

    def _paste(self, entry: Mapping[str, Any]) -> None:
        names = {one["id"]: one["name"] for one in self.asked["members"]}
        place = {"item": str(entry.get("item", "")), "member": str(entry.get("member", ""))}
        said = read_pasted(str(entry.get("text", "")), self.assessment.framework, names, **place)
        barred = self._barred(turn_of(entry))
        reasons = {cell: barred(cell.member, cell.item) for cell in said.cells}
        cells = [
            Cell(one.member, one.item, Answer(one.state, one.level), turn_of(entry))
            for one, no in reasons.items()
            if not no
        ]
        kept_out = [cell.fault(f"was not entered: {reason}", "") for cell, reason in reasons.items() if reason]
        self._enter(cells, entry.get("seq"))
        faults = sorted((*said.faults, *kept_out), key=lambda fault: fault.row)
        where = " for last year, seen from today" if turn_of(entry) == LAST_YEAR else ""
        self.send({"type": "pasted", "text": self._summary(reasons, len(cells), len(faults), where),
                   "notes": _notes(said), "faults": [str(fault) for fault in faults]})  # fmt: skip

    def _summary(self, read: Iterable[PastedCell], entered: int, faulty: int, where: str) -> str:
        terms = self.assessment.framework.term(2)
        items = [cell.item for cell in read]
        span = f" ({terms} {items[0]} to {items[-1]})" if entered > 1 else ""
        out = f" {many(faulty, 'cell')} could not be entered:" if faulty else ""
        return f"{many(entered, 'answer')} entered from the clipboard{where}{span}.{out}"

    def _undo(self) -> None:
        if not self._done:
            raise FaultsError([Fault("There is nothing to undo")])
        before = self._done[-1][1]
        barred = self._barred(before[0].round)
        reasons = [barred(cell.member, cell.item) for cell in before]
        back = [cell for cell, no in zip(before, reasons, strict=True) if not no]
        self._write_cells(back)
        self._done = self._done[:-1]
        if not back:
            raise FaultsError([Fault(f"This cannot be taken back: {reasons[0]}")])
        first = before[0]
        self.send({"type": "undone", "section": self.assessment.framework.item(first.item).section, "item": first.item,
                   "member": first.member, "round": first.round,
                   "text": f"Taken back: {many(len(back), 'answer')}."})  # fmt: skip


def _asked(assessment: Assessment) -> dict[str, Any]:
    framework = assessment.framework
    return {
        "term": framework.item_term,
        "terms": framework.term(2),
        "looking_back": assessment.settings.looking_back,
        "levels": [{"code": code, "label": label} for code, label in framework.scale.items()],
        "members": [
            {"id": one.id, "name": one.name or one.id, "about": ", ".join(filter(None, (one.role, one.organisation)))}
            for one in assessment.settings.members
        ],
        "sections": [
            {
                "id": section.id,
                "title": f"{section.number} {section.title}".strip(),
                "items": [{"id": item.id, "text": item.text} for item in section.items],
            }
            for section in framework.sections
            if section.rated
        ],
    }


def _notes(said: Pasted) -> list[str]:
    told = {"The first row was read as the members’ names.": said.headed,
            "The first column was read as the numbers of the rows.": said.numbered}  # fmt: skip
    return [text for text, is_so in told.items() if is_so]
