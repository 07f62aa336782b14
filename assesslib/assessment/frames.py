"""What was said in one assessment, as frames."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

import numpy as np
import pandas as pd

from assesslib.assessment.layout import COLUMNS
from assesslib.assessment.said import Answers, PlainRatings, Said, standing
from assesslib.assessment.settings import Settings
from assesslib.framework import Framework
from assesslib.ratings import tidy_columns, told_apart
from assesslib.typed import levels, moments, texts

HISTORY = ("at", "journal", "member", "subject", "facet", "round", "old", "new", "by")


def ratings_frame(name: str, settings: Settings, said: Mapping[str, Said | PlainRatings], *,
                  whole: bool = False) -> pd.DataFrame:  # fmt: skip
    """Tidy ratings of every member who rated anything, in the framework's order; what they passed over is blank.

    With ``whole``, members who rated nothing are there too, with nothing but blanks. Rounds 2 and 0 have rows only for
    what was said in them, and a member who did nothing but look back (round 0) has no other rows.
    """
    asked = _Asked.of(settings.framework)
    rows = {id: _member_rows(theirs.answers, asked, whole) for id, theirs in said.items()}
    cells = dict(zip(COLUMNS["ratings"], zip(*chain.from_iterable(rows.values()), strict=True), strict=False))
    columns = {column: told_apart(cells.get(column, ())) for column in COLUMNS["ratings"] if column not in ("at", "by")}
    # Hardly any two rows have one time.
    columns["at"] = np.arange(len(cells.get("at", ()))), cells.get("at", ())
    places, found = columns["item"]
    section = {"section": (places, [asked.sections[item] for item in found])}
    return tidy_columns(columns | section | _who(name, settings, {id: len(row) for id, row in rows.items()}),
                        settings.framework)  # fmt: skip


@dataclass(frozen=True)
class _Asked:
    """What a framework asks: a blank answer for each item alone, the order of items and rounds, each item's section."""

    blanks: Answers
    order: Mapping[tuple[str, str], int]
    sections: Mapping[str, str]

    @classmethod
    def of(cls, framework: Framework) -> "_Asked":
        items = framework.items
        blanks = {(item.id, "1"): (("", item.id, "", "1", "blank", "", "", ""),) for item in items}
        turns = ((item.id, round_) for round_ in ("1", "2", "0") for item in items)
        return cls(blanks, {turn: place for place, turn in enumerate(turns)}, {one.id: one.section for one in items})


def _member_rows(answers: Answers, asked: _Asked, whole: bool) -> list[Sequence[str]]:
    rated = whole or any(round_ != "0" for _, round_ in answers)
    found = {**asked.blanks, **answers} if rated else answers
    # With nothing but what was asked of each alone, they stand in order already.
    is_sorted = rated and len(found) == len(asked.blanks)
    rows = found.values() if is_sorted else (found[turn] for turn in sorted(found, key=asked.order.__getitem__))
    return [*chain.from_iterable(rows)]


def _who(name: str, settings: Settings, rows: Mapping[str, int]) -> dict[str, tuple[np.ndarray, list[str]]]:
    """The columns that are the same in every row of a member, who has so many rows."""
    members = {member.id: member for member in settings.members}
    people = [members[id] for id in rows]
    places = np.repeat(np.arange(len(people)), list(rows.values()))
    own = {column: (places, [getattr(one, column) for one in people]) for column in ("organisation", "role")}
    same = {column: (np.zeros_like(places), [text]) for column, text in (("assessment", name), ("date", settings.date))}
    return own | same | {"member": (places, [one.id for one in people])}


def consensus_frame(settings: Settings, said: Said) -> pd.DataFrame:
    """What the team agreed: one row an item and facet in the framework's order; an item not settled yet is blank.

    Columns ``section, item, facet, state, level, note, dissent, at``. State is that of a rating, or ``unresolved``;
    ``at`` is missing where nothing was settled, even where a note or a dissent stands already.
    """
    answers: dict[str, list[Mapping[str, str]]] = {}
    for entry in standing(said.entries, lambda cells: (cells["item"],)):
        answers.setdefault(entry.cells["item"], []).append(entry.cells)
    columns = ("section", "item", "facet", "state", "level", "note", "dissent", "at")
    rows = (
        {column: cells.get(column, "") for column in columns}
        | {"section": item.section, "item": item.id}
        | ({"at": ""} if _is_note_only(cells) else {})
        for item in settings.framework.items
        for cells in answers.get(item.id, [{"state": "blank"}])
    )
    return _frame(rows, columns, settings.framework)


