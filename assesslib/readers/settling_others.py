"""Long tables and filled forms, settled: what is not people answering under headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from assesslib.faults import Fault
from assesslib.names import is_id
from assesslib.ratings import COLUMNS
from assesslib.readers.choosing import Found
from assesslib.readers.layouts import long as table
from assesslib.readers.layouts._long_rows import days, told_days
from assesslib.readers.long import rows_read
from assesslib.readers.long_faults import together
from assesslib.readers.long_said import Said, said_rows
from assesslib.readers.refused import COLUMNS as COLUMNS_LEFT
from assesslib.readers.result import AGREED, NOTED
from assesslib.readers.settling import PEOPLE, Asks, Settled


def settle_long(found: Sequence[Found], asks: Asks) -> Settled:
    """Settle long tables; several of them are one table."""
    said = [_said(one, asks) for one in found]
    parts = [(one, rows, rows_read(one.place, rows, asks.framework, "")) for one, rows in
             ((one, [row for row in part.rows if row[0] not in part.open])
              for one, part in zip(found, said, strict=True))]  # fmt: skip
    wrong = [_called(fault, one, asks) for one, _, (_, wrong) in parts for fault in wrong]
    faults = [*(_called(fault, one, asks) for one, part in zip(found, said, strict=True) for fault in part.faults),
              *wrong]  # fmt: skip
    strange = [
        *(fault for one in found for fault in (*table.told(one.read, asks.framework), *_told_days(one, asks))),
        *(_strange(one.place, text) for one in found for text in table.strange(one.read, asks.framework)),
    ]
    bad = {(fault.file, fault.row) for fault in wrong}
    rows = [row | {"place": one.place, "row": number} for one, told, (read, _) in parts
            for row, (number, _) in zip(read, told, strict=True) if (one.place, number) not in bad]  # fmt: skip
    frame = pd.DataFrame(rows, columns=[*COLUMNS, "place", "row"], dtype="object")
    team = frame.drop_duplicates("member").reset_index(drop=True)
    persons = dict(zip(team["member"], range(len(team)), strict=True))
    left = [_left(one.place, number, cells, number in part.open) for one, part in zip(found, said, strict=True)
            for number, cells in _rows(one, asks) if (one.place, number) in bad or number in part.open]  # fmt: skip
    return Settled(people=_members(team), cells=_cells(frame, persons), faults=(*together(faults), *strange),
                   refused=pd.DataFrame(left, columns=[*COLUMNS_LEFT, "member", "file"]),
                   lines=tuple(line for part in said for line in part.lines))  # fmt: skip


def _said(found: Found, asks: Asks) -> Said:
    return said_rows(_rows(found, asks), found.place, asks, levels=not table.is_own(found.read, asks.framework))


def _called(fault: Fault, found: Found, asks: Asks) -> Fault:
    """A fault with the column called as the file calls it."""
    own = table.called_in(found.read, asks.framework, [fault.column])
    return replace(fault, column=own.get(fault.column, fault.column))


def _left(place: str, number: int, cells: dict[str, str], asked: bool) -> tuple:
    """A row that is not taken, by its level: nothing of it is."""
    text, why = (
        cells["level"] or cells["state"] or cells["comment"],
        "is asked about" if asked else "the row has a fault",
    )
    return number, "level", None, cells["item"], text, why, cells["member"], place


def _rows(found: Found, asks: Asks) -> list[tuple[int, dict[str, str]]]:
    """The rows of a long table, its days written as the toolkit writes days."""
    rows = table.rows(found.read, asks.framework)
    by_hand = not table.is_own(found.read, asks.framework)
    written = days(pd.Series([row["date"] for _, row in rows], dtype="str"), by_hand=by_hand)
    return [(number, row | {"date": day}) for (number, row), day in zip(rows, written, strict=True)]


def _told_days(found: Found, asks: Asks) -> tuple[Fault, ...]:
    at = table.columns(found.read, asks.framework).get("date")
    if at is None or table.is_own(found.read, asks.framework):
        return ()
    return told_days(pd.Series([row["date"] for _, row in table.rows(found.read, asks.framework)], dtype="str"),
                     found.place, at)  # fmt: skip


def levels_given(found: Sequence[Found], asks: Asks) -> set[str]:
    """The different texts that stand for levels in long tables."""
    return {row["level"] for one in found for _, row in table.rows(one.read, asks.framework)}


def _strange(place: str, text: str) -> Fault:
    return Fault("is not a column that is read", file=place, row=1, value=text, allowed=COLUMNS, handled=True,
                 do="Name it rightly if it shall be.")  # fmt: skip


def _members(team: pd.DataFrame) -> pd.DataFrame:
    """The people of a long table; what cannot be a member's id is a name."""
    named = team["member"].mask(team["member"].map(is_id).astype("bool"), "")
    nothing = dict.fromkeys(("email", "started", "submitted", "mark"), "")
    said = team[["organisation", "role", "place", "row"]].assign(id=team["member"], name=named, same=0, **nothing)
    return said[list(PEOPLE)]


def _cells(frame: pd.DataFrame, persons: dict[str, int]) -> pd.DataFrame:
    at = pd.to_datetime(frame["at"].replace("", None), format="ISO8601", utc=True)
    return frame.assign(
        person=frame["member"].map(persons).astype("int64"), at=at, text=frame["level"], column="level",
        round=frame["round"].astype("int64"),
        date=pd.to_datetime(frame["date"].replace("", None), format="%Y-%m-%d"),
    ).drop(columns=["member", "organisation", "role", "section"])  # fmt: skip


def settle_form(found: Found) -> Settled:
    """Settle a filled form: what was agreed, and what was noted."""
    said = found.read
    agreed = pd.DataFrame(list(said.agreed), columns=list(AGREED), dtype="object").fillna("")
    notes = pd.DataFrame(list(said.notes), columns=list(NOTED), dtype="object").fillna("")
    return Settled(consensus=agreed, notes=notes, faults=said.faults)
