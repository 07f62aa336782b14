"""Goals and actions: who does what by when, how it will be known, and whether what they point to is there."""

from collections.abc import Mapping, Sequence, Set

import pandas as pd

from assesslib.faults import shorten
from assesslib.framework import Framework
from assesslib.tables.anonymity import check_tier
from assesslib.tables.arguments import check_assessment
from assesslib.tables.audits.words import at, place, standing
from assesslib.words import many, quoted, sentence, series

PARTS = {"owner": ("owner", "an owner"), "due": ("date", "a date"), "measure": ("measure", "a measure")}
"""What belongs to a goal or an action, by column: its name, and its name with an article."""
_COLUMNS = ["id", "kind", "item", "text", "owner", "due", "measure", "lacks", "points_to", "resolved", "words"]


def goal_audit(assessment, *, anonymity: str = "named") -> pd.DataFrame:
    """Every goal and action with what it has and lacks, and whether what it points to is there.

    Parameters
    ----------
    assessment : Assessment
        Its ``.framework`` and ``.notes`` are used.
    anonymity : str
        A tier; it changes nothing: an owner is shown as the team wrote it.

    Returns
    -------
    DataFrame
        One row a goal or action that holds words, whatever its status, in the framework's order, those of no section
        last: ``id, kind, item, text, owner, due, measure``; ``lacks``, as "no owner, no date, no measure", "" for
        nothing; ``points_to``, the ids that its text (“As 1.1”) and what it is about name, with spaces between;
        ``resolved``, False where one of them is not there: an item without a note of the same kind that says
        something, or an id that is neither a note's, an item's nor a section's; ``words``, a sentence or two. A
        pointer that is resolved lacks nothing itself: what it stands for has rows of its own.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> found = goal_audit(al.open_assessment(shipped("data") / "cdrp-worked-example"))
    >>> found.loc[found["id"] == "goal-1.4-1", "words"].item()
    'The goal at standard 1.4, “As 1.1”, stands for what is noted at standard 1.1: 3 goals.'
    """
    check_assessment(assessment, "framework", "notes")
    check_tier(anonymity)
    framework, notes = assessment.framework, assessment.notes
    known = {*notes["id"], *(item.id for item in framework.items), *(part.id for part in framework.sections)}
    rows = [_row(note, framework, known) for note in standing(notes, framework, ["goal", "action"])]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _row(note: Mapping, framework: Framework, known: Set[str]) -> dict:
    lost = [id for id in note["about"].split() if id not in known]
    lacking = () if note["stands_for"] else [column for column in PARTS if not note[column].strip()]
    pointed = [note["points_to"], *note["about"].split()]
    return {column: note.get(column) for column in _COLUMNS} | {
        "lacks": ", ".join(f"no {PARTS[column][0]}" for column in lacking),
        "points_to": " ".join(dict.fromkeys(filter(None, pointed))),
        "resolved": not lost and bool(note["stands_for"] or not note["points_to"]),
        "words": _words(note, framework, lacking, lost),
    }


def _words(note: Mapping, framework: Framework, lacking: Sequence[str], lost: Sequence[str]) -> str:
    where = at(framework, note["item"], note["section"])
    said = _pointing(note, framework) if note["points_to"] else _having(lacking)
    beside = [f"it names {series(lost)}, and there is no such note"] if lost else []
    return " ".join(map(sentence, [f"the {note['kind']}{where}, {quoted(note['text'], shorten)}, {said}", *beside]))


def _having(lacking: Sequence[str]) -> str:
    if lacking:
        return f"has {series([f'no {PARTS[column][0]}' for column in lacking])}"
    return f"has {series([words for _, words in PARTS.values()])}"


def _pointing(note: Mapping, framework: Framework) -> str:
    kind, target, n = note["kind"], note["points_to"], len(note["stands_for"])
    if target not in {item.id for item in framework.items}:
        return f"points to {target}, which is none of the {framework.term(2)}"
    if not n:
        return f"points to {place(framework, target)}, where no {kind} is written out"
    return f"stands for what is noted at {place(framework, target)}: {many(n, kind)}"
