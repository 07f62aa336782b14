"""The goals and actions of a plan, in the order in which people work from it: who, by when, what is over last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assesslib.faults import shorten
from assesslib.framework import Framework
from assesslib.tables.arguments import check_assessment
from assesslib.tables.audits.words import at, place, standing
from assesslib.words import capital, day_of, quoted

STATUSES = ("open", "under way", "done", "dropped")
"""What a goal or an action may be; one without a status is open."""
ENDED = ("done", "dropped")
NOTES = "answer"
"""The kind of the note that holds how a goal or an action goes; a form prints none but those about its questions."""
_TYPED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", re.ASCII)
_CALLED = {"area": "area for improvement", "cause": "underlying cause"}


@dataclass(frozen=True)
class Planned:
    """A goal or an action as it stands in a plan; every field is plain text.

    Attributes
    ----------
    id, kind, text, owner, due, measure : str
        Those of the note; ``kind`` is goal or action, ``due`` a day like 2026-09-30, other words, or "".
    about : str
        What it is about, a line each: where a goal stands, and the notes that are named.
    status : str
        One of `STATUSES`, or what else the team wrote.
    notes : str
        What was written on how it goes.
    """

    id: str
    kind: str
    text: str
    about: str
    owner: str
    due: str
    measure: str
    status: str
    notes: str

    @property
    def ended(self) -> bool:
        """Whether it is done or dropped."""
        return self.status in ENDED

    @property
    def who(self) -> str:
        """The owner as owners are told apart: capitals and spaces make no other."""
        return " ".join(self.owner.casefold().split())


def planned(assessment) -> tuple[Planned, ...]:
    """The goals and actions of an assessment: by owner and date, undated ones last; then those done and dropped.

    Parameters
    ----------
    assessment : Assessment
        Its ``.framework`` and ``.notes`` are used.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> [(one.owner, one.due) for one in planned(al.open_assessment(shipped("data") / "collaboration-2026"))][:2]
    [('Amara', '2026-06-30'), ('Grace', '2026-12-31')]
    """
    check_assessment(assessment, "framework", "notes")
    framework, frame = assessment.framework, assessment.notes
    notes = {note["id"]: note for note in frame.to_dict("records")}
    return tuple(sorted((_planned(note, notes, framework) for note in standing(frame, framework, ["goal", "action"])),
                        key=_order))  # fmt: skip


def notes_id(id: str) -> str:
    """The id of the note that holds how a goal or an action goes: the answer about it, as one about a question.

    Examples
    --------
    >>> notes_id("action-01")
    'answer-action-01'
    """
    return f"answer-{id}"


def status_of(text: str) -> str:
    """A status as it is told apart from others: one of `STATUSES` in its own spelling, any other as it is.

    Examples
    --------
    >>> status_of(" Under  Way"), status_of(""), status_of("Stuck")
    ('under way', 'open', 'Stuck')
    """
    plain = " ".join(text.casefold().split()) or "open"
    return plain if plain in STATUSES else text.strip()


def day_first(text: str) -> str:
    """A text like 30/09/2026 as 2026-09-30, the day before the month; any other as it is.

    Examples
    --------
    >>> day_first("30/09/2026"), day_first("1.2.2026"), day_first("09/30/2026"), day_first("in spring")
    ('2026-09-30', '2026-02-01', '09/30/2026', 'in spring')
    """
    day, month, year = found.groups() if (found := _TYPED.fullmatch(text)) else ("", "", "")
    written = f"{year}-{month:0>2}-{day:0>2}"
    return written if day_of(written) else text


def _planned(note: Mapping, notes: Mapping[str, Mapping], framework: Framework) -> Planned:
    said = {column: note[column] for column in ("id", "kind", "text", "owner", "due", "measure")}
    about = "\n".join(_about(note, notes, framework))
    beside = notes.get(notes_id(note["id"]), {}).get("text", "")
    return Planned(**said, about=about, status=status_of(note["status"]), notes=beside)


def _order(one: Planned) -> tuple:
    return one.ended, not one.who, one.who, day_of(one.due) or date.max


def _about(note: Mapping, notes: Mapping[str, Mapping], framework: Framework) -> list[str]:
    where = at(framework, note["item"], note["section"])
    own = f"Goal{where}" if note["kind"] == "goal" else capital(place(framework, note["item"], note["section"]))
    n = len(note["stands_for"])
    pointing = f"Stands for {n} {note['kind']}{'s' * (n != 1)} {at(framework, note['points_to'])[1:]}" if n else ""
    named = (_named(id, notes, framework) for id in note["about"].split())
    return list(filter(None, (own, pointing, *named)))


def _named(id: str, notes: Mapping[str, Mapping], framework: Framework) -> str:
    """What an id stands for, in words; nothing where there is no such note or item."""
    if note := notes.get(id):
        called = _CALLED.get(note["kind"], note["kind"])
        return f"{capital(called)}{at(framework, note['item'], note['section'])}: {quoted(note['text'], shorten)}"
    return capital(place(framework, id)) if id in {item.id for item in framework.items} else ""
