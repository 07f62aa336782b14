"""The improvement plan: goals and actions by owner and date, to hand round, to work from and to read back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from assesslib.documents.model import Block, Column, Document, Heading, Paragraph, Table
from assesslib.documents.plan_read import PlanRead, read_plan
from assesslib.documents.plan_rows import STATUSES, Planned, planned
from assesslib.documents.plan_sheet import plan_workbook
from assesslib.documents.plan_write import apply_plan
from assesslib.documents.reporting import footer, titled
from assesslib.documents.write import as_bytes
from assesslib.words import series

__all__ = ["PlanRead", "apply_plan", "plan", "plan_bytes", "plan_workbook", "read_plan"]
TITLE = "Improvement plan"
NOTHING = "No goals or actions are written down yet."
NOBODY = "Nobody yet"


def plan(assessment) -> Document:
    """The goals and actions of an assessment by owner and date; those done and dropped are a table of their own.

    Parameters
    ----------
    assessment : Assessment
        Opened, or as it stood.

    Returns
    -------
    Document
        For every writer; `plan_workbook` makes the workbook that `read_plan` reads back. Owners are shown as the team
        wrote them. Nothing in it depends on the day it is made.

    Raises
    ------
    FaultsError
        It is no assessment.
    OSError
        The folder cannot be read.

    Examples
    --------
    >>> import assesslib as al
    >>> from assesslib.places import shipped
    >>> plan(al.open_assessment(shipped("data") / "collaboration-2026")).blocks[0].text
    '6 actions: 6 open.'
    """
    rows = planned(assessment)
    name, day = assessment.partnership, assessment.date
    return Document(
        titled(TITLE, name),
        tuple(_blocks(rows)) if rows else (Paragraph(NOTHING),),
        subtitle=assessment.framework.title,
        day=day,
        landscape=True,
        footer=footer(name or TITLE, day),
    )


def plan_bytes(assessment, path: str | Path) -> bytes:
    """The plan in the format that a file's ending names: .docx, .html, .pdf, or the .xlsx that is read back."""
    kind = Path(path).suffix.lower().removeprefix(".")
    return plan_workbook(assessment) if kind == "xlsx" else as_bytes(plan(assessment), kind)


def _blocks(rows: Sequence[Planned]) -> Iterator[Block]:
    ahead, ended = [one for one in rows if not one.ended], [one for one in rows if one.ended]
    yield Paragraph(_in_short(rows, ahead), "lead")
    if ahead:
        yield Heading("To be done")
        yield _table("By owner and date, what has no date last", ahead)
    if ended:
        yield Heading("Done and dropped")
        yield _table("No longer to be done, by owner", ended)


def _in_short(rows: Sequence[Planned], ahead: Sequence[Planned]) -> str:
    """How many there are of each kind and status, and how many of those ahead have nobody or no day."""
    if len(rows) == 1:
        return _alone(rows[0], ahead)
    kinds = Counter(one.kind for one in rows)
    many = series([f"{n} {kind}{'s' * (n != 1)}" for kind, n in sorted(kinds.items())])
    found = Counter(one.status for one in rows)
    order = sorted(found, key=lambda status: STATUSES.index(status) if status in STATUSES else len(STATUSES))
    lack = {"no owner": sum(not one.who for one in ahead), "no date": sum(not one.due.strip() for one in ahead)}
    lacking = series([f"{n} {'has' if n == 1 else 'have'} {what}" for what, n in lack.items() if n])
    left = f" Of those ahead {lacking}." if lacking else ""
    return f"{many}: {series([f'{found[status]} {status}' for status in order])}.{left}"


def _alone(row: Planned, ahead: Sequence[Planned]) -> str:
    lack = [what for what, there in (("owner", row.who), ("date", row.due.strip())) if not there]
    return f"One {row.kind}, {row.status}." + (f" It has no {' and no '.join(lack)}." if lack and ahead else "")


def _table(caption: str, rows: Sequence[Planned]) -> Table:
    noted = any(one.notes for one in rows)
    columns = (Column("Action or goal", 2.6), Column("What it is about", 2.6), Column("By when", 1.1, "date"),
               Column("How we will know", 2.2), Column("Status", 0.9), *([Column("Notes", 1.8)] * noted))  # fmt: skip
    lines = list(_lines(rows, noted))
    headings = tuple(place for place, line in enumerate(lines) if len(line) == 1)
    filled = tuple((*line, *[""] * (len(columns) - len(line))) for line in lines)
    return Table(columns, filled, caption, headings, row_headings=True)


def _lines(rows: Iterable[Planned], noted: bool) -> Iterator[tuple[str, ...]]:
    """A line with the owner alone above what is theirs."""
    for _, theirs in groupby(rows, key=lambda one: one.who):
        first, *more = theirs
        yield (first.owner.strip() or NOBODY,)
        for one in (first, *more):
            line = (one.text, one.about, one.due, one.measure, one.status)
            yield (*line, one.notes) if noted else line
