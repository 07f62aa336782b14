"""A small plan to work in: the assessment it is written from, cells that are changed, and what is read back."""

import io

import openpyxl

import assesslib as al
from assesslib.documents.plan_sheet import plan_workbook

CDRP = al.load_framework("cdrp-dat-partnership")
ITEM = CDRP.items[0].id
AT = "2026-03-03T10:00:0{}Z"


def begin(folder):
    made = al.create_assessment(folder, framework=CDRP.id, partnership="Riverside", date="2026-03-03")
    made.add_note("cause", "Nobody keeps the minutes.", id="cause-1", at=AT.format(0))
    made.add_note("goal", "Agree terms of reference.", id="goal-1", item=ITEM, at=AT.format(1))
    made.add_note("action", "Write the minutes.", id="action-1", owner="Bob", due="2026-09-30", measure="All on file.",
                  status="open", about=["cause-1"], at=AT.format(2))  # fmt: skip
    made.add_note("action", "Find a room.", id="action-2", owner="Ann", at=AT.format(3))
    made.add_note("action", "Hire a clerk.", id="action-3", owner="bob ", due="2026-05-01", status="Done",
                  at=AT.format(4))  # fmt: skip
    made.add_note("action", "Buy a clock.", id="action-4", owner="Bob", due="2026-04-01", at=AT.format(5))
    return made


def work_in(team, path, cells=None, then=None):
    """Write the plan of an assessment to a file, with these values in its cells; gives the file."""
    book = openpyxl.load_workbook(io.BytesIO(plan_workbook(team)))
    for place, value in (cells or {}).items():
        book["Plan"][place] = value
    if then:
        then(book)
    book.save(path)
    return path


def changed(read):
    """What a plan changes that has no fault."""
    assert [str(fault) for fault in read.faults if not fault.handled] == []
    return list(read.changes[["id", "field", "old", "new"]].itertuples(index=False, name=None))


def said(read):
    """The faults as a person reads them, those alone that need something done; nothing may be changed beside them."""
    return [str(fault) for fault in read.faults if not fault.handled]


def bytes_in(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
