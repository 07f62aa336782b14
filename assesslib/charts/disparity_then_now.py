"""How far apart the members stood then and now: on each item the mean gap of two members, joined by an arrow."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

import numpy as np
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.charts import _years as years
from assesslib.charts._tier import refuse_more
from assesslib.tables.anonymity import LEAST
from assesslib.words import capital

ORDERS = ("now", "movement", "section")
WIDE, PAD, HALF = 4.8, 0.5, 0.5
"""Inches of the chart, of the room at both its ends, and levels between two lines."""
SEEN = 0.25
"""Inches between then and now from which on an arrow can be seen between them."""
NOTHING = "In neither year did two members rate the same item."
HEAD = "Levels that two members differ by on average"
ARROW = {"arrowstyle": "-|>,head_width=0.32,head_length=0.5", "color": style.DOT, "linewidth": 1.8,
         "shrinkA": 7, "shrinkB": 5}  # fmt: skip
THEN = years.FIRST | {"linestyle": "", "label": "then", "markersize": 12.5, "markerfacecolor": "none"}
NOW = years.LAST | {"linestyle": "", "label": "now", "marker": "D", "markersize": 8}


class Gaps(NamedTuple):
    """One item: its wording, the two mean gaps (nan where there is none), its word, who rated, if it is compared."""

    item: str
    text: str
    before: float
    after: float
    word: str
    n: tuple
    compared: bool


def disparity_then_now(
    table: pd.DataFrame, *, order: str = "now", labels: Sequence[str] = (), anonymity: str = "named",
    least: int = LEAST, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw how many levels two members differed by on each item, on average, then and now.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.change.change` gives it; or as `assesslib.tables.change.points` does, of which the first
        and the last year are drawn.
    order : str
        ``"now"``, widest gap of now first; ``"movement"``, what changed most first, whichever way; ``"section"``, the
        table's own order. Items without a gap now stand last.
    labels : sequence of str, optional
        What to call then and now. By default the assessments' names, or for points their years.
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
        In inches and in lines down. For each item an open ring for then, a diamond for now and an arrow between them,
        with their figures; a row that is not compared has no arrow. At the right converged or split in words, and who
        rated.

    Raises
    ------
    FaultsError
        An unknown order or tier; or a table that shows more than the tier lets.
    """
    years.refuse_order(order, ORDERS)
    refuse_more(_raters(table), anonymity, least=least)
    rows = gaps_of(table)
    if not rows:
        return style.nothing_to_draw(ax, NOTHING)
    rows, labels = ordered(rows, order), labels or told(table)
    texts = style.item_labels(pd.DataFrame(rows))
    said = [_said(row, labels) for row in rows]
    edges = style.row_edges(texts, [max(2.4, years.height(parts) + 0.6) for parts in said])
    most = max(HALF, ceil(np.nanmax([row[2:4] for row in rows]) / HALF) * HALF)
    key = _key(labels, rows)
    page = panel.Page(style.LABELS, WIDE, edges[-1], 0.75, style.key_height(key),
                      max(style.SAID, panel.key_width(key) - style.LABELS - WIDE))  # fmt: skip
    ax = panel.panel(page, ax)
    panel.rule(ax, edges, style.LABELS - style.MARGIN)
    _draw_axis(ax, most)
    for row, text, parts, y in zip(rows, texts, said, (edges[:-1] + edges[1:]) / 2, strict=True):
        panel.write(ax, text, style.MARGIN - style.LABELS, y)
        panel.stacked(ax, parts, WIDE + 0.15, y)
        _draw_gaps(ax, row, y, most)
    style.draw_key(ax, key)
    return style.finished(ax)


def gaps_of(table: pd.DataFrame) -> list[Gaps]:
    """The items of a table of change, or of points, that have a mean gap in either year."""
    if "gap_before" in table:
        found = [_of_change(row) for row in table.to_dict("records")]
    else:
        found = [_of_points(rows) for _, rows in _items(table)]
    return [row for row in found if not (np.isnan(row.before) and np.isnan(row.after))]


def _items(points: pd.DataFrame):
    return points.groupby(["section", "item", "text"], sort=False)


def _of_change(row: Mapping[str, object]) -> Gaps:
    kind = row.get("kind", "")
    return Gaps(row["item"] or row.get("item_before", ""), row["text"], _number(row["gap_before"]),
                _number(row["gap_after"]), row["view_word"], (row["n_before"], row["n_after"]),
                kind in years.COMPARED)  # fmt: skip


