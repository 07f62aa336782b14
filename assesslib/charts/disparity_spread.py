"""How the members spread over the scale on each item: every member a dot, medians and range below them."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from assesslib.charts import _style as style
from assesslib.charts._tier import refuse_more
from assesslib.tables.anonymity import LEAST

PER_ROW, STEP, DOT_LINES = 6, 0.152, 0.85
"""Dots beside each other; the step between them in levels; a row of dots in lines."""
RANGE = {"color": style.INK, "linewidth": 1.2, "zorder": 2, "label": "range"}
MEDIANS = {"color": style.INK, "linewidth": 6, "solid_capstyle": "butt", "zorder": 2, "label": "medians"}


def disparity_spread(
    table: pd.DataFrame, *, scale: Mapping[str, str] | None = None, anonymity: str = "named", least: int = LEAST,
    ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw where the members stand on each item, in the table's order (widest disparity first).

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.spread` gives it: a disparity table with the items' texts and a sentence, ``said``.
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
        A collection of one dot a member and row; a thin line from the lowest to the highest rating and a thick one from
        the low to the high median; what the row says in words at its right.

    Raises
    ------
    FaultsError
        An unknown tier; or a table that shows more than the tier lets.
    """
    codes = list(table["low"].cat.categories)
    refuse_more(table, anonymity, codes=codes, least=least)
    if table.empty:
        return style.nothing_to_draw(ax)
    labels, counts = style.item_labels(table), table[codes].to_numpy()
    said = [_in_lines(text) for text in table["said"]]
    edges = style.row_edges(labels, _lines(counts, said))
    words = style.words_above(codes, scale)
    if ax is None:
        wide, foot = style.LEVEL * len(codes), style.key_height(_key())
        ax = style.sized_axes(wide, edges[-1], style.height_above(words), foot, right=style.SAID)
    ends = np.column_stack([table[name].cat.codes for name in ("lowest", "highest", "low", "high")])
    for row, lines in enumerate(said):
        _draw_row(ax, counts[row], ends[row], edges[row], edges[row + 1])
        _draw_sentence(ax, *lines, (edges[row] + edges[row + 1]) / 2)
    style.draw_scale(ax, words, edges)
    style.label_rows(ax, labels, edges)
    style.draw_key(ax, _key())
    return style.finished(ax)


def _in_lines(said: str) -> tuple[str, str]:
    """The first sentence, which names the shape, without its full stop; and the others, each in lines of its own."""
    shape, _, rest = said.partition(". ")
    sentences = [f"{sentence.rstrip('.')}." for sentence in rest.split(". ")]
    return shape, "\n".join(style.wrapped(sentence, style.SAID - 0.25, style.SMALL) for sentence in sentences)


def _lines(counts: np.ndarray, said: Sequence[tuple[str, str]]) -> np.ndarray:
    """Lines each row needs for its tallest stack of dots with the summary below, and for the words beside them."""
    stacks = np.ceil(counts.max(axis=1, initial=0) / PER_ROW)
    words = [2.0 + style.SMALL_LINE * (rest.count("\n") + 1) for _, rest in said]
    return np.maximum(np.maximum(stacks * DOT_LINES + 1.5, 3.0), words)


def dot_places(counts: Sequence[int]) -> np.ndarray:
    """Where the dots of one row go: (x in levels, y in stacks below the top), at most `PER_ROW` beside each other.

    Examples
    --------
    >>> dot_places([1, 2]).round(2)
    array([[0.  , 0.  ],
           [0.92, 0.  ],
           [1.08, 0.  ]])
    """
    places = [
        (level + STEP * (place % PER_ROW - (min(count - place + place % PER_ROW, PER_ROW) - 1) / 2), place // PER_ROW)
        for level, count in enumerate(counts)
        for place in range(count)
    ]
    return np.array(places, dtype=float).reshape(-1, 2)


def _draw_row(ax: Axes, counts: np.ndarray, ends: Sequence[int], top: float, bottom: float) -> None:
    places = dot_places(counts)
    stacks = places[:, 1].max(initial=0) + 1
    middle = (top + bottom) / 2 - 0.3
    y = middle + (places[:, 1] - (stacks - 1) / 2) * DOT_LINES
    ax.scatter(places[:, 0], y, s=85, color=style.DOT, edgecolor=style.PAPER, linewidth=0.6, zorder=3)
    if len(places):
        _draw_summary(ax, ends, middle + stacks / 2 * DOT_LINES + 0.35)


def _draw_summary(ax: Axes, ends: Sequence[int], y: float) -> None:
    lowest, highest, low, high = ends
    ax.plot([lowest, highest], [y, y], **RANGE)
    ax.plot([low - 0.09, high + 0.09], [y, y], **MEDIANS)


def _draw_sentence(ax: Axes, shape: str, rest: str, y: float) -> None:
    """The word for the shape stands out; the rest follows below it."""
    top = y - (style.SMALL_LINE * (rest.count("\n") + 1) + 1) / 2
    for words, line, weight, size in ((shape, top, "bold", style.TEXT), (rest, top + 1.1, "normal", style.SMALL)):
        ax.annotate(words, (1, line), (10, 0), ("axes fraction", "data"), "offset points", fontweight=weight,
                    va="top", fontsize=size, color=style.INK, annotation_clip=False)  # fmt: skip


def _key() -> dict[str, Line2D]:
    """The key's words and marks."""
    dot = Line2D([], [], marker="o", linestyle="", color=style.DOT, markersize=8)
    thin, thick = Line2D([], [], **RANGE), Line2D([], [], **MEDIANS)
    return {"one member": dot, "lowest to highest rating": thin, "low to high median": thick}
