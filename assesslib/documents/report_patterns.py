"""What runs through a report and what stands behind it: groups that differ, threads and fault lines, causes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd

from assesslib import charts, tables
from assesslib.charts import alt_text
from assesslib.charts.alt_text_answers import divides_dots_text
from assesslib.documents.model import Block, Bullets, Column, Heading, Paragraph, Table
from assesslib.documents.pictures import picture, pictures
from assesslib.documents.report_words import Told, lean, listed, sentences, titled, under
from assesslib.words import capital, many, quoted, series

ITEMS = 6
"""On how many items groups are drawn beside each other."""
NO_GROUPS = "No two groups of members are large enough to be compared."
RULE = (
    "A golden thread is a theme with at least three {items} in at least three sections at the top two levels, and none "
    "at the lowest. A fault line is the opposite: at the bottom two levels, and none at the highest."
)
NO_LEVELS = "Nothing has been agreed yet, so no theme can run through it."
NO_THEMES = "No theme is named in this framework, and nobody acts in its wording often enough to be one."
REST = "The themes that were found or are near. A frame marks the top two levels, dashes the bottom two."
NO_CAUSES = "No underlying causes are written down."
NO_ARROWS = "None of these causes was said to stand behind another."


def divides_part(told: Told) -> tuple[Block, ...]:
    """Which groups see it differently; nothing where everybody is counted together."""
    if not told.by:
        return ()
    return Heading("Who sees it differently"), *listed(sentences(told.findings("divide")), NO_GROUPS), *_groups(told)


def _groups(told: Told) -> tuple[Block, ...]:
    ratings, how = told.said.ratings, {"anonymity": told.anonymity}
    found = told.divides
    if found.empty:
        return ()
    widest = found[found["item"].isin(found["item"].drop_duplicates().head(ITEMS))]
    counts = tables.group_counts(ratings, told.by, **how)
    drawn = tables.divide_groups(widest, counts, told.framework.table())
    caption = f"The {told.framework.term(2)} on which two {told.by}s stand farthest apart."
    dots = partial(charts.divides_dots, scale=told.framework.scale, by=told.by, **how)
    return pictures(drawn, dots, divides_dots_text, caption)


def threads_part(told: Told) -> tuple[Block, ...]:
    """Golden threads and fault lines: each with what carries it, and every theme that was looked at."""
    found = tables.threads(told.said, anonymity=told.anonymity)
    heading = Heading("What runs through the results: golden threads and fault lines")
    if found.empty or not found["levelled"].any():
        return heading, Paragraph(NO_THEMES if found.empty else NO_LEVELS)
    said = (Paragraph(RULE.format(items=told.framework.term(2))), *listed(sentences(told.findings("thread"))))
    return heading, *said, *_map(told, found), *_carriers(told, found), *_themes(told, found)


def _map(told: Told, found: pd.DataFrame) -> tuple[Block, ...]:
    grid = tables.threads_grid(told.said, found, anonymity=told.anonymity)
    near = grid[(grid["found"] != "") | (grid["near"] != "")]
    squares = partial(charts.threads_map, scale=told.framework.scale, anonymity=told.anonymity)
    return pictures(near, squares, alt_text.threads_map_text, REST, by=("source", "theme")) if len(near) else ()


def _carriers(told: Told, found: pd.DataFrame) -> Iterator[Block]:
    """Of every thread that was found, the items and the notes that carry it."""
    levels = told.said.consensus.dropna(subset="level").groupby("item")["level"].agg("/".join)
    texts = {item.id: item.text for item in told.framework.items}
    notes = dict(zip(told.said.notes["id"], told.said.notes["text"], strict=True))
    for row in found[found["found"].astype("bool")].itertuples():
        yield Heading(f"{capital(row.direction)}: {row.title}", 2)
        yield Bullets(tuple(f"{told.term} {item}: {texts[item]} (agreed: {levels[item]})" for item in row.items))
        said = [quoted(notes[id]) for id in row.notes if notes.get(id, "").strip()]
        yield from [Paragraph(f"What was written about them: {'; '.join(said)}.")] * bool(said)


def _themes(told: Told, found: pd.DataFrame) -> Iterator[Block]:
    """What was found and what is near in a table, and what else was looked at by name."""
    near = found[found["found"].astype("bool") | (found["near"] != "")]
    if len(near):
        yield _table(told, near)
    named = set(near["title"])
    others = [title for title in found["title"].drop_duplicates() if title not in named]
    also = "Also looked at" if named else "Looked at"
    yield from [Paragraph(f"{also}, and neither found nor near: {series(others)}.")] * bool(others)


def _table(told: Told, found: pd.DataFrame) -> Table:
    columns = (Column("Theme", 2), Column("Looked at as", 1.4), Column("Found", 1.6),
               Column(capital(told.framework.term(2)), 1.8), Column("Against it", 1.2))  # fmt: skip
    rows = ((row.title, row.direction, _found(row), ", ".join(row.items), ", ".join(row.against))
            for row in found.itertuples())  # fmt: skip
    caption = "Threads and fault lines that were found, and what is near one"
    return lean(Table(columns, tuple(rows), caption, row_headings=True))


def _found(row) -> str:
    return "yes" if row.found else f"no: {row.near}" if row.near else "no"


def causes_part(told: Told) -> tuple[Block, ...]:
    """The few causes behind most areas for improvement, what drives what, and areas that have no cause."""
    heading = Heading("What stands behind it: underlying causes")
    found = tables.causes(told.said, anonymity=told.anonymity)
    if found.empty:
        return heading, Paragraph(NO_CAUSES)
    said = listed(sentences(told.findings("cause")))
    return heading, *said, *_pareto(told, found), *_arrows(told, found), *_left(told)


def _pareto(told: Told, found: pd.DataFrame) -> tuple[Block, ...]:
    covers, tier = tables.covers(told.said), told.anonymity
    chart = charts.cause_pareto(found, covers=covers, anonymity=tier)
    shown = picture(chart, alt_text.cause_pareto_text(found, covers))
    return under("The causes behind most areas first", [shown, _in_full(found)])


def _in_full(found: pd.DataFrame) -> Table:
    """Every cause in all its words; a chart may have to shorten them."""
    rows = ((row.text, many(row.count, "area")) for row in found.itertuples(index=False))
    return Table((Column("Cause", 4), Column("Stands behind", 1)), tuple(rows), "Underlying causes",
                 row_headings=True)  # fmt: skip


def _arrows(told: Told, found: pd.DataFrame) -> tuple[Block, ...]:
    drawn = found["out"].any()
    chart = charts.cause_digraph(found, anonymity=told.anonymity) if drawn else None
    inside = picture(chart, alt_text.cause_digraph_text(found)) if drawn else Paragraph(NO_ARROWS)
    return under("What drives what", [inside])


def _left(told: Told) -> tuple[Block, ...]:
    homes = {section.id: titled(section) for section in told.framework.sections}
    rows = tables.without_cause(told.said).to_dict("records")
    return under("Areas for improvement without a cause", listed(_area(row, homes) for row in rows))


def _area(row: Mapping, homes: Mapping[str, str]) -> str:
    home = homes.get(row["section"], "")
    return f"{row['text']} ({home})" if home else row["text"]
