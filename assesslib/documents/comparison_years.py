"""What runs through the years: goals and actions beside what moved, threads, the team, last year seen from today."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from assesslib import charts, tables
from assesslib.charts import alt_text_change as alt
from assesslib.documents.comparison_words import Compared
from assesslib.documents.model import Block, Column, Heading, Paragraph, Table
from assesslib.documents.pictures import pictures
from assesslib.documents.report_words import lean
from assesslib.tables.change.traced import near
from assesslib.words import capital, count, day_in_words

NO_PLANS = "No goals or actions were written down in the earlier assessment."
NO_THREADS = "No golden thread and no fault line was found in any of the years."
NOT_ASKED = "Nobody was asked where the team stood last year, seen from today."
PLAN = {
    "text": ("Goal or action", 2.6), "owner": ("Who", 0.9), "due": ("By when", 1.1),
    "ended": ("What became of it", 1.4), "beside": ("Beside what it touches", 2.4),
}  # fmt: skip
ENDED = {"done": "done", "dropped": "dropped"}
THROUGH = {"cause": " (planned for a cause behind it)", "section": " (planned for its section as a whole)"}


def actions_part(made: Compared) -> Iterator[Block]:
    """Goals and actions of the earlier assessment, beside what became of the items they touch."""
    found = near(tables.traced(made.before, made.after, made.change))
    yield Heading(f"What was planned in {made.labels[-2]}, and what came of it")
    if not (found["id"] != "").any():
        yield Paragraph(NO_PLANS)
        return
    yield from pictures(found, lambda rows: _beside(made, rows), alt.actions_beside_text, by=("id",))
    rows = tuple(_plan(rows, made) for _, rows in found[found["id"] != ""].groupby("id", sort=False))
    columns = (Column(words, share, "date" if name == "due" else "text") for name, (words, share) in PLAN.items())
    yield lean(Table(tuple(columns), rows, f"Goals and actions of {made.labels[-2]}", row_headings=True))


def _beside(made: Compared, rows: pd.DataFrame):
    items = {item.id: item.text for item in made.framework.items}
    days = [made.before.date, made.after.date]
    return charts.actions_beside(rows, between=days, items=items, anonymity=made.anonymity)


def _plan(rows: pd.DataFrame, made: Compared) -> tuple[str, ...]:
    one, term = rows.iloc[0], made.framework.term()
    beside = (f"{capital(term)} {row.item}: {row.course}{THROUGH.get(row.tie, '')}" if row.item else row.course
              for row in rows.itertuples())  # fmt: skip
    return one["text"], one["owner"], one["due"], _ended(one), "\n".join(dict.fromkeys(filter(None, beside)))


def _ended(plan: pd.Series) -> str:
    """What became of a plan, and on which day."""
    day = plan["done_on"] or plan["dropped_on"]
    word = ENDED.get(plan["status"], plan["fate"])
    return f"{word} on {day_in_words(day)}" if day else word


def threads_part(made: Compared) -> Iterator[Block]:
    """Golden threads and fault lines, year by year."""
    yield Heading("Golden threads and fault lines by year")
    found = tables.threads_over(made.years, anonymity=made.anonymity)
    if found.empty:
        yield Paragraph(NO_THREADS)
        return
    yield from pictures(found, charts.threads_by_year, alt.threads_by_year_text, by=("source", "theme", "direction"))


def panel_part(made: Compared) -> Iterator[Block]:
    """Who took part both times, who left and who joined, as far as the tier lets it be told."""
    found = tables.panel(made.before, made.after, anonymity=made.anonymity)
    yield Heading("Who took part then and now")
    if made.anonymity == "named":
        named = found.assign(name=found["name"].where(found["name"] != "", found["id_after"] + found["id_before"]))
        home = named["organisation_after"].where(named["organisation_after"] != "", named["organisation_before"])
        rows = zip(named["name"], home, named["status"], strict=True)
        yield lean(Table((Column("Name"), Column("Organisation", 1.6), Column("In the years")), tuple(rows),
                         "The team then and now", row_headings=True))  # fmt: skip
        return
    columns = (Column("Group", 2), Column("Both times"), Column("Left"), Column("Joined"), Column("To be matched"))
    groups = found.assign(group="everybody") if len(found) == 1 else found
    rows = tuple(tuple(map(str, row)) for row in groups.itertuples(index=False))
    yield Table(columns, rows, "How many took part then and now", row_headings=True)


def looking_back_part(made: Compared) -> Iterator[Block]:
    """Where members put last year today, beside what they said then."""
    found = tables.looking_back(made.before, made.after, anonymity=made.anonymity)
    yield Heading("Where members put last year when they look back")
    if found.empty:
        yield Paragraph(NOT_ASKED)
        return
    columns = (Column("No.", 0.6), Column(capital(made.framework.term()), 3), Column("Last year, seen from today", 2.2),
               Column("Today, beside that", 2.2))  # fmt: skip
    rows = ((row.item, row.text, _seen(row), _felt(row)) for row in found.itertuples())
    yield Table(columns, tuple(rows), "Where members put last year, and how far they have come since",
                row_headings=True)  # fmt: skip


def _seen(row) -> str:
    counts = f"{row.then_lower} lower than they said then, {row.then_same} the same, {row.then_higher} higher"
    return f"{counts}\n{capital(row.then_word)} ({count(row.then_n, 'member')})"


def _felt(row) -> str:
    counts = f"{row.felt_up} higher, {row.felt_same} the same, {row.felt_down} lower"
    return f"{counts}\n{capital(row.felt_word)} ({count(row.felt_n, 'member')})"
