"""Themes down, years across: where golden threads and fault lines ran in each year, and what became of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.charts import _years as years
from assesslib.faults import listed, shorten
from assesslib.tables.anonymity import check_tier
from assesslib.words import capital

LABEL, SAID = 3.0, 1.75
"""Inches of the column with the themes, and of the word beside them."""
YEAR = (0.93, 1.9)
"""Inches that a year takes at least and at most."""
TITLE, ITEMS = 90, 12
"""Letters of a title, and items of a year, that are shown at most."""
NOTHING = "In none of these years did a golden thread or a fault line run through the results."
MARKS = {
    "golden thread": {"marker": "*", "markersize": 17, "color": style.INK},
    "fault line": {"marker": "X", "markersize": 12, "color": style.PAPER, "markeredgecolor": style.INK,
                   "markeredgewidth": 1.8},
}  # fmt: skip
UNKNOWN, NOT_FOUND = "?", "–"
PAD, MARK = 0.55, 1.5
"""Lines above and below what stands in a row, and of a mark."""


class Thread(NamedTuple):
    """A theme with its direction: its title, its word, why it is that, and of each year by its place the sign and the
    items."""

    title: str
    direction: str
    word: str
    why: str
    years: dict[int, tuple[str, tuple[str, ...]]]


def threads_by_year(table: pd.DataFrame, *, anonymity: str = "named", ax: Axes | None = None) -> Axes:
    """Draw in which years each golden thread and each fault line was found, in the table's order.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.change.threads_over` gives it.
    anonymity : str
        A tier; it changes nothing, as who said what is not in the table.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        In inches across and in lines down. For each theme and direction that was found in any year and each year: a
        star for a golden thread or an open cross for a fault line, with the numbers of its items below; a dash where
        it was not found, a question mark where that cannot be told. At the right what became of it, and why no more
        can be said.

    Raises
    ------
    FaultsError
        An unknown tier.
    """
    check_tier(anonymity)
    found = threads_of(table)
    if not found:
        return years.nothing_to_draw(ax, NOTHING)
    labels = told(table)
    wide = float(np.clip((style.PAGE - LABEL - SAID) / len(labels), *YEAR))
    names = [_label(thread) for thread in found]
    words = [years.said(thread.word, [capital(thread.why)], SAID - 0.3) for thread in found]
    cells = [{place: (sign, _numbers(items, wide)) for place, (sign, items) in one.years.items()} for one in found]
    edges = _edges(cells, names, words)
    key = _key(found)
    page = panel.Page(LABEL, wide * len(labels), edges[-1], 0.55, style.key_height(key),
                      max(SAID, panel.key_width(key) - LABEL - wide * len(labels)))  # fmt: skip
    ax = panel.panel(page, ax)
    panel.rule(ax, edges, LABEL - style.MARGIN)
    _draw_years(ax, list(labels.values()), wide)
    for thread, name, word, row, y in zip(found, names, words, cells, (edges[:-1] + edges[1:]) / 2, strict=True):
        panel.stacked(ax, name, style.MARGIN - LABEL, y)
        panel.stacked(ax, word, page.wide + 0.15, y)
        for nth, place in enumerate(labels):
            _draw_cell(ax, *row[place], MARKS[thread.direction], ((nth + 0.5) * wide, y))
    style.draw_key(ax, key)
    return style.finished(ax)


def threads_of(table: pd.DataFrame) -> list[Thread]:
    """The golden threads and fault lines that were found in any year, in the table's order."""
    groups = table.groupby(["source", "theme", "direction"], sort=False)
    return [_thread(rows.sort_values("place")) for _, rows in groups if rows["found"].any()]


def _thread(rows: pd.DataFrame) -> Thread:
    one = rows.iloc[-1]
    known = rows["known"] if "known" in rows else [True] * len(rows)
    signs = [
        one["direction"] if found else NOT_FOUND if told else UNKNOWN
        for found, told in zip(rows["found"], known, strict=True)
    ]
    items = [tuple(own) if found else () for own, found in zip(rows["items"], rows["found"], strict=True)]
    cells = dict(zip(rows["place"], zip(signs, items, strict=True), strict=True))
    return Thread(one["title"], one["direction"], one["word"], one.get("why", ""), cells)


def told(table: pd.DataFrame) -> dict[int, str]:
    """What the years are called, by their places in time."""
    times = table.drop_duplicates("place").sort_values("place")
    return dict(zip(times["place"], years.time_labels(times["assessment"].tolist(), times["date"]), strict=True))


def _label(thread: Thread) -> list[tuple[str, dict]]:
    title = style.wrapped(shorten(thread.title, TITLE), LABEL - 0.3)
    return [(title, {}), (capital(thread.direction), years.SMALL)]


def _numbers(items: Sequence[str], wide: float) -> str:
    return style.wrapped(listed(items, most=ITEMS), wide - 0.16, style.SMALL) if items else ""


def _edges(cells: Sequence[Mapping], *texts: Sequence) -> np.ndarray:
    """Where rows begin and end, in lines: each holds its words and its fullest year."""
    marks = [max(MARK + panel.height_of(words, style.SMALL) for _, words in row.values()) for row in cells]
    words = [max(years.height(parts) for parts in row) for row in zip(*texts, strict=True)]
    lines = np.maximum(np.maximum(marks, words), 2.2) + 2 * PAD
    return np.concatenate([[0.0], np.cumsum(lines)])


def _draw_years(ax: Axes, labels: Sequence[str], wide: float) -> None:
    for place, label in enumerate(labels):
        panel.write(ax, label, (place + 0.5) * wide, -0.9, ha="center", **years.BOLD)
    for place in range(len(labels) + 1):
        ax.axvline(place * wide, color=style.GRID, linewidth=0.8, zorder=0)


def _draw_cell(ax: Axes, sign: str, numbers: str, look: Mapping, at: tuple[float, float]) -> None:
    """A mark with its items below, or the sign that says why there is none."""
    x, y = at
    if sign in (NOT_FOUND, UNKNOWN):
        panel.write(ax, sign, x, y, ha="center")
        return
    top = y - (MARK + panel.height_of(numbers, style.SMALL)) / 2
    ax.plot([x], [top + MARK / 2], linestyle="", label=sign, zorder=3, **look)
    panel.write(ax, numbers, x, top + MARK, ha="center", **(years.SMALL | {"va": "top"}))


def _key(found: Sequence[Thread]) -> dict[str, Artist]:
    """The key's words and marks, of those that occur."""
    signs = {sign for thread in found for sign, _ in thread.years.values()}
    marks = {f"{sign}, with the numbers of its items": Line2D([], [], linestyle="", **look)
             for sign, look in MARKS.items() if sign in signs}  # fmt: skip
    words = {NOT_FOUND: "not found in that year",
             UNKNOWN: "cannot be told: too few of its items were asked or have a level"}  # fmt: skip
    return marks | {
        said: Line2D([], [], linestyle="", color=style.INK, marker=f"${sign}$", markersize=9)
        for sign, said in words.items() if sign in signs
    }  # fmt: skip
