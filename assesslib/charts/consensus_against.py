"""What the team agreed on each item against what its members had said alone."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from assesslib.charts import _style as style
from assesslib.charts._tier import refuse_more
from assesslib.charts.disparity_spread import DOT_LINES, PER_ROW, dot_places
from assesslib.faults import shorten
from assesslib.tables.anonymity import LEAST
from assesslib.tables.consensus import STATES
from assesslib.words import capital

LIGHT, EDGE = "#bcd2ea", "#55789f"
NAMES = 60
"""Letters of members' names that are shown at most."""
DOTS = {"marker": "o", "color": LIGHT, "markeredgecolor": EDGE, "markersize": 9, "linestyle": ""}
AGREED = {"marker": "D", "color": style.INK, "markersize": 10, "linestyle": "", "label": "agreed"}
OPEN = AGREED | {"markerfacecolor": style.PAPER, "markeredgewidth": 1.8, "label": "open"}
WORDS = STATES | {"unresolved": "unresolved", "split": "agreed for each side", "not settled": "not settled yet"}
"""What is said where not one level was agreed for the whole item."""
NOTHING = "Nothing has been rated or agreed yet."


def consensus_against(
    table: pd.DataFrame, *, scale: Mapping[str, str] | None = None, anonymity: str = "named", least: int = LEAST,
    ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw what was agreed on each item below what the members had said, in the table's order.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.consensus_gap` gives it, with the counts of each level, one column a level code, merged
        from `assesslib.tables.disparity` by ``item``; a count that is missing is none.
    scale : mapping, optional
        Each level's words by its code, for the top of the chart.
    anonymity : str
        A tier: ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``, the one at which the table was made; a
        table that shows more than it lets is refused, as far as that can be seen from the table alone.
    least : int
        At any tier but ``"named"``, how many must have rated what a row shows; never fewer than three.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        A collection of one light dot a member and row; a full diamond at the level that was agreed, or an open one
        beside the row where the team left it unresolved; at the right in words how the two lie, and who rated.

    Raises
    ------
    FaultsError
        An unknown tier; or a table that shows more than the tier lets.
    """
    codes = list(table["agreed"].cat.categories)
    refuse_more(table, anonymity, codes=codes, least=least)
    if table.empty:
        return style.nothing_to_draw(ax, NOTHING)
    labels, counts = style.item_labels(table), table[codes].fillna(0).to_numpy(dtype=int)
    said = [_said(row) for row in table.to_dict("records")]
    edges = style.row_edges(labels, _lines(counts, said))
    words = style.words_above(codes, scale)
    if ax is None:
        wide, foot = style.LEVEL * len(codes), style.key_height(_key(table))
        ax = style.sized_axes(wide, edges[-1], style.height_above(words), foot, right=style.SAID)
    style.draw_scale(ax, words, edges)
    middles, agreed = (edges[:-1] + edges[1:]) / 2, table["agreed"].cat.codes.to_numpy()
    for place, y in enumerate(middles):
        _draw_dots(ax, counts[place], agreed[place], y)
        _draw_said(ax, *said[place], y, unresolved=table["state"].iloc[place] == "unresolved")
    style.label_rows(ax, labels, edges)
    style.draw_key(ax, _key(table))
    return style.finished(ax)


def _said(row: Mapping[str, object]) -> tuple[str, str]:
    """What stands out beside a row, "" where nothing does, and the smaller words below it."""
    head = row["gap"] or WORDS.get(row["state"], "")
    alone = [f"The level that only {shorten(row['alone'], NAMES)} gave."] * bool(row["alone"])
    lines = [style.wrapped(line, style.SAID - 0.25, style.SMALL) for line in [*alone, f"{row['n']} rated."]]
    return style.wrapped(capital(head), style.SAID - 0.5), "\n".join(lines)


def _height(head: str, rest: str) -> float:
    """Lines that the words beside a row take."""
    return (head.count("\n") + 1.1) * bool(head) + style.SMALL_LINE * (rest.count("\n") + 1)


def _lines(counts: np.ndarray, said: Sequence[tuple[str, str]]) -> np.ndarray:
    """Lines each row needs for its tallest stack of dots with the diamond below, and for the words beside them."""
    stacks = np.ceil(counts.max(axis=1, initial=0) / PER_ROW)
    return np.maximum(np.maximum(stacks, 1) * DOT_LINES + 2.0, [_height(*words) + 0.8 for words in said])


def _draw_dots(ax: Axes, counts: Sequence[int], agreed: int, y: float) -> None:
    places = dot_places(counts)
    stacks = places[:, 1].max(initial=0) + 1
    middle = y - 0.5
    down = middle + (places[:, 1] - (stacks - 1) / 2) * DOT_LINES
    ax.scatter(places[:, 0], down, s=85, color=LIGHT, edgecolor=EDGE, linewidth=1, zorder=3)
    if agreed >= 0:
        ax.plot([agreed], [middle + stacks / 2 * DOT_LINES + 0.5], zorder=4, **AGREED)


def _draw_said(ax: Axes, head: str, rest: str, y: float, *, unresolved: bool) -> None:
    """What stands out above what does not, and before it the open mark of what was left unresolved."""
    top = y - _height(head, rest) / 2
    indent = 20 * unresolved
    if head:
        style.draw_beside(ax, head, top, right=10 + indent, va="top", fontsize=style.TEXT, fontweight="bold")
        top += head.count("\n") + 1.1
    style.draw_beside(ax, rest, top, right=10, va="top")
    if unresolved:
        _draw_open(ax, y - _height(head, rest) / 2 + 0.45)


def _draw_open(ax: Axes, y: float) -> None:
    place = ax.get_xlim()[1] + 0.2
    ax.plot([place], [y], clip_on=False, zorder=4, **OPEN)


def _key(table: pd.DataFrame) -> dict[str, Line2D]:
    """The key's words and marks; the open one only where it occurs."""
    marks = {"one member, rating alone": Line2D([], [], **DOTS), "what the team agreed": Line2D([], [], **AGREED)}
    unresolved = {"no consensus, views recorded": Line2D([], [], **OPEN)}
    return marks | (unresolved if (table["state"] == "unresolved").any() else {})
