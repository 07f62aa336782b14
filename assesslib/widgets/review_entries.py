"""What is entered on the review board, as notes: each entry changes what it names and leaves the rest as it stands."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from assesslib.assessment import Assessment
from assesslib.assessment.fingerprint import fingerprint, grouped, signing_time
from assesslib.faults import Fault, FaultsError
from assesslib.tables.review import SIGNIFICANT

BY = "facilitator"
KINDS = ("strength", "area", "cause", "action")
"""The kinds of notes that are made, changed and taken out here."""
_FIELDS = ("text", "owner", "due", "measure", "status", "section", "item")
_TARGETS = ("area", "cause", "goal")
_Entry = Mapping[str, Any]
_Note = dict[str, str]


def write(assessment: Assessment, entry: _Entry) -> None:
    """Write one entry of the page.

    ======== =============================== ==================================================================
    type     besides                         what is kept
    ======== =============================== ==================================================================
    answer   question, text                  an answer; what it is about stays
    tick     target, on                      an area among the most significant, or no longer
    note     id, kind, any field, about      a strength, area, cause or action: made, or changed in those fields
    link     id, target, on                  what a cause stands behind, or what an action is about
    withdraw id                              a note or signature taken back
    process  row, text                       a row of the process record
    sign     role, name, organisation, read, a signature under the record as the page showed it
             fingerprint
    ======== =============================== ==================================================================

    Raises
    ------
    FaultsError
        What is asked for is not there or not allowed: nothing is written.
    OSError
        Nothing was saved.
    """
    kind = str(entry.get("type"))
    if kind not in _ACTS:
        raise _fault("is nothing the review can do", kind, tuple(_ACTS))
    _ACTS[kind](assessment, entry)


def _answer(assessment: Assessment, entry: _Entry) -> None:
    question, text = _given(entry, "question"), _given(entry, "text")
    homes = {one.id: part.id for part in assessment.framework.sections for one in part.questions}
    asked = homes | {one.id: "" for one in assessment.framework.closing_questions}
    if question not in asked:
        raise _fault("is not a question of this framework", question, tuple(asked))
    _put(assessment, "answer", question, text=text, section=asked[question])


def _tick(assessment: Assessment, entry: _Entry) -> None:
    target = _given(entry, "target")
    if SIGNIFICANT not in {one.id for one in assessment.framework.closing_questions}:
        raise _fault("This framework does not ask for the most significant areas for improvement")
    _among(target, _ids(assessment, ["area"]), "is not an area for improvement of this assessment")
    before = _first(assessment, "answer", SIGNIFICANT)
    named = before.get("about", SIGNIFICANT).split()
    _put(assessment, "answer", SIGNIFICANT, about=_toggled(named, target, bool(entry.get("on"))))


def _note(assessment: Assessment, entry: _Entry) -> None:
    id, kind = _given(entry, "id"), _given(entry, "kind")
    before = _standing(assessment).get(id, {})
    _among(before.get("kind", kind), KINDS, "is not a kind of note that is made here")
    if not before and not id.startswith(f"{kind}-"):
        raise _fault(f"is not an id for a note of the kind {kind}", id, do=f"Begin it with {kind}-.")
    said = {"text": before.get("text", "")} | {name: _given(entry, name) for name in _FIELDS if name in entry}
    if not said["text"].strip():
        raise _fault("The text is empty", do="Write something, or use the button “Take out”.")
    about = {"about": [str(one) for one in entry["about"]]} if "about" in entry else {}
    _add(assessment, before or {"id": id, "kind": kind}, **said, **about)


def _link(assessment: Assessment, entry: _Entry) -> None:
    id, target = _given(entry, "id"), _given(entry, "target")
    notes = _standing(assessment)
    _among(id, _ids(assessment, ["cause", "action"]), "is not a cause or an action of this assessment")
    _among(target, _ids(assessment, _TARGETS), "is nothing that a cause or an action can be about")
    if id == target:
        raise _fault("cannot stand behind itself", id)
    about = _toggled(notes[id]["about"].split(), target, bool(entry.get("on")))
    _add(assessment, notes[id], about=about)


def _withdraw(assessment: Assessment, entry: _Entry) -> None:
    id, notes = _given(entry, "id"), _standing(assessment)
    _among(id, _ids(assessment, [*KINDS, "signature"]), "is not there any more, or cannot be taken out here")
    _add(assessment, notes[id], state="withdrawn")


def _process(assessment: Assessment, entry: _Entry) -> None:
    record = assessment.framework.process
    rows = tuple(row.id for row in record.rows) if record else ()
    row = _given(entry, "row")
    _among(row, rows, "is not a row of this framework’s process record")
    _put(assessment, "process", row, text=_given(entry, "text"))


def _sign(assessment: Assessment, entry: _Entry) -> None:
    signatories = assessment.framework.signatories
    roles = {role.id: role for role in signatories.roles} if signatories else {}
    role, name, organisation = (_given(entry, part).strip() for part in ("role", "name", "organisation"))
    _among(role, tuple(roles), "is nobody who signs this framework")
    if not name:
        raise _fault(f"{roles[role].text}: there is no name", do="Write the name of the person who signs.")
    if not entry.get("read"):
        raise _fault(f"{name} has not agreed to the statement yet", do="Tick the box under the name first.")
    now = fingerprint(assessment.folder)
    if (seen := _given(entry, "fingerprint")) != now:
        raise _fault(f"The record was changed while it was being signed: it is now {grouped(now)}, not {grouped(seen)}",
                     do="Read it again, then sign.")  # fmt: skip
    _put(assessment, "signature", role, text=name, owner=organisation, measure=now, at=signing_time(assessment.folder))


_ACTS = {"answer": _answer, "tick": _tick, "note": _note, "link": _link, "withdraw": _withdraw, "process": _process,
         "sign": _sign}  # fmt: skip


def _given(entry: _Entry, name: str) -> str:
    return str(entry.get(name) or "")


def _standing(assessment: Assessment) -> dict[str, _Note]:
    return {row["id"]: row for row in assessment.notes.drop(columns=["at", "by"]).to_dict("records")}


def _ids(assessment: Assessment, kinds: Iterable[str]) -> tuple[str, ...]:
    wanted = set(kinds)
    return tuple(id for id, note in _standing(assessment).items() if note["kind"] in wanted)


def _first(assessment: Assessment, kind: str, subject: str) -> _Note:
    """The note of a kind on one subject, or nothing; of two the one made last."""
    found = (note for note in _standing(assessment).values() if note["kind"] == kind)
    return {(note["about"].split() or [""])[0]: note for note in found}.get(subject, {})


def _put(assessment: Assessment, kind: str, subject: str, **said: Any) -> None:
    """Change the one note of a kind on a subject, or make it."""
    made = {"id": f"{kind}-{subject}", "kind": kind, "about": subject}
    _add(assessment, _first(assessment, kind, subject) or made, **said)


def _add(assessment: Assessment, note: _Note, **said: Any) -> None:
    whole = note | {"about": note.get("about", "").split()} | said
    assessment.add_note(whole.pop("kind"), whole.pop("text", ""), by=BY, **whole)


def _toggled(named: Sequence[str], target: str, on: bool) -> list[str]:
    rest = [one for one in named if one != target]
    return [*named, target] if on and target not in named else list(named) if on else rest


def _among(value: str, allowed: Sequence[str], what: str) -> None:
    if value not in allowed:
        raise _fault(what, value, tuple(allowed))


def _fault(what: str, value: str | None = None, allowed: tuple[str, ...] = (), do: str = "") -> FaultsError:
    return FaultsError([Fault(what, value=value, allowed=allowed, do=do)])
