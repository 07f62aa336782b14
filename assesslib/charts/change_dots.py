"""How each item moved along the scale: a row an item, a mark a year, the years below each other and joined."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.charts import _years as years
from assesslib.charts._change_rows import Row, Stop, level_codes, ordered, rows_of
from assesslib.charts._tier import refuse_more
from assesslib.tables.anonymity import LEAST

ORDERS = ("section", "movement")
PITCH = {2: 1.15, 3: 0.8}
"""Lines between two years of a row; where there are more than three years, `CLOSE`."""
CLOSE = 0.62
BAR = {"color": style.INK, "linewidth": 5, "solid_capstyle": "butt", "zorder": 3}
NOTHING = "No item was rated in these years."
OTHER_SCALE = "These years were rated on different scales: look at each year by itself, or choose those that share one."


def change_dots(
    points: pd.DataFrame, *, order: str = "section", scale: Mapping[str, str] | None = None,
    sections: Mapping[str, str] | None = None, anonymity: str = "named", least: int = LEAST, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw where the medians of each item lay in each year, the years of an item below each other and joined.

    Parameters
    ----------
    points : DataFrame
        As `assesslib.tables.change.points` gives it, of two years or more; with ``word`` of
        `assesslib.tables.change.change` merged by ``item``, that is said beside the row.
    order : str
        ``"section"``, the table's own order, or ``"movement"``: what improved or declined first, then what the medians
        moved by, whichever way.
    scale : mapping, optional
        Each level's words by its code, for the top of the chart.
    sections : mapping, optional
        Each section's title by its id: where given, and in the order by sections, they stand above their items.
    anonymity : str
        A tier: ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``; a table that shows more than it lets is
        refused.
    least : int
        At any tier but ``"named"``, how many must have rated what a row shows; never fewer than three.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        In inches along the scale and in lines down. For each item: an open ring for its first year, small dots for the
        years between and a mark for the last, which points to where the medians went, is a diamond where they did
        not, and a square where the years are not compared (then nothing is joined). Where low and high median differ,
        both are marked and a bar joins them. At the right the word, if the table has it, and who rated.

    Raises
    ------
    FaultsError
        An unknown order or tier; or a table that shows more than the tier lets.
    """
    years.refuse_order(order, ORDERS)
    codes = level_codes(points)
    refuse_more(points, anonymity, codes=codes, least=least)
    rows = ordered(rows_of(points), order)
    if not codes or not rows:
        return years.nothing_to_draw(ax, OTHER_SCALE if len(points) and not codes else NOTHING)
    titles = sections if sections and order == "section" else {}
    places = points["place"].drop_duplicates().sort_values().tolist()
    pitch = PITCH.get(len(places), CLOSE)
    tops, edges = _edges(rows, titles, (len(places) - 1) * pitch)
    words, key, wide = style.words_above(codes, scale), _key(points, rows), style.LEVEL * len(codes)
    page = panel.Page(style.LABELS, wide, edges[-1], style.height_above(words), style.key_height(key),
                      max(style.SAID, panel.key_width(key) - style.LABELS - wide))  # fmt: skip
    ax = panel.panel(page, ax)
    _draw_scale(ax, words, edges)
    for row, top, bottom, above in zip(rows, tops, edges[1:], edges, strict=False):
        if top > above:
            panel.write(ax, _title(row, titles), style.MARGIN - style.LABELS, (above + top) / 2, **years.BOLD)
        _draw_row(ax, row, (top + bottom) / 2, pitch, places)
    style.draw_key(ax, key)
    return style.finished(ax)


def _title(row: Row, titles: Mapping[str, str]) -> str:
    return style.wrapped(titles.get(row.section, row.section), 0.86 * style.PAGE)


def _edges(rows: Sequence[Row], titles: Mapping[str, str], tall: float) -> tuple[list[float], np.ndarray]:
    """In lines: where each row's marks begin, below the title of its section, and where the rows begin and end."""
    tops, edges, before = [], [0.0], ""
    for row in rows:
        head = panel.height_of(_title(row, titles)) + 0.9 if titles and row.section != before else 0.0
        tops.append(edges[-1] + head)
        lines = max(row.label.count("\n") + 1.6, tall + 2.2, years.height(row.beside) + 0.6)
        edges.append(tops[-1] + lines)
        before = row.section
    return tops, np.array(edges)


def _draw_scale(ax: Axes, words: Sequence[str], edges: np.ndarray) -> None:
    for level, word in enumerate(words):
        panel.write(ax, word, (level + 0.5) * style.LEVEL, -0.5, ha="center", va="bottom", **years.SMALL)
    for level in range(len(words) + 1):
        ax.axvline(level * style.LEVEL, color=style.GRID, linewidth=0.8, zorder=0)
    panel.rule(ax, edges, style.LABELS - style.MARGIN)


