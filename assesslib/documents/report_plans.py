"""What is to be done: actions and goals with who, by when and how it will be known, and what they leave open."""

from __future__ import annotations

import pandas as pd

from assesslib import tables
from assesslib.documents.model import Block, Column, Heading, Paragraph, Table
from assesslib.documents.plan_rows import notes_id, status_of
from assesslib.documents.report_words import Told, listed, sentences, under
from assesslib.faults import shorten
from assesslib.tables.findings.finding import named_items
from assesslib.words import begun, capital, day_of, quoted, say

ABOUT = 70
"""Letters of what a plan is about that are shown at most; it stands in full elsewhere."""
NOTHING = "No actions or goals are written down."
OPEN = "What the evidence and the plans leave open"


def plans_part(told: Told) -> tuple[Block, ...]:
    """The actions and goals that somebody took on or that have a day, and prompts on the rest."""
    audit = tables.goal_audit(told.said, anonymity=told.anonymity).set_index("id", drop=False)
    taken = audit[(audit["kind"] == "action") | (audit[["owner", "due", "measure"]] != "").any(axis=1)]
    others = audit.drop(taken.index)
    rest = _rest(int((others["lacks"] != "").sum()), int((others["lacks"] == "").sum()), bool(len(taken)))
    shown = [_plans(told, taken)] if len(taken) else []
    prompts = under(OPEN, listed(sentences(told.findings("evidence"))))
    return Heading("What we will do"), *shown, *rest, *prompts


def _rest(left: int, pointing: int, shown: bool) -> tuple[Block, ...]:
    """What is said of the goals that nobody took on; those that only point at another are told of apart."""
    if left:
        it = "it belongs" if left == 1 else "they belong"
        verb, lack = ("stands", "has") if left == 1 else ("stand", "have")
        words = f"{begun(left, 'goal')} {lack} no owner, no date and no measure, and {verb} with what {it} to, above."
        more = f" {begun(pointing, 'more', 'more')} only {say(pointing)} where another stands."
        return (Paragraph(words + (more if pointing else "")),)
    return () if shown else (Paragraph(NOTHING),)


def _plans(told: Told, plans: pd.DataFrame) -> Table:
    """Those with a day first, by day; how they stand and go as the improvement plan says it."""
    notes = told.said.notes.set_index("id")
    beside = notes["text"].reindex(plans["id"].map(notes_id)).fillna("").to_list()
    stands = notes["status"].reindex(plans["id"]).map(status_of).to_list()
    days = plans["due"].where(plans["due"].map(day_of).notna(), "9999")
    ordered = plans.assign(status=stands, notes=beside).loc[days.sort_values(kind="stable").index]
    noted = any(beside)
    rows = (
        (row.text, _about(told, row, notes), row.owner, row.due, row.measure, row.status, *([row.notes] * noted))
        for row in ordered.itertuples()
    )
    columns = (Column("Action or goal", 2.6), Column("About", 2.2), Column("Who", 1), Column("By when", 1.2, "date"),
               Column("How we will know", 2), Column("Status", 0.9), *([Column("Notes", 1.6)] * noted))  # fmt: skip
    return Table(columns, tuple(rows), "Actions and goals", row_headings=True)


def _about(told: Told, plan, notes: pd.DataFrame) -> str:
    """What a plan is about: its item, and the notes that it names, each on a line."""
    named = [id for id in plan.points_to.split() if id in notes.index]
    item = [capital(named_items(told.framework, [plan.item]))] if plan.item else []
    return "\n".join([*item, *(quoted(shorten(notes.at[id, "text"], ABOUT)) for id in named)])
