"""Themes down, sections across, each item a square: where golden threads and fault lines run."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.faults import shorten
from assesslib.tables.anonymity import check_tier
from assesslib.words import capital, sentence

SQUARE, GAP = 0.37, 0.11
"""Inches of a square that holds an item's number, and between two of them."""
FRAME = 0.07
"""Inches by which the frame of an item at the top is larger than its square."""
LABEL, SAID = 2.2, 1.65
"""Inches of the column with the themes, and of what is said beside them."""
ACROSS, COLUMN = 2, (1.0, 1.4)
"""Squares side by side at most, and inches that a section takes at least, and at most for its title."""
ID, TITLE = 8, 90
"""Letters of an item's id, and of a title, that are shown at most."""
THIN = {"edgecolor": "#8c8c8c", "linewidth": 0.8}
DASHED = {"edgecolor": style.INK, "linewidth": 1.5, "linestyle": (0, (2.2, 1.3))}
THICK = {"edgecolor": style.INK, "linewidth": 2.2}
SOURCES = {"subject": "who acts in the wording", "tag": "the team’s own theme"}
"""What is said of themes that the framework does not declare."""
FRAMED = "framed: at the top of the scale, where a golden thread runs"
DASHES = "dashed: at the bottom of the scale, where a fault line runs"
HALVES = "two halves: two levels, the lower one at the left"
NO_LEVEL = "hollow: no level"
SMALL = {"fontsize": style.SMALL}


class _Column(NamedTuple):
    """A section as it stands above the chart: where it begins, how wide it is, how many squares stand side by side."""

    title: str
    left: float
    wide: float
    across: int


def threads_map(
    table: pd.DataFrame, *, scale: Mapping[str, str] | None = None, anonymity: str = "named", ax: Axes | None = None
) -> Axes:
    """Draw which items of which sections carry each theme and at what level they lie, themes in the table's order.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.threads_grid` gives it.
    scale : mapping, optional
        Each level's words by its code, for the key.
    anonymity : str
        A tier; it changes nothing, as who said what is not in the table.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        One `Rectangle` and the item's id for each item of a theme, in the colour of its level, two halves where it has
        two; a frame around those at the top, dashes around those at the bottom, hollow where there is no level. At the
        right in words what was found, or what is near.

    Raises
    ------
    FaultsError
        An unknown tier.
    """
    check_tier(anonymity)
    if table.empty:
        return style.nothing_to_draw(ax, "No theme runs through what was asked.")
    themes = table.drop_duplicates(["source", "theme"])
    side = max(SQUARE, 0.1 + max(style.width_of(shorten(item, ID), weight="bold") for item in table["item"]))
    columns = _columns(table, side)
    labels, said = [_label(row) for row in themes.itertuples()], [_said(row) for row in themes.itertuples()]
    edges = _edges(table, columns, side, labels, said)
    titles = [panel.height_of(column.title, style.SMALL) for column in columns.values()]
    last = list(columns.values())[-1]
    key = _key(table, scale)
    wide = last.left + last.wide
    page = panel.Page(LABEL, wide, edges[-1], max(titles) * style.LINE + 0.25, style.key_height(key),
                      max(SAID, panel.key_width(key) - LABEL - wide))  # fmt: skip
    ax = panel.panel(page, ax)
    panel.rule(ax, edges, LABEL - style.MARGIN)
    _draw_columns(ax, columns.values())
    for parts, beside, y in zip(labels, said, (edges[:-1] + edges[1:]) / 2, strict=True):
        panel.stacked(ax, parts, style.MARGIN - LABEL, y)
        panel.stacked(ax, beside, page.wide + 0.15, y)
    _draw_items(ax, table, columns, edges, side)
    style.draw_key(ax, key)
    return style.finished(ax)


def _columns(table: pd.DataFrame, side: float) -> dict[str, _Column]:
    """The sections by their ids, each as wide as its squares and the words of its title need."""
    columns: dict[str, _Column] = {}
    left = 0.0
    for section, rows in table.groupby("section", sort=False):
        most = rows.groupby(["source", "theme"]).size().max()
        across = int(np.clip(np.ceil(most / 2), 2, ACROSS))
        title = shorten(rows["section_title"].iloc[0], TITLE)
        longest = max((style.width_of(word, style.SMALL) for word in title.split()), default=0) + 0.15
        wide = max(across * (side + GAP) + GAP, float(np.clip(longest, *COLUMN)))
        columns[section] = _Column(style.wrapped(title, wide - 0.12, style.SMALL), left, wide, across)
        left += wide
    return columns


def _label(theme) -> list[tuple[str, dict]]:
    title = style.wrapped(shorten(theme.title, TITLE), LABEL - 0.3)
    said = ": ".join(filter(None, [SOURCES.get(theme.source, ""), theme.counted]))
    return [(title, {}), (style.wrapped(said, LABEL - 0.3, style.SMALL), SMALL)]


