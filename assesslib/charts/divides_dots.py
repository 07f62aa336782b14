"""Who stands where: on each item a line a group, a mark a member, and how the groups stand to each other."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from assesslib.charts import _style as style
from assesslib.charts._tier import refuse_more
from assesslib.charts.disparity_spread import DOT_LINES, PER_ROW, dot_places
from assesslib.faults import shorten
from assesslib.tables.anonymity import LEAST
from assesslib.words import sentence

SHAPES = ("o", "s", "^", "D", "v", "P", "X", "*")
COLOURS = ("#225ea8", "#b35806", "#1a1a1a", "#7b3294", "#00695c", "#a50f5b", "#6b6b6b")
INDENT, NAME = 0.3, 60
"""Inches a group's name stands in from the item's text, and letters of it that are shown at most."""
PAD = 0.35
"""Lines above and below what stands in a row."""
FOLLOW = "#8c8c8c"
"""The colour of the line that leads from a name to its marks."""
NOBODY = "No two groups are large enough to be shown."


class Block(NamedTuple):
    """One item as it is drawn: its label, its groups' labels, the words beside it, and where its lines begin."""

    label: str
    groups: list[str]
    words: str
    edges: list[float]


def divides_dots(
    table: pd.DataFrame, *, scale: Mapping[str, str] | None = None, anonymity: str = "named", by: str = "",
    least: int = LEAST, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw what the members of each group said of the items that divide them, in the table's order.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.divide_words.divide_groups` gives it; the columns between ``group`` and ``split`` are the
        levels.
    scale : mapping, optional
        Each level's words by its code, for the top of the chart.
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
        A collection of one mark a member for each row, the groups different in shape and colour; the item's text above
        its groups' names and numbers, and at the right in words how the groups stand to each other.

    Raises
    ------
    FaultsError
        An unknown tier or grouping; groups whose kind is not said; or a table that shows more than the tier lets.
    """
    codes = list(table.loc[:, "group":"split"].columns[1:-1])
    refuse_more(table, anonymity, codes=codes, grouped=("group",), by=by, least=least)
    if table.empty:
        return style.nothing_to_draw(ax, NOBODY)
    blocks = _blocks(table, codes)
    words = style.words_above(codes, scale)
    if ax is None:
        lines, wide = blocks[-1].edges[-1], style.LEVEL * len(codes)
        ax = style.sized_axes(wide, lines, style.height_above(words), style.key_height(_key()), right=style.SAID)
    looks = _looks(table["group"].unique())
    for block, (_, rows) in zip(blocks, table.groupby("item", sort=False), strict=True):
        _draw_block(ax, block)
        for row, (top, bottom) in zip(rows.to_dict("records"), pairwise(block.edges[1:-1]), strict=True):
            _draw_group(ax, [row[code] for code in codes], (top + bottom) / 2, looks[row["group"]])
    style.draw_scale(ax, words, [blocks[0].edges[0], *(block.edges[-1] for block in blocks)])
    ax.set_ylim(blocks[-1].edges[-1], 0)
    ax.set_yticks([])
    style.draw_key(ax, _key())
    return style.finished(ax)


def _blocks(table: pd.DataFrame, codes: Sequence[str]) -> list[Block]:
    blocks: list[Block] = []
    for _, rows in table.groupby("item", sort=False):
        [label] = style.item_labels(rows.head(1))
        names = [f"{shorten(name, NAME)}, {n} rated" for name, n in zip(rows["group"], rows["n"], strict=True)]
        groups = [style.wrapped(name, style.LABELS - INDENT - 0.35) for name in names]
        words = _sentences(rows["words"].iloc[0])
        start = blocks[-1].edges[-1] if blocks else 0.0
        blocks.append(Block(label, groups, words, _edges(start, label, groups, words, rows[codes].to_numpy())))
    return blocks


def _sentences(words: str) -> str:
    """What is said of an item, a sentence after the other, each wrapped."""
    return "\n".join(style.wrapped(sentence(line), style.SAID - 0.25) for line in words.split("\n"))


def _edges(start: float, label: str, groups: Sequence[str], words: str, counts: np.ndarray) -> list[float]:
    """Where the label begins, then each group, then the space below the last one, and where the item ends."""
    stacks = np.ceil(counts.max(axis=1) / PER_ROW) * DOT_LINES
    lines = [max(name.count("\n") + 1, stack) + 2 * PAD for name, stack in zip(groups, stacks, strict=True)]
    text = label.count("\n") + 1 + PAD
    over = words.count("\n") + 1 + 2 * PAD - text - sum(lines)
    return np.cumsum([start, text, *lines, max(over, PAD)]).tolist()


def _looks(groups: Sequence[str]) -> dict[str, dict[str, str]]:
    """A shape and a colour for each group; the two lists differ in length, so that pairs come again late."""
    return {
        group: {"marker": SHAPES[place % len(SHAPES)], "color": COLOURS[place % len(COLOURS)]}
        for place, group in enumerate(groups)
    }


def _draw_block(ax: Axes, block: Block) -> None:
    _write(ax, block.label, block.edges[0] + PAD, "top", 0)
    for name, (top, bottom) in zip(block.groups, pairwise(block.edges[1:-1]), strict=True):
        _write(ax, name, (top + bottom) / 2, "center", INDENT)
        ax.axhline((top + bottom) / 2, color=FOLLOW, linewidth=1, linestyle=(0, (1, 3)), zorder=0)
    style.draw_beside(ax, block.words, block.edges[0] + PAD, va="top", fontsize=style.TEXT)


def _write(ax: Axes, text: str, y: float, va: str, indent: float) -> None:
    """A text in the label column, ``indent`` inches from its left edge."""
    left = (indent + style.MARGIN - style.LABELS) * 72
    ax.annotate(text, (0, y), (left, 0), ("axes fraction", "data"), "offset points", va=va, fontsize=style.TEXT,
                color=style.INK, annotation_clip=False)  # fmt: skip


def _draw_group(ax: Axes, counts: Sequence[int], y: float, look: Mapping[str, str]) -> None:
    places = dot_places(counts)
    stacks = places[:, 1].max(initial=0)
    ax.scatter(places[:, 0], y + (places[:, 1] - stacks / 2) * DOT_LINES, s=85, edgecolor=style.PAPER, linewidth=0.6,
               zorder=3, **look)  # fmt: skip


def _key() -> dict[str, Line2D]:
    """The key's words and marks."""
    first = Line2D([], [], marker=SHAPES[0], linestyle="", color=COLOURS[0], markersize=8)
    return {"one member; every group has a shape and a colour of its own": first}
