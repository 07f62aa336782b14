"""A section as a grid of letters: items down, members or groups of them across."""

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from assesslib.charts import _style as style
from assesslib.charts._tier import refuse_more
from assesslib.faults import shorten
from assesslib.tables.anonymity import LEAST
from assesslib.tables.spread import STATES

COLUMN, GROUP = (0.31, 0.47), (0.7, 1.0)
"""Inches a member takes at least and at most, and a group."""
LEAST_WIDE, BESIDE = 4.5, 0.9
"""Inches that all columns take at least, and the number of raters beside them."""
NUMBER = 1.0
"""Lines below a group's colour that hold its number."""
ANGLE, SLANT, OVER = 60, 0.88, 0.51
"""How names stand, and what part of their length that takes in height and across."""
EDGE = "#8c8c8c"
CELL = 0.94
"""What part of a column its cells take."""
GROUPED = ("member", "label")
"""The columns that hold groups where the table is one of groups."""
SAID = STATES | {
    "split": "split, a level for each side",
    "withheld": "not shown, as it could give away who said what",
    "nobody": "rated by nobody",
}
NAME, ORGANISATION = 32, 44
"""Letters of a name that are shown at most."""
HATCHES = {
    "blank": "", "dont_know": "....", "not_applicable": "////", "split": "\\\\\\\\", "withheld": "xxx", "nobody": "",
}  # fmt: skip