def _draw_row(ax: Axes, row: Row, y: float, pitch: float, places: Sequence[int]) -> None:
    panel.write(ax, row.label, style.MARGIN - style.LABELS, y)
    panel.stacked(ax, row.beside, ax.get_xlim()[1] + 0.15, y)
    down = {place: y + (n - (len(places) - 1) / 2) * pitch for n, place in enumerate(places)}
    at = [down[stop.place] for stop in row.stops]
    for (one, here), (other, there) in pairwise(zip(row.stops, at, strict=True)):
        if one.compared and other.compared:
            next_one = places.index(other.place) - places.index(one.place) == 1
            _join(ax, one.medians, other.medians, (here, there), years.LINK if next_one else years.GAP)
    last = years.LAST | {"marker": years.SHAPES[row.way]}
    looks = [years.FIRST, *[years.BETWEEN] * (len(at) - 2)][: len(at) - 1] + [last]
    for stop, level, look in zip(row.stops, at, looks, strict=True):
        _draw_medians(ax, stop.medians, level, look)
    for n, other in {0: 1, len(at) - 1: -2}.items():
        beside = row.stops[other] if len(at) > 1 else row.stops[n]
        _draw_year(ax, row.stops[n], at[n], _side(row.stops[n], beside, ax), up=n == 0)


def _join(ax: Axes, one: Sequence[int], other: Sequence[int], y: tuple[float, float], look: Mapping) -> None:
    """Low median to low median and high to high; one line where they are the same."""
    for ends in dict.fromkeys(zip(one, other, strict=True)):
        ax.plot([(level + 0.5) * style.LEVEL for level in ends], y, label="join", **look)


def _side(stop: Stop, beside: Stop, ax: Axes) -> str:
    """Where the label of a year stands: where no line leads on to the next mark."""
    lines = {"right": beside.medians[1] > stop.medians[1] or _tight(stop, ax),
             "left": beside.medians[0] < stop.medians[0]}  # fmt: skip
    return next((side for side, taken in lines.items() if not taken), "off")


def _tight(stop: Stop, ax: Axes) -> bool:
    """Whether a label at the right of a mark would leave the chart."""
    return (stop.medians[1] + 0.5) * style.LEVEL + 0.15 + style.width_of(stop.label, style.SMALL) > ax.get_xlim()[1]


def _draw_medians(ax: Axes, medians: tuple[int, int], y: float, look: Mapping[str, object]) -> None:
    """A mark at the median; where low and high differ, one at either and a bar between them."""
    ends = [(level + 0.5) * style.LEVEL for level in dict.fromkeys(medians)]
    if len(ends) > 1:
        ax.plot(ends, [y, y], label="bar", **BAR)
    ax.plot(ends, [y] * len(ends), linestyle="", zorder=4, label="mark", **look)


def _draw_year(ax: Axes, stop: Stop, y: float, side: str, *, up: bool) -> None:
    """A year's label at a side of its mark, or above or below it."""
    if side == "off":
        panel.write(ax, stop.label, (sum(stop.medians) / 2 + 0.5) * style.LEVEL, y + (-0.75 if up else 0.75),
                    ha="center", zorder=4, **years.SMALL)  # fmt: skip
    else:
        end = stop.medians[0 if side == "left" else 1]
        years.draw_label(ax, stop.label, (end + 0.5) * style.LEVEL, y, left=side == "left")


def _key(points: pd.DataFrame, rows: Sequence[Row]) -> dict[str, Artist]:
    """The key's words and marks, of those that occur."""
    ways = {row.way for row in rows}
    apart = any(row.way != "apart" and len(row.compared) < len(row.stops) for row in rows)
    first = "the first that is compared with it" if apart else "the first"
    last = {
        "higher": f"last year: the medians lie higher than in {first}",
        "lower": f"last year: the medians lie lower than in {first}",
        "same": "last year: the medians lie where they were, or moved apart or together",
        "apart": "the last or the only year: compared with none",
    }
    marks = {}
    if any(len(row.stops) > 1 for row in rows):
        marks["first year, the median"] = Line2D([], [], linestyle="", **years.FIRST)
    if points["place"].nunique() > 2:
        marks["a year between"] = Line2D([], [], **(years.LINK | years.BETWEEN))
    marks |= {words: Line2D([], [], linestyle="", marker=years.SHAPES[way], **years.LAST)
              for way, words in last.items() if way in ways}  # fmt: skip
    if any(len(row.stops) > 1 and row.way != "apart" and _skips(row) for row in rows):
        marks["dotted: a year between in which nobody rated it"] = Line2D([], [], **years.GAP)
    if any(stop.medians[0] != stop.medians[1] for row in rows for stop in row.stops):
        marks["low and high median, where they differ"] = Line2D([], [], **BAR)
    return marks


def _skips(row: Row) -> bool:
    """Whether a year between the first and the last is missing."""
    return row.stops[-1].place - row.stops[0].place >= len(row.stops)
