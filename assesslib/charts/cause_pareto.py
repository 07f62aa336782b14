"""Causes in Pareto order: how many areas for improvement each stands behind, and how many are reached so far."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.faults import shorten
from assesslib.tables.anonymity import check_tier

LABEL, MARKS = 3.5, 0.95
"""Inches of the column with the causes, and of the marks before the bars."""
PITCH, ALL = 0.26, 2.6
"""Inches that an area takes at most, and that all of them take at most."""
HIGH, COUNT, SAID, HEAD = 0.22, 0.75, 1.15, 2.2
"""Inches of a bar's height, of the count behind it, of the words behind what is reached, and above a column."""
HEADS = ("Areas for improvement it stands behind", "Different areas reached so far, from the top down")
TEXT = 280
"""Letters of a cause that are shown at most."""
LETTERS = "ABCDEF"
"""As many smallest choices as get a letter each."""
NEW, BEFORE, OPEN = style.DOT, "#b9cfe8", style.PAPER
EDGE = {"edgecolor": "#6b6b6b", "linewidth": 0.7}
FULL = {"marker": "D", "color": style.INK, "markersize": 9, "linestyle": "", "markeredgewidth": 1.6}
HOLLOW = FULL | {"markerfacecolor": style.PAPER}


class _Columns(NamedTuple):
    """Inches that an area takes, from the chart's left edge to either column of bars, and of the whole chart."""

    pitch: float
    bars: float
    cover: float
    wide: float

    @property
    def rooms(self) -> tuple[float, float]:
        """Inches for the words above either column."""
        return self.cover - self.bars - 0.2, self.wide - self.cover


def cause_pareto(
    table: pd.DataFrame, *, covers: pd.DataFrame | None = None, anonymity: str = "named", ax: Axes | None = None
) -> Axes:
    """Draw how many areas each cause stands behind, and beside it how many different ones are reached so far.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.causes` gives it; causes are drawn in its order.
    covers : DataFrame, optional
        As `assesslib.tables.covers` gives it; the causes of the smallest choices are marked.
    anonymity : str
        A tier; it changes nothing, as who said what is not in the table.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        For each cause one `Rectangle` an area it names, with the count; and one for each area that has any cause:
        dark where it is reached here, light where a cause above reaches it, hollow where none has so far. A full
        diamond stands at a cause of every smallest choice, an open one at those of some.

    Raises
    ------
    FaultsError
        An unknown tier.
    """
    check_tier(anonymity)
    if table.empty:
        return style.nothing_to_draw(ax, "No cause has been noted yet.")
    shown = covers if covers is not None and not covers.empty else None
    labels = [style.wrapped(shorten(text, TEXT), LABEL - 0.35) for text in table["text"]]
    edges, key, columns = style.row_edges(labels, [2.2] * len(table)), _key(shown), _columns(table, shown is not None)
    heads = [style.wrapped(words, room, style.SMALL) for words, room in zip(HEADS, columns.rooms, strict=True)]
    page = panel.Page(LABEL, columns.wide, edges[-1], max(map(panel.height_of, heads)) * style.LINE + 0.15,
                      style.key_height(key), max(0.15, panel.key_width(key) - LABEL - columns.wide))  # fmt: skip
    ax = panel.panel(page, ax)
    panel.rule(ax, edges, LABEL - style.MARGIN)
    for words, x in zip(heads, (columns.bars, columns.cover), strict=True):
        panel.write(ax, words, x, -0.4, va="bottom", fontsize=style.SMALL)
    middles = (edges[:-1] + edges[1:]) / 2
    for label, row, before, y in zip(labels, table.itertuples(), [0, *table["covered"][:-1]], middles, strict=True):
        panel.write(ax, label, style.MARGIN - LABEL, y)
        _draw_row(ax, row, before, columns, y)
        if shown is not None:
            _draw_mark(ax, _choices(shown, row.id), len(shown), y)
    style.draw_key(ax, key)
    return style.finished(ax)


def _columns(table: pd.DataFrame, marked: bool) -> _Columns:
    """Where the columns stand: as wide as the longest bar with its count needs, and the words above it."""
    of = table["of"].iloc[0]
    pitch = min(PITCH, ALL / max(of, 1))
    bars = MARKS * marked
    cover = bars + max(pitch * table["count"].max() + COUNT, HEAD)
    return _Columns(pitch, bars, cover, cover + max(pitch * of + SAID, HEAD))


def _draw_row(ax: Axes, row, before: int, columns: _Columns, y: float) -> None:
    """The areas of one cause, and which are reached; ``before`` are reached by the causes above."""
    _draw_bar(ax, [NEW] * row.count, columns.bars, y, columns.pitch, str(row.count))
    fills = [BEFORE] * before + [NEW] * (row.covered - before) + [OPEN] * (row.of - row.covered)
    _draw_bar(ax, fills, columns.cover, y, columns.pitch, f"{row.covered} of {row.of}")


def _draw_bar(ax: Axes, fills: Sequence[str], left: float, y: float, pitch: float, words: str) -> None:
    """A square an area side by side, and behind them in words how many."""
    for place, fill in enumerate(fills):
        panel.square(ax, left + (place + 0.5) * pitch, y, pitch * 0.84, HIGH, facecolor=fill, **EDGE)
    panel.write(ax, words, left + len(fills) * pitch + 0.1, y, fontweight="bold")


def _choices(covers: pd.DataFrame, cause: str) -> list[int]:
    """In which of the smallest choices a cause is, from 0."""
    return [place for place, ids in enumerate(covers["causes"]) if cause in ids]


def _draw_mark(ax: Axes, choices: Sequence[int], size: int, y: float) -> None:
    """A diamond for a cause in any of the smallest choices, and their letters where there are a few."""
    if choices:
        ax.plot([0.12], [y], clip_on=False, zorder=3, **(FULL if len(choices) == size else HOLLOW))
    if choices and 1 < size <= len(LETTERS):
        panel.write(ax, "".join(LETTERS[place] for place in choices), 0.26, y, fontsize=style.SMALL)


def _key(covers: pd.DataFrame | None) -> dict[str, Artist]:
    """The key's words and marks."""
    squares = {
        "one area for improvement; at the right, one that this cause reaches first": NEW,
        "reached already by a cause above": BEFORE,
        "not reached so far": OPEN,
    }
    marks = {} if covers is None else dict(zip(_in_words(covers), _diamonds(), strict=False))
    return {words: Patch(facecolor=fill, **EDGE) for words, fill in squares.items()} | marks


def _diamonds() -> tuple[Line2D, Line2D]:
    return Line2D([], [], **FULL), Line2D([], [], **HOLLOW)


def _in_words(covers: pd.DataFrame) -> list[str]:
    """What the full diamond says, and, where there is more than one smallest choice, the open one."""
    size, choices = int(covers["size"].iloc[0]), len(covers)
    (least, most), of = covers["covered"].agg(["min", "max"]), covers["of"].iloc[0]
    reach = "all" if least == of else f"{'at least ' * (least < most)}{least} of"
    causes = f"the {size} causes" if size > 1 else "the one cause"
    areas = f"{reach} {of} areas" if of > 1 else "the one area"
    if choices == 1:
        return [f"{causes} that together reach {areas}; no fewer do" if size > 1 else f"{causes} that reaches {areas}"]
    letters = f", a letter each: {', '.join(LETTERS[:choices])}" if choices <= len(LETTERS) else ""
    each = f"{size} causes" if size > 1 else "one cause"
    return [
        f"in every smallest choice of causes that reaches {areas}: {choices} choices of {each}{letters}",
        "in some of these choices, not in all",
    ]
