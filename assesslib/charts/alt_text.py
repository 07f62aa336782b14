"""What a chart shows, in sentences from its table: for those who cannot see it."""

from collections.abc import Iterable, Sequence

import pandas as pd

from assesslib.faults import shorten
from assesslib.words import many, series

NAME = 90
"""Letters of a cause that are told at most."""
CHOICES = 4
"""Smallest choices of causes that are told one by one."""
ENDS = {"golden thread": "top", "fault line": "bottom"}


def threads_map_text(table: pd.DataFrame) -> str:
    """The map of the threads in sentences: what was found and on which items, what is near, what has no level.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.threads_grid` gives it.

    Examples
    --------
    >>> threads_map_text(pd.DataFrame({"theme": []}))
    'No theme runs through what was asked.'
    """
    if table.empty:
        return "No theme runs through what was asked."
    themes = [rows for _, rows in table.groupby(["source", "theme"], sort=False)]
    counts = f"{many(len(themes), 'theme')} across {many(table['section'].nunique(), 'section')}"
    found = [line for rows in themes for line in _found(rows)]
    near = [f"{rows['title'].iloc[0]} is {line}." for rows in themes for line in rows["near"].iloc[0].splitlines()]
    none = ["No golden thread and no fault line was found."] * (not found)
    hollow = set(table.loc[(table["item"] != "") & table["low"].isna(), "item"])
    unknown = [f"Without a level: {series(sorted(hollow, key=lambda id: (len(id), id)))}."] * bool(hollow)
    return " ".join([f"A map of {counts}.", *found, *none, *near, *unknown])


def _found(rows: pd.DataFrame) -> Iterable[str]:
    for direction in filter(None, rows["found"].iloc[0].split(" and ")):
        items = rows.loc[rows["end"] == ENDS[direction], "item"]
        yield f"{rows['title'].iloc[0]} is a {direction}: {series(items)} at the {ENDS[direction]} of the scale."


def cause_pareto_text(table: pd.DataFrame, covers: pd.DataFrame | None = None) -> str:
    """The causes in Pareto order in sentences, and the smallest choices of them where ``covers`` are given.

    Parameters
    ----------
    table, covers : DataFrame
        As `assesslib.tables.causes` gives them.

    Examples
    --------
    >>> cause_pareto_text(pd.DataFrame({"id": ["c1"], "text": ["No time"], "count": [2], "covered": [2], "of": [2]}))
    '1 cause. “No time” is behind 2 areas for improvement: 2 of 2 reached.'
    """
    if table.empty:
        return "No cause has been noted yet."
    lines = [
        f"{_name(row.text)} is behind {many(row.count, 'area')} for improvement: {row.covered} of {row.of} reached."
        for row in table.itertuples(index=False, name="Cause")
    ]
    return " ".join([f"{many(len(table), 'cause')}.", *lines, *_smallest(covers)])


def _smallest(covers: pd.DataFrame | None) -> Iterable[str]:
    if covers is None:
        return
    for row in covers.head(CHOICES).itertuples():
        names = series(map(_name, row.texts))
        yield f"A smallest choice that reaches {row.covered} of {many(row.of, 'area')}: {names}."
    if len(covers) > CHOICES:
        size = many(covers["size"].iloc[0], "cause")
        yield f"{many(len(covers) - CHOICES, 'further choice')} of {size} would do as well."


def cause_digraph_text(table: pd.DataFrame) -> str:
    """The arrows between causes in sentences: which cause leads to which, the drivers, the circles, those without any.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.causes` gives it.

    Examples
    --------
    >>> habit = {"id": "c1", "text": "Habit", "leads_to": ("c2",), "role": "driver", "cycle": 0}
    >>> time = {"id": "c2", "text": "No time", "leads_to": (), "role": "outcome", "cycle": 0}
    >>> cause_digraph_text(pd.DataFrame([habit, time]))
    '2 causes. “Habit” leads to “No time”. Driver: “Habit”. Outcome: “No time”.'
    """
    if table.empty:
        return "No cause has been noted yet."
    names = dict(zip(table["id"], map(_name, table["text"]), strict=True))
    arrows = [
        f"{names[id]} leads to {series(names[other] for other in others if other in names)}."
        for id, others in zip(table["id"], table["leads_to"], strict=True)
        if any(other in names for other in others)
    ]
    roles = [("driver", "Driver"), ("outcome", "Outcome")]
    groups = [(word, table.loc[table["role"] == role, "id"]) for role, word in roles]
    circles = [(f"Circle {n}", table.loc[table["cycle"] == n, "id"]) for n in sorted(set(table["cycle"]) - {0})]
    alone = [("Without an arrow", table.loc[table["role"] == "", "id"])]
    told = [f"{_plural(word, ids)}: {series(ids.map(names))}." for word, ids in [*groups, *circles, *alone] if len(ids)]
    return " ".join([f"{many(len(table), 'cause')}.", *arrows, *told])


def _plural(word: str, ids: Sequence[str]) -> str:
    return f"{word}s" if len(ids) > 1 and word in ("Driver", "Outcome") else word


def _name(text: str) -> str:
    return f"“{shorten(text, NAME).rstrip('.')}”"
