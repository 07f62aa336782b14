"""A section of the framework in a report: pictures of what was said, what was agreed, and what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd

from assesslib import charts, tables
from assesslib.charts import alt_text_answers as alt
from assesslib.documents.model import Block, Column, Heading, Paragraph, Table
from assesslib.documents.pictures import pictures
from assesslib.documents.report_here import found_here
from assesslib.documents.report_words import (
    Told,
    listed,
    scale_in_words,
    sentences,
    titled,
    under,
    withheld_in_words,
)
from assesslib.framework import Section
from assesslib.tables import review
from assesslib.tables.spread import STATES

NOBODY = "Nobody’s own ratings are recorded in this section, so there is no spread to show."
NOT_AGREED = "Nothing has been agreed in this section yet."
NOT_ANSWERED = "This question has no answer yet."
WHO = {
    "named": "Who rated what",
    "organisation": "Where the middle of each organisation’s ratings lies",
    "role": "Where the middle of each role’s ratings lies",
    "pooled": "How often each level was given",
}
BELOW = {
    "named": "The letter is the level that a member gave.",
    "organisation": "Both medians of each group where there are two, and how many of it rated.",
    "role": "Both medians of each group where there are two, and how many of it rated.",
    "pooled": "How many members gave each level.",
}
BESIDE = "How many members gave each level; the boxes set apart on the right count answers that are no level."
SPREAD = "How far the members spread"
WIDEST = "The widest differences stand on top. {scale}."
GAPS = {
    "outside every rating": "Agreed outside every rating.",
    "given by nobody": "Agreed at a level that nobody had given.",
    "away from both medians": "Agreed away from the middle of the ratings.",
    "given by the most senior alone": "Agreed at the level that the most senior alone had given.",
    "agreed without any rating": "Agreed although nobody had given a level.",
}
PROMPTS = ("strength", "area", "comment", "evidence", "goal")


def section_part(told: Told, section: Section) -> tuple[Block, ...]:
    """All that there is of a section, under its title."""
    written = _written(told, section)
    answers = review.answers(told.said.notes, told.framework)
    blocks = (*_rated(told, section), *written) if section.rated else written
    questions = tuple(_answered(answers[answers["section"] == section.id]))
    return (Heading(titled(section)), *questions, *blocks)


def closing_part(told: Told) -> tuple[Block, ...]:
    """The closing questions with the team's answers, and the areas for improvement that it holds most significant."""
    answers = review.answers(told.said.notes, told.framework)
    areas = review.areas(told.said.notes, told.framework)
    chosen = areas.loc[areas["significant"].astype("bool"), "text"]
    closing = tuple(_answered(answers[answers["section"] == ""]))
    most = under("The areas chosen as the most significant", listed(chosen))
    return (Heading("What the team answered at the end"), *closing, *most) if closing else ()


def _answered(answers: pd.DataFrame) -> Iterator[Block]:
    for row in answers.itertuples():
        yield Heading(row.text, 2)
        yield Paragraph(row.answer or NOT_ANSWERED)


def _rated(told: Told, section: Section) -> Iterator[Block]:
    """What members said alone, and what was agreed."""
    gaps = tables.consensus_gap(told.said, anonymity=told.anonymity)
    yield from under("What stands out here", listed(sentences(found_here(told, section, gaps))))
    yield from _said_alone(told, section)
    yield from _agreed(told, section, gaps)


def _said_alone(told: Told, section: Section) -> Iterator[Block]:
    ratings = told.said.ratings
    answered = ratings[(ratings["round"] == 1) & (ratings["state"] != "blank") & (ratings["section"] == section.id)]
    if answered.empty:
        yield Paragraph(NOBODY)
        return
    held = withheld_in_words(told, [item.id for item in section.items])
    yield from under(WHO[told.anonymity], _who(told, section))
    here = told.apart[told.apart["section"] == section.id]
    yield from under(SPREAD, _spread(told, here) if len(here) else ())
    yield from [Paragraph(held)] * bool(held)


def _spread(told: Told, here: pd.DataFrame) -> tuple[Block, ...]:
    """Every member a dot, with the scale in words below: above narrow columns they would be too small to read."""
    caption = WIDEST.format(scale=scale_in_words(told.framework.scale))
    dots = partial(charts.disparity_spread, anonymity=told.anonymity)
    return pictures(here, dots, alt.disparity_spread_text, caption)


