"""How the assessment was done and who took part, as far as a tier lets it be told."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from assesslib import tables
from assesslib.documents.model import Block, Bullets, Column, Fields, Heading, Paragraph, Table
from assesslib.documents.report_words import Told, scale_in_words, under
from assesslib.tables import LEAST, review
from assesslib.words import begun, count, day_in_words

NO_TEAM = "No members are recorded."
NO_RECORD = "Nothing is written in the record of how the assessment was done."
NO_SECTIONS = "No section was opened or closed in a talk, and nobody is recorded as absent."
OTHERS = "others"
COUNTED = {
    "organisation": "Members by organisation; those of fewer than three members are counted together",
    "role": "Members by role; those that fewer than three members hold are counted together",
}


def people_part(told: Told) -> tuple[Block, ...]:
    """The method, the talk section by section, the process record, who took part and who signed."""
    return (
        Heading("How it was done, and who took part"),
        *_method(told),
        *under("The talk, section by section", _talk(told)),
        *_process(told),
        *under("Who took part", _team(told)),
        *_signed(told),
        *_unusable(told),
    )


def _method(told: Told) -> tuple[Block, ...]:
    method = told.framework.method
    return under(method.heading, [Bullets(tuple(_steps(told)), numbered=True)]) if method and method.steps else ()


def _steps(told: Told) -> Iterator[str]:
    """The steps of the method, with the levels and the closing questions after those they are printed under."""
    method, framework = told.framework.method, told.framework
    for place, step in enumerate(method.steps, 1):
        levels = [scale_in_words(framework.scale)] * (place == method.levels_after_step)
        asked = [one.short or one.text for one in framework.closing_questions] * (place == method.questions_after_step)
        yield "\n".join([step, *levels, *asked])


def _talk(told: Told) -> Iterator[Block]:
    """When each section was closed, how many rated, and who was absent."""
    summary = tables.section_summary(told.said, anonymity=told.anonymity)
    ends = told.said.progress[told.said.progress["event"] == "closed"].groupby("section")["at"].max()
    away = bool(summary["absent_count"].any())
    if not (len(ends) or away or summary["most"].fillna(1).any()):
        yield Paragraph(NO_SECTIONS)
        return
    columns = [Column("Section", 3), Column("Closed on", 1.2, "date"), Column("Members who rated", 1.2)]
    rows = ((row.title, _day(ends.get(row.section)), _raters(row), *[_absent(row)] * away)
            for row in summary.itertuples())  # fmt: skip
    yield Table((*columns, *[Column("Absent", 1.6)] * away), tuple(rows), "The sections in the form’s order",
                row_headings=True)  # fmt: skip


def _day(at: pd.Timestamp | None) -> str:
    return at.strftime("%Y-%m-%d") if at is not None else "not closed"


def _raters(row) -> str:
    if pd.isna(row.most):
        return "too few to show"
    if not row.most:
        return "nobody"
    return str(row.most) if row.fewest == row.most else f"{row.fewest} to {row.most}"


def _absent(row) -> str:
    return row.absent or (str(row.absent_count) if row.absent_count else "nobody")


def _process(told: Told) -> tuple[Block, ...]:
    """The framework's own record of the process, where it has one."""
    asked = told.framework.process
    if not asked:
        return ()
    rows = review.process_record(told.said.notes, told.framework)
    if not (rows["comment"] != "").any():
        return under(asked.heading, [Paragraph(NO_RECORD)])
    titles = asked.columns if len(asked.columns) == 2 else ("Process", "Comments")
    cells = tuple(rows[["text", "comment"]].itertuples(index=False, name=None))
    return under(asked.heading, [Table((Column(titles[0]), Column(titles[1], 2)), cells, row_headings=True)])


def _team(told: Told) -> tuple[Block, ...]:
    """The members by name, by group or by number alone, as the tier lets them be told."""
    members, tier = told.said.members, told.anonymity
    if members.empty:
        return (Paragraph(NO_TEAM),)
    if tier == "named":
        named = members.assign(name=members["name"].where(members["name"] != "", members["id"]))
        rows = tuple(named[["name", "organisation", "role"]].itertuples(index=False, name=None))
        return (Table((Column("Name"), Column("Organisation", 1.6), Column("Role", 1.4)), rows, "The team",
                      row_headings=True),)  # fmt: skip
    if tier == "pooled":
        return (Paragraph(f"{count(len(members), 'member')}. Their names, organisations and roles are not shown."),)
    rows = tuple((name, str(n)) for name, n in grouped(members[tier]))
    return (Table((Column(tier.capitalize(), 3), Column("Members")), rows, COUNTED[tier], row_headings=True),)


def grouped(names: pd.Series, least: int = LEAST) -> list[tuple[str, int]]:
    """How many members each group has, those of too few counted together: the smallest that is shown, too, if need be.

    Examples
    --------
    >>> grouped(pd.Series(["A", "A", "A", "A", "B", "B", "B", "C"]))
    [('A', 4), ('others', 4)]
    >>> grouped(pd.Series(["A", "A", "A"]))
    [('A', 3)]
    """
    sizes = names[names != ""].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    shown = sizes[sizes >= least]
    while len(shown) and 0 < len(names) - shown.sum() < least:
        shown = shown.iloc[:-1]
    rest = int(len(names) - shown.sum())
    return [*((str(name), int(n)) for name, n in shown.items()), *[(OTHERS, rest)] * bool(rest)]


def _signed(told: Told) -> tuple[Block, ...]:
    """Who signed; where names are hidden, for which roles."""
    asked = told.framework.signatories
    signed = review.signatures(told.said.notes)
    if not asked or signed.empty:
        return ()
    roles = {role.id: role.text for role in asked.roles}
    pairs = ((roles.get(row.role, row.role), _signature(row, told.anonymity)) for row in signed.itertuples())
    return under("Who signed", [Paragraph(asked.attestation.lstrip("*")), Fields(tuple(pairs))])


def _unusable(told: Told) -> tuple[Block, ...]:
    """That some entries could not be used; not which, as they may tell who wrote what."""
    lost = sum(not fault.handled for fault in told.said.faults)
    if not lost:
        return ()
    words = f"{begun(lost, 'entry', 'entries')} could not be used and {'is' if lost == 1 else 'are'} not in here."
    return (Paragraph(f"{words} Checking the folder lists {'it' if lost == 1 else 'them'}."),)


def _signature(row, anonymity: str) -> str:
    day = f"signed on {day_in_words(pd.Timestamp(row.at).strftime('%Y-%m-%d'))}" if not pd.isna(row.at) else "signed"
    return ", ".join(filter(None, [row.name, row.organisation, day])) if anonymity == "named" else day