def _is_note_only(cells: Mapping[str, str]) -> bool:
    """Whether a row of the consensus holds words on an item that the team has not settled."""
    return cells.get("state") == "blank" and bool(cells.get("note") or cells.get("dissent"))


def _frame(rows: Iterable[Mapping[str, str]], columns: Sequence[str], framework: Framework | None) -> pd.DataFrame:
    said = list(rows)
    cells = {column: [row.get(column) for row in said] for column in columns}
    special = {"at": moments} | ({"level": partial(levels, framework.codes)} if framework else {})
    return pd.DataFrame({column: special.get(column, texts)(cells[column]) for column in columns}, copy=False)


def notes_frame(said: Said) -> pd.DataFrame:
    """The notes that stand: the last row an id, in the order they were first made; withdrawn ones left out."""
    last = {entry.cells["id"]: entry.cells for entry in said.entries}
    columns = tuple(column for column in COLUMNS["notes"] if column != "state")
    return _frame((cells for cells in last.values() if cells["state"] == "kept"), columns, None)


def note_history_frame(said: Said) -> pd.DataFrame:
    """Every row of the notes in order of time, with all its columns: when a status changed, and what was withdrawn."""
    return _frame((entry.cells for entry in said.entries), COLUMNS["notes"], None)


def progress_frame(said: Said) -> pd.DataFrame:
    """Every event in order of time: ``at, section, event, member, by``."""
    return _frame((entry.cells for entry in said.entries), COLUMNS["progress"], None)


def talk_frame(said: Said) -> pd.DataFrame:
    """Every event of the talks in order of time: ``at, section, item, event, minutes, by``.

    ``minutes`` is a whole number where a time was planned, else missing.
    """
    frame = _frame((entry.cells for entry in said.entries), COLUMNS["talk"], None)
    return frame.assign(minutes=pd.to_numeric(frame["minutes"].where(frame["event"] == "planned")).astype("Int64"))


def history_frame(journals: Mapping[str, Mapping[str, Said]]) -> pd.DataFrame:
    """Every row ever written, oldest first, with what it replaced.

    Columns ``at, journal, member, subject, facet, round, old, new, by``; ``subject`` is the item, note or section.
    """
    rows = [
        row
        for journal, said in journals.items()
        for who, theirs in said.items()
        for row in _changes(journal, who, theirs)
    ]
    return _frame(sorted(rows, key=lambda row: row["at"]), HISTORY, None)


def _changes(journal: str, member: str, said: Said) -> Iterable[dict[str, str]]:
    answers: dict[tuple[str, ...], dict[str, str]] = {}
    for cells in (entry.cells for entry in said.entries):
        subject = cells.get("id") or cells.get("item") or cells.get("section", "")
        who, facet, round_ = member or cells.get("member", ""), cells.get("facet", ""), cells.get("round", "")
        before, new = answers.get((subject, who, round_), {}), _in_words(cells)
        yield {"at": cells["at"], "journal": journal, "member": who, "subject": subject, "facet": facet,
               "round": round_, "old": _replaced(before, facet), "new": new, "by": cells["by"]}  # fmt: skip
        facets = {name: text for name, text in before.items() if name and facet}
        answers[subject, who, round_] = facets | {facet: new}


def _replaced(before: Mapping[str, str], facet: str) -> str:
    """What stood where a row now stands: its own facet or the whole answer, or every facet for a whole one."""
    facets = "; ".join(f"{name}: {text}" for name, text in before.items() if not facet)
    return before.get(facet) or before.get("") or facets


def _in_words(cells: Mapping[str, str]) -> str:
    """A row's answer: the level, else the state of an answer, the text of a note or the event."""
    if _is_note_only(cells):
        return "note only, not settled yet"
    if cells.get("event") == "planned":
        return f"{cells['minutes']} minutes planned"
    withdrawn = "" if cells.get("state") != "withdrawn" else "withdrawn"
    return cells.get("level") or withdrawn or cells.get("text") or cells.get("event") or cells.get("state", "")
