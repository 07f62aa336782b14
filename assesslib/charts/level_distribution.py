"""How many members gave each level, item by item: one bar an item, in the order of the scale."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle

from assesslib.charts import _style as style
from assesslib.charts._tier import refuse_more
from assesslib.charts.section_heatmap import EDGE, HATCHES, SAID
from assesslib.faults import Fault, FaultsError
from assesslib.tables.anonymity import LEAST

WIDTH, NARROW, BROAD, LEAST_WIDE = 5.6, 0.2, 0.45, 4.35
"""Inches the bars take together where that leaves a member no less and no more than this."""
GAP = 0.6
"""Members' widths between the levels and the other answers."""
BAR, HALF_LINE = 2.1, 0.5
"""Lines that a bar is tall, and by how much letter and count stand off its middle."""
STATES = ("split", "dont_know", "not_applicable", "blank")
Bar = tuple[float, int, str]
"""Where a part of a bar begins, how many members it stands for, and the level or state they gave."""


def level_distribution(
    table: pd.DataFrame, *, cut: str | None = None, scale: Mapping[str, str] | None = None, anonymity: str = "named",
    least: int = LEAST, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw how many members gave each level and each other answer, in the table's order.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.spread` gives it: counts a level and state, and the items' texts.
    cut : str, optional
        A level's code. The bars then start from a line: the levels below it to the left, itself and those above to the
        right.
    scale : mapping, optional
        Each level's words by its code, for the key.
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
        One `Rectangle` a level or state that somebody gave, as wide as the members who gave it, with its letter and
        their number; the states are hatched and stand after a gap, from the same place on every line.

    Raises
    ------
    FaultsError
        A cut that is no level of the scale, an unknown tier, or a table that shows more than the tier lets.
    """
    codes = list(table["low"].cat.categories)
    refuse_more(table, anonymity, codes=codes, least=least)
    _refuse_unknown(cut, codes)
    if table.empty:
        return style.nothing_to_draw(ax)
    labels, key = style.item_labels(table), _key(table, codes, scale)
    edges = style.row_edges(labels, [2.8] * len(table))
    bars = [_parts(counts, codes, cut) for counts in table[codes].to_numpy().tolist()]
    left, right = _ends(bars)
    others = [_after(row, right + GAP) for row in table[list(STATES)].to_dict("records")]
    end = max(_ends(others)[1], right)
    if ax is None:
        wide = (end - left) * min(max(WIDTH / max(end - left, 1), NARROW), BROAD)
        above, below = 0.25 + 0.25 * bool(cut), style.key_height(key)
        ax = style.sized_axes(max(wide, LEAST_WIDE), edges[-1], above, below, right=0.95)
    ax.set_xlim(left - 0.1, max(end, left + 1) + 0.1)
    ax.set_xticks([])
    style.draw_edges(ax, edges)
    _draw_bars(ax, [*zip(bars, others, table["n"], edges, edges[1:], strict=False)], style.ramp(codes))
    if cut:
        _draw_cut(ax, cut, codes, left)
    style.label_rows(ax, labels, edges)
    style.draw_key(ax, key)
    return style.finished(ax)


def _refuse_unknown(cut: str | None, codes: Sequence[str]) -> None:
    if cut is not None and cut not in codes:
        raise FaultsError([Fault("is not a level of this scale", value=str(cut), allowed=tuple(codes),
                                 do="Choose one of these as the cut.")])  # fmt: skip


def _parts(counts: Sequence[int], codes: Sequence[str], cut: str | None) -> list[Bar]:
    """The levels that somebody gave, from the lowest on; those below the cut end at 0."""
    below = sum(counts[: codes.index(cut)]) if cut else 0
    starts = accumulate(counts, initial=-below)
    return [bar for bar in zip(starts, counts, codes, strict=False) if bar[1]]


def _after(row: Mapping[str, int], start: float) -> list[Bar]:
    starts = accumulate((row[state] for state in STATES), initial=start)
    return [bar for bar in zip(starts, (row[state] for state in STATES), STATES, strict=False) if bar[1]]


def _ends(bars: Sequence[Sequence[Bar]]) -> tuple[float, float]:
    """How far the bars reach to the left and to the right of 0."""
    parts = [bar for row in bars for bar in row]
    return min((bar[0] for bar in parts), default=0), max((bar[0] + bar[1] for bar in parts), default=0)


def _draw_bars(ax: Axes, rows: Sequence[tuple], colours: Mapping[str, str]) -> None:
    for bars, others, n, top, bottom in rows:
        for bar in bars:
            _draw_part(ax, bar, (top + bottom) / 2, colours[bar[2]])
        for bar in others:
            _draw_other(ax, bar, (top + bottom) / 2)
        style.draw_beside(ax, f"{n} rated", (top + bottom) / 2, right=8)


def _draw_part(ax: Axes, bar: Bar, y: float, colour: str) -> None:
    start, count, code = bar
    ax.add_patch(Rectangle((start, y - BAR / 2), count, BAR, facecolor=colour, edgecolor=EDGE, linewidth=0.8, zorder=2))
    for text, off, size, weight in ((code, -HALF_LINE, style.TEXT, "bold"), (count, HALF_LINE, style.SMALL, "normal")):
        ax.text(start + count / 2, y + off, text, ha="center", va="center", fontsize=size, fontweight=weight,
                color=style.ink_on(colour), zorder=3)  # fmt: skip


def _draw_other(ax: Axes, bar: Bar, y: float) -> None:
    start, count, state = bar
    ax.add_patch(Rectangle((start, y - BAR / 2), count, BAR, facecolor=style.PAPER, edgecolor=EDGE, linewidth=0.8,
                           hatch=HATCHES[state], zorder=2))  # fmt: skip
    ax.text(start + count / 2, y, count, ha="center", va="center", fontsize=style.SMALL, color=style.INK, zorder=3,
            bbox={"facecolor": style.PAPER, "edgecolor": "none", "pad": 1})  # fmt: skip


def _draw_cut(ax: Axes, cut: str, codes: Sequence[str], left: float) -> None:
    """The line from which the bars start, and which levels stand on which side of it."""
    ax.axvline(0, color=style.INK, linewidth=1.6, zorder=4)
    from_here = cut if cut == codes[-1] else f"{cut} or higher"
    sides = [*[("right", -6, f"below {cut}")] * (left < 0), ("left", 6, from_here)]
    for side, off, words in sides:
        ax.annotate(words, (0, 1), (off, 4), ("data", "axes fraction"), "offset points", ha=side, va="bottom",
                    fontsize=style.SMALL, color=style.INK, annotation_clip=False)  # fmt: skip


def _key(table: pd.DataFrame, codes: Sequence[str], scale: Mapping[str, str] | None) -> dict[str, Patch]:
    """The key's words and swatches: every level of the scale, and of the states only those that occur."""
    found = [state for state in STATES if table[state].any()]
    colours = {style.in_words(code, scale): {"facecolor": colour} for code, colour in style.ramp(codes).items()}
    hatches = {SAID[state]: {"facecolor": style.PAPER, "hatch": HATCHES[state]} for state in found}
    return {words: Patch(edgecolor=EDGE, **look) for words, look in (colours | hatches).items()}
