"""A plan that people worked in, read back: what they changed in it, and every fault with the cell where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from assesslib.documents.plan_open import Line, Opened, open_plan
from assesslib.documents.plan_rows import STATUSES, day_first, notes_id, planned, status_of
from assesslib.documents.plan_sheet import A_DAY, ABOUT, FIELDS, ID, cells_of, fitted
from assesslib.faults import Fault, FaultsError, shorten
from assesslib.words import day_of

_ALIKE = 0.5
"""How alike two wordings must be for one to be the other reworded (0-1, as difflib counts)."""
_LOOKED_AT = 500
"""Letters of a wording that are compared."""
_CUT = 16_000
"""Letters that a text has in a cell at least where it was cut to fit."""
_COLUMNS = ["row", "id", "is_new", "field", "old", "new"]
Texts = Mapping[str, str]


@dataclass(frozen=True)
class PlanRead:
    """What a plan that was sent back changes.

    Attributes
    ----------
    changes : DataFrame
        One row a changed field: ``row`` of the sheet, ``id``, ``is_new`` (a new action), ``field`` (text, owner, due,
        measure, status or notes), ``old`` and ``new``, texts.
    faults : tuple of Fault
        Every fault; those that are ``handled`` need nothing done.
    """

    changes: pd.DataFrame
    faults: tuple[Fault, ...] = ()


class Change(NamedTuple):
    """One changed field."""

    row: int
    id: str
    is_new: bool
    field: str
    old: str
    new: str


class _Known(NamedTuple):
    """What a row is held against: as the plan was written, and as the assessment says now (None: taken out since)."""

    written: Texts
    now: Texts | None
    is_new: bool = False


Part = Change | Fault


def read_plan(path: str | Path, assessment) -> PlanRead:
    """Read a plan that `plan_workbook` wrote and people changed; nothing is written.

    What was changed in the plan is told from what was changed in the assessment since the plan was written, so that an
    old plan undoes nothing. A row without an id is a new action; reading it again makes no second one.

    Parameters
    ----------
    path : str or Path
        The .xlsx file; its rows and columns may stand in any order.
    assessment : Assessment
        The one it was written from.

    Returns
    -------
    PlanRead
        Changes that `apply_plan` writes; without any where the file could not be read at all.
    """
    try:
        opened = open_plan(Path(path), assessment)
    except FaultsError as error:
        return PlanRead(pd.DataFrame(columns=_COLUMNS), error.faults)
    now = {one.id: _stripped(cells_of(one)) for one in planned(assessment)}
    first = _first_said(assessment.note_history)
    ids = {line.number: line.texts[ID] or new_id(line.texts[FIELDS["text"]]) for line in opened.lines}
    parts = [part for line in opened.lines for part in _line(line, ids, opened, now, first)]
    faults = [part for part in parts if isinstance(part, Fault)]
    changes = pd.DataFrame([part for part in parts if isinstance(part, Change)], columns=_COLUMNS)
    return PlanRead(changes, (*opened.faults, *faults, *_gone(opened, ids.values(), now)))


def new_id(text: str) -> str:
    """The id of a new action: told by its words, so that reading a plan twice makes no second one.

    Examples
    --------
    >>> new_id("Agree a date") == new_id(" agree  a date"), new_id("Agree a date")[:7]
    (True, 'action-')
    """
    return f"action-{sha256(' '.join(text.casefold().split()).encode('utf-8', 'replace')).hexdigest()[:10]}"


def _stripped(texts: Texts) -> dict[str, str]:
    return {title: text.strip() for title, text in texts.items()}


def _first_said(history: pd.DataFrame) -> dict[str, dict[str, str]]:
    """What every note said when it was first made, by id and column."""
    return {note["id"]: note for note in history.drop_duplicates("id").to_dict("records")}


def _line(line: Line, ids: Mapping[int, str], opened: Opened, now: Mapping[str, Texts],
          first: Mapping[str, Texts]) -> Iterator[Part]:  # fmt: skip
    """The changes or faults of one row."""
    place, id = Place(opened.place, line), ids[line.number]
    twins = [number for number, other in ids.items() if other == id]
    if len(twins) > 1:
        yield _doubled(place, id, twins)
    elif not (known := _known(line, id, opened, now, first)):
        yield place.fault("is not the id of a goal or an action in this plan", ID, "Empty the cell for a new action.",
                          allowed=tuple(opened.written))  # fmt: skip
    elif known.now is None:
        yield from _taken_out(place, known)
    elif wrong := _misplaced(place, id, opened, known):
        yield wrong
    else:
        yield from _fields(place, id, known)


class Place(NamedTuple):
    """A row of a sheet, as faults name it."""

    file: str
    line: Line

    def fault(self, what: str, title: str, do: str, value: str | None = None, **more) -> Fault:
        """A fault of the cell under a title; it names what stands there unless told another value."""
        value = self.line.texts[title] if value is None else value
        return Fault(what, self.file, row=self.line.number, column=title, value=value or None, do=do, **more)


def _known(line: Line, id: str, opened: Opened, now: Mapping[str, Texts], first: Mapping[str, Texts]) -> _Known | None:
    """What a row is held against; None for an id that the plan never had."""
    if line.texts[ID]:
        return _Known(opened.written[id], now.get(id)) if id in opened.written else None
    if id in first:
        note = first[id] | {"notes": first.get(notes_id(id), {}).get("text", "")}
        said = {title: fitted(note[name]).strip() for name, title in FIELDS.items()}
        return _Known(said | {ABOUT: now.get(id, {}).get(ABOUT, "")}, now.get(id))
    return _Known(dict.fromkeys((ABOUT, *FIELDS.values()), ""), {}, is_new=True)


def _doubled(place: Place, id: str, twins: list[int]) -> Fault:
    others = ", ".join(str(number) for number in twins if number != place.line.number)
    if place.line.texts[ID]:
        return place.fault(f"is the id of row {others} too", ID, "Keep one; empty this cell if it is a new action.")
    return place.fault(f"is the new action of row {others} too", FIELDS["text"], "Keep one of them.")


def _taken_out(place: Place, known: _Known) -> Iterator[Fault]:
    """What was taken out of the assessment since stays out; a fault only where somebody worked on it here."""
    changed = any(place.line.texts[title] != known.written[title] for title in FIELDS.values())
    do = "Take the row out, or empty its hidden id to make it a new action." if changed else "It stays out."
    what = "was taken out of the assessment since this plan was written"
    yield place.fault(what, FIELDS["text"], do, handled=not changed)


def _misplaced(place: Place, id: str, opened: Opened, known: _Known) -> Fault | None:
    """Why the words of a row cannot be those of its goal or action, or None."""
    title = FIELDS["text"]
    text, before = place.line.texts[title], known.written[title]
    if not text:
        what = "A new action has no words" if known.is_new else f"The words of {id} are gone: “{shorten(before)}”"
        return place.fault(what, title, "Write them, or take the row out.")
    if known.is_new or text == before:
        return None
    other = next((row for row, said in opened.written.items() if row != id and said[title] == text), "")
    if other:
        return place.fault(f"are the words of {other}, in the row of {id}", title, f"Put back “{shorten(before)}”.")
    if not _reworded(before, text):
        return place.fault(f"is not {id} reworded, which said “{shorten(before)}”", title,
                           "Put that back, and write a new action in a row of its own.")  # fmt: skip
    return None


def _reworded(before: str, text: str) -> bool:
    return SequenceMatcher(None, before[:_LOOKED_AT], text[:_LOOKED_AT], autojunk=False).ratio() >= _ALIKE


def _fields(place: Place, id: str, known: _Known) -> Iterator[Part]:
    for name, title in FIELDS.items():
        yield from _field(place, id, known, name, title)
    if place.line.texts[ABOUT] != known.written[ABOUT]:
        yield place.fault("is not read back", ABOUT, "Say on the review page what it is about.", handled=True)


def _field(place: Place, id: str, known: _Known, name: str, title: str) -> Iterator[Part]:
    """The change of one field, or what is wrong with it; nothing where nobody touched it."""
    before, now = known.written[title], known.now.get(title, "")
    new = _settled(name, place.line.texts[title], before)
    if new == before:
        return
    if wrong := _unfit(place, name, title, new):
        yield wrong
    elif new == now:
        return
    elif now != before and not known.is_new:
        yield place.fault(f"was changed to “{shorten(now)}” in the assessment since this plan was written", title,
                          f"Write “{shorten(now)}” here to keep that, or write the plan anew and change it there.",
                          shorten(before))  # fmt: skip
    elif before.endswith("…") and len(before) >= _CUT:
        yield place.fault("is longer in the assessment than a cell holds", title, "Change it on the review page.")
    else:
        yield Change(place.line.number, id, known.is_new, name, now, new)


def _settled(name: str, text: str, before: str) -> str:
    """A status in its own spelling, an emptied one as it was; a day that was typed like 30/09/2026 as a day."""
    if name == "status":
        return status_of(text) if text else before or STATUSES[0]
    return day_first(text) if name == "due" and text != before else text


def _unfit(place: Place, name: str, title: str, text: str) -> Fault | None:
    if place.line.cells[title].data_type in ("f", "e"):
        return place.fault("is a formula", title, "Write as text or as a date what it is to say.")
    if name == "status" and text not in STATUSES:
        return place.fault("is not a status", title, "Pick one from the list.", allowed=STATUSES)
    if name == "due" and text and not day_of(text):
        return place.fault("is not a date", title, f"{A_DAY}, and see that the cell shows a date.")
    return None


def _gone(opened: Opened, ids: Iterable[str], now: Mapping[str, Texts]) -> Iterator[Fault]:
    """One word on the rows that were taken out of the sheet."""
    there = set(ids)
    for id in (id for id in opened.written if id in now and id not in there):
        yield Fault("has no row any more and stays as it is", opened.place, value=opened.written[id][FIELDS["text"]],
                    do="Set its status to dropped if it shall end.", handled=True)  # fmt: skip