def _who(told: Told, section: Section) -> tuple[Block, ...]:
    """Members' or groups' letters as a grid; where everybody is counted together, how often each level was given."""
    said, items = told.said, told.framework.table()
    how = {"scale": told.framework.scale, "anonymity": told.anonymity}
    below = BELOW[told.anonymity]
    if told.anonymity == "pooled":
        order = {item.id: place for place, item in enumerate(section.items)}
        here = told.apart[told.apart["section"] == section.id].sort_values("item", key=lambda ids: ids.map(order))
        bars = partial(charts.level_distribution, **how)
        below = BESIDE if here[list(STATES)].to_numpy().any() else below
        return pictures(here, bars, alt.level_distribution_text, below) if len(here) else ()
    if told.anonymity == "named":
        grid = tables.section_grid(said.ratings, items, said.members, section.id)
    else:
        grid = tables.group_grid(said.ratings, items, section.id, told.by, anonymity=told.anonymity)
    return pictures(grid, partial(charts.section_heatmap, by=told.by, **how), alt.section_heatmap_text, below)


def _agreed(told: Told, section: Section, gaps: pd.DataFrame) -> Iterator[Block]:
    agreed = tables.agreed_levels(told.said.consensus, told.framework)
    beside = gaps.drop(columns=["section", "text"])
    rows = agreed[agreed["section"] == section.id].merge(beside, on="item", suffixes=("", "_level"))
    if (rows["state"] == "not settled").all():
        yield Paragraph(NOT_AGREED)
        return
    alone, noted = bool((rows["n"] > 0).any()), bool((rows[["note", "dissent"]] != "").to_numpy().any())
    columns = [Column("No.", 0.55), Column(told.term, 3), Column("Agreed", 2)]
    columns += [Column("Said alone", 1.8)] * alone + [Column("Note", 1.8)] * noted
    cells = (_agreed_row(row, alone, noted) for row in rows.to_dict("records"))
    yield Table(tuple(columns), tuple(cells), f"{titled(section)}: what was agreed", row_headings=True)


def _agreed_row(row: Mapping, alone: bool, noted: bool) -> tuple[str, ...]:
    beside = "\n".join(filter(None, [row["said"], GAPS.get(row["gap"], "")]))
    dissent = f"Dissent: {row['dissent']}" if row["dissent"] else ""
    note = "\n".join(filter(None, [row["note"], dissent]))
    return row["item"], row["text"], row["agreed"], *[beside] * alone, *[note] * noted


def _written(told: Told, section: Section) -> tuple[Block, ...]:
    """What the team wrote of a section, kind by kind; of what the framework asks for, that it is not there too."""
    said = told.said
    every = review.written(said.notes, said.consensus, said.ratings, said.progress, told.framework,
                           anonymity=told.anonymity)  # fmt: skip
    here = every[(every["section"] == section.id) & every["kind"].isin(PROMPTS)]
    return tuple(block for kind in PROMPTS for block in _of_kind(here[here["kind"] == kind], kind, told, section))


def _of_kind(rows: pd.DataFrame, kind: str, told: Told, section: Section) -> tuple[Block, ...]:
    prompts = {prompt.kind: prompt.label for prompt in told.framework.prompts}
    label = _sentence_case(prompts.get(kind, review.LABELS[kind]))
    asked = kind in section.prompts and kind in ("strength", "area")
    nothing = f"No {label.lower()} are written down for this section." if asked else ""
    return under(label, listed((_noted(row, told) for row in rows.itertuples()), nothing))


def _noted(row, told: Told) -> str:
    """A note, with the item it was written about."""
    return f"{row.text} ({told.framework.term()} {row.item})" if row.item else row.text


def _sentence_case(label: str) -> str:
    """A label as a heading: capitals inside it are those of print.

    Examples
    --------
    >>> _sentence_case("Areas for Improvement"), _sentence_case("SUPPORTING EVIDENCE")
    ('Areas for improvement', 'Supporting evidence')
    """
    return label[:1].upper() + label[1:].lower()
