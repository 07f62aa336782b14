"""Who moved from where to where: levels below each other, years side by side, a band a move."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Patch, PathPatch
from matplotlib.path import Path

from assesslib.charts import _panel as panel
from assesslib.charts import _style as style
from assesslib.charts import _years as years
from assesslib.charts._moves import SIGNS, Move, members_of, moves_of, tally, told
from assesslib.charts._tier import refuse_more
from assesslib.faults import Fault, FaultsError, listed, shorten
from assesslib.tables.anonymity import LEAST

SCALE, NODE, NAMES = 2.75, 0.34, 4.5
"""Inches of the scale in words, of a level's box, and of the names beside the last year."""
MEMBER, MOST, LEVEL_GAP = 0.19, 4.4, 0.14
"""Inches that a member takes, that all take at most, and between two levels."""
LEAST_HIGH = 0.3
STEP = (1.1, 4.6)
"""Inches between two years at least and at most."""
NAME, TITLE = 40, 400
"""Letters of a name, and of an item's wording, that are shown at most."""
NOTHING = "Nobody gave a level to the same item in both years."
EDGE = {"edgecolor": style.INK, "linewidth": 1.0}
LOOKS = {
    "up": {"facecolor": style.DOT, **EDGE},
    "same": {"facecolor": "#e3e3e3", "edgecolor": "#8c8c8c", "linewidth": 0.6},
    "down": {"facecolor": style.PAPER, "hatch": "////", **EDGE},
}
WORDS = {"up": "moved up the scale", "same": "stayed at their level", "down": "moved down the scale"}
BACK = {"boxstyle": "square,pad=0.12", "facecolor": style.PAPER, "edgecolor": "none"}


class Block(NamedTuple):
    """One item: its wording, what is said below it, its moves, the levels with their words and their inches down."""

    title: str
    said: str
    moves: list[Move]
    levels: dict[str, str]
    unit: float
    tops: list[float]
    highs: list[float]

    @property
    def head(self) -> float:
        """Lines of its wording and of what is said below it."""
        return panel.height_of(self.title) + panel.height_of(self.said, style.SMALL) + 1.9

    @property
    def lines(self) -> float:
        """Lines that it takes."""
        return self.head + (self.tops[0] + self.highs[0]) / style.LINE + 1.0 + 1.1 * (len(members_of(self.moves)) > 1)


def level_flow(
    flows: pd.DataFrame, *, labels: Sequence[str] = (), scale: Mapping[str, str] | None = None,
    anonymity: str = "named", least: int = LEAST, ax: Axes | None = None,
) -> Axes:  # fmt: skip
    """Draw how many members went from which level to which on each item, the highest level at the top.

    Parameters
    ----------
    flows : DataFrame
        As `assesslib.tables.change.flows` gives it, of one item or a few; with ``text`` the items' wording is shown.
        Several steps may follow each other, with a column ``step`` (0, 1, ...) as `assesslib.tables.change.flows_over`
        gives it; then nobody is named.
    labels : sequence of str, optional
        What to call the years, one more than there are steps.
    scale : mapping, optional
        Each level's words by its code.
    anonymity : str
        A tier: ``"named"``, ``"role"``, ``"organisation"`` or ``"pooled"``; a table that shows more than it lets is
        refused.
    least : int
        At any tier but ``"named"``, how many must have rated an item in both years; never fewer than three.
    ax : Axes, optional
        Where to draw; it needs room around it for the labels. By default a figure of the right size of its own.

    Returns
    -------
    Axes
        In inches across and in lines down. For each item a box a level and year, and a band for those who went the
        same way, as thick as they are many: full for up, hatched for down, light for those who stayed, with their
        number and a sign; at the right their names, where the table has them.

    Raises
    ------
    FaultsError
        An unknown tier; a table that shows more than the tier lets; another number of labels than of years.
    """
    _refuse_who(flows, anonymity, least)
    if flows.empty:
        return years.nothing_to_draw(ax, NOTHING)
    codes = list(flows["before"].cat.categories)
    blocks = blocks_of(flows, {code: _words(code, scale) for code in codes})
    steps = 1 + max(move.step for block in blocks for move in block.moves)
    _refuse_labels(labels, steps)
    named = steps == 1 and any(move.who for block in blocks for move in block.moves)
    right = NAMES if steps == 1 else 0.3
    step = min(max((style.PAGE - SCALE - right - NODE) / steps, STEP[0]), STEP[1])
    key = _key(blocks)
    wide = step * steps + NODE
    page = panel.Page(SCALE, wide, sum(block.lines for block in blocks), 0.1, style.key_height(key),
                      max(right, panel.key_width(key) - SCALE - wide))  # fmt: skip
    ax = panel.panel(page, ax)
    tops = list(accumulate((block.lines for block in blocks), initial=0.0))
    panel.rule(ax, tops[1:], SCALE - style.MARGIN)
    for block, top in zip(blocks, tops, strict=False):
        _draw_block(ax, block, top, step, list(labels) or [""] * (steps + 1))
        if named:
            _draw_names(ax, block, top + block.head)
    style.draw_key(ax, key)
    return style.finished(ax)


