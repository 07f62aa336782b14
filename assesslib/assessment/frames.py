"""What was said in one assessment, as frames."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from assesslib.assessment.entries import Said, standing
from assesslib.assessment.layout import COLUMNS
from assesslib.assessment.settings import Member, Settings
from assesslib.framework import Framework
from assesslib.journal import Entry
from assesslib.ratings import tidy

HISTORY = ("at", "journal", "member", "subject", "facet", "round", "old", "new", "by")


def ratings_frame(name: str, settings: Settings, said: Mapping[str, Said], *, whole: bool = False) -> pd.DataFrame:
    """Tidy ratings of every member who rated anything, in the framework's order; what they passed over is blank.

    With ``whole``, members who rated nothing are there too, with nothing but blanks. Rounds 2 and 0 have rows only for
    what was said in them, and a member who did nothing but look back (round 0) has no other rows.
    """
    members = {member.id: member for member in settings.members}
    always = {id: _person(members[id]) | {"assessment": name, "date": settings.date} for id in said}
    rows = (
        always[id] | row
        for id, theirs in said.items()
        if theirs.entries or whole
        for row in _member_rows(theirs.entries, settings.framework, whole)
    )
    return tidy(rows, settings.framework)


def _person(member: Member) -> dict[str, str]:
    return {"member": member.id, "organisation": member.organisation, "role": member.role}


def _member_rows(entries: Sequence[Entry], framework: Framework, whole: bool) -> Iterable[dict[str, str]]:
    stands = standing(entries, lambda cells: (cells["item"], cells["round"]))
    answers: dict[tuple[str, str], list[Mapping[str, str]]] = {}
    for entry in stands:
        answers.setdefault((entry.cells["item"], entry.cells["round"]), []).append(entry.cells)
    rated, items = whole or any(entry.cells["round"] != "0" for entry in stands), framework.items
    for round_ in ("1", "2", "0"):
        for item in items:
            for cells in answers.get((item.id, round_), [{}] if round_ == "1" and rated else []):
                yield _rating_row(cells, item.id, item.section, round_)


def _rating_row(cells: Mapping[str, str], item: str, section: str, round_: str) -> dict[str, str]:
    said = cells.get
    return {"item": item, "section": section, "round": round_, "state": said("state", "blank"),
            "facet": said("facet", ""), "level": said("level", ""), "comment": said("comment", ""),
            "at": said("at", "")}  # fmt: skip


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
    frame = {column: pd.array(texts, dtype="str") for column, texts in cells.items()}
    moments = pd.to_datetime([text or None for text in cells["at"]], format="ISO8601", utc=True)
    frame["at"] = moments.astype("datetime64[us, UTC]")
    if "level" in columns and framework:
        frame["level"] = pd.Categorical([text or None for text in cells["level"]], list(framework.codes), ordered=True)
    return pd.DataFrame(frame)


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
