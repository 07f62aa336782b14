"""Small assessments of two years, for tests of what changed: a letter a member, notes as words."""

from types import SimpleNamespace

import pandas as pd
from small_forms import form

from assesslib.assessment.layout import COLUMNS
from assesslib.ratings import tidy

PEOPLE = "mnopqrstuvwxyz"
FORM = form("- - -", "- -", "-")
"""Six items: 1 to 3 in section s0, 4 and 5 in s1, 6 in s2."""


def year(number, said, *, agreed=(), notes=(), back=(), people=PEOPLE, framework=FORM, names=(), day="03-01"):
    """An assessment ``y<number>``: ``said`` and ``back`` (last year, seen from today) hold a line of levels an item.

    A "." is no level; ``agreed`` has a level an item; ``notes`` are rows of the journal, oldest first, the last of
    each id standing.
    """
    return SimpleNamespace(
        name=f"y{number}", partnership="P", date=f"{number}-{day}", framework=framework,
        members=pd.DataFrame({"id": list(people), "name": list(names) or "", "organisation": "", "role": ""},
                             dtype="str"),
        ratings=_ratings(f"y{number}", {"1": dict(said), "0": dict(back)}, people, framework),
        consensus=_consensus(dict(agreed), framework), note_history=_journal(notes),
        notes=_journal(notes).drop_duplicates("id", keep="last").query("state == 'kept'"), progress=None,
    )  # fmt: skip


def _ratings(name, said, people, framework):
    rows = [
        {"assessment": name, "member": member, "item": item, "round": turn, "state": "rated", "level": level}
        for turn, lines in said.items()
        for item, line in lines.items()
        for member, level in zip(people, line, strict=False)
        if level != "."
    ]
    return tidy(rows, framework)


def _consensus(agreed, framework):
    rows = [{"section": item.section, "item": item.id, "facet": "", "level": agreed.get(item.id),
             "state": "rated" if item.id in agreed else "blank"} for item in framework.items]  # fmt: skip
    scale = pd.CategoricalDtype(list(framework.codes), ordered=True)
    return pd.DataFrame(rows).assign(level=lambda frame: frame["level"].astype(scale))


def _journal(notes):
    rows = [dict.fromkeys(COLUMNS["notes"], "") | {"state": "kept", "at": "2024-03-01"} | dict(row) for row in notes]
    frame = pd.DataFrame(rows, columns=list(COLUMNS["notes"]), dtype="str")
    return frame.assign(at=pd.to_datetime(frame["at"], format="ISO8601", utc=True))


def note(id, text="Do it.", **more):
    """A row of the notes journal; its kind is what its id begins with."""
    return {"id": id, "kind": id.partition("-")[0], "text": text} | more