def _refuse_who(flows: pd.DataFrame, anonymity: str, least: int) -> None:
    """Refuse names, and items that too few rated in both years, at a tier that hides them."""
    steps = ["item", "step"] if "step" in flows else ["item"]
    refuse_more(flows.groupby(steps, as_index=False)["n"].sum(), anonymity, least=least)
    if anonymity != "named" and (flows["who"].fillna("") != "").any():
        raise FaultsError([Fault(f"is a column of members’ names, which the tier “{anonymity}” hides", value="who",
                                 do="Make the table at this tier, or draw it as “named”.")])  # fmt: skip


def _refuse_labels(labels: Sequence[str], steps: int) -> None:
    if labels and len(labels) != steps + 1:
        raise FaultsError([Fault(f"are the labels of {len(labels)} years, and the table has {steps + 1}",
                                 value=", ".join(labels), do="Give one a year.")])  # fmt: skip


def _words(code: str, scale: Mapping[str, str] | None) -> str:
    return style.wrapped(scale[code], SCALE - 0.35, style.SMALL) if scale else ""


def blocks_of(flows: pd.DataFrame, levels: dict[str, str]) -> list[Block]:
    """The items of the table in its order, each as tall as its members and the words of the scale need."""
    return [_block(rows, levels) for _, rows in flows.groupby(["section", "item"], sort=False)]


def _block(rows: pd.DataFrame, levels: dict[str, str]) -> Block:
    moves = moves_of(rows)
    one = rows.iloc[0]
    title = shorten(f"{one['item']} {one.get('text', '')}", TITLE)
    unit = min(MEMBER, MOST / max(members_of(moves).values()))
    highs = [_high(moves, level, unit, words) for level, words in enumerate(levels.values())]
    tops = [sum(highs[level + 1 :]) + LEVEL_GAP * (len(highs) - 1 - level) for level in range(len(highs))]
    return Block(style.wrapped(title, style.PAGE - 0.7), told(moves), moves, levels, unit, tops, highs)


def _thick(move: Move, unit: float) -> float:
    """Inches of a band: a member never takes less than their number needs."""
    return max(move.n * unit, MEMBER)


def _high(moves: Sequence[Move], level: int, unit: float, words: str) -> float:
    """Inches of a level's box: what leaves it and what comes to it in any step, and its words."""
    sides = {(move.step, side): 0.0 for move in moves for side in ("before", "after")}
    for move in moves:
        for side in ("before", "after"):
            sides[move.step, side] += _thick(move, unit) * (getattr(move, side) == level)
    return max(*sides.values(), panel.height_of(words, style.SMALL) * style.LINE, LEAST_HIGH)


def _places(block: Block, step: int, side: str) -> dict[Move, tuple[float, float]]:
    """Where each band begins or ends, in inches down: its middle and its thickness, the highest other end first."""
    other = "after" if side == "before" else "before"
    found = {}
    for level in range(len(block.tops)):
        own = sorted((move for move in block.moves if move.step == step and getattr(move, side) == level),
                     key=lambda move: -getattr(move, other))  # fmt: skip
        thick = [_thick(move, block.unit) for move in own]
        starts = accumulate(thick, initial=block.tops[level] + (block.highs[level] - sum(thick)) / 2)
        found |= {move: (start + size / 2, size) for move, start, size in zip(own, starts, thick, strict=False)}
    return found