def _of_points(rows: pd.DataFrame) -> Gaps:
    """The first year of an item and the last; the last alone where there is one only."""
    ends = rows.sort_values("place").iloc[[0, -1][-len(rows) :]]
    one = ends.iloc[-1]
    before, after = ([np.nan] + [_number(gap) for gap in ends["mean_gap"]])[-2:]
    compared = len(ends) > 1 and bool(rows["kind"].isin(years.COMPARED).all())
    n = [None, *ends["n"]][-2:]
    return Gaps(one["item"], one["text"], before, after, one.get("view_word", ""), tuple(n), compared)


def _number(gap: object) -> float:
    return np.nan if pd.isna(gap) else float(gap)


def _raters(table: pd.DataFrame) -> pd.DataFrame:
    """Who rated what, both years below each other, as the lock on the tiers reads it."""
    if "gap_before" not in table:
        return table
    return pd.concat([table[["item"]].assign(n=table[column]) for column in ("n_before", "n_after")])


def told(table: pd.DataFrame) -> list[str]:
    """What then and now are called in a table of change or of points."""
    if "gap_before" in table:
        return [str(table[column].iloc[0]) for column in ("before", "after")]
    times = table.drop_duplicates("place").sort_values("place").iloc[[0, -1]]
    return years.time_labels(times["assessment"].tolist(), times["date"])


def ordered(rows: Sequence[Gaps], order: str) -> list[Gaps]:
    """The rows by their gap now, by how much it changed, or as they are; those without one at the end."""
    keys = {
        "now": lambda row: (np.isnan(row.after), -np.nan_to_num(row.after)),
        "movement": lambda row: -np.nan_to_num(abs(row.after - row.before), nan=-1) if row.compared else 1,
        "section": lambda row: 0,
    }
    return sorted(rows, key=keys[order])


def _said(row: Gaps, labels: Sequence[str]) -> list[tuple[str, dict]]:
    """Converged or split in words; who rated; and in which year there were no two members to differ."""
    gone = zip(labels, row.n, (row.before, row.after), strict=True)
    none = [f"{label}: {without(n)}." for label, n, gap in gone if np.isnan(gap)]
    return years.said(row.word, [f"{capital(years.rated(row.n))}.", *none * row.compared], style.SAID - 0.3)


def without(n: object) -> str:
    """Why a year has no gap.

    Examples
    --------
    >>> without(1), without(None)
    ('fewer than two rated it', 'not asked, or not shown')
    """
    return "not asked, or not shown" if pd.isna(n) else "fewer than two rated it"


def _x(gap: float, most: float) -> float:
    """Inches from the left edge at which a gap stands."""
    return PAD + gap / most * (WIDE - 2 * PAD)


def _draw_axis(ax: Axes, most: float) -> None:
    panel.write(ax, HEAD, PAD, -2.1, **years.SMALL)
    for level in np.arange(0, most + HALF / 2, HALF):
        ax.axvline(_x(level, most), color=style.GRID, linewidth=0.8, zorder=0)
        panel.write(ax, f"{level:g}", _x(level, most), -0.7, ha="center", **years.SMALL)


def _draw_gaps(ax: Axes, row: Gaps, y: float, most: float) -> None:
    before, after = _x(row.before, most), _x(row.after, most)
    if row.compared and abs(after - before) > SEEN:
        ax.annotate("", (after, y), (before, y), arrowprops=ARROW, zorder=2, annotation_clip=False)
    for x, gap, look, left in ((before, row.before, THEN, before < after), (after, row.after, NOW, not before < after)):
        if not np.isnan(gap):
            ax.plot([x], [y], zorder=4, **look)
            years.draw_label(ax, f"{gap:.1f}", x, y, left=left, off=0.16)


def _key(labels: Sequence[str], rows: Sequence[Gaps]) -> dict[str, Artist]:
    """The key's words and marks."""
    marks = {f"then: {labels[0]}": Line2D([], [], **THEN), f"now: {labels[1]}": Line2D([], [], **NOW)}
    if not all(row.compared for row in rows):
        marks["without an arrow: not compared"] = Line2D([], [], linestyle="")
    return marks