def section_heatmap(
    table: pd.DataFrame, *, scale: Mapping[str, str] | None = None, anonymity: str = "named", by: str = "",
    least: int = LEAST, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw who rated what in one section: the level's letter in every cell, the scale in words below.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.section_grid` or `assesslib.tables.group_grid` gives it; items and members or groups are
        drawn in its order.
    scale : mapping, optional
        Each level's words by its code, for the key.
    anonymity : str
        A tier: ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``, the one at which the table was made; a
        table that shows more than it lets is refused, as far as that can be seen from the table alone.
    by : str
        By what the members are grouped, ``"organisation"`` or ``"role"``: at any tier but ``"named"`` it must be said
        of a table of groups, and fit the tier.
    least : int
        At any tier but ``"named"``, how many must have rated what a row shows; never fewer than three.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        One `Rectangle` and one text a cell; a hatch as well as a mark tells the answers that are no level. A group
        whose two medians differ has one of each a half, low and high; below a group's colour stands who rated.

    Raises
    ------
    FaultsError
        An unknown tier or grouping; groups whose kind is not said; or a table that shows more than the tier lets.
    """
    refuse_more(table, anonymity, grouped=GROUPED if "high" in table else (), by=by, least=least)
    if table.empty:
        return style.nothing_to_draw(ax)
    items = table[["item", "text"]].drop_duplicates()
    people = _shown(table[["member", "label", "organisation"]].drop_duplicates())
    labels = style.item_labels(items)
    grouped = "high" in table
    edges = style.row_edges(labels, [2.2 + NUMBER * grouped] * len(items))
    key = _key(table, scale)
    longest = max(map(style.width_of, people["organisation"]), default=0)
    below = SLANT * longest + 0.35 * bool(longest)
    if ax is None:
        names = [style.width_of(name) for name in people["label"]]
        wide = _width(table["mark"], names, GROUP if grouped else COLUMN)
        foot, right = below + style.key_height(key), _right(names, wide)
        ax = style.sized_axes(wide, edges[-1], SLANT * max(names) + 0.35, foot, right=right)
    _draw_cells(ax, table, items, people, edges)
    if not grouped:
        _draw_numbers(ax, table, items, edges)
    _label_people(ax, people)
    _label_organisations(ax, people, edges[-1])
    style.label_rows(ax, labels, edges)
    style.draw_key(ax, key, below)
    return style.finished(ax)


def _width(marks: pd.Series, names: Sequence[float], column: tuple[float, float]) -> float:
    """Inches of all columns: narrower where there are many, so that the page need not be made smaller."""
    least, most = column
    widest = max((style.width_of(mark, style.SMALL, "bold") for mark in marks.unique() if len(mark) > 1), default=0)
    room = (style.PAGE - style.LABELS - max(BESIDE, OVER * max(names))) / len(names)
    return max(len(names) * max(min(most, room), least, (widest + 0.03) / CELL), LEAST_WIDE)


def _right(names: Sequence[float], wide: float) -> float:
    """Inches at the right that the numbers take, or a name that leans out farther than they do."""
    ends = [(place + 0.5) * wide / len(names) + OVER * name for place, name in enumerate(names)]
    return max(BESIDE, max(ends) - wide + 0.15)


def _shown(people: pd.DataFrame) -> pd.DataFrame:
    """The people with names of a length that can be shown, on one line."""
    names = {"label": NAME, "organisation": ORGANISATION}
    return people.assign(**{column: people[column].map(partial(shorten, width=most)) for column, most in names.items()})


def _draw_cells(ax: Axes, table: pd.DataFrame, items: pd.DataFrame, people: pd.DataFrame, edges: np.ndarray) -> None:
    colours = style.ramp(list(table["level"].cat.categories))
    rows = {item: place for place, item in enumerate(items["item"])}
    columns = {member: place for place, member in enumerate(people["member"])}
    for cell in table.itertuples():
        top, bottom = edges[rows[cell.item]] + 0.08, edges[rows[cell.item] + 1] - 0.08
        left = columns[cell.member] + 0.03
        if "high" not in table:
            _draw_cell(ax, (left, CELL), (top, bottom), cell, cell.mark, colours.get(cell.level, style.PAPER))
        elif cell.state == "rated":
            _draw_group(ax, left, (top, bottom), cell, colours)
        else:
            _draw_cell(ax, (left, CELL), (top, bottom - NUMBER), cell, cell.mark, style.PAPER)


def _draw_group(ax: Axes, left: float, down: tuple[float, float], cell, colours: Mapping[str, str]) -> None:
    """Both medians of a group, each in its colour, and its number on the paper below them."""
    top, bottom = down
    halves = list(dict.fromkeys((cell.level, cell.high)))
    width = CELL / len(halves)
    for place, level in enumerate(halves):
        _draw_cell(ax, (left + place * width, width), (top, bottom - NUMBER), cell, level, colours[level])
    ax.text(left + CELL / 2, bottom - NUMBER / 2, f"{cell.n} rated", ha="center", va="center", fontsize=style.SMALL,
            color=style.INK)  # fmt: skip


def _draw_cell(ax: Axes, across: tuple[float, float], down: tuple[float, float], cell, mark: str, colour: str) -> None:
    (left, width), (top, bottom) = across, down
    hatch = HATCHES.get(cell.state)
    ax.add_patch(Rectangle((left, top), width, bottom - top, facecolor=colour, hatch=hatch, edgecolor=EDGE,
                           linewidth=0.8))  # fmt: skip
    size = style.TEXT + 1 if len(mark) == 1 else style.SMALL
    back = {"facecolor": colour, "edgecolor": "none", "pad": 1} if hatch and mark else None
    ax.text(left + width / 2, (top + bottom) / 2, mark, ha="center", va="center", fontsize=size, fontweight="bold",
            color=style.ink_on(colour), bbox=back)  # fmt: skip


def _draw_numbers(ax: Axes, table: pd.DataFrame, items: pd.DataFrame, edges: np.ndarray) -> None:
    rated = (table["state"] == "rated").groupby(table["item"]).sum()
    for item, top, bottom in zip(items["item"], edges, edges[1:], strict=False):
        ax.annotate(f"{rated[item]} rated", (1, (top + bottom) / 2), (6, 0), ("axes fraction", "data"), "offset points",
                    va="center", fontsize=style.SMALL, color=style.INK, annotation_clip=False)  # fmt: skip


def _label_people(ax: Axes, people: pd.DataFrame) -> None:
    ax.set_xlim(0, len(people))
    ax.xaxis.tick_top()
    ax.set_xticks(np.arange(len(people)) + 0.5, people["label"], rotation=ANGLE, ha="left", rotation_mode="anchor",
                  fontsize=style.TEXT, color=style.INK)  # fmt: skip


def _label_organisations(ax: Axes, people: pd.DataFrame, bottom: float) -> None:
    """Below the grid, a bracket and a name for every run of members from one organisation."""
    names = people["organisation"].reset_index(drop=True)
    for _, run in names[names != ""].groupby((names != names.shift()).cumsum()):
        left, right = run.index[0], run.index[-1] + 1
        ax.plot([left + 0.08, right - 0.08], [bottom + 0.35] * 2, color=style.INK, linewidth=1.5, clip_on=False)
        ax.annotate(run.iloc[0], ((left + right) / 2, bottom + 0.35), (4, -5), "data", "offset points",
                    rotation=ANGLE, ha="right", va="top", rotation_mode="anchor", fontsize=style.TEXT,
                    color=style.INK, annotation_clip=False)  # fmt: skip


def _key(table: pd.DataFrame, scale: Mapping[str, str] | None) -> dict[str, Patch]:
    """The key's words and swatches: every level of the scale, and of the states only those that occur."""
    codes = list(table["level"].cat.categories)
    levels = {style.in_words(code, scale): {"facecolor": colour} for code, colour in style.ramp(codes).items()}
    found = [state for state in HATCHES if state in set(table["state"])]
    states = {SAID[state]: {"facecolor": style.PAPER, "hatch": HATCHES[state]} for state in found}
    return {words: Patch(edgecolor=EDGE, **look) for words, look in (levels | states).items()}
