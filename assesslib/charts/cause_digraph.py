"""Causes as boxes, with arrows to what they stand behind: what drives the rest, and what comes of it."""

from collections.abc import Mapping

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch, Patch
from matplotlib.path import Path

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.charts._boxes import PAD, Box, Sheet, laid_out
from assesslib.charts._layers import layers_of
from assesslib.faults import shorten
from assesslib.tables.anonymity import check_tier
from assesslib.words import count, series

TEXT, NAME = 130, 60
"""Letters of a cause that are shown at most in its box, and where it is named below."""
LOOKS = {
    "driver": {"facecolor": style.PAPER, "edgecolor": style.INK, "linewidth": 3.0},
    "outcome": {"facecolor": "#dfe6ee", "edgecolor": style.INK, "linewidth": 1.0},
    "both ways": {"facecolor": style.PAPER, "edgecolor": style.INK, "linewidth": 1.0},
    "": {"facecolor": style.PAPER, "edgecolor": "#8c8c8c", "linewidth": 1.0},
}
ROLES = {
    "driver": "driver: more arrows leave it than reach it",
    "outcome": "outcome: more arrows reach it than leave it",
    "both ways": "both ways: as many arrows leave it as reach it",
}
ARROW = {"color": style.DOT, "linewidth": 1.7}
DASHES = (0, (4, 2))
LEADS, BACK = "from a cause to what it stands behind", "the same, back against the direction of the rest"
ALONE = "No arrow leads to or from:"
WORDS = 8.0
"""Inches that the sentences below the boxes take at least."""


def cause_digraph(table: pd.DataFrame, *, anonymity: str = "named", ax: Axes | None = None) -> Axes:
    """Draw which causes stand behind which others: those that drive at the left, or at the top of many layers.

    Parameters
    ----------
    table : DataFrame
        As `assesslib.tables.causes` gives it.
    anonymity : str
        A tier; it changes nothing, as who said what is not in the table.
    ax : Axes, optional
        Where to draw. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        One `FancyBboxPatch` a cause with its text, its role, how many areas it names and its circle, if any; one
        `FancyArrowPatch` for each cause and one it stands behind, dashed where it leads back in a circle; below them
        the causes without any arrow, and the circles in words.

    Raises
    ------
    FaultsError
        An unknown tier.
    """
    check_tier(anonymity)
    if table.empty:
        return style.nothing_to_draw(ax, "No cause has been noted yet.")
    rows = {row["id"]: row for row in table.to_dict("records")}
    edges = [(id, other) for id, row in rows.items() for other in row["leads_to"] if other in rows]
    layers = layers_of(edges, {id: row["cycle"] for id, row in rows.items()})
    sheet = laid_out(layers, {id: (shorten(row["text"], TEXT), _said(row)) for id, row in rows.items()})
    key = _key(rows, arrows=bool(edges), back=bool(layers.back))
    ax = _page(sheet, _circles(rows), key, ax)
    for edge, way in sheet.ways.items():
        _draw_arrow(ax, way, back=edge in layers.back)
    for id, box in sheet.boxes.items():
        _draw_box(ax, box, LOOKS[rows[id]["role"]])
    return style.finished(ax)


def _said(row: Mapping[str, object]) -> str:
    """The small words in a box; a line is broken between two parts only."""
    areas = f"behind {count(row['count'], 'area')}"
    parts = [row["role"]] * bool(row["role"]) + [areas] + [f"circle {row['cycle']}"] * bool(row["cycle"])
    return " · ".join(part.replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def _circles(rows: Mapping[str, Mapping[str, object]]) -> list[str]:
    """A sentence on each circle."""
    names: dict[int, list[str]] = {}
    for row in rows.values():
        names.setdefault(row["cycle"], []).append(f"“{shorten(row['text'], NAME)}”")
    found = sorted((circle, named) for circle, named in names.items() if circle)
    return [
        f"Circle {circle}: {series(named)} lead to each other, so none of them comes first."
        for circle, named in found
    ]


def _page(sheet: Sheet, circles: list[str], key: Mapping[str, Artist], ax: Axes | None) -> Axes:
    """A page that holds the boxes, with the words below them written on it."""
    boxes = sheet.boxes.values()
    ends = [way.vertices.max(axis=0)[0] for way in sheet.ways.values()]
    wide = max([box.right for box in boxes] + ends + [WORDS * bool(circles)])
    if key:
        wide = max(wide, panel.key_width(key) - style.MARGIN)
    foot = max([box.bottom for box in boxes] + [way.vertices.max(axis=0)[1] for way in sheet.ways.values()])
    words = "\n".join(style.wrapped(line, wide - 0.1) for line in circles)
    start, high = foot / style.LINE + 0.8, panel.height_of(words)
    below = style.key_height(key) if key else 0.1
    ax = panel.panel(panel.Page(style.MARGIN, wide, start + high, 0.15, below), ax)
    panel.write(ax, words, 0, start + high / 2)
    if sheet.alone:
        first = sheet.alone[0]
        panel.write(ax, ALONE, 0, (first.y - first.high / 2 - 0.2) / style.LINE)
    if key:
        style.draw_key(ax, key)
    return ax


def _draw_box(ax: Axes, box: Box, look: Mapping[str, object]) -> None:
    left, top = box.x - box.wide / 2, (box.y - box.high / 2) / style.LINE
    shape = FancyBboxPatch((left, top), box.wide, box.high / style.LINE, boxstyle="square,pad=0", zorder=2,
                           clip_on=False, **look)  # fmt: skip
    ax.add_patch(shape)
    large, small = box.words
    panel.stacked(ax, [(large, {}), (small, {"fontsize": style.SMALL})], left + PAD, box.y / style.LINE)


def _draw_arrow(ax: Axes, way: Path, *, back: bool) -> None:
    path = Path(way.vertices / [1, style.LINE], way.codes)
    ax.add_patch(FancyArrowPatch(path=path, arrowstyle="-|>", mutation_scale=17, zorder=1, clip_on=False, fill=True,
                                 linestyle=DASHES if back else "-", **ARROW))  # fmt: skip


def _key(rows: Mapping[str, Mapping[str, object]], *, arrows: bool, back: bool) -> dict[str, Artist]:
    """The key's words and marks; of the roles only those that occur."""
    roles = {row["role"] for row in rows.values()}
    boxes = {words: Patch(**LOOKS[role]) for role, words in ROLES.items() if role in roles}
    lines = {LEADS: Line2D([], [], **ARROW)} if arrows else {}
    return boxes | lines | ({BACK: Line2D([], [], linestyle=DASHES, **ARROW)} if back else {})
