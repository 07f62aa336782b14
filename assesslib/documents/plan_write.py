"""What was changed in a plan, written to the assessment: only that, and only where the whole plan is sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assesslib.assessment import Assessment
from assesslib.documents.plan_read import PlanRead
from assesslib.documents.plan_rows import NOTES, notes_id
from assesslib.faults import FaultsError, shorten

BY = "improvement plan"
_NAMED = {"text": "wording", "due": "by when", "measure": "how we will know"}


def apply_plan(assessment: Assessment, read: PlanRead, *, by: str = BY) -> int:
    """Write the changes that `read_plan` found to the assessment's notes; what was there before is kept in its history.

    Parameters
    ----------
    assessment : Assessment
        The one that the plan was read for.
    read : PlanRead
        What was read.
    by : str
        Who is named as the writer.

    Returns
    -------
    int
        How many goals and actions were changed or are new.

    Raises
    ------
    FaultsError
        The plan has faults: nothing is written.
    OSError
        The folder is read-only, full or gone. What was written until then stands; read the plan again for the rest.
    """
    if wrong := [fault for fault in read.faults if not fault.handled]:
        raise FaultsError(wrong)
    standing = {note["id"]: note for note in assessment.notes.drop(columns=["at", "by"]).to_dict("records")}
    changed = read.changes.groupby("id", sort=False)
    for id, rows in changed:
        _write(assessment, str(id), dict(zip(rows["field"], rows["new"], strict=True)), standing, by)
    return len(changed)


def _write(assessment: Assessment, id: str, said: Mapping[str, str], standing: Mapping[str, Mapping], by: str) -> None:
    fields = {name: text for name, text in said.items() if name != "notes"}
    if fields:
        _add(assessment, {"kind": "action"} | dict(standing.get(id, {})) | fields | {"id": id}, by)
    if "notes" in said:
        own = notes_id(id)
        before = standing.get(own, {"id": own, "kind": NOTES, "about": id, "text": ""})
        kept = {"text": said["notes"]} if said["notes"] else {"state": "withdrawn"}
        _add(assessment, {**before, **kept}, by)


def _add(assessment: Assessment, note: Mapping[str, str], by: str) -> None:
    rest = {name: text for name, text in note.items() if name not in ("kind", "text", "about")}
    assessment.add_note(note["kind"], note["text"], about=note.get("about", "").split(), by=by, **rest)


def in_words(read: PlanRead) -> Iterator[str]:
    """Each change on a line, as it is shown before or after it is written."""
    for change in read.changes.itertuples():
        if change.is_new:
            if change.field == "text":
                yield f"row {change.row}: a new action, “{shorten(change.new)}”"
        else:
            old, new = (f"“{shorten(text)}”" if text else "nothing" for text in (change.old, change.new))
            yield f"row {change.row}, {change.id}: {_NAMED.get(change.field, change.field)} {old} -> {new}"