def _draw_names(ax: Axes, block: Block, down: float) -> None:
    """Who moved, beside the end of each band."""
    for move, (middle, thick) in _places(block, 0, "after").items():
        if move.who:
            panel.write(ax, _names(move, thick), ax.get_xlim()[1] + 0.12, down + middle / style.LINE, **years.SMALL)


def _names(move: Move, high: float) -> str:
    """Who moved, as many of them as there is room for, and how many more."""
    names = [shorten(name, NAME) for name in move.who.split(", ")]
    room = max(int(high / (style.SMALL_LINE * style.LINE)), 1)
    told = (style.wrapped(f"{SIGNS[move.way]} {listed(names, most=most)}", NAMES - 0.35, style.SMALL)
            for most in range(len(names), 0, -1))  # fmt: skip
    return next((text for text in told if text.count("\n") < room), f"{SIGNS[move.way]} {len(names)} members")


def _draw_block(ax: Axes, block: Block, top: float, step: float, labels: Sequence[str]) -> None:
    panel.stacked(ax, [(block.title, {}), (block.said, years.SMALL)], style.MARGIN - SCALE,
                  top + (block.head - 1.3) / 2)  # fmt: skip
    down = top + block.head
    for middle, words in zip(_middles(block, down), block.levels.values(), strict=True):
        panel.write(ax, words, -0.12, middle, ha="right", **years.SMALL)
    for place, label in enumerate(labels):
        _draw_levels(ax, block, place * step, down)
        panel.write(ax, label, place * step + NODE / 2, down - 0.6, ha="center", **years.BOLD)
    for turn in range(len(labels) - 1):
        starts, ends = _places(block, turn, "before"), _places(block, turn, "after")
        left, right = turn * step + NODE, (turn + 1) * step
        for move in sorted(starts, key=lambda move: move.way != "same"):
            _draw_band(ax, move, (left, *starts[move]), (right, *ends[move]), down)
        if len(labels) > 2:
            went = "  ".join(f"{n} {SIGNS[way]}" for way, n in tally(list(starts)).items())
            panel.write(ax, went, (left + right) / 2, top + block.lines - 1, ha="center", **years.SMALL)


def _middles(block: Block, down: float) -> list[float]:
    """The middles of the levels' boxes, in lines down the page."""
    return [down + (top + high / 2) / style.LINE for top, high in zip(block.tops, block.highs, strict=True)]


def _draw_levels(ax: Axes, block: Block, x: float, down: float) -> None:
    for code, high, middle in zip(block.levels, block.highs, _middles(block, down), strict=True):
        panel.square(ax, x + NODE / 2, middle, NODE, high, facecolor=style.PAPER, **EDGE)
        panel.write(ax, code, x + NODE / 2, middle, ha="center", **years.BOLD)


def _draw_band(ax: Axes, move: Move, start: tuple, end: tuple, down: float) -> None:
    """A band in a bend from a level to another, with its number at its beginning."""
    (left, here, thick), (right, there, _) = start, end
    middle = (left + right) / 2
    edge = ((left, here), (middle, here), (middle, there), (right, there))
    upper = [(x, y - thick / 2) for x, y in edge]
    lower = [(x, y + thick) for x, y in reversed(upper)]
    points = [(x, down + y / style.LINE) for x, y in (*upper, *lower, upper[0])]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    ax.add_patch(PathPatch(Path(points, codes), zorder=2, label=move.way, clip_on=False, **LOOKS[move.way]))
    panel.write(ax, f"{move.n} {SIGNS[move.way]}", left + 0.09, down + here / style.LINE, zorder=4, bbox=BACK,
                **years.SMALL)  # fmt: skip


def _key(blocks: Sequence[Block]) -> dict[str, Artist]:
    """The key's words and swatches, of those that occur."""
    ways = {move.way for block in blocks for move in block.moves}
    return {f"{SIGNS[way]} {words}": Patch(**LOOKS[way]) for way, words in WORDS.items() if way in ways}