def _said(theme) -> list[tuple[str, dict]]:
    """What stands beside a theme: what was found stands out, what is near does not."""
    found = capital(theme.found)
    near = [sentence(line) for line in theme.near.splitlines()]
    small = "\n".join(style.wrapped(line, SAID - 0.3, style.SMALL) for line in near)
    return [(style.wrapped(found, SAID - 0.4), {"fontweight": "bold"}), (small, SMALL)]


def _edges(table: pd.DataFrame, columns: Mapping[str, _Column], side: float, *texts) -> np.ndarray:
    """Where rows begin and end, in lines: each holds its words and its fullest cell."""
    sizes = table.groupby(["source", "theme", "section"], sort=False).size()
    rows = np.ceil(sizes / sizes.index.get_level_values("section").map({id: one.across for id, one in columns.items()}))
    most = rows.groupby(["source", "theme"], sort=False).max().to_numpy()
    squares = (most * (side + GAP) + GAP) / style.LINE
    words = [[sum(panel.height_of(text, look.get("fontsize", style.TEXT)) for text, look in parts) for parts in column]
             for column in texts]  # fmt: skip
    return np.concatenate([[0.0], np.cumsum(np.maximum(squares, np.max(words, axis=0) + 0.9))])


def _draw_columns(ax: Axes, columns) -> None:
    for column in columns:
        panel.write(ax, column.title, column.left + column.wide / 2, -0.5, ha="center", va="bottom", **SMALL)
        ax.axvline(column.left, color=style.GRID, linewidth=0.8, zorder=0)
    ax.axvline(column.left + column.wide, color=style.GRID, linewidth=0.8, zorder=0)


def _draw_items(ax: Axes, table: pd.DataFrame, columns: Mapping[str, _Column], edges: np.ndarray, side: float) -> None:
    colours = style.ramp(list(table["low"].cat.categories))
    bands = zip(table.groupby(["source", "theme"], sort=False), edges, edges[1:], strict=False)
    for (_, rows), top, bottom in bands:
        for section, cell in rows[rows["item"] != ""].groupby("section", sort=False):
            places = _places(len(cell), columns[section], side, (top + bottom) / 2)
            for item, (x, y) in zip(cell.itertuples(), places, strict=True):
                _draw_item(ax, item, (x, y), side, colours)


def _places(size: int, column: _Column, side: float, middle: float) -> list[tuple[float, float]]:
    """The middles of a cell's squares: row by row, in the middle of the section's column."""
    step, rows = side + GAP, -(-size // column.across)
    first = column.left + column.wide / 2 - (min(size, column.across) - 1) * step / 2
    return [
        (first + place % column.across * step, middle + (place // column.across - (rows - 1) / 2) * step / style.LINE)
        for place in range(size)
    ]


def _draw_item(ax: Axes, item, at: tuple[float, float], side: float, colours: Mapping[str, str]) -> None:
    low, high = (colours.get(level, style.PAPER) for level in (item.low, item.high))
    panel.square(ax, *at, side, side, facecolor=low, zorder=2, **(DASHED if item.end == "bottom" else THIN))
    if item.end == "top":
        panel.square(ax, *at, side + FRAME, side + FRAME, fill=False, zorder=3, **THICK)
    if low != high:
        panel.square(ax, at[0] + side / 4, at[1], side / 2, side, facecolor=high, linewidth=0, zorder=2)
    back = {"boxstyle": "square,pad=0.1", "facecolor": style.PAPER, "edgecolor": "none"} if low != high else None
    panel.write(ax, shorten(item.item, ID), *at, ha="center", zorder=4, bbox=back,
                color=style.INK if back else style.ink_on(low),
                fontweight="bold" if item.low in colours else "normal")  # fmt: skip


def _key(table: pd.DataFrame, scale: Mapping[str, str] | None) -> dict[str, Artist]:
    """The key's words and swatches: every level, and of the other looks only those that occur."""
    shades = style.ramp(list(table["low"].cat.categories))
    levels = {style.in_words(code, scale): Patch(facecolor=colour, **THIN) for code, colour in shades.items()}
    items = table[table["item"] != ""]
    apart = items["low"].notna() & (items["low"] != items["high"])
    low, *_, high = [*shades.values()] * 2
    halves = {"markerfacecolor": low, "markerfacecoloralt": high, "markeredgecolor": THIN["edgecolor"]}
    marks = {
        FRAMED: (items["end"] == "top", Patch(facecolor=style.PAPER, **THICK)),
        DASHES: (items["end"] == "bottom", Patch(facecolor=style.PAPER, **DASHED)),
        HALVES: (apart, Line2D([], [], linestyle="", marker="s", markersize=10, fillstyle="left", **halves)),
        NO_LEVEL: (items["low"].isna(), Patch(facecolor=style.PAPER, **THIN)),
    }
    return levels | {words: mark for words, (here, mark) in marks.items() if here.any()}
